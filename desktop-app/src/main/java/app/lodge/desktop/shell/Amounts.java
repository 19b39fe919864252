package app.lodge.desktop.shell;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Optional;

/// Reads an amount as people type it: `12,50`, `12.5`, `12`. No thousands separators, because a
/// comma would then mean two things.
public final class Amounts {

    private Amounts() {}

    /// Either an amount above zero or what is wrong with it.
    public record Reading(Optional<Money> amount, Optional<Problem> problem) {}

    /// @param field whose problem it would be
    public static Reading read(String field, String typed, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        var text = typed.strip().replace(',', '.');
        if (!text.matches("\\d{1,9}(\\.\\d{1,%d})?".formatted(Math.max(1, digits)))
                || (digits == 0 && text.contains("."))) {
            return wrong(field, typed, "amount.malformed", currency);
        }
        long minor = new BigDecimal(text).movePointRight(digits).longValueExact();
        return minor == 0
                ? wrong(field, typed, "amount.zero", currency)
                : new Reading(Optional.of(new Money(minor, currency)), Optional.empty());
    }

    /// The amount as a person would type it, `12,50` or `12.50` by the language of the window, which
    /// {@link DesktopWindow} has made the default for formats.
    public static String typed(Money amount) {
        char point = DecimalFormatSymbols.getInstance().getDecimalSeparator();
        return amount.major().toPlainString().replace('.', point);
    }

    private static Reading wrong(String field, String typed, String key, Currency currency) {
        return new Reading(
                Optional.empty(),
                Optional.of(Problem.of(field, typed, key, currency.getCurrencyCode())));
    }
}
