package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.operators.OperatorCard;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The half of a secret on an operator's card (CHAIN-07): given out to this machine only, and written
/// whole or not at all.
@Tag("CHAIN-07")
@Tag("CHAIN-08")
class UnlockCardTest {

    private static final byte[] HALF = half(7);
    private static final CardKeys MACHINE = keys(1);

    @TempDir private Path folder;
    private CardDesk desk;
    private final UnlockCard card = new UnlockCard(CLERK, SOON);

    @BeforeEach
    void open() throws Exception {
        desk = new CardDesk(folder, "rathaus");
    }

    private static byte[] half(int of) {
        byte[] half = new byte[UnlockCard.HALF];
        Arrays.fill(half, (byte) of);
        return half;
    }

    private static CardKeys keys(int of) {
        return VaultCardKeys.growing(HeldKey.taking(half(of)), InstantSource.system());
    }

    private VirtualDesfire issued() throws DeviceException {
        var chip = CardDesk.blank();
        try (var reader = new InProcessReader("printer")) {
            reader.insert(chip);
            OperatorCardDesk.write(
                    CLERK,
                    desk.keys,
                    reader,
                    SOON,
                    new OperatorCard(
                            1,
                            3,
                            "Ida",
                            UID,
                            OperatorCard.Level.ADMINISTRATOR,
                            "",
                            LocalDate.of(2099, 12, 31),
                            OperatorCard.State.ACTIVE,
                            Instant.EPOCH));
        }
        return chip;
    }

    @Test
    void theCardGivesItsHalfToTheMachineThatItWasWrittenFor() throws Exception {
        desk.reader.insert(CardDesk.blank());
        assertThat(card.identify(desk.reader)).isEqualTo(UID);
        assertThatThrownBy(() -> card.write(desk.reader, desk.keys, MACHINE, HALF))
                .as("a blank is no operator's card")
                .isInstanceOf(DeviceException.class);
        desk.reader.remove();
        desk.reader.insert(issued());
        assertThatThrownBy(() -> card.read(desk.reader, MACHINE))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("vault");
        card.write(desk.reader, desk.keys, MACHINE, HALF);
        assertThat(card.read(desk.reader, MACHINE)).isEqualTo(HALF);
        assertThatThrownBy(() -> card.read(desk.reader, keys(2)))
                .as("another machine's key")
                .isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> card.read(desk.reader, desk.keys))
                .as("the site's keys: a vault's custodian is no opener")
                .isInstanceOf(DeviceException.class);
    }

    @Test
    void anIdAndAHalfLieOnOneCardAndANewHalfReplacesTheOld() throws Exception {
        desk.reader.insert(issued());
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, CardDesk.NUMBER);
        card.write(desk.reader, desk.keys, MACHINE, HALF);
        var another = keys(3);
        card.write(desk.reader, desk.keys, another, half(8));
        assertThat(card.read(desk.reader, another)).isEqualTo(half(8));
        assertThatThrownBy(() -> card.read(desk.reader, MACHINE))
                .isInstanceOf(DeviceException.class);
        assertThat(desk.encoder.read(CLERK, desk.reader, SOON).number()).isEqualTo(CardDesk.NUMBER);
    }

    @Test
    void aCardTornOffAtAnyMomentIsWrittenByTheNextTry() throws Exception {
        int apdu = 1;
        while (torn(apdu)) {
            apdu++;
        }
        assertThat(apdu).isGreaterThan(20);
    }

    /// @return whether there was so much to tear
    private boolean torn(int apdu) throws DeviceException {
        var chip = issued();
        desk.reader.insert(chip);
        chip.tearAfter(apdu);
        try {
            card.write(desk.reader, desk.keys, keys(4), half(9));
            return false;
        } catch (DeviceException e) {
            desk.reader.remove();
            desk.reader.insert(chip);
            card.write(desk.reader, desk.keys, MACHINE, HALF);
            assertThat(card.read(desk.reader, MACHINE)).as("torn after %d", apdu).isEqualTo(HALF);
            return true;
        } finally {
            desk.reader.remove();
        }
    }
}
