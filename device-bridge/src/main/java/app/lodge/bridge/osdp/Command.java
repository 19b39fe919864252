package app.lodge.bridge.osdp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a panel asks of a reader (IEC 60839-11-5, 6). Times are in units of 100 ms unless said.
sealed interface Command {

    int code();

    byte[] data();

    /// Something happened?
    record Poll() implements Command {
        @Override
        public int code() {
            return 0x60;
        }

        @Override
        public byte[] data() {
            return new byte[0];
        }
    }

    /// One of the questions without arguments that matter.
    enum Ask implements Command {
        ID(0x61, 1),
        CAPABILITIES(0x62, 1),
        LOCAL_STATUS(0x64, 0),
        INPUT_STATUS(0x65, 0),
        OUTPUT_STATUS(0x66, 0),
        READER_STATUS(0x67, 0);

        private final int code;
        private final int length;

        Ask(int code, int length) {
            this.code = code;
            this.length = length;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public byte[] data() {
            return new byte[length];
        }
    }

    /// @param output from 0
    /// @param action what to do; timed ones last `tenths`, 0 to 65535
    record Output(int output, Action action, int tenths) implements Command {

        enum Action {
            OFF(1),
            ON(2),
            ON_FOR(5),
            OFF_FOR(6);

            private final int value;

            Action(int value) {
                this.value = value;
            }
        }

        @Override
        public int code() {
            return 0x68;
        }

        @Override
        public byte[] data() {
            return new byte[] {
                (byte) output, (byte) action.value, (byte) tenths, (byte) (tenths >> 8)
            };
        }
    }

    enum Colour {
        OFF,
        RED,
        GREEN,
        AMBER,
        BLUE,
        MAGENTA,
        CYAN,
        WHITE
    }

    /// A light's look: on and off for so long each, in these colours.
    record Blink(int on, int off, Colour onColour, Colour offColour) {

        static Blink steady(Colour colour) {
            return new Blink(1, 0, colour, Colour.OFF);
        }
    }

    /// @param passing for `tenths`; null for none
    /// @param lasting afterwards; null to leave it
    record Led(int reader, int led, @Nullable Blink passing, int tenths, @Nullable Blink lasting)
            implements Command {

        @Override
        public int code() {
            return 0x69;
        }

        @Override
        public byte[] data() {
            var out = new ByteArrayOutputStream();
            out.write(reader);
            out.write(led);
            out.write(passing == null ? 0 : 2);
            write(out, passing == null ? new Blink(0, 0, Colour.OFF, Colour.OFF) : passing);
            out.write(tenths);
            out.write(tenths >> 8);
            out.write(lasting == null ? 0 : 1);
            write(out, lasting == null ? new Blink(0, 0, Colour.OFF, Colour.OFF) : lasting);
            return out.toByteArray();
        }

        private static void write(ByteArrayOutputStream out, Blink blink) {
            out.write(blink.on());
            out.write(blink.off());
            out.write(blink.onColour().ordinal());
            out.write(blink.offColour().ordinal());
        }
    }

    /// @param count how often; 0 for until told otherwise
    record Buzzer(int reader, int on, int off, int count) implements Command {
        @Override
        public int code() {
            return 0x6A;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) reader, 2, (byte) on, (byte) off, (byte) count};
        }
    }

    /// @param text at most 32 printable ASCII characters; others become `?`
    /// @param seconds how long; 0 for lasting
    record Text(int reader, int seconds, String text) implements Command {
        @Override
        public int code() {
            return 0x6B;
        }

        @Override
        public byte[] data() {
            var bytes = text.getBytes(StandardCharsets.US_ASCII);
            var length = Math.min(32, bytes.length);
            var out = new ByteArrayOutputStream();
            out.write(reader);
            out.write(seconds == 0 ? 1 : 3);
            out.write(seconds);
            out.write(1);
            out.write(1);
            out.write(length);
            out.write(bytes, 0, length);
            return out.toByteArray();
        }
    }

    /// Another address and speed; the reader answers with what it will use, then changes.
    record Communication(int address, int baud) implements Command {
        @Override
        public int code() {
            return 0x6E;
        }

        @Override
        public byte[] data() {
            return new byte[] {
                (byte) address,
                (byte) baud,
                (byte) (baud >> 8),
                (byte) (baud >> 16),
                (byte) (baud >> 24)
            };
        }
    }

    /// A new base key; only within a secure channel, and from the next one on.
    record KeySet(byte[] key) implements Command {
        public KeySet {
            key = key.clone();
        }

        @Override
        public int code() {
            return 0x75;
        }

        @Override
        public byte[] data() {
            var data = new byte[2 + key.length];
            data[0] = 1;
            data[1] = (byte) key.length;
            System.arraycopy(key, 0, data, 2, key.length);
            return data;
        }

        @Override
        public String toString() {
            return "KeySet[***]";
        }
    }

    record Challenge(byte[] randomA) implements Command {
        public Challenge {
            randomA = randomA.clone();
        }

        @Override
        public int code() {
            return 0x76;
        }

        @Override
        public byte[] data() {
            return randomA.clone();
        }
    }

    record ServerCryptogram(byte[] cryptogram) implements Command {
        public ServerCryptogram {
            cryptogram = cryptogram.clone();
        }

        @Override
        public int code() {
            return 0x77;
        }

        @Override
        public byte[] data() {
            return cryptogram.clone();
        }
    }
}
