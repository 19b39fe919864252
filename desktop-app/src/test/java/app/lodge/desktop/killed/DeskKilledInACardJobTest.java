package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobId;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.CardStation.BrokenJob;
import app.lodge.personalization.issuing.IssueOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A desktop's process is killed (SIGKILL) in the middle of a card, before and after every state that
/// the books know. The next desk finds the job, the clerk ends it in every way there is, and the person
/// has exactly one valid card, whose chip is the one in the books.
@Tag("ID-40")
@Tag("ID-43")
class DeskKilledInACardJobTest {

    @TempDir static Path folder;

    private static SiteWithDesks site;
    private static int desks;

    private final String workstation = "desk-" + ++desks;

    @BeforeAll
    static void open() throws Exception {
        site = new SiteWithDesks(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest(name = "killed {0}: books {1}, settled {2}, clerk says {3}")
    @CsvSource({
        // where it dies, what the books say, what the next desk makes of it, the clerk's word
        "after QUEUED,    QUEUED,   CANCELLED, -",
        "after FED,       FED,      UNKNOWN,   SPOILED",
        "after ENCODING,  ENCODING, UNKNOWN,   SPOILED",
        "before ENCODED,  ENCODING, UNKNOWN,   NOT_THERE",
        "after ENCODED,   ENCODED,  UNKNOWN,   SPOILED",
        "after VERIFIED,  VERIFIED, UNKNOWN,   SPOILED",
        "after PRINTING,  PRINTING, UNKNOWN,   NOT_THERE",
        "after PRINTING,  PRINTING, UNKNOWN,   SPOILED",
        "before PRINTED,  PRINTING, UNKNOWN,   GOOD",
        "after PRINTED,   PRINTED,  UNKNOWN,   GOOD",
        "after PRINTED,   PRINTED,  UNKNOWN,   NOT_THERE",
        "before ISSUED,   PRINTED,  UNKNOWN,   SPOILED",
        "after ISSUED,    ISSUED,   ISSUED,    -",
    })
    void endsWithOneValidCard(String place, JobState found, JobState settled, String word)
            throws Exception {
        var person = site.person("Newman");
        assertThat(Desk.open(site.home, workstation).issue(person))
                .isInstanceOf(IssueOutcome.Issued.class);
        dies(person, place);
        var job = newestJob(person);
        assertThat(job.state()).as("in the books").isEqualTo(found);
        assertThat(active(person)).as("a valid card").hasSize(1);

        var desk = Desk.open(site.home, workstation);
        var broken = desk.station().broken();
        assertThat(stored(job).state()).as("settled").isEqualTo(settled);
        assertThat(broken.stream().map(one -> one.job().id()).toList())
                .isEqualTo(settled == JobState.UNKNOWN ? List.of(job.id()) : List.of());
        var printed = Files.exists(desk.cards().resolve(job.cardNumber() + ".pdf"));
        for (var waiting : broken) {
            says(desk, waiting, Resolution.valueOf(word), printed);
        }

        boolean good = word.equals("GOOD") || settled == JobState.ISSUED;
        assertThat(stored(job).state().open()).as("ended").isFalse();
        assertThat(desk.station().broken()).isEmpty();
        assertThat(card(job).state()).isEqualTo(good ? MediumState.ACTIVE : MediumState.SPOILED);
        assertThat(journal(job))
                .contains(
                        good
                                ? "media.issued"
                                : settled == JobState.CANCELLED
                                        ? "card.cancelled"
                                        : "media.spoiled");
        assertThat(active(person)).as("a valid card").hasSize(1);
        if (!good) {
            assertThat(desk.issue(person)).isInstanceOf(IssueOutcome.Issued.class);
        }
        oneValidCard(person, good ? 2 : 3);
    }

    @Test
    void whatAnotherDeskStillWorksOnIsLeftAlone() throws Exception {
        var person = site.person("Newman");
        var desk = Desk.open(site.home, workstation);
        try (var other = start(person, "after ENCODING")) {
            other.standsStill();
            assertThat(desk.station().broken()).isEmpty();
            var job = newestJob(person);
            assertThat(job.state()).isEqualTo(JobState.ENCODING);
            assertThat(desk.issue(person)).isInstanceOf(IssueOutcome.AlreadyUnderWay.class);
            assertThat(stored(job).state()).isEqualTo(JobState.ENCODING);
        }
        assertThat(desk.station().broken()).hasSize(1);
    }

    @Test
    void theClerkSaysItTwiceAndItCountsOnce() throws Exception {
        var person = site.person("Newman");
        dies(person, "before ISSUED");
        var desk = Desk.open(site.home, workstation);
        var job = desk.station().broken().getFirst().job();
        var request = RequestId.fresh();
        var first = desk.station().resolve(request, job, Resolution.GOOD);
        var again = desk.station().resolve(request, job, Resolution.GOOD);
        assertThat(again).isEqualTo(first);
        assertThat(first.state()).isEqualTo(JobState.ISSUED);
        oneValidCard(person, 1);
    }

    /// What was never printed cannot be called good, by no way; else what the clerk says is done.
    private void says(Desk desk, BrokenJob waiting, Resolution word, boolean printed) {
        var job = waiting.job();
        boolean maybeGood = job.evidence().containsKey("printing");
        assertThat(waiting.possible().contains(Resolution.GOOD)).isEqualTo(maybeGood);
        if (!maybeGood) {
            assertThatThrownBy(
                            () -> desk.station().resolve(RequestId.fresh(), job, Resolution.GOOD))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        if (word == Resolution.GOOD) {
            assertThat(printed).as("the clerk has the card in hand").isTrue();
        }
        desk.station().resolve(RequestId.fresh(), job, word);
    }

    private void dies(PersonId person, String place) throws Exception {
        try (var desk = start(person, place)) {
            desk.standsStill().kill();
        }
    }

    private DoomedDesk start(PersonId person, String place) throws Exception {
        return DoomedDesk.start(
                site.home, workstation, person, place, folder.resolve(workstation + ".reached"));
    }

    /// Nobody ever has two valid cards, every card ended as something, and the books are whole.
    private static void oneValidCard(PersonId person, int cards) {
        var all = media(person);
        assertThat(all).hasSize(cards);
        assertThat(all.stream().map(Medium::issueNumber).distinct().count()).isEqualTo(cards);
        assertThat(all.stream().map(Medium::state))
                .doesNotContain(MediumState.PREPARING)
                .containsOnlyOnce(MediumState.ACTIVE);
        assertThat(
                        site.site().cardJobs().open(SiteWithDesks.ADMIN, "").stream()
                                .filter(job -> job.person().equals(person)))
                .isEmpty();
        assertThat(site.site().journal().verify(SiteWithDesks.ADMIN))
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    /// The newest job of the person.
    private static CardJob newestJob(PersonId person) {
        var newest = media(person).getFirst();
        for (long id = 1; ; id++) {
            var job = site.site().cardJobs().find(SiteWithDesks.ADMIN, new JobId(id)).orElseThrow();
            if (job.medium().equals(newest.id())) {
                return job;
            }
        }
    }

    private static CardJob stored(CardJob job) {
        return site.site().cardJobs().find(SiteWithDesks.ADMIN, job.id()).orElseThrow();
    }

    private static Medium card(CardJob job) {
        return site.site().media().find(SiteWithDesks.ADMIN, job.medium()).orElseThrow();
    }

    private static List<Medium> media(PersonId person) {
        return site.site().media().ofPerson(SiteWithDesks.ADMIN, person);
    }

    private static List<Medium> active(PersonId person) {
        return media(person).stream()
                .filter(medium -> medium.state() == MediumState.ACTIVE)
                .toList();
    }

    /// The kinds of all that the journal says of the job's card.
    private static List<String> journal(CardJob job) {
        var filter = new Journal.Filter("", "medium:" + job.medium().number(), null, null);
        return site.site().journal().page(SiteWithDesks.ADMIN, filter, null, 50).rows().stream()
                .map(JournalRow::kind)
                .toList();
    }
}
