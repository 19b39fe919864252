package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import app.lodge.core.books.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Pages of the journal, newest first, by any filter: each reads a few rows of one index backwards, however
/// long the journal is.
///
/// What is filtered comes by time and then by number, which is the same unless a clock was set back.
final class JournalPageStore {

    private static final Pattern PERSON_SUBJECT = Pattern.compile("person:([0-9]{1,18})");

    private static final Comparator<JournalRow> NEWEST_FIRST =
            Comparator.comparing(JournalRow::at).thenComparing(JournalRow::number).reversed();

    private final KnownKindStore kinds;

    JournalPageStore(KnownKindStore kinds) {
        this.kinds = kinds;
    }

    List<JournalRow> newestFirst(
            DSLContext sql, Journal.Filter filter, long beforeNumber, int limit) {
        var parts = parts(sql, filter);
        var within = within(filter).and(before(sql, filter, beforeNumber));
        if (parts != null) {
            return merged(sql, parts.getKey(), parts.getValue(), within, limit);
        }
        var byTime = filter.from() != null || filter.until() != null;
        return sql.selectFrom(JOURNAL)
                .where(byTime ? within : JOURNAL.ID.lt(beforeNumber))
                .orderBy(
                        byTime
                                ? List.of(JOURNAL.AT.desc(), JOURNAL.ID.desc())
                                : List.of(JOURNAL.ID.desc()))
                .limit(limit)
                .fetch(JournalStore::row);
    }

    /// By the narrowest of what is asked for; null if it is the time only, or nothing.
    private @Nullable Entry<TableField<?, String>, List<String>> parts(
            DSLContext sql, Journal.Filter filter) {
        if (!filter.subject().isBlank()) {
            return Map.entry(JOURNAL.SUBJECT, subjects(sql, filter.subject().strip()));
        }
        if (!filter.actor().isBlank()) {
            return Map.entry(JOURNAL.ACTOR, List.of(filter.actor().strip()));
        }
        if (!filter.kind().isBlank()) {
            return Map.entry(JOURNAL.KIND, kinds.beginning(sql, filter.kind().strip()));
        }
        return null;
    }

    /// A person's accounts and media, too; of somebody erased only the number is known any more.
    private static List<String> subjects(DSLContext sql, String subject) {
        var number = PERSON_SUBJECT.matcher(subject);
        if (!number.matches()) {
            return List.of(subject);
        }
        var person = Long.parseLong(number.group(1));
        var subjects = new ArrayList<String>();
        subjects.add(subject);
        sql.select(LEDGER_ACCOUNT.ID)
                .from(LEDGER_ACCOUNT)
                .join(PERSON)
                .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                .where(PERSON.ID.eq(person))
                .forEach(row -> subjects.add("account:" + row.value1()));
        sql.select(MEDIUM.ID)
                .from(MEDIUM)
                .where(MEDIUM.PERSON_ID.eq(person))
                .forEach(row -> subjects.add("medium:" + row.value1()));
        return subjects;
    }

    private static List<JournalRow> merged(
            DSLContext sql,
            TableField<?, String> column,
            List<String> values,
            Condition condition,
            int limit) {
        return values.stream()
                .flatMap(value ->
                        // The column stands in ORDER BY, too: only then does H2 read backwards.
                        sql
                                .selectFrom(JOURNAL)
                                .where(column.eq(value))
                                .and(condition)
                                .orderBy(column.desc(), JOURNAL.AT.desc(), JOURNAL.ID.desc())
                                .limit(limit)
                                .fetch(JournalStore::row)
                                .stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /// Only the nearer of two times from which a page goes back: given both, H2 begins at the one that it meets first, and
    /// reads all rows up to the other. Never the number alone: H2 would then read all rows by their number, and sort them
    /// by time.
    private static Condition before(DSLContext sql, Journal.Filter filter, long number) {
        var until = filter.until() == null ? null : Tx.utc(filter.until());
        if (number == Long.MAX_VALUE) {
            return until == null ? noCondition() : JOURNAL.AT.lt(until);
        }
        var at =
                sql.select(JOURNAL.AT)
                        .from(JOURNAL)
                        .where(JOURNAL.ID.le(number))
                        .orderBy(JOURNAL.ID.desc())
                        .limit(1)
                        .fetchOne(JOURNAL.AT);
        if (at == null) {
            return falseCondition();
        }
        return until != null && !until.isAfter(at)
                ? JOURNAL.AT.lt(until)
                : JOURNAL.AT.le(at).and(JOURNAL.AT.lt(at).or(JOURNAL.ID.lt(number)));
    }

    private static Condition within(Journal.Filter filter) {
        var condition = noCondition();
        if (!filter.kind().isBlank()) {
            condition = condition.and(JOURNAL.KIND.startsWith(filter.kind().strip()));
        }
        if (!filter.actor().isBlank()) {
            condition = condition.and(JOURNAL.ACTOR.eq(filter.actor().strip()));
        }
        var from = filter.from();
        if (from != null) {
            condition = condition.and(JOURNAL.AT.ge(Tx.utc(from)));
        }
        return condition;
    }
}
