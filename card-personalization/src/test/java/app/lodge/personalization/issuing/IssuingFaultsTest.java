package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobState;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.work.Progress;
import app.lodge.personalization.issuing.FaultyMachine.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever call of printer or encoder fails, and whether it fails before or after it acted: the
/// books call no card valid that is not out, printed and encoded, and never two.
@Tag("ID-40")
@Tag("ID-43")
class IssuingFaultsTest {

    /// open, status, feed, connect, write, verify, print, eject
    private static final int CALLS = 8;

    @TempDir Path folder;

    private final FaultyMachine machine = new FaultyMachine();

    private IssuingDesk desk() throws IOException {
        var jobs = new BookOfJobs(folder.resolve("jobs"));
        return new IssuingDesk(folder, jobs, machine, machine);
    }

    @Test
    void issuesACardWhenNothingFails() throws IOException {
        var desk = desk();
        assertThat(desk.issue("faulty:x")).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(machine.calls)
                .containsExactly(
                        "open", "status", "feed", "connect", "write", "verify", "print", "eject");
        assertThat(desk.jobs.active()).isEqualTo(machine.out).hasSize(1);
        assertThat(desk.jobs.last().evidence()).containsKeys("face1", "face2", "plan");
    }

    /// One place for the single card, the queue and batches: they all come through here.
    @Test
    @Tag("ID-11")
    void whereTheSiteSaysSoNoCardIsPrintedWithoutItsPhotograph() throws IOException {
        var desk = desk();
        desk.photos = PhotoRules.STANDARD.withMissing(PhotoRules.WhereMissing.NEVER);
        assertThat(desk.issue("faulty:x"))
                .isInstanceOfSatisfying(
                        IssueOutcome.NotPrintable.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(problem -> problem.key())
                                        .containsExactly("layouts.photo-needed"));
        assertThat(machine.calls).as("nothing is fed").isEmpty();
        assertThat(desk.jobs.last().state()).isEqualTo(JobState.CANCELLED);
        desk.photos = PhotoRules.STANDARD;
        assertThat(desk.issue("faulty:x")).isInstanceOf(IssueOutcome.Issued.class);
    }

    static Stream<Arguments> everyCall() {
        return IntStream.rangeClosed(1, CALLS)
                .boxed()
                .flatMap(n ->
                        Stream.of(Fate.values())
                                .flatMap(fate ->
                                        IntStream.rangeClosed(0, 1)
                                                .mapToObj(r -> Arguments.of(n, fate, r == 1))));
    }

    @ParameterizedTest(name = "call {0} {1}, reject failing too: {2}")
    @MethodSource("everyCall")
    void everyDeviceFailureLeavesNoActiveCardThatNobodyHolds(
            int n, Fate fate, boolean rejectFailsToo) throws IOException {
        var desk = desk();
        machine.failAt(n, fate);
        if (rejectFailsToo) {
            machine.rejectFailsOnce();
        }

        var outcome = desk.issue("faulty:x");

        assertThat(outcome).isNotInstanceOf(IssueOutcome.Issued.class);
        assertBooksAgree(desk);
        assertThat(desk.jobs.active()).isEmpty();
        var state = desk.jobs.last().state();
        if (n <= 2) {
            assertThat(state).isEqualTo(JobState.CANCELLED);
            assertThat(machine.inside).isNull();
        } else if (n <= 6) {
            assertThat(outcome).isInstanceOf(IssueOutcome.Spoiled.class);
            assertThat(state).isEqualTo(JobState.REJECTED);
        } else {
            assertThat(outcome).isInstanceOf(IssueOutcome.Unresolved.class);
            assertThat(state).isEqualTo(JobState.UNKNOWN);
        }

        settleAndTryAgain(desk);
    }

    /// The clerk looks, says what is there, and makes the card again.
    private void settleAndTryAgain(IssuingDesk desk) throws IOException {
        machine.noMoreFaults();
        desk.broken.settle(IssuingDesk.CLERK);
        for (var job : desk.broken.waiting(IssuingDesk.CLERK)) {
            boolean there = machine.out.contains(job.uid()) && machine.printed.contains(job.uid());
            desk.broken.resolve(
                    IssuingDesk.CLERK,
                    RequestId.fresh(),
                    job.id(),
                    there ? Resolution.GOOD : Resolution.NOT_THERE);
        }
        assertBooksAgree(desk);
        if (desk.jobs.active().isEmpty()) {
            assertThat(desk.issue("faulty:x")).isInstanceOf(IssueOutcome.Issued.class);
        }
        assertBooksAgree(desk);
        assertThat(desk.jobs.active()).hasSize(1);
        assertThat(machine.inside).as("no card is left in the machine").isNull();
    }

    /// What must always hold.
    private void assertBooksAgree(IssuingDesk desk) {
        assertThat(desk.jobs.active()).doesNotHaveDuplicates();
        assertThat(machine.out).containsAll(desk.jobs.active());
        assertThat(machine.printed).containsAll(desk.jobs.active());
        assertThat(machine.encoded).containsAll(desk.jobs.active());
    }

    @Test
    void neverWritesToAChipThatBelongsToAnotherLiveCard() throws IOException {
        var desk = desk();
        desk.issue("faulty:x");
        machine.repeatLastUid();
        machine.encoded.clear();

        var outcome = desk.issue("faulty:x");

        assertThat(outcome).isInstanceOf(IssueOutcome.Spoiled.class);
        assertThat(machine.encoded).isEmpty();
        assertThat(desk.jobs.active()).hasSize(1);
    }

    @Test
    void aRepeatedOrderMakesOneCard() throws IOException {
        var desk = desk();
        var order =
                new IssueOrder(
                        RequestId.fresh(), BookOfJobs.HANNAH, "faulty:x", "in-process", "staff");
        desk.issuing.issue(IssuingDesk.CLERK, order, Progress.unwatched());
        var again = desk.issuing.issue(IssuingDesk.CLERK, order, Progress.unwatched());
        assertThat(again).isInstanceOf(IssueOutcome.AlreadyUnderWay.class);
        assertThat(machine.out).hasSize(1);
    }

    @Test
    void asksTheClerkWhereThePrinterCannotTell() throws IOException {
        machine.holdsCards = false;
        machine.tellsResult = false;
        var desk = desk();
        var outcome = desk.issue("faulty:x");
        assertThat(outcome).isInstanceOf(IssueOutcome.ToBeConfirmed.class);
        assertThat(machine.calls).doesNotContain("feed", "eject");
        var job = desk.jobs.last();
        assertThat(desk.broken.possible(job)).containsExactlyInAnyOrder(Resolution.values());
        desk.broken.resolve(IssuingDesk.CLERK, RequestId.fresh(), job.id(), Resolution.GOOD);
        assertThat(desk.jobs.active()).hasSize(1);
    }

    @Test
    void aStopBetweenStepsRejectsTheCard() throws IOException {
        for (var step : List.of(IssueStep.PREPARING, IssueStep.FEEDING, IssueStep.VERIFYING)) {
            var desk = desk();
            var outcome = desk.issue("faulty:x", new StopAt(step));
            assertThat(outcome).isInstanceOf(IssueOutcome.Stopped.class);
            assertThat(desk.jobs.last().state().open()).isFalse();
            assertThat(desk.jobs.active()).isEmpty();
            assertThat(machine.inside).isNull();
        }
    }

    @Test
    void anUnknownPrinterLayoutOrPersonIsAnOutcome() throws IOException {
        var desk = desk();
        assertThat(desk.issue("nonsense")).isInstanceOf(IssueOutcome.NotStarted.class);
        assertThat(desk.jobs.last().state()).isEqualTo(JobState.CANCELLED);
        var order =
                new IssueOrder(
                        RequestId.fresh(), BookOfJobs.HANNAH, "faulty:x", "in-process", "staff@99");
        assertThat(desk.issuing.issue(IssuingDesk.CLERK, order, Progress.unwatched()))
                .isEqualTo(new IssueOutcome.LayoutUnknown("staff@99"));
    }

    /// Asks to stop when a step is reached.
    private static final class StopAt implements Progress<IssueStep> {
        private final IssueStep last;
        private boolean stop;

        StopAt(IssueStep last) {
            this.last = last;
        }

        @Override
        public void at(IssueStep step) {
            stop |= step == last;
        }

        @Override
        public boolean stopRequested() {
            return stop;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
