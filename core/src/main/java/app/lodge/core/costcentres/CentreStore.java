package app.lodge.core.costcentres;

import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_BUDGET;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_LINK;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import app.lodge.core.accounts.CentreBudgets.Payee;
import app.lodge.core.books.Tx;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.costcentres.CostCentres.Offer;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of cost centres, their links and budgets.
final class CentreStore {

    boolean any(DSLContext sql) {
        return sql.fetchExists(COST_CENTRE);
    }

    List<CostCentre> all(DSLContext sql) {
        return sql.selectFrom(COST_CENTRE).orderBy(COST_CENTRE.CODE).fetch(CentreStore::centre);
    }

    Optional<CostCentre> find(DSLContext sql, CentreId id) {
        return sql.selectFrom(COST_CENTRE)
                .where(COST_CENTRE.ID.eq(id.number()))
                .fetchOptional(CentreStore::centre);
    }

    boolean codeTaken(Tx tx, String code) {
        return tx.sql().fetchExists(COST_CENTRE, COST_CENTRE.CODE.eq(code));
    }

    /// The centre that a payee may charge: the chosen one, or the one marked as default.
    Optional<CostCentre> chargeable(DSLContext sql, String code, Payee payee) {
        return offers(sql, payee).stream()
                .filter(offer ->
                        code.isEmpty() ? offer.preferred() : offer.centre().code().equals(code))
                .map(Offer::centre)
                .findFirst();
    }

    List<Offer> offers(DSLContext sql, PersonId person) {
        return offered(
                sql,
                row(Holder.PERSON, person.number())
                        .or(inGroupOf(person))
                        .or(
                                COST_CENTRE_LINK
                                        .HOLDER
                                        .eq(Holder.MEDIUM.name())
                                        .and(
                                                COST_CENTRE_LINK.HOLDER_ID.in(
                                                        select(MEDIUM.ID)
                                                                .from(MEDIUM)
                                                                .where(
                                                                        MEDIUM.PERSON_ID.eq(
                                                                                person
                                                                                        .number()))))));
    }

    List<Offer> chargeableBy(DSLContext sql, Holder holder, long number) {
        return offered(sql, row(holder, number));
    }

    /// What a point may offer whoever presents a medium.
    List<Offer> offers(DSLContext sql, Payee payee) {
        return offered(sql, holds(payee));
    }

    private static List<Offer> offered(DSLContext sql, Condition holders) {
        var mark = max(when(COST_CENTRE_LINK.PREFERRED.isTrue(), 1).otherwise(0));
        return sql.select(
                        COST_CENTRE.ID,
                        COST_CENTRE.CODE,
                        COST_CENTRE.NAME,
                        COST_CENTRE.OVER_BUDGET,
                        COST_CENTRE.ACTIVE,
                        mark)
                .from(COST_CENTRE_LINK)
                .join(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_LINK.CENTRE_ID))
                .where(holders)
                .and(COST_CENTRE.ACTIVE.isTrue())
                .groupBy(
                        COST_CENTRE.ID,
                        COST_CENTRE.CODE,
                        COST_CENTRE.NAME,
                        COST_CENTRE.OVER_BUDGET,
                        COST_CENTRE.ACTIVE)
                .orderBy(mark.desc(), COST_CENTRE.CODE)
                .fetch(row -> new Offer(centre(row), row.get(mark) == 1));
    }

    private static Condition holds(Payee payee) {
        return row(Holder.PERSON, payee.holder().number())
                .or(row(Holder.MEDIUM, payee.medium().number()))
                .or(inGroupOf(payee.holder()));
    }

    private static Condition inGroupOf(PersonId person) {
        return COST_CENTRE_LINK
                .HOLDER
                .eq(Holder.GROUP.name())
                .and(
                        COST_CENTRE_LINK.HOLDER_ID.in(
                                select(GROUP_MEMBER.GROUP_ID)
                                        .from(GROUP_MEMBER)
                                        .where(GROUP_MEMBER.PERSON_ID.eq(person.number()))));
    }

    private static Condition row(Holder holder, long number) {
        return COST_CENTRE_LINK.HOLDER.eq(holder.name()).and(COST_CENTRE_LINK.HOLDER_ID.eq(number));
    }

    CentreId add(Tx tx, String code, String name, OverBudget overBudget) {
        var id = tx.nextNumber(COST_CENTRE.ID);
        tx.sql()
                .insertInto(COST_CENTRE)
                .set(COST_CENTRE.ID, id)
                .set(COST_CENTRE.CODE, code)
                .set(COST_CENTRE.NAME, name)
                .set(COST_CENTRE.OVER_BUDGET, overBudget.name())
                .set(COST_CENTRE.ACTIVE, true)
                .set(COST_CENTRE.CREATED_AT, tx.nowUtc())
                .execute();
        return new CentreId(id);
    }

    void change(Tx tx, CostCentre centre, String name) {
        tx.sql()
                .update(COST_CENTRE)
                .set(COST_CENTRE.NAME, name)
                .set(COST_CENTRE.OVER_BUDGET, centre.overBudget().name())
                .set(COST_CENTRE.ACTIVE, centre.active())
                .where(COST_CENTRE.ID.eq(centre.id().number()))
                .execute();
    }

    boolean holderExists(Tx tx, Link link) {
        return switch (link.holder()) {
            case PERSON -> tx.sql().fetchExists(PERSON, PERSON.ID.eq(link.holderId()));
            case MEDIUM -> tx.sql().fetchExists(MEDIUM, MEDIUM.ID.eq(link.holderId()));
            case GROUP -> tx.sql().fetchExists(PEOPLE_GROUP, PEOPLE_GROUP.ID.eq(link.holderId()));
        };
    }

    boolean personalAccount(Tx tx, long account) {
        return tx.sql()
                .fetchExists(
                        LEDGER_ACCOUNT,
                        LEDGER_ACCOUNT.ID.eq(account).and(LEDGER_ACCOUNT.SUBJECT_ID.isNotNull()));
    }

    /// One default for each holder: a new mark takes the old one away.
    void link(Tx tx, CentreId id, Link link) {
        unlink(tx, id, link);
        if (link.preferred()) {
            tx.sql()
                    .update(COST_CENTRE_LINK)
                    .set(COST_CENTRE_LINK.PREFERRED, false)
                    .where(row(link.holder(), link.holderId()))
                    .execute();
        }
        tx.sql()
                .insertInto(COST_CENTRE_LINK)
                .set(COST_CENTRE_LINK.CENTRE_ID, id.number())
                .set(COST_CENTRE_LINK.HOLDER, link.holder().name())
                .set(COST_CENTRE_LINK.HOLDER_ID, link.holderId())
                .set(COST_CENTRE_LINK.PREFERRED, link.preferred())
                .execute();
    }

    void unlink(Tx tx, CentreId id, Link link) {
        tx.sql()
                .deleteFrom(COST_CENTRE_LINK)
                .where(COST_CENTRE_LINK.CENTRE_ID.eq(id.number()))
                .and(row(link.holder(), link.holderId()))
                .execute();
    }

    List<Link> links(DSLContext sql, CentreId id) {
        return sql.select(
                        COST_CENTRE_LINK.HOLDER,
                        COST_CENTRE_LINK.HOLDER_ID,
                        COST_CENTRE_LINK.PREFERRED)
                .from(COST_CENTRE_LINK)
                .where(COST_CENTRE_LINK.CENTRE_ID.eq(id.number()))
                .orderBy(COST_CENTRE_LINK.HOLDER, COST_CENTRE_LINK.HOLDER_ID)
                .fetch(row -> new Link(Holder.valueOf(row.value1()), row.value2(), row.value3()));
    }

    List<Budget> budgets(DSLContext sql, CentreId id) {
        return budgets(sql, COST_CENTRE_BUDGET.CENTRE_ID.eq(id.number()));
    }

    /// The centre's own, and that of one person on it.
    List<Budget> budgets(DSLContext sql, CentreId id, long account) {
        return budgets(
                sql,
                COST_CENTRE_BUDGET
                        .CENTRE_ID
                        .eq(id.number())
                        .and(COST_CENTRE_BUDGET.ACCOUNT_ID.in(0L, account)));
    }

    private static List<Budget> budgets(DSLContext sql, Condition condition) {
        return sql.select(
                        COST_CENTRE_BUDGET.ACCOUNT_ID,
                        COST_CENTRE_BUDGET.PERIOD,
                        COST_CENTRE_BUDGET.AMOUNT,
                        COST_CENTRE_BUDGET.CARRIES_OVER,
                        COST_CENTRE_BUDGET.STARTS_ON,
                        COST_CENTRE_BUDGET.ENDS_ON)
                .from(COST_CENTRE_BUDGET)
                .where(condition)
                .orderBy(COST_CENTRE_BUDGET.ACCOUNT_ID)
                .fetch(row ->
                        new Budget(
                                row.value1(),
                                Budget.Period.valueOf(row.value2()),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6()));
    }

    void putBudget(Tx tx, CentreId id, Budget budget) {
        removeBudget(tx, id, budget.account());
        tx.sql()
                .insertInto(COST_CENTRE_BUDGET)
                .set(COST_CENTRE_BUDGET.ID, tx.nextNumber(COST_CENTRE_BUDGET.ID))
                .set(COST_CENTRE_BUDGET.CENTRE_ID, id.number())
                .set(COST_CENTRE_BUDGET.ACCOUNT_ID, budget.account())
                .set(COST_CENTRE_BUDGET.PERIOD, budget.period().name())
                .set(COST_CENTRE_BUDGET.AMOUNT, budget.amount())
                .set(COST_CENTRE_BUDGET.CARRIES_OVER, budget.carriesOver())
                .set(COST_CENTRE_BUDGET.STARTS_ON, budget.startsOn())
                .set(COST_CENTRE_BUDGET.ENDS_ON, budget.endsOn())
                .execute();
    }

    boolean removeBudget(Tx tx, CentreId id, long account) {
        return tx.sql()
                        .deleteFrom(COST_CENTRE_BUDGET)
                        .where(COST_CENTRE_BUDGET.CENTRE_ID.eq(id.number()))
                        .and(COST_CENTRE_BUDGET.ACCOUNT_ID.eq(account))
                        .execute()
                == 1;
    }

    private static CostCentre centre(Record row) {
        return new CostCentre(
                new CentreId(row.get(COST_CENTRE.ID)),
                row.get(COST_CENTRE.CODE),
                row.get(COST_CENTRE.NAME),
                OverBudget.valueOf(row.get(COST_CENTRE.OVER_BUDGET)),
                row.get(COST_CENTRE.ACTIVE));
    }
}
