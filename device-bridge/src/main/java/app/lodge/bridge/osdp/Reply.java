package app.lodge.bridge.osdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// What a reader answers (IEC 60839-11-5, 7).
sealed interface Reply {

    record Ack() implements Reply {}

    /// @param code 1 check, 2 length, 3 unknown command, 4 sequence, 5 security not supported, 6 security
    ///     needed, 7 and 8 biometrics, 9 record
    record Nak(int code) implements Reply {
        static final int SEQUENCE = 4;
        static final int NO_SECURITY = 5;
        static final int SECURITY_NEEDED = 6;
    }

    /// @param vendor 6 hex digits; `serial` 8
    record Identity(String vendor, int model, int version, String serial, String firmware)
            implements Reply {}

    record Capabilities(List<Capability> all) implements Reply {

        record Capability(int function, int compliance, int count) {}

        boolean secure() {
            return all.stream().anyMatch(one -> one.function() == 9 && (one.compliance() & 1) == 1);
        }
    }

    record LocalStatus(boolean tamper, boolean powerFailing) implements Reply {}

    record Inputs(List<Boolean> active) implements Reply {}

    record Outputs(List<Boolean> active) implements Reply {}

    record Readers(List<Integer> tamper) implements Reply {}

    /// A card, as its bits came.
    ///
    /// @param format 0 raw, 1 Wiegand
    /// @param bits how many; left-aligned in `bytes`
    record Card(int reader, int format, int bits, byte[] bytes) implements Reply {
        public Card {
            bytes = bytes.clone();
        }

        /// Upper-case, of whole bytes; the last bits of a number that does not fill its bytes stand at
        /// their left.
        String hex() {
            return HexFormat.of().withUpperCase().formatHex(bytes);
        }

        @Override
        public String toString() {
            return "Card[%d, %d bits]".formatted(reader, bits);
        }
    }

    /// @param keys digits, `*` and `#`
    record Keys(int reader, String keys) implements Reply {
        @Override
        public String toString() {
            return "Keys[%d, ***]".formatted(reader);
        }
    }

    record Communication(int address, int baud) implements Reply {}

    record Cryptogram(byte[] id, byte[] randomB, byte[] cryptogram) implements Reply {
        public Cryptogram {
            id = id.clone();
            randomB = randomB.clone();
            cryptogram = cryptogram.clone();
        }
    }

    record InitialMac(byte[] mac) implements Reply {
        public InitialMac {
            mac = mac.clone();
        }
    }

    /// Ask again.
    record Busy() implements Reply {}

    /// One that is not used here, or whose data are too short.
    record Other(int code, int length) implements Reply {}

    static Reply of(Packet packet) {
        var d = packet.data();
        return switch (packet.code()) {
            case 0x40 -> new Ack();
            case 0x41 -> d.length < 1 ? other(packet) : new Nak(d[0] & 0xFF);
            case 0x45 -> d.length < 12 ? other(packet) : identity(d);
            case 0x46 -> capabilities(d);
            case 0x48 -> d.length < 2 ? other(packet) : new LocalStatus(d[0] != 0, d[1] != 0);
            case 0x49 -> new Inputs(flags(d));
            case 0x4A -> new Outputs(flags(d));
            case 0x4B -> new Readers(values(d));
            case 0x50 -> d.length < 4 ? other(packet) : card(packet);
            case 0x53 -> d.length < 2 ? other(packet) : keys(d);
            case 0x54 -> d.length < 5 ? other(packet) : new Communication(d[0] & 0x7F, int32(d));
            case 0x76 ->
                    d.length < 32
                            ? other(packet)
                            : new Cryptogram(
                                    Arrays.copyOf(d, 8),
                                    Arrays.copyOfRange(d, 8, 16),
                                    Arrays.copyOfRange(d, 16, 32));
            case 0x78 -> d.length < 16 ? other(packet) : new InitialMac(Arrays.copyOf(d, 16));
            case 0x79 -> new Busy();
            default -> other(packet);
        };
    }

    private static Reply other(Packet packet) {
        return new Other(packet.code(), packet.data().length);
    }

    private static Reply identity(byte[] d) {
        var hex = HexFormat.of().withUpperCase();
        return new Identity(
                hex.formatHex(d, 0, 3),
                d[3] & 0xFF,
                d[4] & 0xFF,
                hex.formatHex(d, 5, 9),
                "%d.%d.%d".formatted(d[9] & 0xFF, d[10] & 0xFF, d[11] & 0xFF));
    }

    private static Reply capabilities(byte[] d) {
        var all = new ArrayList<Capabilities.Capability>();
        for (var i = 0; i + 2 < d.length; i += 3) {
            all.add(new Capabilities.Capability(d[i] & 0xFF, d[i + 1] & 0xFF, d[i + 2] & 0xFF));
        }
        return new Capabilities(all);
    }

    private static Reply card(Packet packet) {
        var d = packet.data();
        var bits = d[2] & 0xFF | (d[3] & 0xFF) << 8;
        var bytes = (bits + 7) / 8;
        return d.length < 4 + bytes
                ? other(packet)
                : new Card(d[0] & 0xFF, d[1] & 0xFF, bits, Arrays.copyOfRange(d, 4, 4 + bytes));
    }

    private static Reply keys(byte[] d) {
        var count = Math.min(d[1] & 0xFF, d.length - 2);
        return new Keys(
                d[0] & 0xFF,
                new String(d, 2, count, StandardCharsets.US_ASCII)
                        .replace('\u007F', '*')
                        .replace('\r', '#'));
    }

    private static List<Boolean> flags(byte[] d) {
        return values(d).stream().map(value -> value != 0).toList();
    }

    private static List<Integer> values(byte[] d) {
        var values = new ArrayList<Integer>();
        for (var value : d) {
            values.add(value & 0xFF);
        }
        return values;
    }

    private static int int32(byte[] d) {
        return d[1] & 0xFF | (d[2] & 0xFF) << 8 | (d[3] & 0xFF) << 16 | (d[4] & 0xFF) << 24;
    }
}
