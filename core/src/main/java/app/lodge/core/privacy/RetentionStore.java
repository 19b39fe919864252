package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.LEGAL_HOLD;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.RETENTION_CLASS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.Privacy.Due;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of retention classes, and who is due by them.
final class RetentionStore {

    private RetentionStore() {}

    static List<RetentionClass> all(DSLContext sql) {
        return sql
                .selectFrom(RETENTION_CLASS)
                .fetch(row ->
                        new RetentionClass(
                                DataClass.valueOf(row.get(RETENTION_CLASS.CODE)),
                                RetentionClass.Ground.valueOf(row.get(RETENTION_CLASS.GROUND)),
                                row.get(RETENTION_CLASS.YEARS),
                                row.get(RETENTION_CLASS.KEEPS_PERSON),
                                RetentionClass.WhenDue.valueOf(row.get(RETENTION_CLASS.WHEN_DUE))))
                .stream()
                .sorted(Comparator.comparing(RetentionClass::data))
                .toList();
    }

    static Map<DataClass, RetentionClass> byData(DSLContext sql) {
        var classes = new EnumMap<DataClass, RetentionClass>(DataClass.class);
        all(sql).forEach(one -> classes.put(one.data(), one));
        return classes;
    }

    static void change(Tx tx, RetentionClass wanted) {
        tx.sql()
                .update(RETENTION_CLASS)
                .set(RETENTION_CLASS.GROUND, wanted.ground().name())
                .set(RETENTION_CLASS.YEARS, wanted.years())
                .set(RETENTION_CLASS.KEEPS_PERSON, wanted.keepsPerson())
                .set(RETENTION_CLASS.WHEN_DUE, wanted.whenDue().name())
                .where(RETENTION_CLASS.CODE.eq(wanted.data().name()))
                .execute();
    }

    /// People with whom nothing has happened since the day that lets them be due by `by`.
    static List<Due> due(
            DSLContext sql,
            RetentionClass people,
            LocalDate by,
            LocalDate today,
            long after,
            int limit) {
        var moved =
                field(
                                select(max(LEDGER_POSTING.BOOKED_AT))
                                        .from(LEDGER_ENTRY)
                                        .join(LEDGER_POSTING)
                                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                                        .join(LEDGER_ACCOUNT)
                                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                                        .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(PERSON.SUBJECT_ID)))
                        .as(name("moved"));
        var held =
                field(
                                exists(
                                        selectOne()
                                                .from(LEGAL_HOLD)
                                                .where(LEGAL_HOLD.PERSON_ID.eq(PERSON.ID))
                                                .and(LegalHoldStore.holding(today))))
                        .as(name("held"));
        return sql.select(PERSON.ID, PERSON.CHANGED_AT, moved, held)
                .from(PERSON)
                .where(PERSON.ID.gt(after))
                .and(quietSince(by.minusYears(people.years())))
                .orderBy(PERSON.ID)
                .limit(limit)
                .fetch(row -> {
                    var changed = row.value2();
                    var booked = row.value3();
                    var last =
                            (booked == null || booked.isBefore(changed) ? changed : booked)
                                    .toLocalDate();
                    return new Due(
                            new PersonId(row.value1()), last, people.until(last), row.value4());
                });
    }

    static long countDue(DSLContext sql, RetentionClass people, LocalDate by) {
        return sql.fetchCount(PERSON, quietSince(by.minusYears(people.years())));
    }

    private static Condition quietSince(LocalDate day) {
        var since = day.plusDays(1).atStartOfDay();
        return PERSON.STATE
                .ne(Register.ERASED)
                .and(PERSON.CHANGED_AT.lt(since))
                .and(
                        notExists(
                                selectOne()
                                        .from(LEDGER_ENTRY)
                                        .join(LEDGER_POSTING)
                                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                                        .join(LEDGER_ACCOUNT)
                                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                                        .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(PERSON.SUBJECT_ID))
                                        .and(LEDGER_POSTING.BOOKED_AT.ge(since))));
    }
}
