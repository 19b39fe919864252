package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.media.CardJobs.BindOutcome.Bound;
import app.lodge.core.media.CardJobs.BindOutcome.UidTaken;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.AlreadyUnderWay;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.CardJobs.OrderOutcome.PersonBlocked;
import app.lodge.core.media.CardJobs.OrderOutcome.PersonUnknown;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ID-40")
@Tag("ID-43")
class CardJobsTest {

    private final MediaDesk desk = new MediaDesk();
    private final PersonId ada = desk.person(PersonState.ACTIVE);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void makesTheMediumActiveWithTheJobsLastStateAndNotBefore() {
        var uid = desk.freshUid();
        var job = desk.upTo(desk.ordered(ada), JobState.PRINTED, uid);
        assertThat(medium(job).state()).isEqualTo(MediumState.PREPARING);

        desk.jobs.advance(CLERK, job.id(), JobState.ISSUED, Map.of("eject", "00"));

        assertThat(medium(job))
                .extracting(Medium::state, Medium::uid, Medium::keyVersion, Medium::number)
                .containsExactly(MediumState.ACTIVE, uid, 1, "0000001-01");
        assertThat(desk.journal())
                .containsExactly("card.ordered medium:1", "media.issued medium:1");
    }

    @Test
    @Tag("CHAIN-19")
    void keepsWhatWasIssuedAndWhoDidItWhenAndWhere() {
        var medium = desk.issued(ada);

        assertThat(desk.rows())
                .filteredOn(row -> row.kind().equals("media.issued"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subject()).isEqualTo("medium:" + medium.id().number());
                    assertThat(row.actor()).contains(CLERK.name());
                    assertThat(row.workstation()).isEqualTo(CLERK.workstation());
                    assertThat(row.at()).isEqualTo(medium.changedAt());
                });
    }

    @Test
    void replacesTheCardBefore() {
        var first = desk.issued(ada);
        var second = desk.issued(ada);

        assertThat(desk.media.find(CLERK, first.id()).orElseThrow().state())
                .isEqualTo(MediumState.REPLACED);
        assertThat(second.number()).isEqualTo("0000001-02");
        assertThat(desk.media.withUid(CLERK, first.uid())).isEmpty();
        assertThat(desk.journal()).contains("media.replaced medium:1", "media.issued medium:2");
    }

    @Test
    void allowsOneLiveAttemptAPerson() {
        var job = desk.ordered(ada);

        assertThat(desk.order(ada)).isEqualTo(new AlreadyUnderWay(job));

        desk.jobs.advance(CLERK, job.id(), JobState.CANCELLED, Map.of());
        assertThat(desk.order(ada)).isInstanceOf(Ordered.class);
    }

    @Test
    void countsAttemptsUntilACardIsGood() {
        var spoiled = desk.upTo(desk.ordered(ada), JobState.ENCODING, desk.freshUid());
        desk.jobs.advance(CLERK, spoiled.id(), JobState.REJECTED, Map.of("reason", "KeyRefused"));
        var second = desk.ordered(ada);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(medium(spoiled).state()).isEqualTo(MediumState.SPOILED);
        desk.upTo(second, JobState.ISSUED, desk.freshUid());
        assertThat(desk.ordered(ada).attempt()).isEqualTo(1);
    }

    @Test
    void ordersOnceHoweverOftenTheRequestArrives() {
        var request = RequestId.fresh();
        var order = new CardOrder(ada, "file:/x", "in-process", "staff@1");

        var first = desk.jobs.order(CLERK, request, order);

        assertThat(desk.jobs.order(CLERK, request, order)).isEqualTo(first);
        assertThat(desk.jobs.open(CLERK, "")).hasSize(1);
    }

    @Test
    void makesNoCardsForTheBlockedOrUnknown() {
        var blocked = desk.person(PersonState.BLOCKED);

        assertThat(desk.order(blocked)).isEqualTo(new PersonBlocked(blocked));
        assertThat(desk.order(new PersonId(99))).isEqualTo(new PersonUnknown(new PersonId(99)));
    }

    @Test
    void refusesAChipThatAnotherLiveMediumHas() {
        var live = desk.issued(ada);
        var job =
                desk.upTo(desk.ordered(desk.person(PersonState.ACTIVE)), JobState.FED, live.uid());

        assertThat(desk.jobs.bind(CLERK, job.id(), live.uid(), "DESFire EV2", 1))
                .isEqualTo(new UidTaken(live));
        assertThat(desk.jobs.find(CLERK, job.id()).orElseThrow().state()).isEqualTo(JobState.FED);
    }

    @Test
    void takesTheChipOfASpoiledCardAgain() {
        var uid = desk.freshUid();
        var job = desk.upTo(desk.ordered(ada), JobState.ENCODING, uid);
        desk.jobs.advance(CLERK, job.id(), JobState.REJECTED, Map.of());
        var next = desk.upTo(desk.ordered(ada), JobState.FED, uid);

        assertThat(desk.jobs.bind(CLERK, next.id(), uid, "DESFire EV2", 1))
                .isInstanceOf(Bound.class);
        assertThat(desk.jobs.bind(CLERK, next.id(), uid, "DESFire EV2", 1))
                .isInstanceOf(Bound.class);
    }

    @Test
    void entersNoStateOutOfOrderAndRepeatsTheLastOneQuietly() {
        var job = desk.ordered(ada);

        assertThatThrownBy(() -> desk.jobs.advance(CLERK, job.id(), JobState.PRINTED, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUEUED and cannot become PRINTED");
        desk.jobs.advance(CLERK, job.id(), JobState.FED, Map.of("a", "1"));
        var again = desk.jobs.advance(CLERK, job.id(), JobState.FED, Map.of("b", "2"));
        assertThat(again.evidence()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThatThrownBy(() -> desk.jobs.advance(CLERK, job.id(), JobState.ENCODING, Map.of()))
                .hasMessageContaining("bind it");
    }

    /// Whatever state a crash left the job in, the clerk can end it, and only a verified card can be
    /// called good.
    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"FED", "ENCODING", "ENCODED", "VERIFIED", "PRINTING", "PRINTED"})
    void letsTheClerkEndAJobThatACrashLeft(JobState left) {
        var spoiled = desk.upTo(desk.ordered(ada), left, desk.freshUid());
        var ended = resolve(spoiled, Resolution.SPOILED);
        assertThat(ended.state()).isEqualTo(JobState.REJECTED);
        assertThat(medium(spoiled).state()).isEqualTo(MediumState.SPOILED);

        var job = desk.upTo(desk.ordered(ada), left, desk.freshUid());
        boolean verified = left.ordinal() >= JobState.VERIFIED.ordinal();
        if (verified) {
            assertThat(resolve(job, Resolution.GOOD).state()).isEqualTo(JobState.ISSUED);
            assertThat(medium(job).state()).isEqualTo(MediumState.ACTIVE);
        } else {
            assertThatThrownBy(() -> resolve(job, Resolution.GOOD))
                    .hasMessageContaining("never verified");
            assertThat(medium(job).state()).isEqualTo(MediumState.PREPARING);
        }
    }

    @Test
    void showsEachDeskItsOwnOpenJobs() {
        var job = desk.ordered(ada);

        assertThat(desk.jobs.open(CLERK, "desk-1")).containsExactly(job);
        assertThat(desk.jobs.open(CLERK, "desk-2")).isEmpty();
    }

    @Test
    @Tag("ID-55")
    void isForThoseWhoIssueCards() {
        var auditor = new Actor(9, "Eva", Role.AUDITOR, "desk");

        assertThatThrownBy(() -> desk.jobs.open(auditor, "")).isInstanceOf(NotPermitted.class);
    }

    private CardJob resolve(CardJob job, Resolution resolution) {
        return desk.jobs.resolve(CLERK, RequestId.fresh(), job.id(), resolution);
    }

    private Medium medium(CardJob job) {
        return desk.media.find(CLERK, job.medium()).orElseThrow();
    }
}
