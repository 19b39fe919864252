package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.Finding;
import app.lodge.core.encodingplans.Irreversible;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.Uid;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.recognition.Inspector;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cards that show strangers another number each time (random UID) and are known to their site all the
/// same.
@Tag("ID-47")
class HiddenNumberTest {

    @TempDir private Path folder;
    private CardDesk desk;
    private DesfireEncoder encoder;

    @BeforeEach
    void open() throws Exception {
        desk = new CardDesk(folder, "rathaus");
        encoder = new DesfireEncoder(desk.keys, hiding(List.of(Irreversible.RANDOM_UID)));
    }

    /// The shipped plan of the ID, but that the number is hidden.
    private static EncodingPlan hiding(List<Irreversible> named) {
        var id = ShippedPlans.lodgeId();
        var card = (Desfire) id.medium();
        return new EncodingPlan(
                "hiding",
                1,
                "",
                new Desfire(
                        card.chips(),
                        card.capacity(),
                        card.card(),
                        false,
                        true,
                        card.applications()),
                id.readBack(),
                named);
    }

    private VirtualDesfire issued() throws DeviceException {
        var card = CardDesk.blank();
        desk.reader.insert(card);
        encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        encoder.verify(CLERK, desk.reader, SOON, UID, NUMBER);
        return card;
    }

    private Uid shown() throws DeviceException {
        try (var link = desk.reader.connect(SOON)) {
            return Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
        }
    }

    @Test
    void strangersSeeAnotherNumberEachTime() throws Exception {
        issued();
        var first = shown();
        assertThat(first.hex()).startsWith("08").hasSize(8);
        assertThat(shown()).isNotEqualTo(first);
        try (var link = desk.reader.connect(SOON)) {
            assertThat(DesfireGlance.at(link).orElseThrow().uid()).isEmpty();
        }
    }

    @Test
    void itsSiteKnowsItAgain() throws Exception {
        issued();
        var read = encoder.read(CLERK, desk.reader, SOON);
        assertThat(read.uid()).isEqualTo(UID);
        assertThat(read.number()).isEqualTo(NUMBER);

        var seen = new Inspector(desk.keys, MakersKeys.published()).look(CLERK, desk.reader, SOON);
        assertThat(seen.seen().uid()).isEmpty();
        assertThat(seen.identity().orElseThrow().uid()).isEqualTo(UID);
    }

    @Test
    void anotherSiteDoesNot() throws Exception {
        var card = issued();
        var other = new CardDesk(folder, "elsewhere");
        other.reader.insert(card);
        var fault =
                catchThrowableOfType(
                        DeviceException.class, () -> other.encoder.read(CLERK, other.reader, SOON));
        assertThat(fault.fault()).isEqualTo(new DeviceFault.KeyRefused(0, 1));
    }

    @Test
    void itsKeysRollOverAsOthersDo() throws Exception {
        issued();
        desk.keyVersion = 2;
        assertThat(encoder.read(CLERK, desk.reader, SOON).keyVersion()).isEqualTo(1);
        encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        assertThat(encoder.read(CLERK, desk.reader, SOON).keyVersion()).isEqualTo(2);
    }

    @Test
    void aPlanMustSayItTwice() {
        assertThat(PlanChecks.sound(hiding(List.of(Irreversible.RANDOM_UID)))).isTrue();
        assertThat(PlanChecks.of(hiding(List.of())).stream().filter(Finding::blocks))
                .extracting(one -> one.problem().key())
                .containsExactly("plan.once-only");
    }
}
