package app.lodge.personalization.layouts.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads templates and conditions. The grammar is closed: no loops, no calls but the four named,
/// nothing that could reach outside the card's fields.
///
/// ```
/// condition := and ('||' and)*          and   := not ('&&' not)*
/// not       := '!' not | '(' condition ')' | test
/// test      := value [('==' | '!=') value | 'in' '(' value (',' value)* ')']
/// value     := 'text' | field | text.name | upper(value) | date(value) | pad(value, number)
///            | first(value, value, …)
/// ```
final class ExpressionParser {

    private static final int MOST_NESTED = 20;

    private final String text;
    private final Set<String> words;
    private int at;
    private int depth;

    private ExpressionParser(String text, int at, Set<String> words) {
        this.text = text;
        this.at = at;
        this.words = words;
    }

    /// @param words names that `text.name` may name
    static Condition condition(String text, Set<String> words) throws NotAnExpression {
        var parser = new ExpressionParser(text, 0, words);
        var condition = parser.or();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.expected("&&, || or the end");
        }
        return condition;
    }

    /// @param words names that `text.name` may name
    static Template template(String text, Set<String> words) throws NotAnExpression {
        var parts = new ArrayList<Value>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '{') {
                literal.append(c);
                at++;
            } else if (text.startsWith("{{", at)) {
                literal.append('{');
                at += 2;
            } else {
                if (!literal.isEmpty()) {
                    parts.add(new Value.Literal(literal.toString()));
                    literal.setLength(0);
                }
                var parser = new ExpressionParser(text, at + 1, words);
                parts.add(parser.value());
                parser.expect("}");
                at = parser.at;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Value.Literal(literal.toString()));
        }
        return new Template(parts);
    }

    private Condition or() throws NotAnExpression {
        var left = and();
        while (taken("||")) {
            left = new Condition.Or(left, and());
        }
        return left;
    }

    private Condition and() throws NotAnExpression {
        var left = not();
        while (taken("&&")) {
            left = new Condition.And(left, not());
        }
        return left;
    }

    private Condition not() throws NotAnExpression {
        deeper();
        try {
            if (taken("!")) {
                return new Condition.Not(not());
            }
            if (taken("(")) {
                var inside = or();
                expect(")");
                return inside;
            }
            return test();
        } finally {
            depth--;
        }
    }

    private Condition test() throws NotAnExpression {
        var left = value();
        if (taken("==")) {
            return new Condition.Equal(left, value());
        }
        if (taken("!=")) {
            return new Condition.Not(new Condition.Equal(left, value()));
        }
        if (taken("in ") || taken("in(")) {
            if (text.charAt(at - 1) != '(') {
                expect("(");
            }
            var among = new ArrayList<Value>(List.of(value()));
            while (taken(",")) {
                among.add(value());
            }
            expect(")");
            return new Condition.OneOf(left, List.copyOf(among));
        }
        return new Condition.Present(left);
    }

    private Value value() throws NotAnExpression {
        deeper();
        try {
            skipSpace();
            if (at < text.length() && text.charAt(at) == '\'') {
                return literal();
            }
            int start = at;
            var name = name();
            if (taken("(")) {
                return call(name, start);
            }
            if (name.startsWith("text.") && words.contains(name.substring(5))) {
                return new Value.Word(name.substring(5));
            }
            return CardField.spelled(name)
                    .<Value>map(Value.Field::new)
                    .orElseThrow(() -> new NotAnExpression("a field", start + 1));
        } finally {
            depth--;
        }
    }

    private Value call(String name, int start) throws NotAnExpression {
        var of = value();
        var call =
                switch (name) {
                    case "upper" -> new Value.Upper(of);
                    case "date" -> new Value.Date(of);
                    case "pad" -> {
                        expect(",");
                        yield new Value.Pad(of, number());
                    }
                    case "first" -> {
                        var among = new ArrayList<Value>(List.of(of));
                        while (taken(",")) {
                            among.add(value());
                        }
                        yield new Value.First(among);
                    }
                    default -> throw new NotAnExpression("upper, date, pad or first", start + 1);
                };
        expect(")");
        return call;
    }

    private Value literal() throws NotAnExpression {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw expected("a closing apostrophe");
        }
        var inside = text.substring(at + 1, end);
        at = end + 1;
        return new Value.Literal(inside);
    }

    private String name() throws NotAnExpression {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw expected("a field");
        }
        return text.substring(start, at);
    }

    private int number() throws NotAnExpression {
        skipSpace();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > 2) {
            at = start;
            throw expected("a number from 0 to 99");
        }
        return Integer.parseInt(text, start, at, 10);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private void expect(String token) throws NotAnExpression {
        if (!taken(token)) {
            throw expected(token);
        }
    }

    private boolean taken(String token) {
        skipSpace();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private void deeper() throws NotAnExpression {
        if (++depth > MOST_NESTED) {
            throw expected("fewer than %d brackets".formatted(MOST_NESTED));
        }
    }

    private NotAnExpression expected(String what) {
        return new NotAnExpression(what, at + 1);
    }
}
