package app.lodge.personalization.plus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.ValueBlock;
import app.lodge.personalization.plus.PlusCard.Side;
import app.lodge.personalization.plus.PlusCard.Travel;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualPlus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// MIFARE Plus from level 0 to level 3, and what level 3 does.
@Tag("ID-47")
class PlusCardTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Uid UID = new Uid("04A1B2C3D4E5F6");
    private static final int SECTOR = 2;
    private static final int BLOCK = 8;

    private final InProcessReader reader = new InProcessReader("desk");

    @BeforeEach
    void personalise() throws Exception {
        reader.insert(VirtualPlus.blank(ClassicSize.ONE_K, UID, new Random(3)));
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            card.personalise(PlusCard.CARD_MASTER, key(1));
            card.personalise(PlusCard.CARD_CONFIGURATION, key(2));
            card.personalise(PlusCard.LEVEL_3_SWITCH, key(3));
            card.personalise(PlusCard.sectorKey(SECTOR, Side.A), key(4));
            card.personalise(PlusCard.sectorKey(SECTOR, Side.B), key(5));
            card.personalise(9, new ValueBlock(500, 9).encode());
            byte[] trailer = new byte[16];
            System.arraycopy(AccessBits.of(4, 6, 4, 3).encode(), 0, trailer, 6, 3);
            card.personalise(11, trailer);
            card.commit(UID, UID);
        }
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[16];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    private PlusCard opened(CardLink link, Side side) throws DeviceException {
        var card = new PlusCard(link, ClassicSize.ONE_K);
        assertThat(
                        card.authenticateFirst(
                                PlusCard.sectorKey(SECTOR, side), key(side == Side.A ? 4 : 5)))
                .isTrue();
        return card;
    }

    @ParameterizedTest
    @EnumSource(Travel.class)
    void keyBWritesAndKeyAReads(Travel travel) throws Exception {
        byte[] content = Bytes.join(Bytes.of(1, 2, 3), new byte[13]);
        try (var link = reader.connect(SOON)) {
            var card = opened(link, Side.B);
            card.write(BLOCK, content, travel);
            card.write(10, content, travel);
            assertThat(card.read(BLOCK, 1, travel)).isEqualTo(content);
            assertThat(card.authenticateNext(PlusCard.sectorKey(SECTOR, Side.A), key(4))).isTrue();
            assertThat(card.read(BLOCK, 3, travel)).startsWith(1, 2, 3).endsWith(new byte[13]);
            assertThatThrownBy(() -> card.write(BLOCK, content, travel))
                    .isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void keyALowersAValueAndOnlyKeyBRaisesIt() throws Exception {
        try (var link = reader.connect(SOON)) {
            var card = opened(link, Side.A);
            card.decrement(9, 9, 30);
            assertThat(ValueBlock.decode(card.read(9, 1, Travel.SEALED)))
                    .contains(new ValueBlock(470, 9));
            assertThatThrownBy(() -> card.increment(9, 9, 1)).isInstanceOf(DeviceException.class);
        }
        try (var link = reader.connect(SOON)) {
            var card = opened(link, Side.B);
            card.increment(9, 9, 100);
            assertThat(ValueBlock.decode(card.read(9, 1, Travel.PLAIN)))
                    .contains(new ValueBlock(570, 9));
        }
    }

    @Test
    void aWrongKeyOpensNothingAndNoKeyReads() throws Exception {
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            assertThat(card.authenticateFirst(PlusCard.sectorKey(SECTOR, Side.A), key(9)))
                    .isFalse();
            assertThatThrownBy(() -> card.read(BLOCK, 1, Travel.PLAIN))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aKeyIsChangedByTheCardsMaster() throws Exception {
        int number = PlusCard.sectorKey(SECTOR, Side.A);
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            assertThat(card.authenticateFirst(PlusCard.CARD_MASTER, key(1))).isTrue();
            card.changeKey(number, key(7));
        }
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            assertThat(card.authenticateFirst(number, key(4))).isFalse();
            assertThat(card.authenticateFirst(number, key(7))).isTrue();
        }
    }

    @Test
    void afterLevel0NothingIsPersonalisedAnyMore() throws Exception {
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            assertThatThrownBy(() -> card.personalise(PlusCard.CARD_MASTER, key(8)))
                    .isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void level0IsLeftOnlyWhenAskedTwice() throws Exception {
        reader.insert(VirtualPlus.blank(ClassicSize.ONE_K, UID, new Random(3)));
        try (var link = reader.connect(SOON)) {
            var card = new PlusCard(link, ClassicSize.ONE_K);
            assertThatThrownBy(() -> card.commit(UID, new Uid("04A1B2C3D4E5F7")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> card.commit(UID, UID))
                    .as("without the keys that level 3 needs")
                    .isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void anAnswerWithOneBitOffIsForged() throws Exception {
        try (var link = reader.connect(SOON)) {
            var tampering = new Tampering(link);
            var card = opened(tampering, Side.A);
            tampering.armed = true;
            assertThatThrownBy(() -> card.read(BLOCK, 1, Travel.PLAIN))
                    .isInstanceOfSatisfying(
                            DeviceException.class,
                            e ->
                                    assertThat(e.fault())
                                            .isEqualTo(new DeviceFault.AnswerForged("Read")));
        }
    }

    private static final class Tampering implements CardLink {
        private final CardLink link;
        private boolean armed;

        Tampering(CardLink link) {
            this.link = link;
        }

        @Override
        public byte[] atr() {
            return link.atr();
        }

        @Override
        public byte[] transmit(byte[] apdu) throws DeviceException {
            byte[] answer = link.transmit(apdu);
            if (armed) {
                answer[0] ^= 1;
            }
            return answer;
        }

        @Override
        public void close() {}
    }
}
