package app.lodge.personalization.plus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.plus.PlusCard.Side;
import app.lodge.personalization.plus.PlusCard.Travel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a real MIFARE Plus in level 3 and a reader that we did not write said to each other: NXP
/// published no numbers, the Proxmark3 project recorded these (`traces/hf_mfp_read_sc0_sl3.trace`, a
/// directory's sector read with the public key of directories; the reader's random number counts up).
@Tag("ID-47")
class PlusTraceTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] PUBLIC_KEY = HEX.parseHex("a0a1a2a3a4a5a6a7a0a1a2a3a4a5a6a7");

    /// Command and answer by turns, without block numbers and check sums of ISO/IEC 14443-4.
    private static final List<String> RECORDED =
            List.of(
                    "70004000",
                    "90538a666c8751aefe5fadfc7eeb12c3e1",
                    "72b6ad00edefef0774decdbf256124e518e1bc30164191393eafb531e18e880f84",
                    "906616a9b094aafba889e480f78b2a53358151a80b12b963eb3549271ffe754ebc",
                    "330000012bfacde398a04cd5",
                    "9004505d1ab76880084400020111000220365c09b811a8d749",
                    "33010001d9fe3b1d38d4c3d1",
                    "903000563d563c563c563c563c563c0000e2dd057bdfea345e",
                    "33020001fcd5c4a4c9c667a2",
                    "9000000000000000000000000000000000ae8f77fc7fc4a96c",
                    "330300011a9cadb3bbb1a989",
                    "9000000000000f0f078fc1000000000000c2ca7ab86ada6cda");

    /// Counts up, as the recorded reader's did.
    private static final RandomGenerator COUNTING =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    throw new UnsupportedOperationException("Only bytes are asked for");
                }

                @Override
                public void nextBytes(byte[] bytes) {
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = (byte) i;
                    }
                }
            };

    /// The card's side of the record: answers only what was said word for word.
    private static final class Recorded implements CardLink {

        private final Deque<String> turns;

        Recorded(List<String> turns) {
            this.turns = new ArrayDeque<>(turns);
        }

        @Override
        public byte[] atr() {
            return new byte[0];
        }

        @Override
        public byte[] transmit(byte[] apdu) {
            byte[] data = Arrays.copyOfRange(apdu, 5, apdu.length - 1);
            assertThat(HEX.formatHex(Bytes.join(Bytes.of(apdu[1] & 0xFF), data)))
                    .isEqualTo(turns.poll());
            byte[] answer = HEX.parseHex(turns.poll());
            return Bytes.join(
                    Arrays.copyOfRange(answer, 1, answer.length), Bytes.of(0x91, answer[0] & 0xFF));
        }

        @Override
        public void close() {}
    }

    private static PlusCard opened(List<String> turns) throws DeviceException {
        var card = new PlusCard(new Recorded(turns), ClassicSize.ONE_K, COUNTING);
        assertThat(card.authenticateFirst(PlusCard.sectorKey(0, Side.A), PUBLIC_KEY)).isTrue();
        return card;
    }

    @Test
    void weSayWhatTheOtherReaderSaidAndTakeWhatTheRealCardAnswered() throws Exception {
        var card = opened(RECORDED);
        assertThat(HEX.formatHex(card.read(0, 1, Travel.PLAIN))).startsWith("04505d1ab76880");
        assertThat(HEX.formatHex(card.read(1, 1, Travel.PLAIN)))
                .isEqualTo("3000563d563c563c563c563c563c0000");
        assertThat(card.read(2, 1, Travel.PLAIN)).isEqualTo(new byte[16]);
        assertThat(HEX.formatHex(card.read(3, 1, Travel.PLAIN))).contains("0f0f078fc1");
    }

    @Test
    void anAnswerWithOneBitTurnedIsNoneOfTheCards() throws Exception {
        var turns = new ArrayList<>(RECORDED.subList(0, 6));
        turns.set(5, turns.get(5).replace("9004505d", "9004505c"));
        var card = opened(turns);
        assertThatThrownBy(() -> card.read(0, 1, Travel.PLAIN))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        e -> assertThat(e.fault()).isInstanceOf(DeviceFault.AnswerForged.class));
    }
}
