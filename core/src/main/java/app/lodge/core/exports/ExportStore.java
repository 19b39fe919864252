package app.lodge.core.exports;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.POSTING_TAX;
import static app.lodge.core.exports.PieceStore.ROWS;
import static app.lodge.core.exports.PieceStore.amount;
import static app.lodge.core.exports.PieceStore.major;
import static app.lodge.core.exports.PieceStore.plain;
import static app.lodge.core.exports.PieceStore.text;
import static app.lodge.core.exports.PieceStore.whole;

import app.lodge.core.books.Books;
import app.lodge.core.exports.Exports.Piece;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of the books as texts, in order of their number.
final class ExportStore {

    private static final Set<String> TURNOVER = Set.of("REVENUE", "FEES");

    /// @param site what amounts count in that belong to no account
    Piece piece(Books books, Entity entity, Currency site, @Nullable String after) {
        return books.read(sql ->
                switch (entity) {
                    case PEOPLE -> throw new IllegalArgumentException("People are sealed");
                    case ACCOUNTS -> accounts(sql, number(after));
                    case POSTINGS -> postings(sql, number(after));
                    case ACCOUNTING -> accounting(sql, number(after));
                    case MEDIA -> media(sql, number(after));
                    case DEVICES -> devices(sql, number(after));
                    case JOURNAL -> journal(sql, number(after));
                    case GROUPS -> RulesExportStore.groups(sql, number(after));
                    case GROUP_MEMBERS -> RulesExportStore.groupMembers(sql, after);
                    case COST_CENTRES -> RulesExportStore.centres(sql, number(after));
                    case COST_CENTRE_HOLDERS -> RulesExportStore.centreHolders(sql, after);
                    case BUDGETS -> RulesExportStore.budgets(sql, site, number(after));
                    case LIMITS -> RulesExportStore.limits(sql, site, after);
                    case HOLDS -> MoneyExportStore.holds(sql, number(after));
                    case TOP_UPS -> MoneyExportStore.topUps(sql, number(after));
                    case MANDATES -> MoneyExportStore.mandates(sql, number(after));
                    case SHIFTS -> MoneyExportStore.shifts(sql, number(after));
                    case RIGHTS -> RightsExportStore.rights(sql, number(after));
                    case RESOURCES -> RightsExportStore.resources(sql, number(after));
                    case WEEK_PLANS -> RightsExportStore.weekPlans(sql, after);
                    case HOLIDAYS -> RightsExportStore.holidays(sql, number(after));
                });
    }

    private static long number(@Nullable String after) {
        return after == null ? 0 : Long.parseLong(after);
    }

    private static Piece accounts(DSLContext sql, long from) {
        var rows =
                sql.select()
                        .from(LEDGER_ACCOUNT)
                        .leftJoin(LEDGER_BALANCE)
                        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                        .leftJoin(PERSON)
                        .on(PERSON.SUBJECT_ID.eq(LEDGER_ACCOUNT.SUBJECT_ID))
                        .where(LEDGER_ACCOUNT.ID.gt(from))
                        .orderBy(LEDGER_ACCOUNT.ID)
                        .limit(ROWS)
                        .fetch();
        return whole(
                rows.map(row ->
                        List.of(
                                text(row, LEDGER_ACCOUNT.ID),
                                text(row, LEDGER_ACCOUNT.KIND),
                                text(row, LEDGER_ACCOUNT.LABEL),
                                text(row, PERSON.ID),
                                text(row, LEDGER_ACCOUNT.CURRENCY),
                                amount(row, LEDGER_BALANCE.POSTED, LEDGER_ACCOUNT.CURRENCY),
                                amount(row, LEDGER_BALANCE.RESERVED, LEDGER_ACCOUNT.CURRENCY),
                                amount(row, LEDGER_BALANCE.OVERDRAFT, LEDGER_ACCOUNT.CURRENCY),
                                text(row, LEDGER_ACCOUNT.BLOCKED),
                                text(row, LEDGER_ACCOUNT.BLOCK_REASON),
                                text(row, LEDGER_ACCOUNT.OPENED_AT),
                                text(row, LEDGER_ACCOUNT.CLOSED_AT))));
    }

    private static Piece postings(DSLContext sql, long from) {
        return plain(
                sql,
                LEDGER_POSTING.ID,
                from,
                LEDGER_POSTING.ID,
                LEDGER_POSTING.KIND,
                LEDGER_POSTING.BUSINESS_DATE,
                LEDGER_POSTING.OCCURRED_AT,
                LEDGER_POSTING.BOOKED_AT,
                LEDGER_POSTING.ORIGIN,
                LEDGER_POSTING.ORIGIN_KEY,
                LEDGER_POSTING.DEVICE_ID,
                LEDGER_POSTING.OPERATOR_ID,
                LEDGER_POSTING.REVERSES_ID,
                LEDGER_POSTING.LATE,
                LEDGER_POSTING.FORCED);
    }

    /// An amount above zero is owed to the account's owner: credit.
    private static Piece accounting(DSLContext sql, long from) {
        var numbers =
                sql.select(LEDGER_POSTING.ID)
                        .from(LEDGER_POSTING)
                        .where(LEDGER_POSTING.ID.gt(from))
                        .orderBy(LEDGER_POSTING.ID)
                        .limit(ROWS)
                        .fetch(LEDGER_POSTING.ID);
        if (numbers.isEmpty()) {
            return new Piece(List.of(), null);
        }
        var taxes =
                sql.selectFrom(POSTING_TAX)
                        .where(POSTING_TAX.POSTING_ID.in(numbers))
                        .orderBy(POSTING_TAX.POSTING_ID, POSTING_TAX.LINE)
                        .fetchGroups(POSTING_TAX.POSTING_ID);
        var rows = new ArrayList<List<String>>();
        for (var row :
                sql.select()
                        .from(LEDGER_ENTRY)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                        .join(LEDGER_ACCOUNT)
                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                        .where(LEDGER_ENTRY.POSTING_ID.in(numbers))
                        .orderBy(LEDGER_ENTRY.POSTING_ID, LEDGER_ENTRY.LEG)
                        .fetch()) {
            var amount = row.get(LEDGER_ENTRY.AMOUNT);
            var currency = row.get(LEDGER_ENTRY.CURRENCY);
            var lines =
                    TURNOVER.contains(row.get(LEDGER_ACCOUNT.KIND))
                            ? taxes.get(row.get(LEDGER_POSTING.ID))
                            : null;
            rows.add(
                    List.of(
                            text(row, LEDGER_POSTING.ID),
                            text(row, LEDGER_ENTRY.LEG),
                            text(row, LEDGER_POSTING.BUSINESS_DATE),
                            text(row, LEDGER_POSTING.KIND),
                            text(row, LEDGER_ACCOUNT.ID),
                            text(row, LEDGER_ACCOUNT.KIND),
                            text(row, LEDGER_ACCOUNT.LABEL),
                            currency,
                            amount < 0 ? major(-amount, currency) : "",
                            amount > 0 ? major(amount, currency) : "",
                            lines == null
                                    ? ""
                                    : lines.stream()
                                            .map(line ->
                                                    line.get(POSTING_TAX.CODE)
                                                            + "@"
                                                            + line.get(POSTING_TAX.BASIS_POINTS))
                                            .collect(Collectors.joining("+")),
                            lines == null
                                    ? ""
                                    : major(
                                            lines.stream()
                                                    .mapToLong(line -> line.get(POSTING_TAX.TAX))
                                                    .sum(),
                                            currency),
                            text(row, LEDGER_POSTING.REVERSES_ID)));
        }
        return new Piece(rows, Long.toString(numbers.getLast()));
    }

    private static Piece media(DSLContext sql, long from) {
        return plain(
                sql,
                MEDIUM.ID,
                from,
                MEDIUM.ID,
                MEDIUM.KIND,
                MEDIUM.PERSON_ID,
                MEDIUM.ISSUE_NUMBER,
                MEDIUM.STATE,
                MEDIUM.CHIP,
                MEDIUM.KEY_VERSION,
                MEDIUM.BLOCK_REASON,
                MEDIUM.LAYOUT,
                MEDIUM.CREATED_AT,
                MEDIUM.CHANGED_AT);
    }

    private static Piece devices(DSLContext sql, long from) {
        return plain(
                sql,
                DEVICE.ID,
                from,
                DEVICE.ID,
                DEVICE.NAME,
                DEVICE.KIND,
                DEVICE.LABEL,
                DEVICE.PLACE,
                DEVICE.STATE,
                DEVICE.CERTIFICATE_UNTIL,
                DEVICE.CREATED_AT);
    }

    private static Piece journal(DSLContext sql, long from) {
        return plain(
                sql,
                JOURNAL.ID,
                from,
                JOURNAL.ID,
                JOURNAL.AT,
                JOURNAL.KIND,
                JOURNAL.OPERATOR_ID,
                JOURNAL.ACTOR,
                JOURNAL.WORKSTATION,
                JOURNAL.SUBJECT,
                JOURNAL.CONTENT,
                JOURNAL.HASH);
    }
}
