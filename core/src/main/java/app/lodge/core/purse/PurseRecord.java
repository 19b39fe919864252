package app.lodge.core.purse;

import app.lodge.core.keys.Bytes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// One change of a purse, as it stands on the card, in the terminal and in the books (CHAIN-30). 48
/// bytes, numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 4 | counter of the card, from 1 |
/// | 1 | kind: 1 load, 2 debit, 3 refund, 4 undo, 5 pay-out |
/// | 4 | terminal, 0 for the back office |
/// | 4 | the terminal's sequence; the back office's number of the order |
/// | 4 | operator, 0 for none |
/// | 4 | time, seconds since 1970 in UTC, unsigned |
/// | 4 | amount, minor units |
/// | 4 | balance after, minor units |
/// | 4 | points after |
/// | 2 | currency, ISO 4217's number |
/// | 1 | version of the key of the check value |
/// | 4 | zeros |
/// | 8 | check value over the 40 bytes before ({@link app.lodge.core.keys.CardKeys#purseCheck}) |
///
/// @param terminal the payment point's number, 0 for the back office
/// @param at to the second
/// @param amount 0 or more
/// @param currency ISO 4217's number
/// @param check 16 upper-case hex digits
public record PurseRecord(
        long counter,
        PurseKind kind,
        long terminal,
        long sequence,
        long operator,
        Instant at,
        long amount,
        long balanceAfter,
        long pointsAfter,
        int currency,
        int keyVersion,
        String check) {

    /// Bytes on the card.
    public static final int LENGTH = 48;

    /// Bytes that the check value is over.
    public static final int CHECKED = 40;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final long MOST = 0xFFFF_FFFFL;

    public PurseRecord {
        for (long number : new long[] {counter, terminal, sequence, operator}) {
            inRange(number, MOST);
        }
        inRange(at.getEpochSecond(), MOST);
        for (long number : new long[] {amount, balanceAfter, pointsAfter}) {
            inRange(number, Integer.MAX_VALUE);
        }
        inRange(currency, 999);
        inRange(keyVersion, 255);
        if (at.getNano() != 0 || !check.matches("[0-9A-F]{16}")) {
            throw new IllegalArgumentException(
                    "Record %d: its time %s must be whole seconds and its check value 16 hex digits"
                            .formatted(counter, at));
        }
    }

    private static void inRange(long number, long most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(
                    "%d in a purse's record is outside 0 to %d".formatted(number, most));
        }
    }

    /// Without the check value.
    public byte[] checked() {
        return ByteBuffer.allocate(CHECKED)
                .putInt((int) counter)
                .put((byte) kind.code())
                .putInt((int) terminal)
                .putInt((int) sequence)
                .putInt((int) operator)
                .putInt((int) at.getEpochSecond())
                .putInt((int) amount)
                .putInt((int) balanceAfter)
                .putInt((int) pointsAfter)
                .putShort((short) currency)
                .put((byte) keyVersion)
                .array();
    }

    public byte[] encode() {
        return Bytes.join(checked(), HEX.parseHex(check));
    }

    /// 96 upper-case hex digits, as messages carry it.
    public String hex() {
        return HEX.formatHex(encode());
    }

    public PurseRecord with(byte[] checkValue) {
        return new PurseRecord(
                counter,
                kind,
                terminal,
                sequence,
                operator,
                at,
                amount,
                balanceAfter,
                pointsAfter,
                currency,
                keyVersion,
                HEX.formatHex(checkValue));
    }

    /// What the value was before it.
    public long balanceBefore() {
        return balanceAfter - kind.sign() * amount;
    }

    /// @return empty if these bytes are no record
    public static Optional<PurseRecord> decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        long counter = unsigned(in);
        var kind = PurseKind.of(in.get());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PurseRecord(
                            counter,
                            kind.get(),
                            unsigned(in),
                            unsigned(in),
                            unsigned(in),
                            Instant.ofEpochSecond(unsigned(in)),
                            unsigned(in),
                            unsigned(in),
                            unsigned(in),
                            in.getShort() & 0xFFFF,
                            in.get() & 0xFF,
                            HEX.formatHex(bytes, CHECKED, LENGTH)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// @return empty if this is no record
    public static Optional<PurseRecord> ofHex(String hex) {
        return hex.matches("[0-9A-F]{96}") ? decode(HEX.parseHex(hex)) : Optional.empty();
    }

    private static long unsigned(ByteBuffer in) {
        return in.getInt() & MOST;
    }
}
