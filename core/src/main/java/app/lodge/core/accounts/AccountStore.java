package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Books;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// People's accounts as they stand. The way from a person to an account goes through the person's
/// pseudonym, and ends where an erasure has destroyed it.
final class AccountStore {

    /// An account with its holder's state.
    record Held(Account account, PersonState holder) {}

    /// What seldom changes about a person's account.
    private record Standing(
            long account,
            String currency,
            boolean blocked,
            @Nullable BlockReason reason,
            PersonState holder) {}

    private static final Question<Standing> STANDING =
            new Question<>(
                    """
                    select a.id, a.currency, a.blocked, a.block_reason, p.state
                    from person p join ledger_account a on a.subject_id = p.subject_id and a.kind = 'PERSON'
                    where p.id = ? order by case when a.currency = ? then 0 else 1 end, a.id limit 1
                    """,
                    AccountStore::standing,
                    true);

    private record Owned(PersonId person, Standing standing) {}

    private static final Question<Owned> BY_NUMBER =
            new Question<>(
                    """
                    select a.id, a.currency, a.blocked, a.block_reason, p.state, p.id
                    from ledger_account a join person p on p.subject_id = a.subject_id
                    where a.id = ? and a.kind = 'PERSON'
                    """,
                    row -> new Owned(new PersonId(row.getLong(6)), standing(row)),
                    true);

    private final LedgerStore ledger = new LedgerStore();
    private final Books books;

    AccountStore(Books books) {
        this.books = books;
    }

    Optional<Account> find(AccountId id) {
        return books.read(sql -> select(sql, LEDGER_ACCOUNT.ID.eq(id.number()))).map(Held::account);
    }

    /// The one that was opened first, in the site's currency.
    Optional<Account> ofPerson(PersonId person) {
        return allOfPerson(person).stream().findFirst();
    }

    Optional<Account> ofPerson(PersonId person, Currency currency) {
        return allOfPerson(person).stream()
                .filter(account -> account.balance().currency().equals(currency))
                .findFirst();
    }

    /// In the order in which they were opened.
    List<Account> allOfPerson(PersonId person) {
        return books.read(sql -> rows(sql, PERSON.ID.eq(person.number()))).stream()
                .map(Held::account)
                .toList();
    }

    /// The pseudonym under which the ledger knows somebody.
    Optional<Long> subjectOf(Tx tx, PersonId person) {
        return tx.sql()
                .select(PERSON.SUBJECT_ID)
                .from(PERSON)
                .where(PERSON.ID.eq(person.number()))
                .fetchOptional(row -> row.value1());
    }

    /// Whose account a posting moved.
    Optional<PersonId> holderOf(long posting) {
        return books.read(sql ->
                sql.select(PERSON.ID)
                        .from(LEDGER_ENTRY)
                        .join(LEDGER_ACCOUNT)
                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                        .join(PERSON)
                        .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                        .where(LEDGER_ENTRY.POSTING_ID.eq(posting))
                        .orderBy(LEDGER_ENTRY.LEG)
                        .limit(1)
                        .fetchOptional(row -> new PersonId(row.value1())));
    }

    /// A person's account.
    Optional<Account> find(Answers answers, AccountId id) {
        return answers.find(BY_NUMBER, id.number())
                .flatMap(owned ->
                        ledger.findBalance(answers, id.number())
                                .map(balance ->
                                        held(owned.person(), owned.standing(), balance).account()));
    }

    /// The person's account in a currency; without one the first, so that the answer can say which
    /// currency there is.
    Optional<Held> ofPerson(Answers answers, PersonId person, Currency currency) {
        return answers.find(STANDING, person.number(), currency.getCurrencyCode())
                .flatMap(standing ->
                        ledger.findBalance(answers, standing.account())
                                .map(balance -> held(person, standing, balance)));
    }

    /// The number of the same account.
    Optional<AccountId> numberOf(Answers answers, PersonId person, Currency currency) {
        return answers.find(STANDING, person.number(), currency.getCurrencyCode())
                .map(standing -> new AccountId(standing.account()));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var reason = row.getString(4);
        return new Standing(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                reason == null ? null : BlockReason.valueOf(reason),
                PersonState.valueOf(row.getString(5)));
    }

    private static Held held(PersonId person, Standing standing, Balance balance) {
        var currency = standing.currency();
        return new Held(
                new Account(
                        new AccountId(standing.account()),
                        person,
                        Money.of(balance.posted(), currency),
                        Money.of(balance.reserved(), currency),
                        Money.of(balance.overdraft(), currency),
                        standing.blocked(),
                        standing.reason()),
                standing.holder());
    }

    void block(Tx tx, AccountId id, @Nullable BlockReason reason) {
        tx.sql()
                .update(LEDGER_ACCOUNT)
                .set(LEDGER_ACCOUNT.BLOCKED, reason != null)
                .set(LEDGER_ACCOUNT.BLOCK_REASON, reason == null ? null : reason.name())
                .where(LEDGER_ACCOUNT.ID.eq(id.number()))
                .execute();
    }

    private static Optional<Held> select(DSLContext sql, Condition condition) {
        return rows(sql, condition).stream().findFirst();
    }

    private static List<Held> rows(DSLContext sql, Condition condition) {
        return sql.select(
                        LEDGER_ACCOUNT.ID,
                        PERSON.ID,
                        LEDGER_ACCOUNT.CURRENCY,
                        LEDGER_BALANCE.POSTED,
                        LEDGER_BALANCE.RESERVED,
                        LEDGER_BALANCE.OVERDRAFT,
                        LEDGER_ACCOUNT.BLOCKED,
                        LEDGER_ACCOUNT.BLOCK_REASON,
                        PERSON.STATE)
                .from(LEDGER_ACCOUNT)
                .join(LEDGER_BALANCE)
                .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                .join(PERSON)
                .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                .where(condition)
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .orderBy(LEDGER_ACCOUNT.ID)
                .fetch(row -> {
                    var currency = row.value3();
                    var account =
                            new Account(
                                    new AccountId(row.value1()),
                                    new PersonId(row.value2()),
                                    Money.of(row.value4(), currency),
                                    Money.of(row.value5(), currency),
                                    Money.of(row.value6(), currency),
                                    row.value7(),
                                    row.value8() == null
                                            ? null
                                            : BlockReason.valueOf(row.value8()));
                    return new Held(account, PersonState.valueOf(row.value9()));
                });
    }
}
