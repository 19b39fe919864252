package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.RIGHT_DRAFT;
import static app.lodge.core.books.tables.Tables.RIGHT_DRAFT_CHANGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of drafts.
final class DraftStore {

    private DraftStore() {}

    static List<Draft> all(DSLContext sql) {
        return drafts(sql, DSL.noCondition());
    }

    static Optional<Draft> find(DSLContext sql, DraftId id) {
        return drafts(sql, RIGHT_DRAFT.ID.eq(id.number())).stream().findFirst();
    }

    private static List<Draft> drafts(DSLContext sql, Condition condition) {
        var changes =
                sql
                        .select(RIGHT_DRAFT_CHANGE.DRAFT_ID, RIGHT_DRAFT_CHANGE.CONTENT)
                        .from(RIGHT_DRAFT_CHANGE)
                        .join(RIGHT_DRAFT)
                        .on(RIGHT_DRAFT.ID.eq(RIGHT_DRAFT_CHANGE.DRAFT_ID))
                        .where(condition)
                        .orderBy(RIGHT_DRAFT_CHANGE.DRAFT_ID, RIGHT_DRAFT_CHANGE.POSITION)
                        .fetch()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.value1(),
                                        Collectors.mapping(
                                                row -> Json.read(row.value2(), Change.class),
                                                Collectors.toList())));
        return sql.select()
                .from(RIGHT_DRAFT)
                .where(condition)
                .orderBy(RIGHT_DRAFT.ID.desc())
                .limit(200)
                .fetch(row ->
                        new Draft(
                                new DraftId(row.get(RIGHT_DRAFT.ID)),
                                row.get(RIGHT_DRAFT.NAME),
                                State.valueOf(row.get(RIGHT_DRAFT.STATE)),
                                Tx.instant(row.get(RIGHT_DRAFT.CREATED_AT)),
                                changes.getOrDefault(row.get(RIGHT_DRAFT.ID), List.of())));
    }

    static DraftId begin(Tx tx, String name) {
        var id = tx.nextNumber(RIGHT_DRAFT.ID);
        tx.sql()
                .insertInto(RIGHT_DRAFT)
                .set(RIGHT_DRAFT.ID, id)
                .set(RIGHT_DRAFT.NAME, name)
                .set(RIGHT_DRAFT.STATE, State.OPEN.name())
                .set(RIGHT_DRAFT.CREATED_AT, tx.nowUtc())
                .set(RIGHT_DRAFT.CREATED_BY, tx.actor().operatorId())
                .execute();
        return new DraftId(id);
    }

    /// The draft has exactly these changes from now on.
    ///
    /// @param people whose right a change is, by position; for erasures
    static void write(Tx tx, DraftId draft, List<Change> changes, Map<Integer, Long> people) {
        tx.sql()
                .deleteFrom(RIGHT_DRAFT_CHANGE)
                .where(RIGHT_DRAFT_CHANGE.DRAFT_ID.eq(draft.number()))
                .execute();
        for (var i = 0; i < changes.size(); i++) {
            tx.sql()
                    .insertInto(RIGHT_DRAFT_CHANGE)
                    .set(RIGHT_DRAFT_CHANGE.DRAFT_ID, draft.number())
                    .set(RIGHT_DRAFT_CHANGE.POSITION, i + 1)
                    .set(RIGHT_DRAFT_CHANGE.PERSON_ID, person(people, i))
                    .set(RIGHT_DRAFT_CHANGE.CONTENT, Json.text(changes.get(i), Change.class))
                    .execute();
        }
    }

    private static @Nullable Long person(Map<Integer, Long> people, int index) {
        return people.get(index);
    }

    static void decide(Tx tx, DraftId draft, State state) {
        tx.sql()
                .update(RIGHT_DRAFT)
                .set(RIGHT_DRAFT.STATE, state.name())
                .set(RIGHT_DRAFT.DECIDED_AT, tx.nowUtc())
                .where(RIGHT_DRAFT.ID.eq(draft.number()))
                .execute();
    }

    /// The newest journal row that changed what anybody may: rules, plans, calendar, groups, blocks.
    static long basis(DSLContext sql) {
        return sql.select(coalesce(max(JOURNAL.ID), inline(0L)))
                .from(JOURNAL)
                .where(
                        JOURNAL.KIND.in(
                                "right.granted",
                                "right.refused",
                                "right.withdrawn",
                                "right.plan-changed",
                                "right.holiday-put",
                                "right.holiday-removed",
                                "group.entered",
                                "group.left",
                                "person.blocked",
                                "person.unblocked"))
                .fetchSingle()
                .value1();
    }

    /// Person → groups, of everybody in any group that has a rule about these resources.
    static Map<Long, Set<Long>> memberships(DSLContext sql, Set<Long> groups) {
        return groups.isEmpty()
                ? Map.of()
                : sql
                        .select(GROUP_MEMBER.PERSON_ID, GROUP_MEMBER.GROUP_ID)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.GROUP_ID.in(groups))
                        .fetch()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.value1(),
                                        Collectors.mapping(
                                                row -> row.value2(), Collectors.toSet())));
    }
}
