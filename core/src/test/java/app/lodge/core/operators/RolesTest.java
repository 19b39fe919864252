package app.lodge.core.operators;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.operators.Operators.AddOutcome;
import app.lodge.core.operators.Roles.RoleOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-55")
final class RolesTest {

    private static final Actor SYSTEM = Actor.system("test");
    private static final Scope KITCHEN = new Scope.Departments(Set.of("Kitchen"));

    private final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()),
                    InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")),
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
    private final Roles roles = Roles.in(books);
    private Operator ana;

    @BeforeEach
    void staff() {
        add("Chief", Role.ADMINISTRATOR);
        ana = add("Ana", Role.CLERK);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aSitesOwnRoleAndScopeCountFromTheNextCallOn() {
        var porter = save("Porter", EnumSet.of(Permission.SEE_PEOPLE), Set.of("birthDate"));
        assertThat(operators.assign(SYSTEM, RequestId.fresh(), ana.id(), porter, KITCHEN))
                .isInstanceOf(AddOutcome.Done.class);
        var now = operators.signedIn(ana.id(), "desk-1").orElseThrow();
        assertThat(now.may(Permission.SEE_PEOPLE)).isTrue();
        assertThat(now.may(Permission.TOP_UP)).isFalse();
        assertThat(now.mandate().hiddenFields()).containsExactly("birthDate");
        assertThat(now.mandate().scope()).isEqualTo(KITCHEN);

        var more =
                new StaffRole(
                        porter.id(),
                        "Porter",
                        Role.CLERK,
                        EnumSet.of(Permission.SEE_PEOPLE, Permission.TOP_UP),
                        Set.of());
        assertThat(roles.save(SYSTEM, RequestId.fresh(), more))
                .isEqualTo(new RoleOutcome.Done(more));
        assertThat(operators.signedIn(ana.id(), "desk-1").orElseThrow().may(Permission.TOP_UP))
                .isTrue();
    }

    @Test
    void whatConcernsTheWholeSiteCannotBeHadForADepartment() {
        operators.assign(
                SYSTEM,
                RequestId.fresh(),
                ana.id(),
                StaffRole.shipped(Role.ADMINISTRATOR),
                KITCHEN);
        var now = operators.signedIn(ana.id(), "desk-1").orElseThrow();
        for (var permission : Permission.values()) {
            assertThat(now.may(permission)).as("%s", permission).isEqualTo(!permission.wholeSite());
        }
    }

    @Test
    void nobodyHandsOnMoreThanTheyHave() {
        var chosen = EnumSet.of(Permission.CHANGE_OPERATORS, Permission.SEE_PEOPLE);
        var staffer = save("Staffer", chosen, Set.of("phone"));
        operators.assign(SYSTEM, RequestId.fresh(), ana.id(), staffer, Scope.SITE);
        var actor = operators.signedIn(ana.id(), "desk-1").orElseThrow();
        assertThat(
                        roles.save(
                                actor,
                                RequestId.fresh(),
                                new StaffRole(
                                        0,
                                        "Cashier",
                                        Role.CLERK,
                                        Set.of(Permission.TOP_UP),
                                        Set.of())))
                .isEqualTo(
                        new RoleOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "permissions",
                                                Permission.TOP_UP,
                                                "operators.beyond-yours"))));
        var eve = add("Eve", Role.AUDITOR);
        for (var role :
                List.of(
                        StaffRole.shipped(Role.ADMINISTRATOR),
                        save("All seeing", chosen, Set.of()))) {
            assertThat(operators.assign(actor, RequestId.fresh(), eve.id(), role, Scope.SITE))
                    .isInstanceOf(AddOutcome.Rejected.class);
        }
        assertThat(
                        operators.add(
                                actor,
                                RequestId.fresh(),
                                "Helper",
                                Role.ADMINISTRATOR,
                                "0123456789".toCharArray()))
                .isInstanceOf(AddOutcome.Rejected.class);
    }

    @Test
    void theLastAdministratorOfTheWholeSiteStaysOne() {
        var chief = operators.list(SYSTEM).getLast();
        assertThat(chief.name()).isEqualTo("Chief");
        for (var change :
                List.of(
                        operators.assign(
                                SYSTEM,
                                RequestId.fresh(),
                                chief.id(),
                                StaffRole.shipped(Role.CLERK),
                                Scope.SITE),
                        operators.assign(
                                SYSTEM,
                                RequestId.fresh(),
                                chief.id(),
                                StaffRole.shipped(Role.ADMINISTRATOR),
                                KITCHEN))) {
            assertThat(change)
                    .isEqualTo(
                            new AddOutcome.Rejected(
                                    List.of(
                                            Problem.of(
                                                    "operator",
                                                    "Chief",
                                                    "operators.last-administrator"))));
        }
    }

    @Test
    void aRoleInUseStaysAndBadOnesAreNamed() {
        var porter = save("Porter", EnumSet.of(Permission.SEE_PEOPLE), Set.of());
        operators.assign(SYSTEM, RequestId.fresh(), ana.id(), porter, Scope.SITE);
        assertThat(roles.remove(SYSTEM, RequestId.fresh(), porter.id()))
                .isInstanceOf(RoleOutcome.Rejected.class);
        operators.assign(
                SYSTEM, RequestId.fresh(), ana.id(), StaffRole.shipped(Role.CLERK), Scope.SITE);
        assertThat(roles.remove(SYSTEM, RequestId.fresh(), porter.id()))
                .isInstanceOf(RoleOutcome.Done.class);
        var bad =
                new StaffRole(
                        0,
                        "?",
                        Role.DEVICE,
                        Set.of(Permission.DEVICE_TRAFFIC),
                        Set.of("familyName"));
        assertThat(roles.save(SYSTEM, RequestId.fresh(), bad))
                .isInstanceOfSatisfying(
                        RoleOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::key)
                                        .containsExactlyInAnyOrder(
                                                "operators.name-form",
                                                "operators.role-not-for-people",
                                                "operators.field-unknown",
                                                "operators.beyond-yours"));
    }

    private StaffRole save(String name, Set<Permission> permissions, Set<String> hidden) {
        var role = new StaffRole(0, name, Role.CLERK, permissions, hidden);
        return ((RoleOutcome.Done) roles.save(SYSTEM, RequestId.fresh(), role)).role();
    }

    private Operator add(String name, Role role) {
        var outcome =
                operators.add(
                        SYSTEM, RequestId.fresh(), name, role, "a good password".toCharArray());
        return ((AddOutcome.Done) outcome).operator();
    }
}
