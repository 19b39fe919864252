package app.lodge.personalization.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.classic.ClassicCard.ValueStyle;
import app.lodge.personalization.classic.ClassicValue.Settled;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import app.lodge.personalization.virtual.VirtualStorageCard.Tear;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Values with a backup on a MIFARE Classic, torn away at every APDU.
@Tag("ID-47")
@Tag("CHAIN-11")
class ClassicValueTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final byte[] KEY_A = HexFormat.of().parseHex("A1A1A1A1A1A1");
    private static final byte[] KEY_B = HexFormat.of().parseHex("B2B2B2B2B2B2");
    private static final int SECTOR = 2;

    private final InProcessReader reader = new InProcessReader("desk");

    private int main(ClassicSize size, int sector) {
        return size.first(sector);
    }

    private VirtualStorageCard prepared(ClassicSize size, int sector, int value) throws Exception {
        var card = VirtualStorageCard.classic(size, new Uid("DEADBEEF"));
        reader.insert(card);
        try (var link = reader.connect(SOON)) {
            var classic = new ClassicCard(link, size);
            assertThat(classic.open(sector, Key.A, ClassicCard.factoryKey())).isTrue();
            int last = size.trailer(sector) - 1;
            int step = (last - main(size, sector)) / 2;
            new ClassicValue(classic, main(size, sector), main(size, sector) + step).begin(value);
            classic.write(new SectorTrailer(KEY_A, AccessBits.PURSE, 0, KEY_B));
        }
        return card;
    }

    private interface Work<T> {
        T on(ClassicValue value) throws DeviceException;
    }

    private <T> T with(ClassicSize size, int sector, ValueStyle style, Key key, Work<T> work)
            throws DeviceException {
        try (var link = reader.connect(SOON)) {
            var card = new ClassicCard(link, size, style);
            assertThat(card.open(sector, key, key == Key.A ? KEY_A : KEY_B)).isTrue();
            int step = (size.trailer(sector) - 1 - main(size, sector)) / 2;
            return work.on(new ClassicValue(card, main(size, sector), main(size, sector) + step));
        }
    }

    private <T> T with(ValueStyle style, Key key, Work<T> work) throws DeviceException {
        return with(ClassicSize.ONE_K, SECTOR, style, key, work);
    }

    @ParameterizedTest
    @EnumSource(
            value = ValueStyle.class,
            names = {"DIRECT", "ACS"})
    void keyALowersAndOnlyKeyBRaises(ValueStyle style) throws Exception {
        prepared(ClassicSize.ONE_K, SECTOR, 1000);

        assertThat((int) with(style, Key.A, value -> value.debit(300))).isEqualTo(700);
        assertThatThrownBy(() -> with(style, Key.A, value -> value.credit(100)))
                .isInstanceOf(DeviceException.class);
        assertThat((int) with(style, Key.B, value -> value.credit(50))).isEqualTo(750);
        assertThat(with(style, Key.A, ClassicValue::settle)).isEqualTo(new Settled.Sound(750));
        assertThatThrownBy(() -> with(style, Key.A, value -> value.debit(751)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReaderWithoutValueCommandsReadsComputesAndWrites() throws Exception {
        prepared(ClassicSize.ONE_K, SECTOR, 1000);

        assertThat((int) with(ValueStyle.NONE, Key.B, value -> value.debit(300))).isEqualTo(700);
        assertThatThrownBy(() -> with(ValueStyle.NONE, Key.A, value -> value.debit(1)))
                .isInstanceOf(DeviceException.class);
    }

    @Test
    void theLargeSectorsOfA4kHoldValuesToo() throws Exception {
        int large = 35;
        prepared(ClassicSize.FOUR_K, large, 1000);

        assertThat(
                        (int)
                                with(
                                        ClassicSize.FOUR_K,
                                        large,
                                        ValueStyle.DIRECT,
                                        Key.A,
                                        value -> value.debit(1)))
                .isEqualTo(999);
    }

    static Stream<Arguments> everyTear() {
        return Arrays.stream(ValueStyle.values())
                .filter(style -> style != ValueStyle.NONE)
                .flatMap(style ->
                        Arrays.stream(Tear.values())
                                .flatMap(tear ->
                                        Stream.of(true, false)
                                                .map(debit -> Arguments.of(style, tear, debit))));
    }

    @ParameterizedTest
    @MethodSource("everyTear")
    void aCardTornAtAnyApduHoldsTheOldValueOrTheNewOne(ValueStyle style, Tear tear, boolean debit)
            throws Exception {
        var key = debit ? Key.A : Key.B;
        Work<Integer> work = value -> debit ? value.debit(300) : value.credit(300);
        int after = debit ? 700 : 1300;
        boolean torn = true;
        boolean old = false;
        boolean fresh = false;
        for (int apdu = 0; torn; apdu++) {
            assertThat(apdu).as("it ends").isLessThan(40);
            var card = prepared(ClassicSize.ONE_K, SECTOR, 1000);
            card.tear(apdu, tear);
            try {
                with(style, key, work);
                torn = false;
            } catch (DeviceException _) {
                // torn as asked
            }
            card.holdStill();

            int settled = value(with(style, Key.A, ClassicValue::settle));

            assertThat(settled).as("torn %s APDU %d", tear, apdu).isIn(1000, after);
            old |= settled == 1000;
            fresh |= settled == after;
            assertThat(with(style, Key.A, ClassicValue::settle))
                    .isEqualTo(new Settled.Sound(settled));
        }
        assertThat(old).isTrue();
        assertThat(fresh).isTrue();
    }

    private static int value(Settled settled) {
        return switch (settled) {
            case Settled.Sound(int value) -> value;
            case Settled.Restored(int value) -> value;
            case Settled.Lost _ -> throw new AssertionError("both blocks lost");
        };
    }

    @Test
    void withBothBlocksLostItSaysSo() throws Exception {
        prepared(ClassicSize.ONE_K, SECTOR, 1000);
        try (var link = reader.connect(SOON)) {
            var card = new ClassicCard(link, ClassicSize.ONE_K);
            assertThat(card.open(SECTOR, Key.B, KEY_B)).isTrue();
            card.write(8, new byte[16]);
            card.write(9, new byte[16]);
        }

        assertThat(with(ValueStyle.DIRECT, Key.A, ClassicValue::settle))
                .isEqualTo(new Settled.Lost());
        assertThatThrownBy(() -> with(ValueStyle.DIRECT, Key.A, value -> value.debit(1)))
                .isInstanceOf(DeviceException.class);
    }
}
