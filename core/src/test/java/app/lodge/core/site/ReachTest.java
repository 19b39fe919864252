package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.money.Money;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.EnrolOutcome.Duplicates;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clerk of the kitchen works with the kitchen's people only, whichever door is tried.
@Tag("ID-55")
final class ReachTest {

    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor KITCHEN =
            new Actor(
                    7,
                    "Ana",
                    Role.CLERK,
                    "desk-1",
                    new Mandate(
                            "Kitchen desk",
                            Role.ADMINISTRATOR.permissions(),
                            Set.of("birthDate", "phone"),
                            new Scope.Departments(Set.of("Kitchen"))));

    @TempDir Path folder;
    private Site site;
    private Person cook;
    private Person guard;

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        SiteTest.create(home, "correct horse");
        site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP);
        cook = enrol("Cora", "Kitchen");
        guard = enrol("Gus", "Gate");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void othersAreNeitherListedNorFoundNorCounted() {
        assertThat(site.people().list(KITCHEN, "", null, 10).rows())
                .extracting(Person::id)
                .containsExactly(cook.id());
        assertThat(site.people().count(KITCHEN, "")).isEqualTo(1);
        assertThat(site.people().find(KITCHEN, guard.id())).isEmpty();
        assertThat(site.people().photo(KITCHEN, guard.id())).isEmpty();
        assertThat(site.search().find(KITCHEN, "Gus", 10)).isEmpty();
        assertThat(site.search().find(KITCHEN, "Cora", 10)).isNotEmpty();
        var card = order(SYSTEM, guard);
        assertThat(site.media().ofPerson(KITCHEN, guard.id())).isEmpty();
        assertThat(site.media().find(KITCHEN, card.job().medium())).isEmpty();
        assertThat(site.media().list(KITCHEN, null, 10).rows()).isEmpty();
        assertThat(site.cardJobs().open(KITCHEN, "")).isEmpty();
        assertThat(site.cardJobs().find(KITCHEN, card.job().id())).isEmpty();
        assertThat(site.search().find(KITCHEN, "%07d-01".formatted(guard.id().number()), 10))
                .isEmpty();
    }

    @Test
    void othersAreNotChanged() {
        var people = site.people();
        var fresh = RequestId.fresh();
        assertThatThrownBy(() -> people.block(KITCHEN, fresh, guard.id(), BlockReason.LOST))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.change(KITCHEN, fresh, guard.id(), 1, cook.details()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.photograph(KITCHEN, fresh, guard.id(), new byte[1]))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> order(KITCHEN, guard)).isInstanceOf(NotPermitted.class);
        assertThat(order(KITCHEN, cook)).isNotNull();
    }

    @Test
    void othersAccountsAreNeitherSeenNorMoved() {
        var own = site.accounts().ofPerson(SYSTEM, cook.id()).orElseThrow().id();
        var foreign = site.accounts().ofPerson(SYSTEM, guard.id()).orElseThrow().id();
        var five = Money.of(500, "EUR");
        var fresh = RequestId.fresh();
        assertThat(site.accounts().ofPerson(KITCHEN, guard.id())).isEmpty();
        assertThat(site.accounts().find(KITCHEN, foreign)).isEmpty();
        assertThatThrownBy(() ->
                        site.accounts().topUp(KITCHEN, fresh, foreign, five, PaymentMeans.CASH))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        site.accounts().movements(KITCHEN, foreign, LookPurpose.COUNTER, null, 5))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> site.accounts().block(KITCHEN, fresh, foreign, BlockReason.LOST))
                .isInstanceOf(NotPermitted.class);
        var receipt =
                ((TopUpOutcome.ToppedUp)
                                site.accounts()
                                        .topUp(SYSTEM, fresh, foreign, five, PaymentMeans.CASH))
                        .receipt();
        assertThatThrownBy(() -> site.accounts().copyOfReceipt(KITCHEN, receipt.posting()))
                .isInstanceOf(NotPermitted.class);
        assertThat(site.accounts().copyOfReceipt(SYSTEM, receipt.posting()).orElseThrow().copy())
                .isEqualTo(1);
        assertThat(site.accounts().check(KITCHEN).liabilities()).isEqualTo(Money.of(0, "EUR"));
        assertThat(site.accounts().check(SYSTEM).liabilities()).isEqualTo(five);
        assertThat(site.accounts().topUp(KITCHEN, RequestId.fresh(), own, five, PaymentMeans.CASH))
                .isInstanceOf(TopUpOutcome.ToppedUp.class);
    }

    @Test
    void nobodyIsPutWhereTheClerkDoesNotReach() {
        assertThat(
                        site.people()
                                .enrol(
                                        KITCHEN,
                                        RequestId.fresh(),
                                        details("Max", "Gate"),
                                        Duplicates.ACCEPTED))
                .isInstanceOf(EnrolOutcome.Rejected.class);
        assertThat(
                        site.people()
                                .change(
                                        KITCHEN,
                                        RequestId.fresh(),
                                        cook.id(),
                                        1,
                                        details("Cora", "Gate")))
                .isInstanceOf(ChangeOutcome.Rejected.class);
    }

    @Test
    void hiddenFieldsAreNotSeenAndStayAsTheyWere() {
        var seen = site.people().find(KITCHEN, cook.id()).orElseThrow();
        assertThat(seen.details().birthDate()).isNull();
        assertThat(seen.details().phone()).isEmpty();
        assertThat(seen.details().email()).isEqualTo(cook.details().email());
        var typed =
                new PersonDetails(
                        "Cora",
                        "Cook",
                        null,
                        "",
                        "new@x.example",
                        "",
                        "Kitchen",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
        var outcome = site.people().change(KITCHEN, RequestId.fresh(), cook.id(), 1, typed);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Changed.class,
                        changed -> assertThat(changed.person().details().phone()).isEmpty());
        var kept = site.people().find(SYSTEM, cook.id()).orElseThrow().details();
        assertThat(kept.birthDate()).isEqualTo(LocalDate.of(1990, 1, 2));
        assertThat(kept.phone()).isEqualTo("+43 1 234");
        assertThat(kept.email()).isEqualTo("new@x.example");
    }

    @Test
    void aDuplicateElsewhereIsWarnedOfByNameOnly() {
        var like = details("Gus", "Kitchen");
        assertThat(site.people().enrol(KITCHEN, RequestId.fresh(), like, Duplicates.REFUSED))
                .isInstanceOfSatisfying(
                        EnrolOutcome.PossibleDuplicate.class,
                        found -> {
                            var person = found.likenesses().getFirst().person();
                            assertThat(person.id()).isEqualTo(guard.id());
                            assertThat(person.details())
                                    .isEqualTo(PersonDetails.named("Gus", "Cook"));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMPORT_PEOPLE",
                "SEE_JOURNAL",
                "CHANGE_SETTINGS",
                "CHANGE_OPERATORS",
                "TAKE_BACKUP",
                "CONFIGURE_DEVICES"
            })
    void whatCannotBeDividedIsRefused(String permission) {
        assertThat(KITCHEN.may(Permission.valueOf(permission))).isFalse();
    }

    private OrderOutcome.Ordered order(Actor actor, Person person) {
        return (OrderOutcome.Ordered)
                site.cardJobs()
                        .order(
                                actor,
                                RequestId.fresh(),
                                new CardOrder(person.id(), "printer", "reader", "staff"));
    }

    private Person enrol(String name, String department) {
        return ((EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        SYSTEM,
                                        RequestId.fresh(),
                                        details(name, department),
                                        Duplicates.ACCEPTED))
                .person();
    }

    private static PersonDetails details(String name, String department) {
        return new PersonDetails(
                name,
                "Cook",
                LocalDate.of(1990, 1, 2),
                "",
                name.toLowerCase(java.util.Locale.ROOT) + "@x.example",
                "+43 1 234",
                department,
                "",
                "",
                "",
                "",
                "",
                "");
    }
}
