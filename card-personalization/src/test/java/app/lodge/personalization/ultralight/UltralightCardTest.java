package app.lodge.personalization.ultralight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.ultralight.UltralightCard.Counter;
import app.lodge.personalization.ultralight.UltralightCard.Guarded;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import app.lodge.personalization.virtual.VirtualStorageCard.Tear;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Ultralight family's guards, counters and bits that are set for ever.
@Tag("ID-47")
class UltralightCardTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Uid SEVEN = new Uid("04A1B2C3D4E5F6");
    private static final byte[] OURS = HEX.parseHex("00112233445566778899AABBCCDDEEFF");
    private static final byte[] PASSWORD = HEX.parseHex("C0FFEE42BEEF");
    private static final byte[] PAGE = Bytes.of(1, 2, 3, 4);

    private final InProcessReader reader = new InProcessReader("desk");

    private interface Work<T> {
        T on(UltralightCard card) throws DeviceException;
    }

    private VirtualStorageCard lay(UltralightType type) {
        var card = VirtualStorageCard.ultralight(type, SEVEN);
        reader.insert(card);
        return card;
    }

    private <T> T with(UltralightType type, Work<T> work) throws DeviceException {
        try (var link = reader.connect(SOON)) {
            return work.on(new UltralightCard(link, type));
        }
    }

    /// MF0ICU2 §7.5.5.1, the data sheet's numerical example.
    @Test
    void authenticatesAsTheDataSheetDoesIt() throws Exception {
        List<String> sent = new ArrayList<>();
        var answers = new ArrayList<>(List.of("AF577293FD2F34CA51", "003B884FA07C137CE1"));
        CardLink link =
                new CardLink() {
                    @Override
                    public byte[] atr() {
                        return new byte[0];
                    }

                    @Override
                    public byte[] transmit(byte[] apdu) {
                        sent.add(HEX.formatHex(apdu).substring(10));
                        return HEX.parseHex("D54300" + answers.removeFirst() + "9000");
                    }

                    @Override
                    public void close() {}
                };
        var random = new Fixed(HEX.parseHex("A8AF3B256C75ED40"));

        assertThat(
                        new UltralightCard(link, UltralightType.ULTRALIGHT_C, random)
                                .authenticate(UltralightCard.factoryKey()))
                .isTrue();
        assertThat(sent).containsExactly("D4421A00", "D442AF0A638559FC7737F9F15D7862EBBE967A");
    }

    private record Fixed(byte[] bytes) implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }

    @Test
    void anUltralightCTakesOurKeyAndNoOther() throws Exception {
        var type = UltralightType.ULTRALIGHT_C;
        lay(type);
        with(
                type,
                card -> {
                    assertThat(card.authenticate(UltralightCard.factoryKey())).isTrue();
                    card.changeKey(OURS);
                    return true;
                });

        assertThat((boolean) with(type, card -> card.authenticate(UltralightCard.factoryKey())))
                .isFalse();
        assertThat((boolean) with(type, card -> card.authenticate(OURS))).isTrue();
    }

    @Test
    void anUltralightCShowsAndTakesGuardedPagesOnlyAfterwards() throws Exception {
        var type = UltralightType.ULTRALIGHT_C;
        lay(type);
        with(
                type,
                card -> {
                    card.authenticate(UltralightCard.factoryKey());
                    card.write(10, PAGE);
                    card.guard(8, Guarded.READING_AND_WRITING);
                    return true;
                });

        assertThatThrownBy(() -> with(type, card -> card.read(10)))
                .isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> with(type, card -> written(card, 10)))
                .isInstanceOf(DeviceException.class);
        assertThat((boolean) with(type, card -> written(card, 6))).isTrue();
        byte[] seen =
                with(
                        type,
                        card -> {
                            card.authenticate(UltralightCard.factoryKey());
                            return card.read(10);
                        });
        assertThat(seen).startsWith(1, 2, 3, 4);
    }

    @Test
    void anUltralightCTornWhileItsKeyChangesIsOpenedAgain() throws Exception {
        var type = UltralightType.ULTRALIGHT_C;
        for (var tear : List.of(Tear.BEFORE, Tear.AFTER)) {
            for (int apdu = 0; apdu < 6; apdu++) {
                var torn = lay(type);
                torn.tear(apdu, tear);
                try {
                    with(
                            type,
                            card -> {
                                card.authenticate(UltralightCard.factoryKey());
                                card.changeKey(OURS);
                                return true;
                            });
                } catch (DeviceException _) {
                    // torn as asked
                }
                torn.holdStill();

                assertThat(opensWithOneOf(type)).as("%s APDU %d", tear, apdu).isTrue();
            }
        }
    }

    private boolean opensWithOneOf(UltralightType type) throws DeviceException {
        for (byte[] key : UltralightCard.tornKeys(UltralightCard.factoryKey(), OURS)) {
            if (with(type, card -> card.authenticate(key))) {
                with(
                        type,
                        card -> {
                            card.authenticate(key);
                            card.changeKey(OURS);
                            return true;
                        });
                return with(type, card -> card.authenticate(OURS));
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(
            value = UltralightType.class,
            names = {"ULTRALIGHT_EV1_11", "ULTRALIGHT_EV1_21", "NTAG213", "NTAG215", "NTAG216"})
    void aPasswordGuardsPages(UltralightType type) throws Exception {
        lay(type);
        with(
                type,
                card -> {
                    card.write(8, PAGE);
                    card.setPassword(PASSWORD);
                    card.guard(8, Guarded.READING_AND_WRITING);
                    return true;
                });

        assertThatThrownBy(() -> with(type, card -> card.read(8)))
                .isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> with(type, card -> written(card, 8)))
                .isInstanceOf(DeviceException.class);
        byte[] wrong = PASSWORD.clone();
        wrong[0] ^= 1;
        assertThat((boolean) with(type, card -> card.unlock(wrong))).isFalse();
        byte[] copied = PASSWORD.clone();
        copied[5] ^= 1;
        assertThat((boolean) with(type, card -> card.unlock(copied)))
                .as("a chip that acknowledges with something else")
                .isFalse();
        byte[] seen =
                with(
                        type,
                        card -> {
                            assertThat(card.unlock(PASSWORD)).isTrue();
                            byte[] read = card.read(8);
                            assertThat(card.read(type.passwordPage())).startsWith(0, 0, 0, 0);
                            card.unguard();
                            return read;
                        });
        assertThat(seen).startsWith(1, 2, 3, 4);
        assertThat(this.<byte[]>with(type, card -> card.read(8))).startsWith(1, 2, 3, 4);
    }

    @Test
    void countersOnlyGoUpAndRememberATear() throws Exception {
        var type = UltralightType.ULTRALIGHT_EV1_21;
        var card = lay(type);

        with(type, it -> counted(it, 1, 5));
        assertThat(counter(type, 1)).contains(new Counter(5, true));
        card.tear(0, Tear.WITHIN);
        assertThatThrownBy(() -> with(type, it -> counted(it, 1, 3)))
                .isInstanceOf(DeviceException.class);

        assertThat(counter(type, 1)).contains(new Counter(5, false));
        with(type, it -> counted(it, 1, 3));
        assertThat(counter(type, 1)).contains(new Counter(8, true));
        assertThatThrownBy(() -> with(type, it -> counted(it, 1, 0xFFFFFF)))
                .isInstanceOf(DeviceException.class);
        assertThat(counter(type, 0)).contains(new Counter(0, true));
        assertThat(counter(type, 3)).isEmpty();
    }

    @Test
    void lockAndOneTimeBitsAreSetOnlyWhenAskedTwice() throws Exception {
        var type = UltralightType.ULTRALIGHT;
        lay(type);
        var lock = new Burning(2, Bytes.of(0, 0, 0x10, 0));

        assertThatThrownBy(() ->
                        with(
                                type,
                                card -> {
                                    card.burn(lock, new Burning(2, Bytes.of(0, 0, 0x20, 0)));
                                    return true;
                                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat((boolean) with(type, card -> written(card, 4))).isTrue();
        with(
                type,
                card -> {
                    card.burn(lock, new Burning(2, Bytes.of(0, 0, 0x10, 0)));
                    return true;
                });

        assertThatThrownBy(() -> with(type, card -> written(card, 4)))
                .isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> with(type, card -> written(card, 2)))
                .as("never by the way")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Counter> counter(UltralightType type, int number) throws DeviceException {
        return with(type, card -> card.counter(number));
    }

    private static boolean written(UltralightCard card, int page) throws DeviceException {
        card.write(page, PAGE);
        return true;
    }

    private static boolean counted(UltralightCard card, int number, int by) throws DeviceException {
        card.count(number, by);
        return true;
    }
}
