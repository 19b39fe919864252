package app.lodge.core.people.index;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes texts comparable as people type them: without case, accents and width (Unicode
/// NFKC_Casefold, decomposed, UAX 15 and UAX 44), and with the Latin letters that Unicode does not
/// take apart (`ł`, `đ`, `ø` …) as their plain neighbours.
public final class Folding {

    private static final Normalizer2 FOLD =
            Normalizer2.getInstance(null, "nfkc_cf", Normalizer2.Mode.DECOMPOSE);

    private Folding() {}

    public static String fold(String text) {
        var plain = plainAscii(text);
        if (plain != null) {
            return plain;
        }
        var decomposed = FOLD.normalize(text);
        var out = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /// The words of a text, folded; commas and semicolons part words as white space does.
    public static List<String> words(String text) {
        var folded = fold(text);
        var words = new ArrayList<String>();
        var from = -1;
        for (var i = 0; i <= folded.length(); i++) {
            var inside = i < folded.length() && !parts(folded.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                words.add(folded.substring(from, i));
                from = -1;
            }
        }
        return words;
    }

    /// How a German keyboard without umlauts writes the text: `Müller` as `Mueller`; the text itself
    /// if it has none.
    public static String spelledOut(String text) {
        @Nullable StringBuilder out = null;
        for (var i = 0; i < text.length(); i++) {
            var spelled =
                    switch (text.charAt(i)) {
                        case 'ä', 'æ' -> "ae";
                        case 'Ä', 'Æ' -> "Ae";
                        case 'ö', 'ø' -> "oe";
                        case 'Ö', 'Ø' -> "Oe";
                        case 'ü' -> "ue";
                        case 'Ü' -> "Ue";
                        case 'å' -> "aa";
                        case 'Å' -> "Aa";
                        default -> "";
                    };
            if (!spelled.isEmpty() && out == null) {
                out = new StringBuilder(text.length() + 4).append(text, 0, i);
            }
            if (out != null) {
                out.append(spelled.isEmpty() ? text.substring(i, i + 1) : spelled);
            }
        }
        return out == null ? text : out.toString();
    }

    /// A number as the other side may write it: digits without leading zeros; other texts as folded.
    public static String number(String text) {
        var folded = fold(text.strip());
        var start = 0;
        for (var i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) < '0' || folded.charAt(i) > '9') {
                return folded;
            }
        }
        while (start < folded.length() - 1 && folded.charAt(start) == '0') {
            start++;
        }
        return folded.substring(start);
    }

    private static boolean parts(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ',' || c == ';';
    }

    private static @Nullable String plainAscii(String text) {
        var upper = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > 126) {
                return null;
            }
            upper |= c >= 'A' && c <= 'Z';
        }
        return upper ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case 'ł' -> out.append('l');
            case 'đ', 'ð' -> out.append('d');
            case 'ø' -> out.append('o');
            case 'ħ' -> out.append('h');
            case 'ı' -> out.append('i');
            case 'ŧ' -> out.append('t');
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            default -> {
                if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
