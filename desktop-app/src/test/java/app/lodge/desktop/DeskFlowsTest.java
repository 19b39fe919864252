package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.DeskFlow;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.issuing.IssueOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One key from a holder's trouble to its end, also when printer, reader or bridge fail in the middle.
class DeskFlowsTest {

    private static final PersonId ANA = new PersonId(1);
    private static final MediumId FIRST = new MediumId(10);
    private static final MediumId SECOND = new MediumId(11);

    @TempDir private Path folder;
    private final FakeStarter starter = new FakeStarter();
    private final FakeMedia media = starter.site.media;
    private FakeStation station;
    private CardDeskViewModel desk;

    @BeforeEach
    void sitAtTheDesk() {
        var actor = new Actor(1, "Clara", Role.CLERK, "desk-1");
        station = new FakeStation(starter.site.people, media, starter.site.batches);
        var background = new InlineBackground();
        var session =
                new Session(
                        starter.site.doors(),
                        actor,
                        starter.site.settings,
                        background,
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(new ArrayList<>()),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        var machines =
                new StationViewModel(
                        background, station, WorkstationSettings.read(folder.resolve("w")));
        machines.refresh();
        desk = new CardDeskViewModel(session, station, machines);
    }

    private void choose(PersonId person) {
        desk.person().set(starter.site.people.find(null, person).orElseThrow());
    }

    private Medium medium(MediumId id) {
        return media.find(null, id).orElseThrow();
    }

    @Test
    @Tag("ID-41")
    @Tag("ID-43")
    void aLostCardIsBlockedByOneKeyAndReplacedByTheNext() {
        choose(ANA);
        desk.flow().lost();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.LostBlocked.class);
        assertThat(medium(SECOND).blockReason()).isEqualTo(BlockReason.LOST);
        desk.flow().replace();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Replaced.class);
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.REPLACED);
    }

    @Test
    @Tag("ID-42")
    void theBlockSaysWhichDevicesDoNotKnowItAndWhatCouldBeSpentThere() {
        choose(ANA);
        desk.flow().lost();
        var spread = ((DeskFlow.LostBlocked) desk.flow().now().get()).spread();
        assertThat(spread.unconfirmed()).hasSize(2);
        assertThat(spread.spendable()).isEqualTo(1_000);
        assertThat(spread.mostAtOne()).isEqualTo(1_000);
    }

    @Test
    @Tag("ID-44")
    void itWasInTheOtherPocketAfterAll() {
        choose(ANA);
        desk.flow().lost();
        desk.flow().undo();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Found.class);
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.ACTIVE);
    }

    @Test
    @Tag("ID-43")
    void aPrinterThatFailsLeavesTheCardBlockedAndTheNextKeyTriesAgain() {
        choose(ANA);
        desk.flow().lost();
        station.fault = new DeviceFault.OutOfRibbon("evolis:Primacy");
        desk.flow().replace();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.LostBlocked.class);
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.BLOCKED);
        station.fault = null;
        desk.flow().replace();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Replaced.class);
    }

    @Test
    @Tag("ID-42")
    void aBridgeThatGoesAwayBlocksNothingAndTheSameKeyGoesOn() {
        choose(ANA);
        media.gone = new IllegalStateException("the bridge is away");
        assertThatThrownBy(() -> desk.flow().lost()).hasMessageContaining("away");
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.ACTIVE);
        desk.flow().lost();
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.BLOCKED);
    }

    @Test
    @Tag("ID-44")
    void aFoundCardLivesAgainUnlessItWasReplaced() {
        choose(ANA);
        media.block(null, RequestId.fresh(), SECOND, BlockReason.LOST);
        desk.flow().found();
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.ACTIVE);
        desk.flow().open().set(false);
        desk.flow().found();
        assertThat(desk.flow().now().get()).isEqualTo(new DeskFlow.FoundTooLate(medium(FIRST)));
        desk.flow().destroy();
        assertThat(medium(FIRST).state()).isEqualTo(MediumState.DESTROYED);
    }

    @Test
    @Tag("ID-12")
    void aReturnedCardComesBackWithItsBalanceToldAlsoAfterTheBridgeWasAway() {
        choose(ANA);
        media.gone = new IllegalStateException("the bridge is away");
        assertThatThrownBy(() -> desk.flow().returned()).hasMessageContaining("away");
        desk.flow().returned();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Returned.class);
        assertThat(((DeskFlow.Returned) desk.flow().now().get()).balance()).isPresent();
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.DESTROYED);
    }

    @Test
    @Tag("ID-12")
    void aCardWithoutANameIsIssuedAndTakenBackAndItsAccountClosedWithIt() {
        desk.enrolNameless();
        var nobody = desk.person().get();
        assertThat(nobody.details().nameless()).isTrue();
        desk.issue().issue();
        assertThat(desk.issue().result().get()).isInstanceOf(IssueOutcome.Issued.class);
        desk.enrolNameless();
        assertThat(desk.person().get().id()).as("another one").isNotEqualTo(nobody.id());
    }

    @Test
    @Tag("ID-07")
    void aLoanerLeavesTheHoldersOwnCardAlone() {
        choose(ANA);
        desk.flow().lend();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Lent.class);
        assertThat(medium(SECOND).state()).isEqualTo(MediumState.ACTIVE);
    }

    @Test
    @Tag("ID-07")
    void aReaderThatFailsLendsNothing() {
        choose(ANA);
        station.fault = new DeviceFault.CardRemoved("in-process");
        desk.flow().lend();
        assertThat(desk.flow().now().get()).isInstanceOf(DeskFlow.Working.class);
        assertThat(desk.flow().refusal().get())
                .isEqualTo(Message.of("fault.card-removed", "in-process"));
    }

    @Test
    void withNobodyChosenTheKeySaysSo() {
        desk.flow().lost();
        assertThat(desk.flow().refusal().get()).isEqualTo(Message.of("flow.choose-person"));
    }
}
