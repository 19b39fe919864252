package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.LEGAL_HOLD;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of legal holds.
final class LegalHoldStore {

    private LegalHoldStore() {}

    static long insert(
            Tx tx, PersonId person, HoldGround ground, LocalDate until, String reference) {
        var number = tx.nextNumber(LEGAL_HOLD.ID);
        tx.sql()
                .insertInto(LEGAL_HOLD)
                .set(LEGAL_HOLD.ID, number)
                .set(LEGAL_HOLD.PERSON_ID, person.number())
                .set(LEGAL_HOLD.GROUND, ground.name())
                .set(LEGAL_HOLD.REFERENCE, reference)
                .set(LEGAL_HOLD.UNTIL, until)
                .set(LEGAL_HOLD.SET_BY, tx.actor().name())
                .set(LEGAL_HOLD.SET_AT, tx.nowUtc())
                .execute();
        return number;
    }

    /// @return whether there was one to release
    static boolean release(Tx tx, long number) {
        return tx.sql()
                        .update(LEGAL_HOLD)
                        .set(LEGAL_HOLD.RELEASED_BY, tx.actor().name())
                        .set(LEGAL_HOLD.RELEASED_AT, tx.nowUtc())
                        .where(LEGAL_HOLD.ID.eq(number))
                        .and(LEGAL_HOLD.RELEASED_AT.isNull())
                        .execute()
                == 1;
    }

    static Optional<LegalHold> find(DSLContext sql, long number) {
        return select(sql, LEGAL_HOLD.ID.eq(number)).stream().findFirst();
    }

    static List<LegalHold> of(DSLContext sql, PersonId person, LocalDate today) {
        return select(sql, LEGAL_HOLD.PERSON_ID.eq(person.number()).and(holding(today)));
    }

    static List<LegalHold> all(DSLContext sql, LocalDate today) {
        return select(sql, holding(today));
    }

    static Condition holding(LocalDate today) {
        return LEGAL_HOLD.RELEASED_AT.isNull().and(LEGAL_HOLD.UNTIL.ge(today));
    }

    private static List<LegalHold> select(DSLContext sql, Condition where) {
        return sql.selectFrom(LEGAL_HOLD)
                .where(where)
                .orderBy(LEGAL_HOLD.UNTIL.desc(), LEGAL_HOLD.ID)
                .fetch(row ->
                        new LegalHold(
                                row.get(LEGAL_HOLD.ID),
                                new PersonId(row.get(LEGAL_HOLD.PERSON_ID)),
                                HoldGround.valueOf(row.get(LEGAL_HOLD.GROUND)),
                                row.get(LEGAL_HOLD.REFERENCE),
                                row.get(LEGAL_HOLD.UNTIL),
                                row.get(LEGAL_HOLD.SET_BY),
                                Tx.instant(row.get(LEGAL_HOLD.SET_AT))));
    }
}
