package app.lodge.core.sepa;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/// Text in the characters that every bank in SEPA takes (EPC217-08): Latin letters without accents,
/// digits, space and `/ - ? : ( ) . , ' +`.
public final class EpcText {

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");
    private static final String RULES =
            "ä > ae; ö > oe; ü > ue; Ä > Ae; Ö > Oe; Ü > Ue; ß > ss; ẞ > SS; '&' > '+'; '€' > E;"
                    + ":: Any-Latin; :: Latin-ASCII;";
    private static final ThreadLocal<Transliterator> PLAIN =
            ThreadLocal.withInitial(
                    () -> Transliterator.createFromRules("epc", RULES, Transliterator.FORWARD));

    private EpcText() {}

    /// @param most characters; what is beyond is cut off
    public static String of(String text, int most) {
        var plain = FOREIGN.matcher(PLAIN.get().transliterate(text)).replaceAll(" ");
        var single = plain.replaceAll(" +", " ").strip();
        return single.length() <= most ? single : single.substring(0, most).strip();
    }

    /// For references: no slash at either end and none doubled, which banks refuse.
    ///
    /// @throws IllegalArgumentException if nothing is left, or it is longer than 35 characters
    static String reference(String text) {
        var plain = of(text, 70).replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        if (plain.isEmpty() || plain.length() > 35) {
            throw new IllegalArgumentException(
                    "Reference '%s' has not 1 to 35 characters".formatted(plain));
        }
        return plain;
    }
}
