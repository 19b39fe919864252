package app.lodge.core.batches;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.CardBatches.NextOutcome;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Journal;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch and its cards, whatever happens to the printers (ID-48).
@Tag("ID-48")
final class CardBatchesTest {

    private static final String PRIMACY = "evolis:Primacy";

    @TempDir Path folder;
    private Site site;
    private CardBatches batches;

    @BeforeEach
    void open() throws Exception {
        site = PrivacyDesk.open(PrivacyDesk.home(folder, ""));
        batches = site.cardBatches();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void cardsAreMadeInTheirOrderAndTheirJobsSayWhatBecameOfThem() {
        var people = people("Adler", "Bauer", "Cohen");
        var batch = ordered(people);

        var first = make(batch, PRIMACY);
        assertThat(first.card().person()).isEqualTo(people.getFirst());
        assertThat(states(batch)).containsExactly(State.MAKING, State.WAITING, State.WAITING);
        cancelled(jobOf(first));
        assertThat(states(batch)).as("no blank was used").containsOnly(State.WAITING);

        var again = make(batch, PRIMACY);
        assertThat(again.card().number()).isEqualTo(1);
        assertThat(again.request()).isNotEqualTo(first.request());
        spoiled(jobOf(again));
        assertThat(states(batch)).startsWith(State.SPOILED);

        unsettled(jobOf(make(batch, PRIMACY)));
        assertThat(found(batch).counts())
                .isEqualTo(Map.of(State.SPOILED, 1, State.UNSETTLED, 1, State.WAITING, 1));
    }

    @Test
    void whatAPrinterHadTakenOnAndNotBegunComesToItAgainAndToNobodyElse() {
        var batch = ordered(people("Adler", "Bauer"));
        var taken = make(batch, PRIMACY);

        assertThat(make(batch, PRIMACY).request()).as("after a crash").isEqualTo(taken.request());
        assertThat(make(batch, "evolis:Second").card().number()).isEqualTo(2);
        assertThat(next(batch, "evolis:Third")).isInstanceOf(NextOutcome.NothingLeft.class);
    }

    @Test
    void aPausedBatchGivesNoCardUntilItGoesOn() {
        var batch = ordered(people("Adler"));
        changed(batch, new Change.Pause());
        changed(batch, new Change.Pause());
        assertThat(next(batch, PRIMACY)).isInstanceOf(NextOutcome.Paused.class);

        changed(batch, new Change.Resume());
        assertThat(next(batch, PRIMACY)).isInstanceOf(NextOutcome.Make.class);
        assertThat(journal()).containsSequence("batch.ordered", "batch.paused", "batch.resumed");
    }

    @Test
    void aCardIsPutElsewhereTakenOutAndTriedAgain() {
        var batch = ordered(people("Adler", "Bauer", "Cohen"));
        changed(batch, new Change.Move(3, 1));
        assertThat(numbers(batch)).containsExactly(3, 1, 2);
        changed(batch, new Change.Move(3, 0));
        assertThat(numbers(batch)).containsExactly(1, 2, 3);

        changed(batch, new Change.TakeOut(1));
        assertThat(make(batch, PRIMACY).card().number()).isEqualTo(2);
        assertThat(batches.setAside(CLERK, RequestId.fresh(), batch, 2, Verdict.NOT_PRINTABLE))
                .isInstanceOf(BatchOutcome.Done.class);
        assertThat(states(batch)).containsExactly(State.TAKEN_OUT, State.ASIDE, State.WAITING);

        changed(batch, new Change.TryAgain(1));
        changed(batch, new Change.TryAgain(2));
        assertThat(states(batch)).containsOnly(State.WAITING);
    }

    @Test
    void aCardInTheMakingIsNeitherTakenOutNorTriedAgain() {
        var batch = ordered(people("Adler"));
        make(batch, PRIMACY);
        assertThat(refused(batch, new Change.TakeOut(1))).containsExactly("batches.not-out");
        assertThat(refused(batch, new Change.TryAgain(1))).containsExactly("batches.not-again");
        assertThat(refused(batch, new Change.Move(1, 7))).containsExactly("batches.card-unknown");
        assertThat(refused(batch, new Change.TakeOut(9))).containsExactly("batches.card-unknown");
        assertThat(refused(new BatchId(9), new Change.Pause())).containsExactly("batches.unknown");
    }

    @Test
    void anOrderNamesEverythingThatIsWrongWithIt() {
        var ada = people("Adler").getFirst();
        var stranger = new PersonId(4711);
        var outcome = batches.order(CLERK, RequestId.fresh(), " ", List.of(ada, stranger, ada));
        assertThat(problems(outcome))
                .containsExactly("batches.title", "batches.person-unknown", "batches.person-twice");
        assertThat(problems(batches.order(CLERK, RequestId.fresh(), "Term", List.of())))
                .containsExactly("batches.people");
        assertThat(batches.list(CHIEF)).isEmpty();
    }

    private List<PersonId> people(String... names) {
        var ids = new ArrayList<PersonId>();
        for (var name : names) {
            var details = PersonDetails.named("Ada", name);
            var outcome =
                    site.people()
                            .enrol(
                                    CLERK,
                                    RequestId.fresh(),
                                    details,
                                    EnrolOutcome.Duplicates.ACCEPTED);
            ids.add(((EnrolOutcome.Enrolled) outcome).person().id());
        }
        return ids;
    }

    private BatchId ordered(List<PersonId> people) {
        var outcome = batches.order(CLERK, RequestId.fresh(), "Term start", people);
        return ((BatchOutcome.Done) outcome).batch().id();
    }

    private NextOutcome next(BatchId batch, String printer) {
        return batches.next(CLERK, RequestId.fresh(), batch, printer);
    }

    private NextOutcome.Make make(BatchId batch, String printer) {
        return (NextOutcome.Make) next(batch, printer);
    }

    private CardJob jobOf(NextOutcome.Make make) {
        var order = new CardOrder(make.card().person(), PRIMACY, "in-process", "staff@1");
        var outcome = site.cardJobs().order(CLERK, make.request(), order);
        return ((OrderOutcome.Ordered) outcome).job();
    }

    private void cancelled(CardJob job) {
        site.cardJobs().advance(CLERK, job.id(), JobState.CANCELLED, Map.of());
    }

    private void spoiled(CardJob job) {
        site.cardJobs().advance(CLERK, job.id(), JobState.FED, Map.of());
        site.cardJobs().advance(CLERK, job.id(), JobState.REJECTED, Map.of());
    }

    private void unsettled(CardJob job) {
        site.cardJobs().advance(CLERK, job.id(), JobState.FED, Map.of());
        site.cardJobs().advance(CLERK, job.id(), JobState.UNKNOWN, Map.of());
    }

    private CardBatch found(BatchId batch) {
        return batches.find(CLERK, batch).orElseThrow();
    }

    private List<State> states(BatchId batch) {
        return batches.cards(CLERK, batch).stream().map(BatchCard::state).toList();
    }

    private List<Integer> numbers(BatchId batch) {
        return batches.cards(CLERK, batch).stream().map(BatchCard::number).toList();
    }

    private void changed(BatchId batch, Change change) {
        assertThat(batches.change(CLERK, RequestId.fresh(), batch, change))
                .isInstanceOf(BatchOutcome.Done.class);
    }

    private List<String> refused(BatchId batch, Change change) {
        return problems(batches.change(CLERK, RequestId.fresh(), batch, change));
    }

    private static List<String> problems(BatchOutcome outcome) {
        return ((BatchOutcome.Rejected) outcome).problems().stream().map(Problem::key).toList();
    }

    private List<String> journal() {
        var filter = new Journal.Filter("batch.", "", null, null);
        return site.journal().page(CHIEF, filter, null, 50).rows().stream()
                .map(row -> row.kind())
                .toList()
                .reversed();
    }
}
