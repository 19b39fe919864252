package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.HANDED_OUT;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.LIST_ENTRY;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PERSON_SIGNATURE;
import static app.lodge.core.books.tables.Tables.PHOTO;
import static app.lodge.core.books.tables.Tables.RECEIPT;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.Certificate.HandedOut;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// What the books hold about one person, counted and dated.
final class PersonFactsStore {

    private static final String OPEN_PAY_OUTS =
            """
            select e.account_id, o.amount, o.currency from ledger_entry e
            join ledger_posting p on p.id = e.posting_id and p.kind in ('PAY_OUT', 'CLOSING')
            join ledger_entry o on o.posting_id = p.id and o.amount > 0
            join ledger_account c on c.id = o.account_id and c.kind = 'PAY_OUT_CLEARING'
            left join payout_transfer t on t.posting_id = p.id
            left join bank_file f on f.id = t.bank_file_id
            where e.account_id = ? and t.return_posting is null and f.carried_out_at is null
                and not exists (select 1 from ledger_posting r where r.reverses_id = p.id)
            order by p.id\
            """;

    private static final List<String> OPEN_JOBS =
            Arrays.stream(JobState.values()).filter(JobState::open).map(JobState::name).toList();

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PersonFactsStore() {}

    /// @param subject by which the ledger knows the person
    record Row(long person, long subject, boolean erased, Instant createdAt) {}

    record Holding(long account, Money balance, Money reserved) {}

    record Carried(long medium, String number, MediumState state) {}

    /// @param last null if there are none
    record Counted(long count, @Nullable LocalDate last) {}

    static Optional<Row> find(DSLContext sql, long person) {
        return sql.select(PERSON.ID, PERSON.SUBJECT_ID, PERSON.STATE, PERSON.CREATED_AT)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .fetchOptional(row ->
                        new Row(
                                row.value1(),
                                row.value2(),
                                row.value3().equals(Register.ERASED),
                                Tx.instant(row.value4())));
    }

    /// Upper-case hex of every chip that the person ever had.
    static List<String> credentials(DSLContext sql, long person) {
        return sql.selectDistinct(MEDIUM.UID)
                .from(MEDIUM)
                .where(MEDIUM.PERSON_ID.eq(person))
                .and(MEDIUM.UID.isNotNull())
                .fetch(row -> HEX.formatHex(row.value1()));
    }

    static List<Holding> holdings(DSLContext sql, long subject) {
        return sql.select(
                        LEDGER_ACCOUNT.ID,
                        LEDGER_ACCOUNT.CURRENCY,
                        LEDGER_BALANCE.POSTED,
                        LEDGER_BALANCE.RESERVED)
                .from(LEDGER_ACCOUNT)
                .join(LEDGER_BALANCE)
                .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(subject))
                .orderBy(LEDGER_ACCOUNT.ID)
                .fetch(row ->
                        new Holding(
                                row.value1(),
                                Money.of(row.value3(), row.value2()),
                                Money.of(row.value4(), row.value2())));
    }

    /// Top-ups that are ordered or authorised and not yet settled.
    static List<Holding> openTopUps(DSLContext sql, Collection<Long> accounts) {
        return sql.select(TOP_UP_ORDER.ACCOUNT_ID, TOP_UP_ORDER.AMOUNT, TOP_UP_ORDER.CURRENCY)
                .from(TOP_UP_ORDER)
                .where(TOP_UP_ORDER.ACCOUNT_ID.in(accounts))
                .and(TOP_UP_ORDER.STATE.in("ORDERED", "AUTHORISED"))
                .orderBy(TOP_UP_ORDER.ID)
                .fetch(row ->
                        new Holding(
                                row.value1(),
                                Money.of(row.value2(), row.value3()),
                                Money.of(0, row.value3())));
    }

    /// Pay-outs by transfer that the bank has not carried out yet: their file needs the bank details.
    static List<Holding> openPayOuts(DSLContext sql, Collection<Long> accounts) {
        return accounts.stream()
                .flatMap(account -> sql.fetch(OPEN_PAY_OUTS, account).stream())
                .map(row ->
                        new Holding(
                                row.get(0, Long.class),
                                Money.of(row.get(1, Long.class), row.get(2, String.class)),
                                Money.of(0, row.get(2, String.class))))
                .toList();
    }

    static List<Carried> media(DSLContext sql, long person) {
        return sql.select(MEDIUM.ID, MEDIUM.ISSUE_NUMBER, MEDIUM.STATE)
                .from(MEDIUM)
                .where(MEDIUM.PERSON_ID.eq(person))
                .orderBy(MEDIUM.ID)
                .fetch(row ->
                        new Carried(
                                row.value1(),
                                "%07d-%02d".formatted(person, row.value2()),
                                MediumState.valueOf(row.value3())));
    }

    static List<Long> openJobs(DSLContext sql, long person) {
        return sql.select(CARD_JOB.ID)
                .from(CARD_JOB)
                .where(CARD_JOB.PERSON_ID.eq(person))
                .and(CARD_JOB.STATE.in(OPEN_JOBS))
                .orderBy(CARD_JOB.ID)
                .fetch(CARD_JOB.ID);
    }

    static long signatures(DSLContext sql, long person) {
        return sql.fetchCount(PERSON_SIGNATURE, PERSON_SIGNATURE.PERSON_ID.eq(person));
    }

    static long photographs(DSLContext sql, long person) {
        return sql.fetchCount(PHOTO, PHOTO.PERSON_ID.eq(person));
    }

    static List<Dossier.Place> compartments(DSLContext sql, long person) {
        return sql.select(
                        DEVICE.NAME,
                        COMPARTMENT_ASSIGNMENT.COMPARTMENT,
                        COMPARTMENT_ASSIGNMENT.SINCE)
                .from(COMPARTMENT_ASSIGNMENT)
                .join(DEVICE)
                .on(DEVICE.ID.eq(COMPARTMENT_ASSIGNMENT.DEVICE_ID))
                .where(COMPARTMENT_ASSIGNMENT.PERSON_ID.eq(person))
                .orderBy(DEVICE.NAME, COMPARTMENT_ASSIGNMENT.COMPARTMENT)
                .fetch(row ->
                        new Dossier.Place(row.value1(), row.value2(), Tx.instant(row.value3())));
    }

    /// Present entries of devices' lists.
    static List<Dossier.Listed> listed(DSLContext sql, Collection<String> credentials) {
        return credentials.isEmpty()
                ? List.of()
                : sql.select(DEVICE.NAME, LIST_ENTRY.LIST, LIST_ENTRY.CREDENTIAL)
                        .from(LIST_ENTRY)
                        .join(DEVICE)
                        .on(DEVICE.ID.eq(LIST_ENTRY.DEVICE_ID))
                        .where(LIST_ENTRY.CREDENTIAL.in(credentials))
                        .and(LIST_ENTRY.REMOVED_VERSION.isNull())
                        .orderBy(DEVICE.NAME, LIST_ENTRY.LIST, LIST_ENTRY.CREDENTIAL)
                        .fetch(row -> new Dossier.Listed(row.value1(), row.value2(), row.value3()));
    }

    static Counted postings(DSLContext sql, Collection<Long> accounts) {
        return counted(
                sql.select(countDistinct(LEDGER_POSTING.ID), max(LEDGER_POSTING.BOOKED_AT))
                        .from(LEDGER_ENTRY)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                        .where(LEDGER_ENTRY.ACCOUNT_ID.in(accounts))
                        .fetchSingle());
    }

    static Counted receipts(DSLContext sql, Collection<Long> accounts) {
        return counted(
                sql.select(countDistinct(RECEIPT.POSTING_ID), max(LEDGER_POSTING.BOOKED_AT))
                        .from(RECEIPT)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(RECEIPT.POSTING_ID))
                        .where(
                                RECEIPT.POSTING_ID.in(
                                        select(LEDGER_ENTRY.POSTING_ID)
                                                .from(LEDGER_ENTRY)
                                                .where(LEDGER_ENTRY.ACCOUNT_ID.in(accounts))))
                        .fetchSingle());
    }

    static Counted media(DSLContext sql, Collection<Long> media) {
        return counted(sql, MEDIUM, MEDIUM.CHANGED_AT, MEDIUM.ID.in(media));
    }

    static Counted deviceEvents(DSLContext sql, Collection<Long> media) {
        return counted(sql, DEVICE_EVENT, DEVICE_EVENT.AT, DEVICE_EVENT.MEDIUM_ID.in(media));
    }

    static Counted journal(DSLContext sql, Collection<String> subjects) {
        return counted(sql, JOURNAL, JOURNAL.AT, JOURNAL.SUBJECT.in(subjects));
    }

    private static Counted counted(Record2<Integer, LocalDateTime> row) {
        var last = row.value2();
        return new Counted(row.value1(), last == null ? null : last.toLocalDate());
    }

    private static Counted counted(
            DSLContext sql, Table<?> table, Field<LocalDateTime> at, Condition where) {
        return counted(sql.select(count(), max(at)).from(table).where(where).fetchSingle());
    }

    /// Journal subjects that are about the person.
    static List<String> subjects(long person, Collection<Long> accounts, Collection<Long> media) {
        return Stream.of(
                        Stream.of("person:" + person),
                        accounts.stream().map(account -> "account:" + account),
                        media.stream().map(medium -> "medium:" + medium))
                .flatMap(subjects -> subjects)
                .toList();
    }

    static List<HandedOut> handedOut(DSLContext sql, Row person) {
        return sql.select(HANDED_OUT.AT, HANDED_OUT.KIND, HANDED_OUT.PLACE)
                .from(HANDED_OUT)
                .where(HANDED_OUT.PERSON_ID.eq(person.person()))
                .or(HANDED_OUT.PERSON_ID.isNull().and(HANDED_OUT.AT.ge(Tx.utc(person.createdAt()))))
                .orderBy(HANDED_OUT.ID)
                .fetch(row ->
                        new HandedOut(
                                Tx.instant(row.value1()),
                                HandedOut.Kind.valueOf(row.value2()),
                                row.value3()));
    }
}
