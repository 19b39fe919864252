package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.ACCOUNT_LIMIT;
import static app.lodge.core.books.tables.Tables.APPROVAL;
import static app.lodge.core.books.tables.Tables.BANK_FILE;
import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_BUDGET;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_LINK;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER_PAST;
import static app.lodge.core.books.tables.Tables.IMPORT_RUN;
import static app.lodge.core.books.tables.Tables.IMPORT_RUN_PERSON;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.PAYOUT_TRANSFER;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.RIGHT_DRAFT_CHANGE;
import static app.lodge.core.books.tables.Tables.RIGHT_RULE;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.select;

import app.lodge.core.accounts.Limit;
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
        tx.sql()
                .deleteFrom(COST_CENTRE_BUDGET)
                .where(COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts))
                .execute();
        tx.sql().deleteFrom(ACCOUNT_LIMIT).where(ownLimits()).execute();
    }

    long groups(DSLContext sql) {
        return sql.fetchCount(GROUP_MEMBER, GROUP_MEMBER.PERSON_ID.eq(person));
    }

    long centres(DSLContext sql) {
        return sql.fetchCount(COST_CENTRE_LINK, ownLinks())
                + sql.fetchCount(COST_CENTRE_BUDGET, COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts));
    }

    long limits(DSLContext sql) {
        return sql.fetchCount(ACCOUNT_LIMIT, ownLimits());
    }

    long mandates(DSLContext sql) {
        return sql.fetchCount(MANDATE, MANDATE.PERSON_ID.eq(person));
    }

    /// Collections from and transfers to the person's bank account: the bank has them, and the files lie
    /// where the site wants them.
    List<HandedOut> bankFiles(DSLContext sql) {
        var orders =
                select(TOP_UP_ORDER.BANK_FILE_ID)
                        .from(TOP_UP_ORDER)
                        .where(TOP_UP_ORDER.ACCOUNT_ID.in(accounts))
                        .and(TOP_UP_ORDER.BANK_FILE_ID.isNotNull());
        var transfers =
                select(PAYOUT_TRANSFER.BANK_FILE_ID)
                        .from(PAYOUT_TRANSFER)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(PAYOUT_TRANSFER.POSTING_ID))
                        .where(LEDGER_ENTRY.ACCOUNT_ID.in(accounts));
        return sql.select(BANK_FILE.ID, BANK_FILE.CREATED_AT, BANK_FILE.NAME)
                .from(BANK_FILE)
                .where(BANK_FILE.ID.in(orders).or(BANK_FILE.ID.in(transfers)))
                .orderBy(BANK_FILE.ID)
                .fetch(row ->
                        new HandedOut(
                                Tx.instant(row.value2()), HandedOut.Kind.BANK_FILE, row.value3()));
    }

    private Condition ownLinks() {
        return links(PERSON, List.of(person)).or(links(MEDIUM, media));
    }

    private static Condition links(String holder, Collection<Long> numbers) {
        return COST_CENTRE_LINK.HOLDER.eq(holder).and(COST_CENTRE_LINK.HOLDER_ID.in(numbers));
    }

    private Condition ownLimits() {
        return ACCOUNT_LIMIT
                .OWNER
                .eq(Limit.Owner.ACCOUNT.name())
                .and(ACCOUNT_LIMIT.OWNER_ID.in(accounts));
    }

    Ties read(DSLContext sql, List<Ties.Bank> mandates) {
        return new Ties(
                inGroups(sql),
                linked(sql),
                budgets(sql),
                ceilings(sql),
                mandates,
                topUps(sql),
                approvals(sql),
                jobs(sql),
                events(sql),
                imports(sql));
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

    private List<Ties.Budget> budgets(DSLContext sql) {
        return sql.select(COST_CENTRE.CODE, COST_CENTRE_BUDGET.PERIOD, COST_CENTRE_BUDGET.AMOUNT)
                .from(COST_CENTRE_BUDGET)
                .join(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_BUDGET.CENTRE_ID))
                .where(COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts))
                .orderBy(COST_CENTRE.CODE)
                .fetch(row -> new Ties.Budget(row.value1(), row.value2(), row.value3()));
    }

    private List<Ties.Ceiling> ceilings(DSLContext sql) {
        return sql.selectFrom(ACCOUNT_LIMIT)
                .where(ownLimits())
                .orderBy(ACCOUNT_LIMIT.OWNER_ID, ACCOUNT_LIMIT.KIND)
                .fetch(row ->
                        new Ties.Ceiling(
                                row.get(ACCOUNT_LIMIT.OWNER_ID),
                                row.get(ACCOUNT_LIMIT.KIND),
                                row.get(ACCOUNT_LIMIT.MOST),
                                row.get(ACCOUNT_LIMIT.UNTIL)));
    }

    private List<Ties.TopUp> topUps(DSLContext sql) {
        return sql.selectFrom(TOP_UP_ORDER)
                .where(TOP_UP_ORDER.ACCOUNT_ID.in(accounts))
                .orderBy(TOP_UP_ORDER.ID.desc())
                .fetch(row ->
                        new Ties.TopUp(
                                row.get(TOP_UP_ORDER.ID),
                                row.get(TOP_UP_ORDER.SOURCE),
                                row.get(TOP_UP_ORDER.REFERENCE),
                                row.get(TOP_UP_ORDER.ACCOUNT_ID),
                                row.get(TOP_UP_ORDER.AMOUNT),
                                row.get(TOP_UP_ORDER.CURRENCY),
                                row.get(TOP_UP_ORDER.STATE),
                                Tx.instant(row.get(TOP_UP_ORDER.ORDERED_AT))));
    }

    private List<Ties.Asked> approvals(DSLContext sql) {
        return sql.selectFrom(APPROVAL)
                .where(APPROVAL.ACCOUNT_ID.in(accounts))
                .or(APPROVAL.TOWARDS.in(accounts))
                .orderBy(APPROVAL.ID.desc())
                .fetch(row ->
                        new Ties.Asked(
                                row.get(APPROVAL.ID),
                                row.get(APPROVAL.VERB),
                                row.get(APPROVAL.ACCOUNT_ID),
                                row.get(APPROVAL.AMOUNT),
                                row.get(APPROVAL.CURRENCY),
                                row.get(APPROVAL.REASON),
                                row.get(APPROVAL.STATE),
                                Tx.instant(row.get(APPROVAL.ASKED_AT))));
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
