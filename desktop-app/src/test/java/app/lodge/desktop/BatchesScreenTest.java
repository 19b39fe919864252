package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.CardPrices.Prices;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.desktop.carddesk.BatchesViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Doors;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.issuing.BatchRun.End;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk works off a batch (ID-48).
@Tag("ID-48")
final class BatchesScreenTest {

    @TempDir Path folder;

    private final Actor clerk = new Actor(1, "Clara", Role.CLERK, "desk-1");
    private final FakeSite site = new FakeSite();
    private final Doors doors = site.doors();
    private final List<Message> notices = new ArrayList<>();
    private BatchesViewModel model;

    @BeforeEach
    void open() {
        var session =
                new Session(
                        doors,
                        clerk,
                        site.settings,
                        new InlineBackground(),
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(notices),
                        new ShellViewModel(clerk),
                        InstantSource.fixed(FakePeople.NOW));
        var machines =
                new StationViewModel(
                        session.background(),
                        site.station,
                        WorkstationSettings.read(folder.resolve("workstation.properties")));
        machines.refresh();
        model = new BatchesViewModel(session, site.station, machines);
        model.begin();
    }

    @Test
    void theChosenBatchShowsItsCardsAndThoseThatAreMadeLast() {
        assertThat(Objects.requireNonNull(model.chosen().get()).count(State.WAITING)).isEqualTo(2);
        assertThat(model.rows())
                .extracting(row -> row.card().number())
                .containsExactly(2, 3, 4, 5, 1);
    }

    @Test
    void thePricesOfRibbonAndBlankAreCheckedWhereTheyAreTyped() {
        var prices = model.look().prices();
        prices.begin();
        assertThat(prices.ribbon().get()).isEqualTo("85.00");
        prices.ribbon().set("a lot");
        prices.sides().set("many");
        prices.keep();
        assertThat(prices.problems()).extracting(Problem::field).containsExactly("ribbon", "sides");

        prices.ribbon().set("49.90");
        prices.sides().set("");
        prices.keep();
        assertThat(prices.problems()).isEmpty();
        assertThat(doors.cardPrices().prices(clerk)).isEqualTo(new Prices(4_990, 0, 84));
    }

    @Test
    void whyARunIsOverIsSaid() {
        site.station.batchEnds = new End.NeedsHand(new DeviceFault.OutOfRibbon("evolis:Primacy"));
        model.run();
        assertThat(Objects.requireNonNull(model.word().get()).key())
                .isEqualTo("batches.needs-hand");
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void aPausedBatchGoesOnWhenItIsStarted() {
        model.change(new Change.Pause());
        model.run();
        assertThat(site.batches.changes).containsExactly(new Change.Pause(), new Change.Resume());
        assertThat(Objects.requireNonNull(model.word().get()).key()).isEqualTo("batches.done");
    }

    @Test
    void aCardMovesUpAndDownAmongItsNeighbours() {
        model.move(model.rows().get(1), true);
        model.move(model.rows().get(1), false);
        model.move(model.rows().getFirst(), true);
        assertThat(site.batches.changes)
                .containsExactly(new Change.Move(3, 2), new Change.Move(3, 5));
    }

    @Test
    void anOrderForAGroupIsNamedAfterItAndChosen() {
        model.fresh().begin();
        model.fresh().order();
        var group = Objects.requireNonNull(model.fresh().group().get());
        assertThat(Objects.requireNonNull(model.chosen().get()).title()).isEqualTo(group.name());
        assertThat(model.fresh().problems()).isEmpty();
    }
}
