package app.lodge.core.kiosks;

import java.math.BigInteger;
import java.util.Map;

/// What a number of notes and coins can make.
final class Payable {

    private Payable() {}

    /// The most that pieces make without exceeding an amount: exactly the amount where they can.
    ///
    /// Bit *n* of the set of sums says whether *n* can be made; each denomination's pieces come in lots of
    /// 1, 2, 4 … so that few shifts reach every number of them.
    ///
    /// @param pieces denomination in minor units, above zero → how many; below zero counts as none
    /// @param amount in minor units, 0 to {@link KioskRules#HIGHEST}
    static long most(Map<Long, Long> pieces, long amount) {
        var within = BigInteger.ONE.shiftLeft(Math.toIntExact(amount) + 1).subtract(BigInteger.ONE);
        var sums = BigInteger.ONE;
        for (var lot : pieces.entrySet()) {
            var left = Math.min(lot.getValue(), amount / lot.getKey());
            for (var some = 1L; left > 0; some *= 2) {
                var taken = Math.min(some, left);
                var shift = Math.toIntExact(taken * lot.getKey());
                sums = sums.or(sums.shiftLeft(shift)).and(within);
                left -= taken;
            }
        }
        return sums.bitLength() - 1L;
    }
}
