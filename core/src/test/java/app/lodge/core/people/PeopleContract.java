package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PERSON_KEY;
import static app.lodge.core.books.tables.Tables.PHOTO;
import static app.lodge.core.people.SamplePeople.anna;
import static app.lodge.core.people.SamplePeople.numbered;
import static app.lodge.core.people.SamplePeople.with;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.EnrolOutcome.Duplicates;
import app.lodge.core.people.EnrolOutcome.Enrolled;
import app.lodge.core.people.EnrolOutcome.PossibleDuplicate;
import app.lodge.core.people.EnrolOutcome.Why;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people promise on every database.
abstract class PeopleContract {

    @TempDir Path folder;
    TestRegister site;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        site = new TestRegister(folder, source());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @Tag("ID-01")
    @Tag("ID-02")
    @Tag("ID-06")
    void anEnrolledPersonHasOneIdAndAnAccountAndIsFoundByAnyNameOrNumber() {
        var outcome = enrol(anna(), Duplicates.REFUSED);
        assertThat(outcome).isInstanceOf(Enrolled.class);
        var enrolled = (Enrolled) outcome;
        assertThat(enrolled.person().id()).isEqualTo(new PersonId(1));
        assertThat(enrolled.account()).isEqualTo(new AccountId(1_001));
        assertThat(site.people().find(CLERK, new PersonId(1))).contains(enrolled.person());
        for (var text :
                List.of(
                        "anna",
                        "MULLER",
                        "mueller",
                        "müll",
                        "42",
                        "00042",
                        "0000001",
                        "forsch",
                        "mueller anna",
                        "anna.mueller@example")) {
            assertThat(site.people().list(CLERK, text, null, 10).rows())
                    .as(text)
                    .containsExactly(enrolled.person());
        }
        assertThat(site.people().count(CLERK, "nobody")).isZero();
    }

    @Test
    @Tag("ID-02")
    void theSameRequestEnrolsOnceAndGetsTheFirstAnswer() {
        var request = RequestId.fresh();
        var first = site.people().enrol(CLERK, request, anna(), Duplicates.REFUSED);
        assertThat(site.people().enrol(CLERK, request, anna(), Duplicates.REFUSED))
                .isEqualTo(first);
        assertThat(site.people().count(CLERK, "")).isEqualTo(1);
    }

    @Test
    @Tag("ID-03")
    void somebodyAlikeIsNotEnrolledUnlessTheClerkHasSeenIt() {
        enrol(anna(), Duplicates.REFUSED);
        var again = with(anna(), PersonField.PERSONNEL_NUMBER, "42");
        again = with(again, PersonField.EMAIL, "ANNA.Mueller@Example.org");
        again = with(again, PersonField.FAMILY_NAME, "MULLER");
        var outcome = enrol(again, Duplicates.REFUSED);
        assertThat(outcome).isInstanceOf(PossibleDuplicate.class);
        assertThat(((PossibleDuplicate) outcome).likenesses())
                .extracting(EnrolOutcome.Likeness::why)
                .containsExactlyInAnyOrder(
                        Why.SAME_NAME_AND_BIRTH_DATE, Why.SAME_PERSONNEL_NUMBER, Why.SAME_EMAIL);
        assertThat(site.people().count(CLERK, "")).isEqualTo(1);
        assertThat(enrol(again, Duplicates.ACCEPTED)).isInstanceOf(Enrolled.class);
    }

    @Test
    @Tag("ID-03")
    void ofManyClerksWhoEnrolOnePersonAtOnceOneSucceeds() throws Exception {
        var outcomes = new ArrayList<EnrolOutcome>();
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 40)
                            .mapToObj(_ -> clerks.submit(() -> enrol(anna(), Duplicates.REFUSED)))
                            .toList();
            for (var one : all) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).filteredOn(Enrolled.class::isInstance).hasSize(1);
        assertThat(site.people().count(CLERK, "")).isEqualTo(1);
    }

    @Test
    @Tag("ID-06")
    void withoutAnAccountThereIsNoPerson() {
        site.failAccountsFrom(1);
        assertThatThrownBy(() -> enrol(anna(), Duplicates.REFUSED))
                .hasMessage("No account on purpose");
        assertThat(rows()).isZero();
        assertThat(site.people().count(CLERK, "")).isZero();
        site.failAccountsFrom(Integer.MAX_VALUE);
        assertThat(enrol(anna(), Duplicates.REFUSED))
                .as("the failed try is no likeness, and its number is not lost")
                .isInstanceOf(Enrolled.class);
        assertThat(site.people().find(CLERK, new PersonId(1))).isPresent();
    }

    @Test
    @Tag("ID-03")
    void aChangeNamesTheRevisionItSaw() {
        var anna = site.enrolled(anna());
        var married = with(anna(), PersonField.FAMILY_NAME, "Đaković");
        var changed = change(anna, 1, married);
        assertThat(changed).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(site.people().list(CLERK, "dakovic", null, 10).rows()).hasSize(1);
        assertThat(site.people().count(CLERK, "muller anna")).isZero();
        var overtaken = change(anna, 1, anna());
        assertThat(overtaken)
                .isEqualTo(
                        new ChangeOutcome.Overtaken(
                                site.people().find(CLERK, anna.id()).orElseThrow()));
    }

    @Test
    @Tag("CHAIN-21")
    void aMembersBranchIsKeptFoundChangedAndInTheJournal() {
        var anna = site.enrolled(with(anna(), PersonField.BRANCH, "  Ilica 12 "));
        assertThat(anna.details().branch()).isEqualTo("Ilica 12");
        var ivo = site.enrolled(numbered("Ivo", "Perić", "8"));
        assertThat(site.people().list(CLERK, "ilica", null, 10).rows()).containsExactly(anna);
        change(anna, 1, with(anna(), PersonField.BRANCH, "Korzo"));
        assertThat(site.people().count(CLERK, "ilica")).isZero();
        assertThat(site.people().list(CLERK, "korzo", null, 10).rows())
                .extracting(Person::id)
                .containsExactly(anna.id());
        assertThat(site.people().find(CLERK, ivo.id()).orElseThrow().details().branch()).isEmpty();
        var contents =
                site.books()
                        .read(sql ->
                                sql.select(JOURNAL.CONTENT).from(JOURNAL).fetch(JOURNAL.CONTENT));
        assertThat(String.join("\n", contents))
                .contains("\"fields\":[\"branch\"]")
                .doesNotContain("Ilica")
                .doesNotContain("Korzo");
        assertThat(change(ivo, 1, with(ivo.details(), PersonField.BRANCH, "B".repeat(81))))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::field)
                                        .containsExactly("branch"));
    }

    @Test
    @Tag("ID-05")
    void aChangeCannotTakeAnotherPersonsNumber() {
        site.enrolled(numbered("Anna", "Müller", "7"));
        var ivo = site.enrolled(numbered("Ivo", "Perić", "8"));
        var outcome = change(ivo, 1, numbered("Ivo", "Perić", "007"));
        assertThat(outcome)
                .isEqualTo(
                        new ChangeOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "personnelNumber",
                                                "007",
                                                "people.personnel-number-taken",
                                                1))));
    }

    @Test
    @Tag("ID-41")
    void aPersonIsBlockedAndUnblockedWithAReason() {
        var anna = site.enrolled(anna());
        site.people().block(CLERK, RequestId.fresh(), anna.id(), BlockReason.LOST);
        assertThat(site.people().find(CLERK, anna.id()).orElseThrow().state())
                .isEqualTo(PersonState.BLOCKED);
        site.people().unblock(CLERK, RequestId.fresh(), anna.id());
        assertThat(site.people().find(CLERK, anna.id()).orElseThrow().state())
                .isEqualTo(PersonState.ACTIVE);
        assertThat(kinds())
                .containsSubsequence("person.enrolled", "person.blocked", "person.unblocked");
        assertThat(site.people().block(CLERK, RequestId.fresh(), new PersonId(9), BlockReason.LOST))
                .isInstanceOf(ChangeOutcome.Rejected.class);
    }

    @Test
    @Tag("ID-11")
    void aPhotographReplacesTheOneBeforeItAndKeepsIt() {
        var anna = site.enrolled(anna());
        var first = Photos.jpeg(300, 400, 1);
        var second = Photos.jpeg(300, 400, 2);
        assertThat(photograph(anna, first))
                .isEqualTo(new PhotoOutcome.Kept(1, PhotoState.APPROVED));
        assertThat(photograph(anna, second))
                .isEqualTo(new PhotoOutcome.Kept(2, PhotoState.APPROVED));
        assertThat(site.people().photo(CLERK, anna.id())).hasValue(second);
        var replaced =
                site.books()
                        .read(sql ->
                                sql.selectFrom(PHOTO).where(PHOTO.REPLACED_AT.isNotNull()).fetch());
        assertThat(replaced).hasSize(1);
        assertThat(kinds()).endsWith("photo.taken", "photo.replaced");
        assertThat(photograph(anna, second))
                .as("the same again")
                .isEqualTo(new PhotoOutcome.Kept(2, PhotoState.APPROVED));
        assertThat(kinds()).endsWith("photo.taken", "photo.replaced");
        assertThat(photograph(anna, first))
                .as("an old one")
                .isEqualTo(new PhotoOutcome.Kept(3, PhotoState.APPROVED));
    }

    @Test
    @Tag("ID-01")
    void pagesGoThroughEverybodyInOrderOfName() {
        var names = List.of("Zola", "Ćosić", "Curie", "Öberg", "Oppenheimer", "aalto", "王");
        names.forEach(name -> site.enrolled(PersonDetails.named("X", name)));
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = site.people().list(CLERK, "", after, 2);
            page.rows().forEach(person -> seen.add(person.details().familyName()));
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .containsExactly("aalto", "Ćosić", "Curie", "Öberg", "Oppenheimer", "Zola", "王");
    }

    @Test
    @Tag("ID-01")
    void everybodyIsFoundAgainAfterARestart() {
        var anna = site.enrolled(anna());
        site.forgetMemory();
        assertThat(site.people().list(CLERK, "anna", null, 10).rows()).containsExactly(anna);
        assertThat(enrol(anna(), Duplicates.REFUSED)).isInstanceOf(PossibleDuplicate.class);
    }

    @Test
    @Tag("ID-55")
    void anAuditorSeesNobody() {
        site.enrolled(anna());
        var people = site.people();
        assertThatThrownBy(() -> people.list(AUDITOR, "", null, 10))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.find(AUDITOR, new PersonId(1)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.photo(AUDITOR, new PersonId(1)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-55")
    void theJournalNamesNobody() {
        var anna = site.enrolled(anna());
        change(anna, 1, with(anna(), PersonField.TOWN, "Zagreb"));
        var contents =
                site.books()
                        .read(sql ->
                                sql.select(JOURNAL.CONTENT).from(JOURNAL).fetch(JOURNAL.CONTENT));
        assertThat(String.join("\n", contents))
                .contains("\"fields\":[\"town\"]")
                .doesNotContain("Anna")
                .doesNotContain("Müller")
                .doesNotContain("Zagreb")
                .doesNotContain("00042");
    }

    long rows() {
        return site.books()
                .read(sql ->
                        (long) sql.fetchCount(PERSON)
                                + sql.fetchCount(PERSON_KEY)
                                + sql.fetchCount(JOURNAL));
    }

    List<String> kinds() {
        return site.books()
                .read(sql ->
                        sql.select(JOURNAL.KIND)
                                .from(JOURNAL)
                                .orderBy(JOURNAL.ID)
                                .fetch(JOURNAL.KIND));
    }

    EnrolOutcome enrol(PersonDetails details, Duplicates duplicates) {
        return site.people().enrol(CLERK, RequestId.fresh(), details, duplicates);
    }

    private ChangeOutcome change(Person person, int seen, PersonDetails details) {
        return site.people().change(CLERK, RequestId.fresh(), person.id(), seen, details);
    }

    private PhotoOutcome photograph(Person person, byte[] jpeg) {
        return site.people().photograph(CLERK, RequestId.fresh(), person.id(), jpeg);
    }

    @Test
    @Tag("ID-12")
    void anIdWithoutANameHasANumberAndAnAccountAndGetsANameLater() {
        var request = RequestId.fresh();
        var enrolled = (EnrolOutcome.Enrolled) site.people().enrolNameless(CLERK, request);
        assertThat(site.people().enrolNameless(CLERK, request)).as("once").isEqualTo(enrolled);
        var other = (EnrolOutcome.Enrolled) site.people().enrolNameless(CLERK, RequestId.fresh());
        assertThat(other.person().id()).isNotEqualTo(enrolled.person().id());
        var nobody = enrolled.person();
        assertThat(nobody.details().nameless()).isTrue();
        assertThat(nobody.details().fullName()).isEqualTo("#%07d".formatted(nobody.id().number()));
        assertThat(site.people().list(CLERK, Long.toString(nobody.id().number()), null, 5).rows())
                .contains(nobody);
        var named =
                site.people()
                        .change(
                                CLERK,
                                RequestId.fresh(),
                                nobody.id(),
                                nobody.revision(),
                                PersonDetails.named("Berta", "Benannt"));
        assertThat(((ChangeOutcome.Changed) named).person().details().nameless()).isFalse();
    }
}
