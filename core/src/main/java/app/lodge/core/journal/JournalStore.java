package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;

import app.lodge.core.books.Chain;
import app.lodge.core.books.Fact;
import app.lodge.core.books.Tx;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

final class JournalStore {

    private static final Pattern PERSON_SUBJECT = Pattern.compile("person:([0-9]{1,18})");

    List<JournalRow> newestFirst(
            DSLContext sql, Journal.Filter filter, long beforeNumber, int limit) {
        return sql.selectFrom(JOURNAL)
                .where(JOURNAL.ID.lt(beforeNumber))
                .and(condition(sql, filter))
                .orderBy(JOURNAL.ID.desc())
                .limit(limit)
                .fetch(JournalStore::row);
    }

    List<Link> linksAfter(DSLContext sql, long number, int limit) {
        return sql.selectFrom(JOURNAL)
                .where(JOURNAL.ID.gt(number))
                .orderBy(JOURNAL.ID)
                .limit(limit)
                .fetch(record -> new Link(row(record), record.get(JOURNAL.OPERATOR_ID)));
    }

    List<Fact> factsAfter(DSLContext sql, long number, int limit) {
        return sql.select(JOURNAL.ID, JOURNAL.AT, JOURNAL.KIND, JOURNAL.SUBJECT)
                .from(JOURNAL)
                .where(JOURNAL.ID.gt(number))
                .orderBy(JOURNAL.ID)
                .limit(limit)
                .fetch(record ->
                        new Fact(
                                record.value1(),
                                Tx.instant(record.value2()),
                                record.value3(),
                                record.value4()));
    }

    Journal.Head head(DSLContext sql) {
        return sql.select(JOURNAL.ID, JOURNAL.HASH)
                .from(JOURNAL)
                .orderBy(JOURNAL.ID.desc())
                .limit(1)
                .fetchOptional(record -> new Journal.Head(record.value1(), hex(record.value2())))
                .orElse(new Journal.Head(0, hex(Chain.START)));
    }

    private static Condition condition(DSLContext sql, Journal.Filter filter) {
        var condition = noCondition();
        if (!filter.kind().isBlank()) {
            condition = condition.and(JOURNAL.KIND.startsWith(filter.kind().strip()));
        }
        if (!filter.subject().isBlank()) {
            condition = condition.and(JOURNAL.SUBJECT.in(subjects(sql, filter.subject().strip())));
        }
        if (!filter.actor().isBlank()) {
            condition = condition.and(JOURNAL.ACTOR.eq(filter.actor().strip()));
        }
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

    private static JournalRow row(Record record) {
        return new JournalRow(
                record.get(JOURNAL.ID),
                Tx.instant(record.get(JOURNAL.AT)),
                record.get(JOURNAL.KIND),
                record.get(JOURNAL.ACTOR),
                record.get(JOURNAL.WORKSTATION),
                record.get(JOURNAL.SUBJECT),
                record.get(JOURNAL.CONTENT),
                hex(record.get(JOURNAL.HASH)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /// A row with what its hash covers beyond what people see.
    record Link(JournalRow row, long operatorId) {
        byte[] hashAfter(byte[] before) {
            return Chain.hash(
                    before,
                    row.number(),
                    row.at(),
                    row.kind(),
                    operatorId,
                    row.actor(),
                    row.workstation(),
                    row.subject(),
                    row.content());
        }
    }
}
