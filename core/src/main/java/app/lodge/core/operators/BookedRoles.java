package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Roles as rows of the books.
final class BookedRoles implements Roles {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{1,39}");

    private final Books books;
    private final RoleStore store = new RoleStore();

    BookedRoles(Books books) {
        this.books = books;
    }

    @Override
    public List<StaffRole> list(Actor actor) {
        actor.require(Permission.CHANGE_OPERATORS);
        var shipped = Arrays.stream(Role.values()).filter(Role::forPeople).map(StaffRole::shipped);
        return Stream.concat(shipped, books.read(store::all).stream()).toList();
    }

    @Override
    public RoleOutcome save(Actor actor, RequestId request, StaffRole role) {
        actor.require(Permission.CHANGE_OPERATORS);
        var asked =
                new StaffRole(
                        role.id(),
                        role.name().strip(),
                        role.template(),
                        role.permissions(),
                        role.hiddenFields());
        var problems = problems(actor, asked);
        if (!problems.isEmpty()) {
            return new RoleOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "roles.save",
                List.of(
                        asked.id(),
                        asked.name(),
                        asked.template(),
                        RoleStore.permissions(asked),
                        RoleStore.fields(asked)),
                RoleOutcome.class,
                tx -> saved(tx, asked));
    }

    private List<Problem> problems(Actor actor, StaffRole role) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(role.name()).matches()) {
            problems.add(Problem.of("name", role.name(), "operators.name-form"));
        }
        if (!role.template().forPeople()) {
            problems.add(Problem.of("role", role.template(), "operators.role-not-for-people"));
        }
        for (var field : role.hiddenFields()) {
            if (!Reach.hideable().contains(field)) {
                problems.add(Problem.of("hiddenFields", field, "operators.field-unknown"));
            }
        }
        for (var permission : role.permissions()) {
            if (!actor.may(permission) || permission == Permission.DEVICE_TRAFFIC) {
                problems.add(Problem.of("permissions", permission, "operators.beyond-yours"));
            }
        }
        return problems;
    }

    private RoleOutcome saved(Tx tx, StaffRole role) {
        var sameName = store.named(tx.sql(), role.name());
        if (sameName.isPresent() && sameName.get().id() != role.id()) {
            return rejected("name", role.name(), "operators.role-name-taken");
        }
        StaffRole kept;
        if (role.id() == 0) {
            kept = store.insert(tx, role);
        } else if (store.find(tx.sql(), role.id()).isPresent()) {
            store.update(tx, role);
            kept = role;
        } else {
            return rejected("role", role.id(), "operators.role-unknown");
        }
        tx.journal(
                role.id() == 0 ? "role.added" : "role.changed",
                "role:" + kept.id(),
                Map.of(
                        "name",
                        kept.name(),
                        "template",
                        kept.template().name(),
                        "permissions",
                        RoleStore.permissions(kept),
                        "hiddenFields",
                        RoleStore.fields(kept)));
        return new RoleOutcome.Done(kept);
    }

    @Override
    public RoleOutcome remove(Actor actor, RequestId request, long role) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.once(
                actor,
                request,
                "roles.remove",
                role,
                RoleOutcome.class,
                tx -> {
                    var known = store.find(tx.sql(), role);
                    if (known.isEmpty()) {
                        return rejected("role", role, "operators.role-unknown");
                    }
                    if (store.inUse(tx.sql(), role)) {
                        return rejected("role", known.get().name(), "operators.role-in-use");
                    }
                    store.delete(tx, role);
                    tx.journal("role.removed", "role:" + role, Map.of());
                    return new RoleOutcome.Done(known.get());
                });
    }

    /// The mandate that a role gives within a scope.
    static Mandate mandate(StaffRole role, Scope scope) {
        return new Mandate(role.name(), role.permissions(), role.hiddenFields(), scope);
    }

    private static RoleOutcome rejected(String field, Object value, String key) {
        return new RoleOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }
}
