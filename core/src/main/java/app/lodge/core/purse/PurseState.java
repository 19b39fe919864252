package app.lodge.core.purse;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands beside the value on the card (CHAIN-18). 32 bytes, numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 1 | layout, 1 |
/// | 1 | card type |
/// | 2 | currency, ISO 4217's number |
/// | 4 | last valid day, days since 1970; 0 without end |
/// | 4 | points |
/// | 4 | counter: number of the newest record, 0 before the first |
/// | 16 | zeros |
///
/// @param cardType 0 to 255, the site's own numbering
/// @param validUntil the last day; null without end
public record PurseState(
        int cardType, int currency, @Nullable LocalDate validUntil, long points, long counter) {

    /// Bytes on the card.
    public static final int LENGTH = 32;

    private static final byte LAYOUT = 1;

    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(LAYOUT)
                .put((byte) cardType)
                .putShort((short) currency)
                .putInt(validUntil == null ? 0 : Math.toIntExact(validUntil.toEpochDay()))
                .putInt((int) points)
                .putInt((int) counter)
                .array();
    }

    /// @return empty if nothing was ever written
    public static Optional<PurseState> decode(byte[] bytes) {
        if (bytes.length < LENGTH || bytes[0] != LAYOUT) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        int type = in.get() & 0xFF;
        int currency = in.getShort() & 0xFFFF;
        int day = in.getInt();
        return Optional.of(
                new PurseState(
                        type,
                        currency,
                        day == 0 ? null : LocalDate.ofEpochDay(day),
                        in.getInt() & 0xFFFF_FFFFL,
                        in.getInt() & 0xFFFF_FFFFL));
    }

    public PurseState at(long newCounter, long newPoints) {
        return new PurseState(cardType, currency, validUntil, newPoints, newCounter);
    }

    /// The currency by its ISO 4217 number.
    public static Optional<Currency> currency(int number) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getNumericCode() == number)
                .sorted(java.util.Comparator.comparing(Currency::getCurrencyCode))
                .findFirst();
    }
}
