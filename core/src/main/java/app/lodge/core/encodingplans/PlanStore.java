package app.lodge.core.encodingplans;

import static app.lodge.core.books.tables.Tables.ENCODING_PLAN;
import static app.lodge.core.books.tables.Tables.ENCODING_PLAN_DRAFT;
import static app.lodge.core.books.tables.Tables.ENCODING_PLAN_RETIRED;
import static app.lodge.core.books.tables.Tables.ENCODING_PLAN_USE;
import static app.lodge.core.books.tables.Tables.MEDIUM_PLAN;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import app.lodge.core.journal.SiteSignatures.Signed;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of plans, their drafts and their uses.
final class PlanStore {

    /// A published version as it lies in the books.
    record Row(String name, int version, String document, Signed signed, Instant at) {
        Reference reference() {
            return new Reference(name, version);
        }
    }

    record Reference(String name, int version) {
        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    List<Row> published(DSLContext sql) {
        return sql.selectFrom(ENCODING_PLAN)
                .orderBy(ENCODING_PLAN.NAME, ENCODING_PLAN.VERSION.desc())
                .fetch(PlanStore::row);
    }

    Optional<Row> published(DSLContext sql, String name, int version) {
        return sql.selectFrom(ENCODING_PLAN)
                .where(ENCODING_PLAN.NAME.eq(name))
                .and(ENCODING_PLAN.VERSION.eq(version))
                .fetchOptional(PlanStore::row);
    }

    int newest(DSLContext sql, String name) {
        Integer newest =
                sql.select(max(ENCODING_PLAN.VERSION))
                        .from(ENCODING_PLAN)
                        .where(ENCODING_PLAN.NAME.eq(name))
                        .fetchSingle()
                        .value1();
        return newest == null ? 0 : newest;
    }

    void publish(Tx tx, EncodingPlan plan, String document, Signed signed) {
        tx.sql()
                .insertInto(ENCODING_PLAN)
                .set(ENCODING_PLAN.NAME, plan.name())
                .set(ENCODING_PLAN.VERSION, plan.version())
                .set(ENCODING_PLAN.DOCUMENT, document)
                .set(ENCODING_PLAN.PUBLIC_KEY, signed.key())
                .set(ENCODING_PLAN.SIGNATURE, signed.signature())
                .set(ENCODING_PLAN.PUBLISHED_AT, tx.nowUtc())
                .set(ENCODING_PLAN.PUBLISHED_BY, tx.actor().operatorId())
                .execute();
    }

    boolean retired(DSLContext sql, Reference plan) {
        return sql.fetchExists(
                ENCODING_PLAN_RETIRED,
                ENCODING_PLAN_RETIRED
                        .NAME
                        .eq(plan.name())
                        .and(ENCODING_PLAN_RETIRED.VERSION.eq(plan.version())));
    }

    void retire(Tx tx, Reference plan) {
        tx.sql()
                .insertInto(ENCODING_PLAN_RETIRED)
                .set(ENCODING_PLAN_RETIRED.NAME, plan.name())
                .set(ENCODING_PLAN_RETIRED.VERSION, plan.version())
                .set(ENCODING_PLAN_RETIRED.RETIRED_AT, tx.nowUtc())
                .execute();
    }

    void reinstate(Tx tx, Reference plan) {
        tx.sql()
                .deleteFrom(ENCODING_PLAN_RETIRED)
                .where(ENCODING_PLAN_RETIRED.NAME.eq(plan.name()))
                .and(ENCODING_PLAN_RETIRED.VERSION.eq(plan.version()))
                .execute();
    }

    List<String> drafts(DSLContext sql) {
        return sql.select(ENCODING_PLAN_DRAFT.DOCUMENT)
                .from(ENCODING_PLAN_DRAFT)
                .orderBy(ENCODING_PLAN_DRAFT.NAME)
                .fetch(ENCODING_PLAN_DRAFT.DOCUMENT);
    }

    Optional<String> draft(DSLContext sql, String name) {
        return sql.select(ENCODING_PLAN_DRAFT.DOCUMENT)
                .from(ENCODING_PLAN_DRAFT)
                .where(ENCODING_PLAN_DRAFT.NAME.eq(name))
                .fetchOptional(ENCODING_PLAN_DRAFT.DOCUMENT);
    }

    void save(Tx tx, EncodingPlan draft) {
        discard(tx, draft.name());
        tx.sql()
                .insertInto(ENCODING_PLAN_DRAFT)
                .set(ENCODING_PLAN_DRAFT.NAME, draft.name())
                .set(ENCODING_PLAN_DRAFT.DOCUMENT, draft.canonical())
                .set(ENCODING_PLAN_DRAFT.CHANGED_AT, tx.nowUtc())
                .execute();
    }

    void discard(Tx tx, String name) {
        tx.sql().deleteFrom(ENCODING_PLAN_DRAFT).where(ENCODING_PLAN_DRAFT.NAME.eq(name)).execute();
    }

    Map<MediumKind, Reference> uses(DSLContext sql) {
        var uses = new EnumMap<MediumKind, Reference>(MediumKind.class);
        sql.selectFrom(ENCODING_PLAN_USE)
                .forEach(row ->
                        uses.put(
                                MediumKind.valueOf(row.get(ENCODING_PLAN_USE.KIND)),
                                new Reference(
                                        row.get(ENCODING_PLAN_USE.NAME),
                                        row.get(ENCODING_PLAN_USE.VERSION))));
        return uses;
    }

    void use(Tx tx, MediumKind kind, Reference plan) {
        tx.sql()
                .deleteFrom(ENCODING_PLAN_USE)
                .where(ENCODING_PLAN_USE.KIND.eq(kind.name()))
                .execute();
        tx.sql()
                .insertInto(ENCODING_PLAN_USE)
                .set(ENCODING_PLAN_USE.KIND, kind.name())
                .set(ENCODING_PLAN_USE.NAME, plan.name())
                .set(ENCODING_PLAN_USE.VERSION, plan.version())
                .execute();
    }

    void intend(Tx tx, MediumId medium, Reference plan) {
        tx.sql().deleteFrom(MEDIUM_PLAN).where(MEDIUM_PLAN.MEDIUM_ID.eq(medium.number())).execute();
        tx.sql()
                .insertInto(MEDIUM_PLAN)
                .set(MEDIUM_PLAN.MEDIUM_ID, medium.number())
                .set(MEDIUM_PLAN.NAME, plan.name())
                .set(MEDIUM_PLAN.VERSION, plan.version())
                .execute();
    }

    Optional<Reference> of(DSLContext sql, MediumId medium) {
        return sql.selectFrom(MEDIUM_PLAN)
                .where(MEDIUM_PLAN.MEDIUM_ID.eq(medium.number()))
                .fetchOptional(row ->
                        new Reference(row.get(MEDIUM_PLAN.NAME), row.get(MEDIUM_PLAN.VERSION)));
    }

    private static Row row(Record row) {
        return new Row(
                row.get(ENCODING_PLAN.NAME),
                row.get(ENCODING_PLAN.VERSION),
                row.get(ENCODING_PLAN.DOCUMENT),
                new Signed(row.get(ENCODING_PLAN.PUBLIC_KEY), row.get(ENCODING_PLAN.SIGNATURE)),
                Tx.instant(row.get(ENCODING_PLAN.PUBLISHED_AT)));
    }
}
