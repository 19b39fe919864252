package app.lodge.core.people.tables;

/// Which character parts the fields: the one that occurs most in the first lines, outside quotes.
final class Delimiter {

    private static final int LOOK_AT = 16_384;
    private static final char[] KNOWN = {';', '\t', ','};

    private Delimiter() {}

    /// The heading decides, for it holds no amounts and dates with commas in them; a comma if it has
    /// one column.
    static char in(String text) {
        var counts = new int[KNOWN.length];
        var quoted = false;
        var begun = false;
        for (var i = 0; i < Math.min(text.length(), LOOK_AT); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && begun) {
                break;
            } else if (!quoted) {
                for (var k = 0; k < KNOWN.length; k++) {
                    counts[k] += c == KNOWN[k] ? 1 : 0;
                }
            }
            begun |= !Character.isWhitespace(c);
        }
        var best = KNOWN.length - 1;
        for (var k = 0; k < KNOWN.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return KNOWN[best];
    }
}
