package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.ACCOUNT_LIMIT;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.select;

import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of limits, and what they are measured against.
final class LimitStore {

    /// Net of refunds and reversals.
    private static final String SPENT =
            """
            select coalesce(-sum(e.amount), 0), count(case when p.kind = 'PAYMENT' and r.id is null then 1 end)
            from ledger_entry e join ledger_posting p on p.id = e.posting_id
            left join ledger_posting r on r.reverses_id = p.id
            where e.account_id = ? and p.device_id is not null and p.business_date between ? and ?\
            """;

    private static final String RESERVED =
            """
            select coalesce(sum(amount), 0), count(*) from ledger_hold
            where state = 'OPEN' and account_id = ?\
            """;

    private static final String TRANSFERRED =
            """
            select coalesce(-sum(e.amount), 0) from ledger_entry e
            join ledger_posting p on p.id = e.posting_id
            where e.account_id = ? and e.leg = 1 and p.kind = 'TRANSFER' and p.business_date = ?
                and not exists (select 1 from ledger_posting r where r.reverses_id = p.id)\
            """;

    boolean any(DSLContext sql) {
        return sql.fetchExists(ACCOUNT_LIMIT);
    }

    /// The account's limits and those of its holder's groups that hold on a day.
    List<Limit> of(DSLContext sql, AccountId account, PersonId holder, LocalDate day) {
        return list(
                sql,
                mine(account, holder)
                        .and(ACCOUNT_LIMIT.UNTIL.isNull().or(ACCOUNT_LIMIT.UNTIL.ge(day))));
    }

    private static Condition mine(AccountId account, PersonId holder) {
        return ACCOUNT_LIMIT
                .OWNER
                .eq(Owner.ACCOUNT.name())
                .and(ACCOUNT_LIMIT.OWNER_ID.eq(account.number()))
                .or(
                        ACCOUNT_LIMIT
                                .OWNER
                                .eq(Owner.GROUP.name())
                                .and(
                                        ACCOUNT_LIMIT.OWNER_ID.in(
                                                select(GROUP_MEMBER.GROUP_ID)
                                                        .from(GROUP_MEMBER)
                                                        .where(
                                                                GROUP_MEMBER.PERSON_ID.eq(
                                                                        holder.number())))));
    }

    List<Limit> ofOwner(DSLContext sql, Owner owner, long whose) {
        return list(sql, row(owner, whose));
    }

    List<Limit> due(DSLContext sql, LocalDate day) {
        return list(sql, ACCOUNT_LIMIT.UNTIL.lt(day));
    }

    private static List<Limit> list(DSLContext sql, Condition condition) {
        return sql.select(
                        ACCOUNT_LIMIT.KIND,
                        ACCOUNT_LIMIT.OWNER,
                        ACCOUNT_LIMIT.OWNER_ID,
                        ACCOUNT_LIMIT.MOST,
                        ACCOUNT_LIMIT.UNTIL)
                .from(ACCOUNT_LIMIT)
                .where(condition)
                .orderBy(ACCOUNT_LIMIT.OWNER, ACCOUNT_LIMIT.OWNER_ID, ACCOUNT_LIMIT.KIND)
                .fetch(row ->
                        new Limit(
                                Kind.valueOf(row.value1()),
                                Owner.valueOf(row.value2()),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    void put(Tx tx, Limit limit) {
        remove(tx, limit);
        tx.sql()
                .insertInto(ACCOUNT_LIMIT)
                .set(ACCOUNT_LIMIT.OWNER, limit.owner().name())
                .set(ACCOUNT_LIMIT.OWNER_ID, limit.whose())
                .set(ACCOUNT_LIMIT.KIND, limit.kind().name())
                .set(ACCOUNT_LIMIT.MOST, limit.most())
                .set(ACCOUNT_LIMIT.UNTIL, limit.until())
                .execute();
    }

    void remove(Tx tx, Limit limit) {
        tx.sql()
                .deleteFrom(ACCOUNT_LIMIT)
                .where(row(limit.owner(), limit.whose()))
                .and(ACCOUNT_LIMIT.KIND.eq(limit.kind().name()))
                .execute();
    }

    private static Condition row(Owner owner, long whose) {
        return ACCOUNT_LIMIT.OWNER.eq(owner.name()).and(ACCOUNT_LIMIT.OWNER_ID.eq(whose));
    }

    /// An account and what it counts in.
    record Owned(AccountId id, Currency currency) {}

    List<Owned> accountsOf(DSLContext sql, PersonId person) {
        return sql.select(LEDGER_ACCOUNT.ID, LEDGER_ACCOUNT.CURRENCY)
                .from(LEDGER_ACCOUNT)
                .join(PERSON)
                .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                .where(PERSON.ID.eq(person.number()))
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .orderBy(LEDGER_ACCOUNT.ID)
                .fetch(row ->
                        new Owned(new AccountId(row.value1()), Currency.getInstance(row.value2())));
    }

    /// Whom an owner's limit concerns.
    List<PersonId> peopleOf(DSLContext sql, Limit limit) {
        return limit.owner() == Owner.GROUP
                ? sql.select(GROUP_MEMBER.PERSON_ID)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.GROUP_ID.eq(limit.whose()))
                        .orderBy(GROUP_MEMBER.PERSON_ID)
                        .fetch(row -> new PersonId(row.value1()))
                : sql.select(PERSON.ID)
                        .from(PERSON)
                        .join(LEDGER_ACCOUNT)
                        .on(LEDGER_ACCOUNT.SUBJECT_ID.eq(PERSON.SUBJECT_ID))
                        .where(LEDGER_ACCOUNT.ID.eq(limit.whose()))
                        .fetch(row -> new PersonId(row.value1()));
    }

    boolean groupExists(Tx tx, long group) {
        return tx.sql().fetchExists(PEOPLE_GROUP, PEOPLE_GROUP.ID.eq(group));
    }

    /// How much of a limit of this kind is used on a day.
    long used(DSLContext sql, Account account, Kind kind, LocalDate day) {
        return switch (kind) {
            case SPENT_PER_DAY, PAYMENTS_PER_DAY -> spent(sql, account.id(), kind, day, day);
            case SPENT_PER_WEEK, PAYMENTS_PER_WEEK ->
                    spent(
                            sql,
                            account.id(),
                            kind,
                            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            day);
            case SPENT_PER_MONTH, PAYMENTS_PER_MONTH ->
                    spent(sql, account.id(), kind, day.withDayOfMonth(1), day);
            case TRANSFERRED_PER_DAY ->
                    sql.fetchSingle(TRANSFERRED, account.id().number(), day).get(0, Long.class);
            case BALANCE -> Math.max(0, account.balance().minor());
            case OVERDRAFT -> Math.max(0, -Moves.own(account));
            case TRANSFER -> 0;
        };
    }

    private static long spent(
            DSLContext sql, AccountId account, Kind kind, LocalDate since, LocalDate day) {
        var column = kind.counts() ? 1 : 0;
        return sql.fetchSingle(SPENT, account.number(), since, day).get(column, Long.class)
                + sql.fetchSingle(RESERVED, account.number()).get(column, Long.class);
    }

    long overdraft(Tx tx, AccountId account) {
        return tx.sql()
                .select(LEDGER_BALANCE.OVERDRAFT)
                .from(LEDGER_BALANCE)
                .where(LEDGER_BALANCE.ACCOUNT_ID.eq(account.number()))
                .fetchSingle()
                .value1();
    }

    /// Whoever is below the new floor already stays there, and gets no further.
    void keepOverdraft(Tx tx, AccountId account, long overdraft) {
        tx.sql()
                .execute(
                        """
                        update ledger_balance set overdraft = ?, version = version + 1,
                            forced_below = greatest(forced_below, reserved - posted - ?)
                        where account_id = ?\
                        """,
                        overdraft,
                        overdraft,
                        account.number());
    }
}
