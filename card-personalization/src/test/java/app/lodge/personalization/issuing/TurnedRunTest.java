package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
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
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.Printers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two workstations and one printer: a run that falls silent in the middle of a card is followed when its
/// lease has ended, and when it wakes up it makes nothing more (ID-48).
@Tag("ID-48")
@Timeout(60)
class TurnedRunTest {

    private static final Actor FIRST = new Actor(1, "eva", Role.ADMINISTRATOR, "desk-1");
    private static final Actor SECOND = new Actor(1, "eva", Role.ADMINISTRATOR, "desk-2");
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Machines AT = new Machines("faulty:x", "in-process");

    @TempDir Path folder;
    private final FaultyMachine machine = new FaultyMachine();
    private final Printers printers = new Printers(machine);
    private final CountDownLatch asleep = new CountDownLatch(1);
    private final CountDownLatch wake = new CountDownLatch(1);
    private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"PREPARING", "FEEDING", "ENCODING", "VERIFYING", "PRINTING", "EJECTING"})
    void aSilentRunIsFollowedAfterItsLeaseAndMakesNothingMore(IssueStep step) throws Exception {
        machine.serial = "PRIMACY-1";
        var home = new Home(folder.resolve("home"));
        var settings =
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de");
        Site.create(home, settings, "eva", "correct horse".toCharArray(), () -> now, CHEAP);
        try (var site = Site.open(home, () -> now, CHEAP)) {
            var people = List.of(person(site, "Adler"), person(site, "Bauer"));
            var ordered = site.cardBatches().order(FIRST, RequestId.fresh(), "Term", people);
            var batch = ((BatchOutcome.Done) ordered).batch().id();
            var silent = Thread.ofPlatform().daemon().start(() -> run(site, FIRST, batch, step));
            silent.setUncaughtExceptionHandler((_, _) -> {});
            assertThat(asleep.await(30, TimeUnit.SECONDS)).isTrue();

            var since = now;
            assertThat(run(site, SECOND, batch, null)).satisfies(end -> isTaken(end, since));
            now = since.plus(PrinterTurns.LEASE).minusSeconds(1);
            assertThat(run(site, SECOND, batch, null)).satisfies(end -> isTaken(end, since));

            now = since.plus(PrinterTurns.LEASE).plus(Duration.ofSeconds(1));
            assertThat(run(site, SECOND, batch, null)).isInstanceOf(End.Done.class);
            var made = List.copyOf(machine.printed);
            var out = List.copyOf(machine.out);

            wake.countDown();
            silent.join();
            assertThat(machine.printed)
                    .as("printed since")
                    .containsExactlyInAnyOrderElementsOf(made);
            assertThat(machine.out.stream().filter(uid -> uid != null))
                    .containsExactlyElementsOf(out);
            assertThat(states(site, batch)).containsExactly(expected(step), State.ISSUED);
            for (var person : people) {
                assertThat(site.media().ofPerson(FIRST, person))
                        .filteredOn(medium -> medium.state() == MediumState.ACTIVE)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    /// Nothing was ordered yet, the blank was found inside and rejected, or nobody knows where it is.
    private static State expected(IssueStep step) {
        return switch (step) {
            case PREPARING -> State.ISSUED;
            case FEEDING, EJECTING -> State.UNSETTLED;
            default -> State.SPOILED;
        };
    }

    private static void isTaken(End end, Instant since) {
        assertThat(end).isInstanceOf(End.PrinterTaken.class);
        var by = ((End.PrinterTaken) end).by();
        assertThat(by.workstation()).isEqualTo("desk-1");
        assertThat(by.since()).isEqualTo(since);
    }

    private static PersonId person(Site site, String name) {
        var outcome =
                site.people()
                        .enrol(
                                FIRST,
                                RequestId.fresh(),
                                PersonDetails.named("Ada", name),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }

    private static List<State> states(Site site, BatchId batch) {
        return site.cardBatches().cards(FIRST, batch).stream().map(BatchCard::state).toList();
    }

    /// @param sleepsAt where the run falls silent; null for one that does not
    private End run(Site site, Actor actor, BatchId batch, IssueStep sleepsAt) {
        var shelf =
                new LayoutShelf(
                        site.cardLayouts(),
                        new LayoutProof(new CardRenderer()),
                        new LayoutPlans(site.encodingPlans()));
        var issuing =
                new CardIssuing(
                        site.people(),
                        site.settings(),
                        site.cardJobs(),
                        shelf,
                        new CardRenderer(),
                        printers,
                        machine);
        BatchRun.Maker maker =
                (who, order, progress) ->
                        issuing.issue(who, order, new Sleeping(progress, sleepsAt));
        var broken = new BrokenJobs(site.cardJobs(), printers);
        return new TurnedRun(site.printerTurns(), site.cardBatches(), printers, broken, maker)
                .run(actor, batch, AT, Progress.unwatched());
    }

    private final class Sleeping implements Progress<IssueStep> {
        private final Progress<IssueStep> run;
        private final IssueStep sleepsAt;

        Sleeping(Progress<IssueStep> run, IssueStep sleepsAt) {
            this.run = run;
            this.sleepsAt = sleepsAt;
        }

        @Override
        public void at(IssueStep step) {
            if (step == sleepsAt) {
                asleep.countDown();
                try {
                    wake.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean stopRequested() {
            return run.stopRequested();
        }

        @Override
        public Watch onStop(Runnable waker) {
            return run.onStop(waker);
        }
    }
}
