package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Fact;
import app.lodge.core.doors.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// Who entered or left a group: the journal knows, a fact only tells which group.
final class GroupNewsStore {

    static final Set<String> KINDS = Set.of("group.entered", "group.left");

    private GroupNewsStore() {}

    static Optional<Long> person(DSLContext sql, Fact fact) {
        return sql.select(JOURNAL.CONTENT)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(fact.number()))
                .fetchOptional(JOURNAL.CONTENT)
                .map(text -> Json.tree(text.getBytes(StandardCharsets.UTF_8)).path("person"))
                .filter(person -> person.isIntegralNumber())
                .map(person -> person.asLong());
    }
}
