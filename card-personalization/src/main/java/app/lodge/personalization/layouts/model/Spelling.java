package app.lodge.personalization.layouts.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Templates and conditions as people write them, there and back.
public final class Spelling {

    private Spelling() {}

    /// A template as somebody typed it.
    ///
    /// @param words the layout's own
    /// @throws NotAnExpression where it cannot be read
    public static Template template(String text, Set<String> words) throws NotAnExpression {
        return ExpressionParser.template(text, words);
    }

    /// @throws NotAnExpression where it cannot be read
    public static Condition condition(String text, Set<String> words) throws NotAnExpression {
        return ExpressionParser.condition(text, words);
    }

    public static String of(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            if (part instanceof Value.Literal(String literal)) {
                text.append(literal.replace("{", "{{"));
            } else {
                text.append('{').append(of(part)).append('}');
            }
        }
        return text.toString();
    }

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Present(Value value) -> of(value);
            case Condition.Equal(Value left, Value right) -> of(left) + " == " + of(right);
            case Condition.OneOf(Value value, List<Value> among) ->
                    of(value) + " in (" + listed(among) + ")";
            case Condition.Not(Condition.Equal(Value left, Value right)) ->
                    of(left) + " != " + of(right);
            case Condition.Not(Condition of) -> "!" + inner(of);
            case Condition.And(Condition left, Condition right) ->
                    inner(left) + " && " + inner(right);
            case Condition.Or(Condition left, Condition right) ->
                    inner(left) + " || " + inner(right);
        };
    }

    /// In brackets wherever it is more than one test.
    private static String inner(Condition condition) {
        return switch (condition) {
            case Condition.Present _, Condition.Not _ -> of(condition);
            case Condition.Equal _, Condition.OneOf _, Condition.And _, Condition.Or _ ->
                    "(" + of(condition) + ")";
        };
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Literal(String text) -> "'" + text + "'";
            case Value.Field(CardField field) -> field.spelling();
            case Value.Word(String name) -> "text." + name;
            case Value.Upper(Value of) -> "upper(" + of(of) + ")";
            case Value.Date(Value of) -> "date(" + of(of) + ")";
            case Value.First(List<Value> of) -> "first(" + listed(of) + ")";
            case Value.Pad(Value of, int width) -> "pad(" + of(of) + ", " + width + ")";
        };
    }

    private static String listed(List<Value> values) {
        return values.stream().map(Spelling::of).collect(Collectors.joining(", "));
    }
}
