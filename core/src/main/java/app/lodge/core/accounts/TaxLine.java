package app.lodge.core.accounts;

import java.math.BigInteger;

/// The tax in one amount of a posting, in minor units: positive for turnover, negative where turnover
/// is taken back.
///
/// @param basisPoints 1,900 for 19 %
public record TaxLine(String code, int basisPoints, long net, long tax) {

    private static final long WHOLE = 10_000;

    /// Takes the tax out of an amount that contains it, rounded half away from zero.
    static TaxLine within(String code, int basisPoints, long gross) {
        var tax = share(gross, basisPoints, WHOLE + basisPoints);
        return new TaxLine(code, basisPoints, gross - tax, tax);
    }

    long gross() {
        return Math.addExact(net, tax);
    }

    TaxLine negated() {
        return new TaxLine(code, basisPoints, -net, -tax);
    }

    /// The line of a part of this one, so cut that all parts together give the whole line again.
    ///
    /// @param whole what this and its sister lines belong to; `before` and `after`: how much of it was
    ///     given back before, and with this part
    TaxLine part(long whole, long before, long after) {
        var grossPart = share(gross(), after, whole) - share(gross(), before, whole);
        var taxPart = share(tax, after, whole) - share(tax, before, whole);
        return new TaxLine(code, basisPoints, grossPart - taxPart, taxPart);
    }

    /// amount × part ÷ whole, rounded half away from zero.
    private static long share(long amount, long part, long whole) {
        var doubled = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        var divisor = BigInteger.valueOf(whole);
        var half = doubled.signum() < 0 ? divisor.negate() : divisor;
        return doubled.add(half).divide(divisor.shiftLeft(1)).longValueExact();
    }
}
