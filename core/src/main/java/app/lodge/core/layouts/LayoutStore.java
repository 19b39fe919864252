package app.lodge.core.layouts;

import static app.lodge.core.books.tables.Tables.CARD_LAYOUT;
import static app.lodge.core.books.tables.Tables.CARD_LAYOUT_DRAFT;
import static app.lodge.core.books.tables.Tables.CARD_LAYOUT_USE;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;

import app.lodge.core.books.Tx;
import app.lodge.core.groups.GroupId;
import app.lodge.core.layouts.CardLayouts.Draft;
import app.lodge.core.layouts.CardLayouts.Revision;
import app.lodge.core.layouts.CardLayouts.Use;
import app.lodge.core.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of layouts, their drafts and their uses.
final class LayoutStore {

    /// The group that everybody without a layout of their group's is in.
    static final long EVERYBODY = 0;

    List<Revision> published(DSLContext sql) {
        return sql.select(
                        CARD_LAYOUT.LAYOUT,
                        CARD_LAYOUT.REVISION,
                        CARD_LAYOUT.NAME,
                        CARD_LAYOUT.PUBLISHED_AT,
                        CARD_LAYOUT.SHA256)
                .from(CARD_LAYOUT)
                .orderBy(CARD_LAYOUT.LAYOUT, CARD_LAYOUT.REVISION.desc())
                .fetch(LayoutStore::revision);
    }

    Optional<Revision> newest(DSLContext sql, String layout) {
        return sql.select(
                        CARD_LAYOUT.LAYOUT,
                        CARD_LAYOUT.REVISION,
                        CARD_LAYOUT.NAME,
                        CARD_LAYOUT.PUBLISHED_AT,
                        CARD_LAYOUT.SHA256)
                .from(CARD_LAYOUT)
                .where(CARD_LAYOUT.LAYOUT.eq(layout))
                .orderBy(CARD_LAYOUT.REVISION.desc())
                .limit(1)
                .fetchOptional(LayoutStore::revision);
    }

    Optional<String> document(DSLContext sql, String layout, int revision) {
        return sql.select(CARD_LAYOUT.DOCUMENT)
                .from(CARD_LAYOUT)
                .where(CARD_LAYOUT.LAYOUT.eq(layout))
                .and(CARD_LAYOUT.REVISION.eq(revision))
                .fetchOptional(row -> new String(row.value1(), StandardCharsets.UTF_8));
    }

    void publish(Tx tx, Revision revision, String document) {
        tx.sql()
                .insertInto(CARD_LAYOUT)
                .set(CARD_LAYOUT.LAYOUT, revision.layout())
                .set(CARD_LAYOUT.REVISION, revision.revision())
                .set(CARD_LAYOUT.NAME, revision.name())
                .set(CARD_LAYOUT.DOCUMENT, document.getBytes(StandardCharsets.UTF_8))
                .set(CARD_LAYOUT.SHA256, revision.sha256())
                .set(CARD_LAYOUT.PUBLISHED_AT, tx.nowUtc())
                .set(CARD_LAYOUT.PUBLISHED_BY, tx.actor().operatorId())
                .execute();
    }

    List<Draft> drafts(DSLContext sql) {
        return sql.selectFrom(CARD_LAYOUT_DRAFT)
                .orderBy(CARD_LAYOUT_DRAFT.LAYOUT)
                .fetch(LayoutStore::draft);
    }

    Optional<Draft> draft(DSLContext sql, String layout) {
        return sql.selectFrom(CARD_LAYOUT_DRAFT)
                .where(CARD_LAYOUT_DRAFT.LAYOUT.eq(layout))
                .fetchOptional(LayoutStore::draft);
    }

    void keep(Tx tx, Draft draft) {
        discard(tx, draft.layout());
        tx.sql()
                .insertInto(CARD_LAYOUT_DRAFT)
                .set(CARD_LAYOUT_DRAFT.LAYOUT, draft.layout())
                .set(CARD_LAYOUT_DRAFT.NAME, draft.name())
                .set(CARD_LAYOUT_DRAFT.DOCUMENT, draft.document().getBytes(StandardCharsets.UTF_8))
                .set(CARD_LAYOUT_DRAFT.SAVED_AT, tx.nowUtc())
                .set(CARD_LAYOUT_DRAFT.SAVED_BY, tx.actor().operatorId())
                .execute();
    }

    boolean discard(Tx tx, String layout) {
        return tx.sql()
                        .deleteFrom(CARD_LAYOUT_DRAFT)
                        .where(CARD_LAYOUT_DRAFT.LAYOUT.eq(layout))
                        .execute()
                > 0;
    }

    List<Use> uses(DSLContext sql) {
        return sql.selectFrom(CARD_LAYOUT_USE)
                .orderBy(CARD_LAYOUT_USE.GROUP_ID)
                .fetch(row ->
                        new Use(
                                row.get(CARD_LAYOUT_USE.GROUP_ID) == EVERYBODY
                                        ? null
                                        : new GroupId(row.get(CARD_LAYOUT_USE.GROUP_ID)),
                                row.get(CARD_LAYOUT_USE.LAYOUT)));
    }

    void use(Tx tx, long group, String layout) {
        tx.sql().deleteFrom(CARD_LAYOUT_USE).where(CARD_LAYOUT_USE.GROUP_ID.eq(group)).execute();
        if (!layout.isEmpty()) {
            tx.sql()
                    .insertInto(CARD_LAYOUT_USE)
                    .set(CARD_LAYOUT_USE.GROUP_ID, group)
                    .set(CARD_LAYOUT_USE.LAYOUT, layout)
                    .execute();
        }
    }

    Optional<String> of(DSLContext sql, PersonId person) {
        return sql.select(CARD_LAYOUT_USE.LAYOUT)
                .from(CARD_LAYOUT_USE)
                .join(PEOPLE_GROUP)
                .on(PEOPLE_GROUP.ID.eq(CARD_LAYOUT_USE.GROUP_ID))
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.GROUP_ID.eq(PEOPLE_GROUP.ID))
                .where(GROUP_MEMBER.PERSON_ID.eq(person.number()))
                .orderBy(PEOPLE_GROUP.NAME)
                .limit(1)
                .fetchOptional(CARD_LAYOUT_USE.LAYOUT)
                .or(() ->
                        sql.select(CARD_LAYOUT_USE.LAYOUT)
                                .from(CARD_LAYOUT_USE)
                                .where(CARD_LAYOUT_USE.GROUP_ID.eq(EVERYBODY))
                                .fetchOptional(CARD_LAYOUT_USE.LAYOUT));
    }

    private static Draft draft(Record row) {
        return new Draft(
                row.get(CARD_LAYOUT_DRAFT.LAYOUT),
                row.get(CARD_LAYOUT_DRAFT.NAME),
                new String(row.get(CARD_LAYOUT_DRAFT.DOCUMENT), StandardCharsets.UTF_8),
                row.get(CARD_LAYOUT_DRAFT.SAVED_AT).toInstant(ZoneOffset.UTC));
    }

    private static Revision revision(Record row) {
        return new Revision(
                row.get(CARD_LAYOUT.LAYOUT),
                row.get(CARD_LAYOUT.REVISION),
                row.get(CARD_LAYOUT.NAME),
                row.get(CARD_LAYOUT.PUBLISHED_AT).toInstant(ZoneOffset.UTC),
                row.get(CARD_LAYOUT.SHA256));
    }
}
