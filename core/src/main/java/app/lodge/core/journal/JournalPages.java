package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static org.jooq.impl.DSL.noCondition;

import app.lodge.core.books.Tx;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/// Pages of the journal, newest first, by any filter: each reads a few rows of one index backwards, however
/// long the journal is.
///
/// What is filtered comes by time and then by number, which is the same unless a clock was set back.
final class JournalPages {

    private static final Comparator<JournalRow> NEWEST_FIRST =
            Comparator.comparing(JournalRow::at).thenComparing(JournalRow::number).reversed();

    /// One value of an indexed column; a page is put together from those of several.
    private record Part(TableField<?, String> column, String value) {}

    private final KnownKinds kinds;

    JournalPages(KnownKinds kinds) {
        this.kinds = kinds;
    }

    List<JournalRow> newestFirst(
            DSLContext sql, Journal.Filter filter, long beforeNumber, int limit) {
        if (filter.equals(Journal.Filter.all())) {
            return sql.selectFrom(JOURNAL)
                    .where(JOURNAL.ID.lt(beforeNumber))
                    .orderBy(JOURNAL.ID.desc())
                    .limit(limit)
                    .fetch(JournalStore::row);
        }
        var kind = filter.kind().strip();
        var subject = filter.subject().strip();
        var within = within(filter).and(before(sql, beforeNumber));
        if (!subject.isEmpty()) {
            var ofKind = kind.isEmpty() ? noCondition() : JOURNAL.KIND.startsWith(kind);
            return merged(
                    sql, List.of(new Part(JOURNAL.SUBJECT, subject)), within.and(ofKind), limit);
        }
        if (!kind.isEmpty()) {
            var parts =
                    kinds.beginning(sql, kind).stream()
                            .map(each -> new Part(JOURNAL.KIND, each))
                            .toList();
            return merged(sql, parts, within, limit);
        }
        return sql.selectFrom(JOURNAL)
                .where(within)
                .orderBy(JOURNAL.AT.desc(), JOURNAL.ID.desc())
                .limit(limit)
                .fetch(JournalStore::row);
    }

    private static List<JournalRow> merged(
            DSLContext sql, List<Part> parts, Condition condition, int limit) {
        return parts.stream()
                .flatMap(part ->
                        // The column stands in ORDER BY, too: only then does H2 read backwards.
                        sql
                                .selectFrom(JOURNAL)
                                .where(part.column().eq(part.value()))
                                .and(condition)
                                .orderBy(part.column().desc(), JOURNAL.AT.desc(), JOURNAL.ID.desc())
                                .limit(limit)
                                .fetch(JournalStore::row)
                                .stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Condition before(DSLContext sql, long number) {
        var at =
                sql.select(JOURNAL.AT)
                        .from(JOURNAL)
                        .where(JOURNAL.ID.eq(number))
                        .fetchOne(JOURNAL.AT);
        return at == null
                ? JOURNAL.ID.lt(number)
                : JOURNAL.AT.le(at).and(JOURNAL.AT.lt(at).or(JOURNAL.ID.lt(number)));
    }

    private static Condition within(Journal.Filter filter) {
        var condition = noCondition();
        var from = filter.from();
        if (from != null) {
            condition = condition.and(JOURNAL.AT.ge(Tx.utc(from)));
        }
        var until = filter.until();
        if (until != null) {
            condition = condition.and(JOURNAL.AT.lt(Tx.utc(until)));
        }
        return condition;
    }
}
