package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.people.PhotoSource.DESK;
import static app.lodge.core.people.PhotoSource.FOLDER;
import static app.lodge.core.people.PhotoState.APPROVED;
import static app.lodge.core.people.PhotoState.PROPOSED;
import static app.lodge.core.people.PhotoState.REJECTED;
import static app.lodge.core.people.PhotoState.REPLACED;
import static app.lodge.core.people.SamplePeople.anna;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.settings.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a photograph goes through until it is printed or not, on every database.
@Tag("ID-11")
abstract class PhotoLifeContract {

    private static final byte[] FIRST = Photos.jpeg(300, 400, 1);
    private static final byte[] SECOND = Photos.jpeg(300, 400, 2);
    private static final byte[] THIRD = Photos.jpeg(300, 400, 3);

    @TempDir Path folder;
    private TestRegister site;
    private Portraits portraits;
    private PersonId anna;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        site = new TestRegister(folder, source());
        portraits = Portraits.in(site.register());
        anna = site.enrolled(anna()).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void onlyWhatIsAllowedFollows() {
        for (var from : PhotoState.values()) {
            for (var to : PhotoState.values()) {
                var allowed =
                        switch (from) {
                            case PROPOSED -> to != PROPOSED;
                            case APPROVED -> to == REJECTED || to == REPLACED;
                            case REJECTED, REPLACED -> to == APPROVED;
                        };
                assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void fromTheDeskItIsApprovedFromAFolderItWaitsAndIsNotPrinted() {
        assertThat(handIn(DESK, FIRST)).isEqualTo(new PhotoOutcome.Kept(1, APPROVED));
        assertThat(handIn(FOLDER, SECOND)).isEqualTo(new PhotoOutcome.Kept(2, PROPOSED));
        assertThat(printed()).isEqualTo(FIRST);
        assertThat(handIn(FOLDER, SECOND))
                .as("the folder once more")
                .isEqualTo(new PhotoOutcome.Kept(2, PROPOSED));
        assertThat(handIn(FOLDER, FIRST))
                .as("the approved one")
                .isEqualTo(new PhotoOutcome.Kept(1, APPROVED));
        assertThat(states()).containsExactly(PROPOSED, APPROVED);
        assertThat(portraits.proposed(CLERK, 0, 10).rows())
                .extracting(row -> row.photograph().number(), row -> row.person().id())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, anna));
    }

    @Test
    void approvedItTakesTheOldOnesPlaceAndTakenBackGivesItBack() {
        handIn(DESK, FIRST);
        handIn(FOLDER, SECOND);
        var approved = decided(portraits.approve(CLERK, RequestId.fresh(), 2, PROPOSED));
        assertThat(approved.state()).isEqualTo(APPROVED);
        assertThat(approved.undoable()).isTrue();
        assertThat(printed()).isEqualTo(SECOND);
        assertThat(states()).containsExactly(APPROVED, REPLACED);
        assertThat(portraits.proposed(CLERK, 0, 10).waiting()).isZero();

        decided(portraits.undo(CLERK, RequestId.fresh(), 2, APPROVED));
        assertThat(printed()).isEqualTo(FIRST);
        assertThat(states()).containsExactly(PROPOSED, APPROVED);
        assertThat(portraits.undo(CLERK, RequestId.fresh(), 2, PROPOSED))
                .as("nothing left to take back")
                .isInstanceOf(PhotoDecision.Overtaken.class);
        assertThat(kinds())
                .endsWith(
                        "photo.taken", "photo.proposed", "photo.approved", "photo.decision-undone");
    }

    @Test
    void rejectedItSaysWhyAndTheSameFileIsNotProposedAgain() {
        handIn(FOLDER, FIRST);
        var rejected =
                decided(
                        portraits.reject(
                                CLERK, RequestId.fresh(), 1, PROPOSED, PhotoReason.FACE_NOT_CLEAR));
        assertThat(rejected.reason()).isEqualTo(PhotoReason.FACE_NOT_CLEAR);
        assertThat(site.people().photo(CLERK, anna)).isEmpty();
        var again = (PhotoOutcome.Rejected) handIn(FOLDER, FIRST);
        assertThat(again.problems())
                .extracting(problem -> problem.key())
                .containsExactly("people.photo-rejected-before");
        assertThat(decided(portraits.approve(CLERK, RequestId.fresh(), 1, REJECTED)).reason())
                .isNull();
        assertThat(printed()).isEqualTo(FIRST);
        assertThat(journal()).contains("FACE_NOT_CLEAR").doesNotContain("Müller");
    }

    @Test
    void anApprovalCanBeTakenAwayAndThenNothingIsPrinted() {
        handIn(DESK, FIRST);
        decided(portraits.reject(CLERK, RequestId.fresh(), 1, APPROVED, PhotoReason.OTHER_PERSON));
        assertThat(site.people().photo(CLERK, anna)).isEmpty();
        decided(portraits.undo(CLERK, RequestId.fresh(), 1, REJECTED));
        assertThat(printed()).isEqualTo(FIRST);
    }

    @Test
    void ofTwoWhoDecideTheSecondIsToldWhatTheFirstDid() {
        handIn(FOLDER, FIRST);
        decided(portraits.approve(CLERK, RequestId.fresh(), 1, PROPOSED));
        var late = portraits.reject(CLERK, RequestId.fresh(), 1, PROPOSED, PhotoReason.BADLY_CUT);
        assertThat(((PhotoDecision.Overtaken) late).now().state()).isEqualTo(APPROVED);
        assertThat(printed()).isEqualTo(FIRST);
        assertThat(portraits.approve(CLERK, RequestId.fresh(), 9, PROPOSED))
                .isInstanceOf(PhotoDecision.Rejected.class);
    }

    @Test
    void whatCameSinceIsNotUndoneWithAnOldDecision() {
        handIn(DESK, FIRST);
        handIn(FOLDER, SECOND);
        decided(portraits.approve(CLERK, RequestId.fresh(), 2, PROPOSED));
        handIn(FOLDER, THIRD);
        assertThat(portraits.undo(CLERK, RequestId.fresh(), 2, APPROVED))
                .isInstanceOf(PhotoDecision.Overtaken.class);
        assertThat(states()).containsExactly(PROPOSED, APPROVED, REPLACED);
        handIn(DESK, Photos.jpeg(300, 400, 4));
        assertThat(states())
                .as("a newer photograph makes the waiting one needless")
                .containsExactly(APPROVED, REPLACED, REPLACED, REPLACED);
        decided(portraits.approve(CLERK, RequestId.fresh(), 1, REPLACED));
        assertThat(printed()).as("an old one brought back").isEqualTo(FIRST);
        assertThat(states()).containsExactly(REPLACED, REPLACED, REPLACED, APPROVED);
    }

    @Test
    void theSiteSaysWhatNeedsNoApproval() {
        assertThat(portraits.rules(CLERK)).isEqualTo(PhotoRules.STANDARD);
        assertThatThrownBy(
                        () -> portraits.changeRules(CLERK, RequestId.fresh(), PhotoRules.STANDARD))
                .isInstanceOf(NotPermitted.class);
        var chief = new Actor(1, "Chief", Role.ADMINISTRATOR, "desk-1");
        portraits.changeRules(
                chief, RequestId.fresh(), PhotoRules.STANDARD.approving(Set.of(FOLDER)));
        assertThat(handIn(DESK, FIRST)).isEqualTo(new PhotoOutcome.Kept(1, PROPOSED));
        assertThat(handIn(FOLDER, SECOND)).isEqualTo(new PhotoOutcome.Kept(2, APPROVED));
        assertThat(kinds()).contains("photo-rules.changed");
    }

    @Test
    void theSiteSaysHowWideAPhotographMustBe() {
        var chief = new Actor(1, "Chief", Role.ADMINISTRATOR, "desk-1");
        var rules =
                PhotoRules.STANDARD.withLeastWidth(301).withMissing(PhotoRules.WhereMissing.NEVER);
        assertThat(portraits.changeRules(chief, RequestId.fresh(), rules)).isEqualTo(rules);
        assertThat(portraits.rules(CLERK)).isEqualTo(rules);
        assertThat(handIn(DESK, FIRST))
                .isInstanceOfSatisfying(
                        PhotoOutcome.Rejected.class,
                        refused ->
                                assertThat(refused.problems())
                                        .containsExactly(
                                                Problem.of(
                                                        "photo",
                                                        300,
                                                        "people.photo-too-narrow",
                                                        301)));
        portraits.changeRules(chief, RequestId.fresh(), rules.withLeastWidth(300));
        assertThat(handIn(DESK, FIRST)).isEqualTo(new PhotoOutcome.Kept(1, APPROVED));
        assertThatThrownBy(() -> rules.withLeastWidth(701))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("701");
    }

    /// Before sizes were a rule.
    @Test
    void rulesThatWereKeptEarlyHoldOn() {
        site.books()
                .write(
                        CLERK,
                        tx -> {
                            Documents.put(tx, Photographs.RULES, "{\"atOnce\":[\"FOLDER\"]}");
                            return 0;
                        });
        assertThat(portraits.rules(CLERK)).isEqualTo(PhotoRules.STANDARD.approving(Set.of(FOLDER)));
    }

    @Test
    @Tag("ID-55")
    void whoMayOnlyProposeDecidesNothingAndWhoSeesNoPhotographsNeither() {
        handIn(FOLDER, FIRST);
        var permissions = Set.of(Permission.SEE_PEOPLE, Permission.CHANGE_PEOPLE);
        var photographer = actor(permissions, Set.of(), Scope.SITE);
        assertThatThrownBy(() -> portraits.approve(photographer, RequestId.fresh(), 1, PROPOSED))
                .isInstanceOf(NotPermitted.class);
        assertThat(portraits.history(photographer, anna)).hasSize(1);
        for (var blind :
                List.of(
                        actor(Role.CLERK.permissions(), Set.of(Reach.PHOTO), Scope.SITE),
                        actor(
                                Role.CLERK.permissions(),
                                Set.of(),
                                new Scope.Departments(Set.of("Kitchen"))))) {
            assertThat(portraits.proposed(blind, 0, 10).waiting()).isZero();
            assertThat(portraits.history(blind, anna)).isEmpty();
            assertThat(portraits.picture(blind, 1)).isEmpty();
            assertThat(portraits.approve(blind, RequestId.fresh(), 1, PROPOSED))
                    .isInstanceOf(PhotoDecision.Rejected.class);
        }
        assertThatThrownBy(() -> portraits.history(AUDITOR, anna)).isInstanceOf(NotPermitted.class);
        assertThat(portraits.picture(CLERK, 1)).hasValue(FIRST);
    }

    @Test
    void longListsComeInPages() {
        for (int i = 0; i < 5; i++) {
            var one = site.enrolled(PersonDetails.named("X", "Number " + i)).id();
            portraits.handIn(CLERK, RequestId.fresh(), one, FOLDER, FIRST);
        }
        var first = portraits.proposed(CLERK, 0, 3);
        assertThat(first.waiting()).isEqualTo(5);
        assertThat(first.rows()).hasSize(3);
        var rest = portraits.proposed(CLERK, first.rows().getLast().photograph().number(), 3);
        assertThat(rest.rows())
                .extracting(row -> row.photograph().number())
                .containsExactly(4L, 5L);
    }

    private static Actor actor(Set<Permission> permissions, Set<String> hidden, Scope scope) {
        return new Actor(
                7, "Someone", Role.CLERK, "desk-3", new Mandate("own", permissions, hidden, scope));
    }

    private PhotoOutcome handIn(PhotoSource source, byte[] jpeg) {
        return portraits.handIn(CLERK, RequestId.fresh(), anna, source, jpeg);
    }

    private static Photograph decided(PhotoDecision decision) {
        assertThat(decision).isInstanceOf(PhotoDecision.Decided.class);
        return ((PhotoDecision.Decided) decision).photograph();
    }

    private byte[] printed() {
        return site.people().photo(CLERK, anna).orElseThrow();
    }

    private List<PhotoState> states() {
        return portraits.history(CLERK, anna).stream().map(Photograph::state).toList();
    }

    private List<String> kinds() {
        return site.books()
                .read(sql ->
                        sql.select(JOURNAL.KIND)
                                .from(JOURNAL)
                                .orderBy(JOURNAL.ID)
                                .fetch(JOURNAL.KIND));
    }

    private String journal() {
        return site.books()
                .read(sql ->
                        String.join(
                                "\n",
                                sql.select(JOURNAL.CONTENT).from(JOURNAL).fetch(JOURNAL.CONTENT)));
    }
}
