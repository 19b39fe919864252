package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ID-40")
@Tag("CHAIN-08")
@Tag("CHAIN-12")
class DesfireEncoderTest {

    private static final HexFormat HEX = HexFormat.of();

    @TempDir private Path folder;
    private CardDesk desk;

    @BeforeEach
    void setUp() throws Exception {
        desk = new CardDesk(folder, "rathaus");
    }

    @Test
    void writesAnIdAndProvesItInAFreshSession() throws Exception {
        desk.reader.insert(CardDesk.blank());

        var encoded = desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER);

        assertThat(encoded).isEqualTo(new EncodedCard(UID, "DESFire EV2", 1, "lodge-id@1"));
        assertThat(desk.encoder.read(CLERK, desk.reader, SOON))
                .isEqualTo(new CardIdentity(UID, "DESFire EV2", NUMBER, "rathaus", 1));
    }

    @Test
    void encodesEv3Too() throws Exception {
        desk.reader.insert(VirtualDesfire.blank(Generation.EV3, UID, new Random(1)));

        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER);
    }

    @Test
    void encodesTheSameCardAgainForAnotherNumber() throws Exception {
        desk.reader.insert(CardDesk.blank());
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        var other = new CardNumber(77, 1);

        desk.encoder.encode(CLERK, desk.reader, SOON, UID, other);

        desk.encoder.verify(CLERK, desk.reader, SOON, UID, other);
        assertThat(fault(() -> desk.encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER)))
                .isEqualTo(new DeviceFault.VerifyMismatch("content"));
    }

    @Test
    @Tag("CHAIN-13")
    void nothingIsReadFromACardBeforeAKeyIsProven() throws Exception {
        desk.reader.insert(CardDesk.blank());
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);

        try (var card = desk.reader.connect(SOON)) {
            var selected = card.transmit(HEX.parseHex("905A00000347444C00"));
            var read = card.transmit(HEX.parseHex("90BD0000070100000000000000"));
            assertThat(HEX.formatHex(selected)).isEqualTo("9100");
            assertThat(HEX.formatHex(read)).as("authentication error").isEqualTo("91ae");
        }
    }

    @Test
    @Tag("CHAIN-17")
    void refusesACardOfAnotherSiteAndLeavesItUnharmed() throws Exception {
        var other = new CardDesk(folder, "elsewhere");
        var card = CardDesk.blank();
        other.reader.insert(card);
        other.encoder.encode(CLERK, other.reader, SOON, UID, NUMBER);
        desk.reader.insert(card);

        assertThat(fault(() -> desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER)))
                .isEqualTo(new DeviceFault.KeyRefused(0, 1));
        assertThat(fault(() -> desk.encoder.read(CLERK, desk.reader, SOON)))
                .isEqualTo(new DeviceFault.KeyRefused(1, 1));
        other.encoder.verify(CLERK, other.reader, SOON, UID, NUMBER);
    }

    @Test
    void refusesAnotherCardThanTheOneIdentified() throws Exception {
        desk.reader.insert(CardDesk.blank());
        var other = new Uid("04000000000001");

        assertThat(fault(() -> desk.encoder.encode(CLERK, desk.reader, SOON, other, NUMBER)))
                .isEqualTo(new DeviceFault.VerifyMismatch("uid"));
    }

    @Test
    void saysWhatLiesOnTheReader() throws Exception {
        assertThat(fault(() -> desk.encoder.identify(CLERK, desk.reader, SOON)))
                .isEqualTo(new DeviceFault.NoCard("desk reader", SOON));

        desk.reader.insert(CardDesk.blank());
        assertThat(desk.encoder.identify(CLERK, desk.reader, SOON))
                .isEqualTo(new Chip(UID, "DESFire EV2"));
        assertThat(fault(() -> desk.encoder.read(CLERK, desk.reader, SOON)))
                .isEqualTo(new DeviceFault.UnknownCard("blank"));

        desk.reader.insert(VirtualDesfire.blank(Generation.EV1, UID, new Random(1)));
        assertThat(fault(() -> desk.encoder.identify(CLERK, desk.reader, SOON)))
                .isEqualTo(new DeviceFault.UnknownCard("DESFire EV1"));
    }

    private static DeviceFault fault(Work work) {
        return catchThrowableOfType(DeviceException.class, work::run).fault();
    }

    private interface Work {
        void run() throws DeviceException;
    }
}
