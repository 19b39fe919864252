package app.lodge.desktop.designer;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whole units as people type them: micrometres as millimetres, for one. Comma and point are both read; shown
/// is what the language writes.
///
/// @param decimals of the typed number, whose last place is one unit
record TypedNumber(int decimals) {

    String shown(int units, Locale language) {
        var plain = BigDecimal.valueOf(units, decimals).stripTrailingZeros().toPlainString();
        return language.getLanguage().matches("en|zh") ? plain : plain.replace('.', ',');
    }

    /// Null for what is no number, or has more places than there are units.
    @Nullable Integer units(String typed) {
        try {
            return new BigDecimal(typed.strip().replace(',', '.'))
                    .movePointRight(decimals)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return null;
        }
    }
}
