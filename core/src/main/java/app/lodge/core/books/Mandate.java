package app.lodge.core.books;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an operator may do, and whose data: the role as the books hold it at this moment, and the scope.
///
/// @param role the role's own name; empty for a shipped one, whose name is in the bundles
/// @param permissions within the scope; those about the whole site count only in {@link Scope.Site}
/// @param hiddenFields keys of `Reach.hideable()` that this operator does not see
public record Mandate(
        String role, Set<Permission> permissions, Set<String> hiddenFields, Scope scope) {

    private static final Map<Role, Mandate> SHIPPED =
            Stream.of(Role.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(),
                                    role ->
                                            new Mandate(
                                                    "", role.permissions(), Set.of(), Scope.SITE)));

    public Mandate {
        permissions = Set.copyOf(permissions);
        hiddenFields = Set.copyOf(hiddenFields);
    }

    /// A shipped role at the whole site.
    public static Mandate of(Role shipped) {
        return Objects.requireNonNull(SHIPPED.get(shipped));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission)
                && (scope instanceof Scope.Site || !permission.wholeSite());
    }

    /// Whether whoever has this one may give that one: nobody hands on more than they have.
    public boolean covers(Mandate other) {
        return permissions.containsAll(other.permissions)
                && other.hiddenFields.containsAll(hiddenFields)
                && switch (scope) {
                    case Scope.Site() -> true;
                    case Scope.Departments(var mine) ->
                            other.scope instanceof Scope.Departments(var theirs)
                                    && mine.containsAll(theirs);
                };
    }
}
