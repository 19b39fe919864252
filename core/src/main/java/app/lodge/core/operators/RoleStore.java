package app.lodge.core.operators;

import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.STAFF_ROLE;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The site's own roles.
final class RoleStore {

    List<StaffRole> all(DSLContext sql) {
        return sql.selectFrom(STAFF_ROLE).orderBy(STAFF_ROLE.NAME).fetch(RoleStore::role);
    }

    Optional<StaffRole> find(DSLContext sql, long id) {
        return sql.selectFrom(STAFF_ROLE)
                .where(STAFF_ROLE.ID.eq(id))
                .fetchOptional(RoleStore::role);
    }

    Optional<StaffRole> named(DSLContext sql, String name) {
        return sql.selectFrom(STAFF_ROLE)
                .where(STAFF_ROLE.NAME.eq(name))
                .fetchOptional(RoleStore::role);
    }

    StaffRole insert(Tx tx, StaffRole role) {
        var id = tx.nextNumber(STAFF_ROLE.ID);
        tx.sql()
                .insertInto(STAFF_ROLE)
                .set(STAFF_ROLE.ID, id)
                .set(STAFF_ROLE.NAME, role.name())
                .set(STAFF_ROLE.TEMPLATE, role.template().name())
                .set(STAFF_ROLE.PERMISSIONS, permissions(role))
                .set(STAFF_ROLE.HIDDEN_FIELDS, fields(role))
                .set(STAFF_ROLE.CHANGED_AT, tx.nowUtc())
                .execute();
        return new StaffRole(
                id, role.name(), role.template(), role.permissions(), role.hiddenFields());
    }

    void update(Tx tx, StaffRole role) {
        tx.sql()
                .update(STAFF_ROLE)
                .set(STAFF_ROLE.NAME, role.name())
                .set(STAFF_ROLE.PERMISSIONS, permissions(role))
                .set(STAFF_ROLE.HIDDEN_FIELDS, fields(role))
                .set(STAFF_ROLE.CHANGED_AT, tx.nowUtc())
                .where(STAFF_ROLE.ID.eq(role.id()))
                .execute();
    }

    void delete(Tx tx, long id) {
        tx.sql().deleteFrom(STAFF_ROLE).where(STAFF_ROLE.ID.eq(id)).execute();
    }

    boolean inUse(DSLContext sql, long id) {
        return sql.fetchExists(OPERATOR, OPERATOR.ROLE_ID.eq(id));
    }

    static String permissions(StaffRole role) {
        return role.permissions().stream()
                .sorted()
                .map(Permission::name)
                .collect(Collectors.joining(" "));
    }

    static String fields(StaffRole role) {
        return String.join(" ", new TreeSet<>(role.hiddenFields()));
    }

    static StaffRole role(Record row) {
        return new StaffRole(
                row.get(STAFF_ROLE.ID),
                row.get(STAFF_ROLE.NAME),
                Role.valueOf(row.get(STAFF_ROLE.TEMPLATE)),
                words(row.get(STAFF_ROLE.PERMISSIONS)).stream()
                        .map(Permission::valueOf)
                        .collect(Collectors.toSet()),
                words(row.get(STAFF_ROLE.HIDDEN_FIELDS)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
