package app.lodge.core.batches;

import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.CardBatches.NextOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queue of a card desk: a batch to which people come while it is made (ID-48).
@Tag("ID-48")
final class CardQueueTest {

    private static final String PRIMACY = "evolis:Primacy";
    private static final Actor NEXT_DOOR = new Actor(3, "Ben", Role.CLERK, "desk-2");

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
    void peopleComeToItWhileItIsMade() {
        assertThat(batches.queue(CLERK)).isEmpty();
        var first = queuedUp(CLERK, person("Adler"));
        assertThat(first.queueAt()).isEqualTo("desk-1");
        var adler = (NextOutcome.Make) batches.next(CLERK, RequestId.fresh(), first.id(), PRIMACY);

        var second = queuedUp(CLERK, person("Bauer"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(adler.card().number()).isEqualTo(1);
        assertThat(batches.cards(CLERK, first.id()))
                .extracting(BatchCard::state)
                .containsExactly(State.MAKING, State.WAITING);
        assertThat(batches.queue(CLERK)).hasValue(second);
    }

    @Test
    void itStandsAmongTheBatchesUnderItsWorkstation() {
        var queue = queuedUp(CLERK, person("Adler"));
        assertThat(batches.list(CLERK)).containsExactly(queue);
        assertThat(queue.title()).isEqualTo("desk-1");
    }

    @Test
    void eachWorkstationHasItsOwn() {
        var here = queuedUp(CLERK, person("Adler"));
        var there = queuedUp(NEXT_DOOR, person("Bauer"));
        assertThat(there.id()).isNotEqualTo(here.id());
        assertThat(batches.queue(NEXT_DOOR)).hasValue(there);
    }

    @Test
    void nobodyStandsInAnyQueueTwiceBeforeTheCardIsMadeOrTakenOut() {
        var adler = person("Adler");
        var queue = queuedUp(CLERK, adler);
        assertThat(refused(CLERK, adler)).isEqualTo("batches.queued-already");
        assertThat(refused(NEXT_DOOR, adler)).isEqualTo("batches.queued-already");

        batches.setAside(CLERK, RequestId.fresh(), queue.id(), 1, Verdict.NOT_COVERED);
        assertThat(refused(CLERK, adler))
                .as("it waits for a hand")
                .isEqualTo("batches.queued-already");

        batches.change(CLERK, RequestId.fresh(), queue.id(), new Change.TakeOut(1));
        assertThat(queuedUp(CLERK, adler).cards()).isEqualTo(2);
    }

    @Test
    void theSameCallTwicePutsOneCardIn() {
        var request = RequestId.fresh();
        var adler = person("Adler");
        var first = batches.queueUp(CLERK, request, adler);
        assertThat(batches.queueUp(CLERK, request, adler)).isEqualTo(first);
        assertThat(batches.queue(CLERK).orElseThrow().cards()).isOne();
    }

    @Test
    void whoIsUnknownIsRefused() {
        assertThat(refused(CLERK, new PersonId(4711))).isEqualTo("batches.person-unknown");
        assertThat(batches.queue(CLERK)).isEmpty();
    }

    @Test
    void whoComesLastStandsLastWhateverWasMoved() {
        var queue = queuedUp(CLERK, person("Adler"));
        queuedUp(CLERK, person("Bauer"));
        batches.change(CLERK, RequestId.fresh(), queue.id(), new Change.Move(2, 1));
        queuedUp(CLERK, person("Cohen"));
        assertThat(batches.cards(CLERK, queue.id()))
                .extracting(BatchCard::number)
                .containsExactly(2, 1, 3);
    }

    @Test
    void aLongOneIsFollowedByAFreshOneOnceNobodyWaitsInIt() {
        var adler = person("Adler");
        var queue = queuedUp(CLERK, adler);
        for (int card = 2; card <= CardBatches.LONG_QUEUE; card++) {
            takenOut(queue, card - 1);
            assertThat(queuedUp(CLERK, adler).id()).isEqualTo(queue.id());
        }
        var bauer = person("Bauer");
        assertThat(queuedUp(CLERK, bauer).id()).as("somebody waits").isEqualTo(queue.id());
        takenOut(queue, CardBatches.LONG_QUEUE);
        takenOut(queue, CardBatches.LONG_QUEUE + 1);

        var fresh = queuedUp(CLERK, bauer);
        assertThat(fresh.id()).isNotEqualTo(queue.id());
        assertThat(fresh.cards()).isOne();
    }

    private void takenOut(CardBatch queue, int card) {
        assertThat(batches.change(CLERK, RequestId.fresh(), queue.id(), new Change.TakeOut(card)))
                .isInstanceOf(BatchOutcome.Done.class);
    }

    private PersonId person(String name) {
        var outcome =
                site.people()
                        .enrol(
                                CLERK,
                                RequestId.fresh(),
                                PersonDetails.named("Ada", name),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }

    private CardBatch queuedUp(Actor actor, PersonId person) {
        return ((BatchOutcome.Done) batches.queueUp(actor, RequestId.fresh(), person)).batch();
    }

    private String refused(Actor actor, PersonId person) {
        var outcome = batches.queueUp(actor, RequestId.fresh(), person);
        List<Problem> problems = ((BatchOutcome.Rejected) outcome).problems();
        return problems.getFirst().key();
    }
}
