package app.lodge.core.operators;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import java.util.Set;

/// A role as data: what its operators may do, and which fields of people they do not see (ID-55).
///
/// @param id 0 for a shipped role, and for one that is not kept yet
/// @param name as the site calls it; empty for a shipped role, whose name is in the bundles
/// @param template the shipped role, or the one that this was made from
/// @param hiddenFields keys of `Reach.hideable()`
public record StaffRole(
        long id,
        String name,
        Role template,
        Set<Permission> permissions,
        Set<String> hiddenFields) {

    public StaffRole {
        permissions = Set.copyOf(permissions);
        hiddenFields = Set.copyOf(hiddenFields);
    }

    public static StaffRole shipped(Role role) {
        return new StaffRole(0, "", role, role.permissions(), Set.of());
    }
}
