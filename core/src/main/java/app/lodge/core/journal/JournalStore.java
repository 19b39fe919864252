package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Chain;
import app.lodge.core.books.Fact;
import app.lodge.core.books.Tx;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The journal's rows. Decides nothing.
final class JournalStore {

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

    static JournalRow row(Record record) {
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
