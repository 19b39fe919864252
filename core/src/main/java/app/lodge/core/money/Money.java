package app.lodge.core.money;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount in integer minor units of one ISO 4217 currency (cents for EUR, yen for JPY).
///
/// Never floating point, never added across currencies (requirements 0.3).
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /// @throws ArithmeticException if the sum leaves the range of 64 bits
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean positive() {
        return minor > 0;
    }

    /// The amount in major units with the currency's own number of digits (EUR 2, JPY 0, KWD 3).
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s are two currencies. They are never added or compared."
                            .formatted(this, other));
        }
        return other;
    }

    /// For logs and machines: `12.50 EUR`. People see {@code Texts.money}.
    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }
}
