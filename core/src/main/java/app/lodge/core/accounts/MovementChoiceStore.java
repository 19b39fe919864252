package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Books;
import app.lodge.core.media.MediumKind;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.TableField;

/// What an account's movements can be told apart by: only what the account ever met.
final class MovementChoiceStore {

    private final Books books;

    MovementChoiceStore(Books books) {
        this.books = books;
    }

    /// Payment points that moved the account, by label.
    List<Statements.Place> places(AccountId account) {
        return movedBy(
                account, LEDGER_POSTING.DEVICE_ID, DEVICE.ID, DEVICE.LABEL, Statements.Place::new);
    }

    /// Cost centres that paid for the account's holder, by code.
    List<Statements.Centre> centres(AccountId account) {
        return books.read(sql ->
                sql.selectDistinct(COST_CENTRE.ID, COST_CENTRE.CODE, COST_CENTRE.NAME)
                        .from(COST_CENTRE_CHARGE)
                        .join(COST_CENTRE)
                        .on(COST_CENTRE.ID.eq(COST_CENTRE_CHARGE.CENTRE_ID))
                        .where(COST_CENTRE_CHARGE.ACCOUNT_ID.eq(account.number()))
                        .orderBy(COST_CENTRE.CODE)
                        .fetch(row ->
                                new Statements.Centre(
                                        row.value1(), row.value2() + " " + row.value3())));
    }

    /// Staff who moved the account, by name.
    List<Statements.Clerk> clerks(AccountId account) {
        return movedBy(
                account,
                LEDGER_POSTING.OPERATOR_ID,
                OPERATOR.ID,
                OPERATOR.NAME,
                Statements.Clerk::new);
    }

    /// @param by the posting's column that says who
    private <T> List<T> movedBy(
            AccountId account,
            TableField<?, Long> by,
            TableField<?, Long> id,
            TableField<?, String> name,
            BiFunction<Long, String, T> made) {
        return books.read(sql ->
                sql.selectDistinct(id, name)
                        .from(LEDGER_ENTRY)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                        .join(id.getTable())
                        .on(id.eq(by))
                        .where(LEDGER_ENTRY.ACCOUNT_ID.eq(account.number()))
                        .orderBy(name, id)
                        .fetch(row -> made.apply(row.value1(), row.value2())));
    }

    /// The media of the account's holder, the newest first.
    List<Statements.Means> media(AccountId account) {
        return books.read(sql ->
                sql.select(MEDIUM.ID, MEDIUM.KIND, MEDIUM.ISSUE_NUMBER)
                        .from(LEDGER_ACCOUNT)
                        .join(PERSON)
                        .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                        .join(MEDIUM)
                        .on(MEDIUM.PERSON_ID.eq(PERSON.ID))
                        .where(LEDGER_ACCOUNT.ID.eq(account.number()))
                        .orderBy(MEDIUM.ID.desc())
                        .fetch(row ->
                                new Statements.Means(
                                        row.value1(),
                                        MediumKind.valueOf(row.value2()),
                                        row.value3())));
    }
}
