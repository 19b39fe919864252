package app.lodge.reports.accounts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/// A receipt in columns, for printers and terminals that have one width of letter.
final class ReceiptText {

    /// What an 80 mm printer prints in its normal font.
    private static final int COLUMNS = 42;

    private final ReceiptPrint print;
    private final StringBuilder text = new StringBuilder();

    ReceiptText(ReceiptPrint print) {
        this.print = print;
    }

    String write() {
        centred(print.receipt().site());
        centred(print.title());
        if (!print.copyMark().isEmpty()) {
            centred("*** " + print.copyMark() + " ***");
        }
        rule('=');
        pair(print.amountLabel(), print.amount());
        rule('=');
        for (var line : print.lines()) {
            pair(line.label(), line.value());
        }
        rule('-');
        text.append(print.hashLabel()).append('\n').append(print.hash()).append('\n');
        rule('-');
        for (var rest = print.proof(); !rest.isEmpty(); rest = rest.substring(fitting(rest))) {
            line(rest.substring(0, fitting(rest)));
        }
        return text.toString();
    }

    private void centred(String words) {
        var rest = legible(words);
        while (width(rest) > COLUMNS) {
            var cut = fitting(rest);
            line(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        line(" ".repeat((COLUMNS - width(rest)) / 2) + rest);
    }

    /// Label at the left, value at the right; on two lines if one is too short.
    private void pair(String label, String given) {
        var value = legible(given);
        var gap = COLUMNS - width(label) - width(value);
        if (gap > 0) {
            line(label + " ".repeat(gap) + value);
            return;
        }
        line(label);
        while (width(value) > COLUMNS) {
            var cut = fitting(value);
            line(value.substring(0, cut));
            value = value.substring(cut);
        }
        line(" ".repeat(COLUMNS - width(value)) + value);
    }

    private void rule(char of) {
        line(String.valueOf(of).repeat(COLUMNS));
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    /// How many characters fit into one line.
    private static int fitting(String words) {
        var end = 0;
        while (end < words.length()) {
            var next = words.offsetByCodePoints(end, 1);
            if (width(words.substring(0, next)) > COLUMNS) {
                break;
            }
            end = next;
        }
        return end;
    }

    /// No control character reaches a printer, where it could be a command; hard spaces become plain.
    private static String legible(String words) {
        return words.replaceAll("\\p{Cc}", " ").replaceAll("[\u00A0\u202F]", " ");
    }

    /// Columns taken: East Asian wide letters take two (UAX #11), combining marks none.
    private static int width(String words) {
        return words.codePoints()
                .map(c ->
                        switch (UCharacter.getType(c)) {
                            case UCharacter.NON_SPACING_MARK,
                                    UCharacter.ENCLOSING_MARK,
                                    UCharacter.FORMAT ->
                                    0;
                            default -> wide(c) ? 2 : 1;
                        })
                .sum();
    }

    private static boolean wide(int c) {
        var width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE
                || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
