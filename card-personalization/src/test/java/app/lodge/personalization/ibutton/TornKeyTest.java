package app.lodge.personalization.ibutton;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// A key is pulled after each 1-Wire byte of an encoding, also in the middle of a copy inside it. The
/// next attempt ends in a good key.
@Tag("KEY-25")
class TornKeyTest {

    private static final KeyRecord FIRST = new KeyRecord(2524, 0, 5_000, 20_000, 3_000);
    private static final KeyRecord SECOND = new KeyRecord(2524, 0, 7_500, 20_000, 3_000);
    private static final int NEVER = Integer.MAX_VALUE / 8;

    @ParameterizedTest
    @EnumSource(value = ButtonFamily.class, mode = Mode.EXCLUDE, names = "DS1990A")
    void aBlankKeyPulledAnywhereIsMadeGoodByTheNextAttempt(ButtonFamily family)
            throws DeviceException {
        long bytes = encoded(family, false, NEVER, 0);
        int step = stepOf(family);
        for (int torn : new int[] {0, 1, 5}) {
            for (int at = 1; at <= bytes; at += step) {
                encoded(family, false, at, torn);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = ButtonFamily.class, mode = Mode.EXCLUDE, names = "DS1990A")
    void aKeyInUsePulledAnywhereKeepsOneOfItsTwoValuesOrSaysThatItIsTorn(ButtonFamily family)
            throws DeviceException {
        long bytes = encoded(family, true, NEVER, 0);
        int step = stepOf(family);
        for (int torn : new int[] {0, 1, 5}) {
            for (int at = 1; at <= bytes; at += step) {
                encoded(family, true, at, torn);
            }
        }
    }

    /// Every byte; of the large ones, where a look reads kilobytes, some of those.
    private static int stepOf(ButtonFamily family) {
        return switch (family) {
            case DS1977 -> 2999;
            case DS1996 -> 499;
            case DS1995 -> 61;
            case DS1993 -> 7;
            case DS1990A, DS1992, DS1971, DS1972 -> 1;
        };
    }

    private static long encoded(ButtonFamily family, boolean inUse, int pulledAfter, int copied)
            throws DeviceException {
        var wire = new VirtualBus();
        var button = Buttons.blank(family);
        wire.lay(button);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            if (inUse) {
                assertThat(file(family, bus, button).write(FIRST)).isEqualTo(FIRST);
            }
            var wanted = inUse ? SECOND : FIRST;
            long begun = wire.bytes();
            wire.pullAfter(pulledAfter, copied);
            boolean told = false;
            try {
                file(family, bus, button).write(wanted);
            } catch (DeviceException e) {
                told = true;
                assertThat(e.fault())
                        .isInstanceOfAny(
                                DeviceFault.CardRemoved.class,
                                DeviceFault.VerifyMismatch.class,
                                DeviceFault.CardRefused.class);
            }
            long took = wire.bytes() - begun;
            if (wire.buttons().isEmpty()) {
                wire.lay(button);
            } else {
                wire.pullAfter(NEVER, 0);
            }
            lookAgain(family, bus, button, inUse, told, pulledAfter);
            var stands = file(family, bus, button).write(wanted);
            assertThat(stands.value())
                    .as("%s pulled after %d", family, pulledAfter)
                    .isEqualTo(wanted.value());
            assertThat(file(family, bus, button).look())
                    .isInstanceOfSatisfying(
                            KeyContents.Lodge.class,
                            lodge -> assertThat(lodge.record()).isEqualTo(stands));
            return took;
        }
    }

    private static void lookAgain(
            ButtonFamily family,
            OneWireBus bus,
            VirtualButton button,
            boolean inUse,
            boolean told,
            int pulledAfter)
            throws DeviceException {
        var seen = file(family, bus, button).look();
        if (!told) {
            assertThat(seen).isInstanceOf(KeyContents.Lodge.class);
        }
        switch (seen) {
            case KeyContents.Lodge(var record, var _, var _) ->
                    assertThat(record.value()).isIn(FIRST.value(), SECOND.value());
            case KeyContents.Blank _, KeyContents.Torn _ ->
                    assertThat(inUse && family != ButtonFamily.DS1971)
                            .as("%s lost its value, pulled after %d", family, pulledAfter)
                            .isFalse();
            case KeyContents.NumberOnly _,
                    KeyContents.Forged _,
                    KeyContents.Others _,
                    KeyContents.Data _,
                    KeyContents.Log _ ->
                    throw new AssertionError(seen + " after a pull at " + pulledAfter);
        }
    }

    private static KeyFile file(ButtonFamily family, OneWireBus bus, VirtualButton button) {
        return new KeyFile(
                family.memory(bus, button.rom()).orElseThrow(), button.rom(), Buttons.seal());
    }
}
