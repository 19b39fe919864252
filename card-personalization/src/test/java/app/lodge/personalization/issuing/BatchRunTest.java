package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.PauseReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.work.Progress;
import app.lodge.personalization.issuing.BatchRun.End;
import app.lodge.personalization.issuing.BatchRun.Machines;
import app.lodge.personalization.issuing.FaultyMachine.Fate;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.Printers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A batch at one printer, with the site's real books: whatever breaks, everybody ends with one card, and
/// nobody with two (ID-48).
@Tag("ID-48")
class BatchRunTest {

    private static final Actor CLERK = new Actor(1, "eva", Role.ADMINISTRATOR, "desk");
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Machines PRINTER = new Machines("faulty:x", "in-process");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    @TempDir Path folder;
    private final FaultyMachine machine = new FaultyMachine();
    private final Printers printers = new Printers(machine);
    private Site site;
    private BrokenJobs broken;
    private List<PersonId> people;
    private BatchId batch;

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        var settings =
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de");
        Site.create(home, settings, "eva", "correct horse".toCharArray(), NOW, CHEAP);
        site = Site.open(home, NOW, CHEAP);
        broken = new BrokenJobs(site.cardJobs(), printers);
        people = new ArrayList<>();
        for (var name : List.of("Adler", "Bauer", "Cohen")) {
            var details = PersonDetails.named("Ada", name);
            var outcome =
                    site.people()
                            .enrol(
                                    CLERK,
                                    RequestId.fresh(),
                                    details,
                                    EnrolOutcome.Duplicates.ACCEPTED);
            people.add(((EnrolOutcome.Enrolled) outcome).person().id());
        }
        var ordered = site.cardBatches().order(CLERK, RequestId.fresh(), "Term", people);
        batch = ((BatchOutcome.Done) ordered).batch().id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everybodyGetsACard() {
        assertThat(run()).isInstanceOf(End.Done.class);
        assertThat(states()).containsOnly(State.ISSUED);
        assertOneCardEach();
    }

    @ParameterizedTest(name = "call {0} {1}")
    @CsvSource({
        "1,FAILS_BEFORE", "2,FAILS_BEFORE", "3,FAILS_BEFORE", "3,FAILS_AFTER", "4,FAILS_BEFORE",
        "5,FAILS_AFTER", "6,FAILS_BEFORE", "7,FAILS_BEFORE", "7,FAILS_AFTER", "8,FAILS_BEFORE",
        "8,FAILS_AFTER", "9,FAILS_BEFORE", "14,FAILS_AFTER", "24,FAILS_AFTER"
    })
    void whateverFailsEverybodyEndsWithOneCard(int call, Fate fate) {
        machine.failAt(call, fate);
        run();
        machine.noMoreFaults();
        settleAndGoOn();
        assertThat(run()).isInstanceOf(End.Done.class);
        assertThat(states()).containsOnly(State.ISSUED);
        assertOneCardEach();
    }

    /// The clerk says of each doubtful card what lies there, and has the others made again.
    private void settleAndGoOn() {
        broken.settle(CLERK);
        for (var job : broken.waiting(CLERK)) {
            var good = machine.out.contains(job.uid()) && machine.printed.contains(job.uid());
            broken.resolve(
                    CLERK,
                    RequestId.fresh(),
                    job.id(),
                    good ? Resolution.GOOD : Resolution.NOT_THERE);
        }
        cards().stream()
                .filter(card -> card.state().canBeTriedAgain())
                .forEach(card -> change(new Change.TryAgain(card.number())));
        change(new Change.Resume());
    }

    @Test
    void aPrinterThatCannotBeginPausesTheBatchAndUsesNothingUp() {
        machine.failAt(1, Fate.FAILS_BEFORE);
        assertThat(run()).isInstanceOf(End.NeedsHand.class);
        assertThat(states()).containsOnly(State.WAITING);
        assertThat(run()).isInstanceOf(End.Paused.class);
        assertThat(machine.rejectBox).isEmpty();
    }

    @Test
    void threeBlanksSpoiledInARowPauseIt() {
        BatchRun.Maker clumsy =
                (actor, order, progress) -> {
                    machine.calls.clear();
                    machine.failAt(5, Fate.FAILS_BEFORE);
                    return issuing().issue(actor, order, progress);
                };
        var end =
                new BatchRun(site.cardBatches(), clumsy, () -> true)
                        .run(CLERK, batch, PRINTER, unwatched());
        assertThat(end).isEqualTo(new End.TooManySpoiled(3));
        assertThat(states()).containsOnly(State.SPOILED);
        assertThat(machine.rejectBox).hasSize(3);
    }

    @ParameterizedTest(name = "printed all the same: {0}")
    @CsvSource({"false", "true"})
    void aRibbonsEndPausesTheBatchWhichGoesOnWithTheSameCard(boolean lies) {
        machine.ribbonEndsAtPrint(2, lies);

        assertThat(run()).isEqualTo(new End.NeedsHand(new DeviceFault.OutOfRibbon("faulty:x")));
        assertThat(states()).containsExactly(State.ISSUED, State.WAITING, State.WAITING);
        assertThat(found().pausedFor()).isEqualTo(PauseReason.RIBBON);
        assertThat(machine.rejectBox).as("the blank inside is not given out").hasSize(1);
        assertThat(run()).as("nothing goes on by itself").isInstanceOf(End.Paused.class);

        change(new Change.Resume());
        assertThat(run()).isInstanceOf(End.Done.class);
        assertThat(states()).containsOnly(State.ISSUED);
        assertThat(machine.out).hasSize(3);
        assertOneCardEach();
    }

    @Test
    void aRunThatLostItsPrinterBeginsNothingAndFinishesNoCardBeforePrinting() {
        var asked = new AtomicInteger();
        BatchRun.Maker maker = (actor, order, progress) -> issuing().issue(actor, order, progress);
        var end =
                new BatchRun(site.cardBatches(), maker, () -> asked.incrementAndGet() < 4)
                        .run(CLERK, batch, PRINTER, unwatched());

        assertThat(end).isInstanceOf(End.Stopped.class);
        assertThat(machine.printed).isEmpty();
        assertThat(machine.out).isEmpty();
        assertThat(machine.rejectBox).hasSize(1);
    }

    private CardBatch found() {
        return site.cardBatches().find(CLERK, batch).orElseThrow();
    }

    @Test
    void aPersonWhoCannotHaveACardIsSetAsideAndTheOthersGoOn() {
        site.people().block(CLERK, RequestId.fresh(), people.get(1), BlockReason.OTHER);
        assertThat(run()).isInstanceOf(End.Done.class);
        assertThat(states()).containsExactly(State.ISSUED, State.ASIDE, State.ISSUED);
        assertThat(cards().get(1).verdict()).isEqualTo(Verdict.PERSON_BLOCKED);
    }

    @Test
    void aRunThatDiesBeforeOrAfterACardGoesOnWithTheCardThatHasNone() {
        assertThatThrownBy(() -> dying(true)).isInstanceOf(Killed.class);
        assertThat(states()).containsExactly(State.MAKING, State.WAITING, State.WAITING);
        assertThatThrownBy(() -> dying(false)).isInstanceOf(Killed.class);
        assertThat(states()).containsExactly(State.ISSUED, State.WAITING, State.WAITING);

        assertThat(run()).isInstanceOf(End.Done.class);
        assertOneCardEach();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void dying(boolean before) {
        BatchRun.Maker maker =
                (actor, order, progress) -> {
                    if (!before) {
                        issuing().issue(actor, order, progress);
                    }
                    throw new Killed();
                };
        new BatchRun(site.cardBatches(), maker, () -> true).run(CLERK, batch, PRINTER, unwatched());
    }

    private End run() {
        BatchRun.Maker maker = (actor, order, progress) -> issuing().issue(actor, order, progress);
        return new BatchRun(site.cardBatches(), maker, () -> true)
                .run(CLERK, batch, PRINTER, unwatched());
    }

    private static Progress<BatchRun.Step> unwatched() {
        return Progress.unwatched();
    }

    private CardIssuing issuing() {
        var renderer = new CardRenderer();
        return new CardIssuing(
                site.people(),
                site.settings(),
                site.cardJobs(),
                new LayoutShelf(
                        site.cardLayouts(),
                        new LayoutProof(renderer),
                        new LayoutPlans(site.encodingPlans())),
                renderer,
                printers,
                machine);
    }

    private void change(Change change) {
        assertThat(site.cardBatches().change(CLERK, RequestId.fresh(), batch, change))
                .isInstanceOf(BatchOutcome.Done.class);
    }

    private List<BatchCard> cards() {
        return site.cardBatches().cards(CLERK, batch);
    }

    private List<State> states() {
        return cards().stream().map(BatchCard::state).toList();
    }

    private void assertOneCardEach() {
        for (var person : people) {
            var active =
                    site.media().ofPerson(CLERK, person).stream()
                            .filter(medium -> medium.state() == MediumState.ACTIVE)
                            .toList();
            assertThat(active).hasSize(1);
            assertThat(machine.out).contains(active.getFirst().uid());
        }
        assertThat(machine.inside).as("no card is left in the machine").isNull();
        assertThat(
                        people.stream()
                                .flatMap(each -> site.media().ofPerson(CLERK, each).stream())
                                .filter(medium -> medium.state() == MediumState.ACTIVE)
                                .map(Medium::uid))
                .doesNotHaveDuplicates();
    }
}
