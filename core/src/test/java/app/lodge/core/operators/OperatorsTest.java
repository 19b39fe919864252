package app.lodge.core.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Sealing;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.operators.Operators.AddOutcome;
import app.lodge.core.operators.Operators.SignInOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-55")
final class OperatorsTest {

    private static final Actor SYSTEM = Actor.system("test");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()),
                    now::get,
                    new Sealing() {
                        @Override
                        public byte[] seal(byte[] plain) {
                            return plain;
                        }

                        @Override
                        public byte[] open(byte[] sealed) {
                            return sealed;
                        }
                    });
    private final Operators operators =
            Operators.in(books, new PasswordHash(new KdfCost(64, 1, 1)));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void wrongPasswordsSlowDownAndThenLockOutWhateverComesNext() {
        add("Ana", Role.CLERK);
        assertThat(signIn("Ana", "wrong")).isEqualTo(new SignInOutcome.Wrong(Duration.ZERO));
        assertThat(signIn("Ana", "wrong")).isEqualTo(new SignInOutcome.Wrong(Duration.ZERO));
        assertThat(signIn("Ana", "wrong"))
                .isEqualTo(new SignInOutcome.Wrong(Duration.ofSeconds(1)));
        assertThat(signIn("Ana", "a good password")).isInstanceOf(SignInOutcome.Wrong.class);
        for (var i = 4; i <= 10; i++) {
            now.updateAndGet(t -> t.plusSeconds(120));
            signIn("Ana", "wrong");
        }
        assertThat(signIn("Ana", "a good password")).isInstanceOf(SignInOutcome.LockedOut.class);
        now.updateAndGet(t -> t.plusSeconds(16 * 60));
        assertThat(signIn("Ana", "a good password")).isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        assertThat(signIn("Nobody", "whatever else"))
                .isEqualTo(new SignInOutcome.Wrong(Duration.ZERO));
    }

    @Test
    void eachRoleCanDoOnlyItsOwn() {
        for (var role : new Role[] {Role.CLERK, Role.AUDITOR}) {
            var actor = new Actor(9, "x", role, "t");
            assertThatThrownBy(() -> operators.list(actor)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() ->
                            operators.add(
                                    actor,
                                    RequestId.fresh(),
                                    "y",
                                    Role.CLERK,
                                    "0123456789".toCharArray()))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void theLastAdministratorStays() {
        var chief = add("chief", Role.ADMINISTRATOR);
        assertThat(operators.deactivate(SYSTEM, RequestId.fresh(), chief.id()))
                .isInstanceOf(AddOutcome.Rejected.class);
        add("second", Role.ADMINISTRATOR);
        assertThat(operators.deactivate(SYSTEM, RequestId.fresh(), chief.id()))
                .isInstanceOf(AddOutcome.Done.class);
        assertThat(signIn("chief", "a good password")).isInstanceOf(SignInOutcome.Wrong.class);
    }

    @Test
    void whoWasLetGoByMistakeIsLetInAgainWithWhatTheyHad() {
        add("chief", Role.ADMINISTRATOR);
        var ana = add("Ana", Role.CLERK);
        operators.deactivate(SYSTEM, RequestId.fresh(), ana.id());
        assertThat(operators.signedIn(ana.id(), "t")).isEmpty();

        assertThat(operators.reactivate(SYSTEM, RequestId.fresh(), ana.id()))
                .isEqualTo(new AddOutcome.Done(ana));
        assertThat(signIn("Ana", "a good password"))
                .isInstanceOfSatisfying(
                        SignInOutcome.SignedIn.class,
                        in -> assertThat(in.actor().role()).isEqualTo(Role.CLERK));
        assertThat(
                        Journal.in(books)
                                .page(
                                        SYSTEM,
                                        new Journal.Filter("operator.reactivated", "", null, null),
                                        null,
                                        9)
                                .rows())
                .hasSize(1);
    }

    @Test
    void nobodyIsLetInTwiceOrBeyondWhatTheOneWhoLetsInMayDo() {
        add("chief", Role.ADMINISTRATOR);
        var second = add("second", Role.ADMINISTRATOR);
        assertThat(problem(operators.reactivate(SYSTEM, RequestId.fresh(), second.id())))
                .isEqualTo("operators.active-already");
        assertThat(problem(operators.reactivate(SYSTEM, RequestId.fresh(), 99)))
                .isEqualTo("operators.unknown");

        operators.deactivate(SYSTEM, RequestId.fresh(), second.id());
        var less =
                new Actor(
                        7,
                        "Staff office",
                        Role.CLERK,
                        "t",
                        new Mandate("", Set.of(Permission.CHANGE_OPERATORS), Set.of(), Scope.SITE));
        assertThat(problem(operators.reactivate(less, RequestId.fresh(), second.id())))
                .isEqualTo("operators.beyond-yours");
        assertThat(operators.signedIn(second.id(), "t")).isEmpty();
        assertThatThrownBy(() ->
                        operators.reactivate(
                                new Actor(9, "x", Role.CLERK, "t"), RequestId.fresh(), second.id()))
                .isInstanceOf(NotPermitted.class);
    }

    private static String problem(AddOutcome outcome) {
        return ((AddOutcome.Rejected) outcome).problems().getFirst().key();
    }

    @Test
    void aNameIsGivenOnceAndBadInputIsNamed() {
        add("Ana", Role.CLERK);
        assertThat(
                        operators.add(
                                SYSTEM,
                                RequestId.fresh(),
                                "Ana",
                                Role.CLERK,
                                "0123456789".toCharArray()))
                .isInstanceOf(AddOutcome.Rejected.class);
        assertThat(operators.add(SYSTEM, RequestId.fresh(), "", Role.SYSTEM, "x".toCharArray()))
                .isInstanceOfSatisfying(
                        AddOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting("field")
                                        .containsExactlyInAnyOrder("name", "role", "password"));
    }

    private Operator add(String name, Role role) {
        return ((AddOutcome.Done)
                        operators.add(
                                SYSTEM,
                                RequestId.fresh(),
                                name,
                                role,
                                "a good password".toCharArray()))
                .operator();
    }

    private SignInOutcome signIn(String name, String password) {
        return operators.signIn(name, password.toCharArray(), "desk");
    }
}
