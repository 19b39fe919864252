package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_LINK;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER_PAST;
import static app.lodge.core.books.tables.Tables.IMPORT_RUN;
import static app.lodge.core.books.tables.Tables.IMPORT_RUN_PERSON;
import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.RIGHT_DRAFT_CHANGE;
import static app.lodge.core.books.tables.Tables.RIGHT_RULE;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.privacy.Certificate.HandedOut;
import app.lodge.core.privacy.PersonFactsStore.Carried;
import app.lodge.core.privacy.PersonFactsStore.Holding;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows that tie a person's number, accounts and media to something else.
///
/// @param person the number
/// @param accounts numbers of the person's accounts
/// @param media numbers of the person's cards and keys
record TiesStore(long person, Collection<Long> accounts, Collection<Long> media) {

    /// Holders of links to cost centres.
    private static final String PERSON = "PERSON";

    private static final String MEDIUM = "MEDIUM";
    private static final String GROUP = "GROUP";

    static TiesStore of(PersonFacts facts) {
        return of(facts.row().person(), facts.holdings(), facts.media());
    }

    static TiesStore of(DSLContext sql, PersonFactsStore.Row row) {
        return of(
                row.person(),
                PersonFactsStore.holdings(sql, row.subject()),
                PersonFactsStore.media(sql, row.person()));
    }

    static TiesStore of(long person, List<Holding> holdings, List<Carried> media) {
        return new TiesStore(
                person,
                holdings.stream().map(Holding::account).toList(),
                media.stream().map(Carried::medium).toList());
    }

    /// Which groups and centres somebody belonged to says something about them, and so do limits that
    /// are theirs alone: those rows go. What was charged and ordered stays under the account's number.
    void forget(Tx tx) {
        tx.sql().deleteFrom(GROUP_MEMBER).where(GROUP_MEMBER.PERSON_ID.eq(person)).execute();
        tx.sql()
                .deleteFrom(GROUP_MEMBER_PAST)
                .where(GROUP_MEMBER_PAST.PERSON_ID.eq(person))
                .execute();
        tx.sql()
                .deleteFrom(RIGHT_RULE)
                .where(RIGHT_RULE.HOLDER.eq(PERSON), RIGHT_RULE.HOLDER_ID.eq(person))
                .execute();
        tx.sql()
                .deleteFrom(RIGHT_DRAFT_CHANGE)
                .where(RIGHT_DRAFT_CHANGE.PERSON_ID.eq(person))
                .execute();
        tx.sql().deleteFrom(COST_CENTRE_LINK).where(ownLinks()).execute();
        money().forget(tx);
    }

    long groups(DSLContext sql) {
        return sql.fetchCount(GROUP_MEMBER, GROUP_MEMBER.PERSON_ID.eq(person));
    }

    long centres(DSLContext sql) {
        return sql.fetchCount(COST_CENTRE_LINK, ownLinks()) + money().countBudgets(sql);
    }

    long limits(DSLContext sql) {
        return money().countLimits(sql);
    }

    long mandates(DSLContext sql) {
        return sql.fetchCount(MANDATE, MANDATE.PERSON_ID.eq(person));
    }

    List<HandedOut> bankFiles(DSLContext sql) {
        return money().bankFiles(sql);
    }

    private MoneyTiesStore money() {
        return new MoneyTiesStore(accounts);
    }

    private Condition ownLinks() {
        return links(PERSON, List.of(person)).or(links(MEDIUM, media));
    }

    private static Condition links(String holder, Collection<Long> numbers) {
        return COST_CENTRE_LINK.HOLDER.eq(holder).and(COST_CENTRE_LINK.HOLDER_ID.in(numbers));
    }

    Ties read(DSLContext sql, List<Ties.Bank> mandates, List<Ties.Wish> wishes) {
        var money = money();
        return new Ties(
                inGroups(sql),
                linked(sql),
                money.budgets(sql),
                money.ceilings(sql),
                mandates,
                money.topUps(sql),
                money.approvals(sql),
                jobs(sql),
                events(sql),
                imports(sql),
                HolderTiesStore.links(sql, person),
                wishes);
    }

    /// With what its sealed details come to.
    List<Ties.Bank> mandates(
            DSLContext sql, BiFunction<String, byte[], Ties.@Nullable BankAccount> open) {
        return sql.selectFrom(MANDATE)
                .where(MANDATE.PERSON_ID.eq(person))
                .orderBy(MANDATE.ID.desc())
                .fetch(row ->
                        new Ties.Bank(
                                row.get(MANDATE.REFERENCE),
                                row.get(MANDATE.SIGNED_ON),
                                row.get(MANDATE.REVOKED_AT) != null,
                                open.apply(
                                        "mandate.sealed/" + row.get(MANDATE.ID),
                                        row.get(MANDATE.SEALED))));
    }

    private List<Ties.InGroup> inGroups(DSLContext sql) {
        return sql.select(PEOPLE_GROUP.NAME, GROUP_MEMBER.SINCE)
                .from(GROUP_MEMBER)
                .join(PEOPLE_GROUP)
                .on(PEOPLE_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.PERSON_ID.eq(person))
                .orderBy(PEOPLE_GROUP.NAME)
                .fetch(row -> new Ties.InGroup(row.value1(), Tx.instant(row.value2())));
    }

    private List<Ties.Centre> linked(DSLContext sql) {
        var groups =
                select(GROUP_MEMBER.GROUP_ID)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.PERSON_ID.eq(person));
        return sql.select(
                        COST_CENTRE.CODE,
                        COST_CENTRE.NAME,
                        COST_CENTRE_LINK.HOLDER,
                        COST_CENTRE_LINK.PREFERRED)
                .from(COST_CENTRE_LINK)
                .join(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_LINK.CENTRE_ID))
                .where(
                        ownLinks()
                                .or(
                                        COST_CENTRE_LINK
                                                .HOLDER
                                                .eq(GROUP)
                                                .and(COST_CENTRE_LINK.HOLDER_ID.in(groups))))
                .orderBy(COST_CENTRE.CODE, COST_CENTRE_LINK.HOLDER)
                .fetch(row ->
                        new Ties.Centre(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private List<Ties.Making> jobs(DSLContext sql) {
        return sql.selectFrom(CARD_JOB)
                .where(CARD_JOB.PERSON_ID.eq(person))
                .orderBy(CARD_JOB.ID.desc())
                .fetch(row ->
                        new Ties.Making(
                                row.get(CARD_JOB.ID),
                                row.get(CARD_JOB.STATE),
                                row.get(CARD_JOB.LAYOUT),
                                Tx.instant(row.get(CARD_JOB.CREATED_AT))));
    }

    private List<Ties.Event> events(DSLContext sql) {
        return sql.select(DEVICE.NAME, DEVICE_EVENT.KIND, DEVICE_EVENT.AT)
                .from(DEVICE_EVENT)
                .join(DEVICE)
                .on(DEVICE.ID.eq(DEVICE_EVENT.DEVICE_ID))
                .where(DEVICE_EVENT.MEDIUM_ID.in(media))
                .orderBy(DEVICE_EVENT.AT.desc(), DEVICE_EVENT.DEVICE_ID, DEVICE_EVENT.SEQ.desc())
                .fetch(row -> new Ties.Event(row.value1(), row.value2(), Tx.instant(row.value3())));
    }

    private List<Ties.Import> imports(DSLContext sql) {
        return sql.select(IMPORT_RUN.ID, IMPORT_RUN_PERSON.DID, IMPORT_RUN.BEGUN_AT)
                .from(IMPORT_RUN_PERSON)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.ID.eq(IMPORT_RUN_PERSON.RUN_ID))
                .where(IMPORT_RUN_PERSON.PERSON_ID.eq(person))
                .orderBy(IMPORT_RUN.ID)
                .fetch(row ->
                        new Ties.Import(row.value1(), row.value2(), Tx.instant(row.value3())));
    }
}
