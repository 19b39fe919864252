package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.POSTING_LINK;
import static app.lodge.core.books.tables.Tables.POSTING_TAX;
import static app.lodge.core.books.tables.Tables.RECEIPT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import app.lodge.core.accounts.PostingFile.Line;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A posting and all rows beside it, read at one moment.
final class PostingFileStore {

    private static final Set<PostingKind> NEVER_REVERSED =
            EnumSet.of(PostingKind.REVERSAL, PostingKind.CLOSING, PostingKind.SETTLEMENT);

    private static final Set<AccountKind> AT_A_COUNTER =
            EnumSet.of(AccountKind.CASH_DESK, AccountKind.CARD_CLEARING);

    Optional<PostingFile> find(DSLContext sql, long number) {
        var undoing = LEDGER_POSTING.as("undoing");
        return sql.select(
                        LEDGER_POSTING.asterisk(),
                        POSTING_LINK.REFUNDS_ID,
                        POSTING_LINK.MEDIUM_ID,
                        POSTING_LINK.REASON,
                        POSTING_LINK.REFERENCE,
                        POSTING_LINK.APPROVAL_ID,
                        undoing.ID.as("undone_by"),
                        coalesce(DEVICE.LABEL, inline("")).as("point"),
                        coalesce(OPERATOR.NAME, inline("")).as("clerk"),
                        RECEIPT.SERIES,
                        RECEIPT.NUMBER,
                        RECEIPT.COPIES)
                .from(LEDGER_POSTING)
                .leftJoin(POSTING_LINK)
                .on(POSTING_LINK.POSTING_ID.eq(LEDGER_POSTING.ID))
                .leftJoin(undoing)
                .on(undoing.REVERSES_ID.eq(LEDGER_POSTING.ID))
                .leftJoin(DEVICE)
                .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(LEDGER_POSTING.OPERATOR_ID))
                .leftJoin(RECEIPT)
                .on(RECEIPT.POSTING_ID.eq(LEDGER_POSTING.ID))
                .where(LEDGER_POSTING.ID.eq(number))
                .fetchOptional(row -> {
                    var kind = PostingKind.valueOf(row.get(LEDGER_POSTING.KIND));
                    var lines = lines(sql, number);
                    var undone = row.get("undone_by", Long.class);
                    var refunds = row.get(POSTING_LINK.REFUNDS_ID);
                    var parts = refundsOf(sql, number);
                    var remains = refundable(kind, undone, lines.getFirst(), parts);
                    var point = row.get("point", String.class);
                    return new PostingFile(
                            number,
                            kind,
                            Tx.instant(row.get(LEDGER_POSTING.OCCURRED_AT)),
                            Tx.instant(row.get(LEDGER_POSTING.BOOKED_AT)),
                            row.get(LEDGER_POSTING.BUSINESS_DATE),
                            lines,
                            taxes(sql, number),
                            row.get(LEDGER_POSTING.REVERSES_ID),
                            undone,
                            refunds,
                            parts.stream().map(Part::posting).toList(),
                            orNone(row.get(POSTING_LINK.MEDIUM_ID)),
                            reason(row.get(POSTING_LINK.REASON)),
                            orEmpty(row.get(POSTING_LINK.REFERENCE)),
                            orNone(row.get(POSTING_LINK.APPROVAL_ID)),
                            centre(sql, refunds == null ? number : refunds),
                            point.isEmpty() ? counter(lines) : point,
                            row.get("clerk", String.class),
                            receipt(row.get(RECEIPT.SERIES), row.get(RECEIPT.NUMBER)),
                            row.get(RECEIPT.COPIES) == null ? 0 : row.get(RECEIPT.COPIES),
                            row.get(LEDGER_POSTING.LATE),
                            row.get(LEDGER_POSTING.FORCED),
                            undone == null
                                    && !NEVER_REVERSED.contains(kind)
                                    && parts.stream().allMatch(Part::undone),
                            remains);
                });
    }

    private record Part(long posting, long minor, boolean undone) {}

    private static List<Line> lines(DSLContext sql, long number) {
        return sql.select(
                        LEDGER_ENTRY.ACCOUNT_ID,
                        LEDGER_ACCOUNT.KIND,
                        LEDGER_ACCOUNT.LABEL,
                        LEDGER_ENTRY.AMOUNT,
                        LEDGER_ENTRY.CURRENCY)
                .from(LEDGER_ENTRY)
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .where(LEDGER_ENTRY.POSTING_ID.eq(number))
                .orderBy(LEDGER_ENTRY.LEG)
                .fetch(row -> {
                    var kind = AccountKind.valueOf(row.value2());
                    return new Line(
                            new AccountId(row.value1()),
                            kind,
                            AT_A_COUNTER.contains(kind) ? row.value3() : "",
                            Money.of(row.value4(), row.value5()));
                });
    }

    private static List<TaxLine> taxes(DSLContext sql, long number) {
        return sql.select(
                        POSTING_TAX.CODE,
                        POSTING_TAX.BASIS_POINTS,
                        POSTING_TAX.NET,
                        POSTING_TAX.TAX)
                .from(POSTING_TAX)
                .where(POSTING_TAX.POSTING_ID.eq(number))
                .orderBy(POSTING_TAX.LINE)
                .fetch(row -> new TaxLine(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// What gave a purchase back, oldest first.
    private static List<Part> refundsOf(DSLContext sql, long purchase) {
        var undoing = LEDGER_POSTING.as("undoing");
        return sql.select(POSTING_LINK.POSTING_ID, LEDGER_ENTRY.AMOUNT, undoing.ID)
                .from(POSTING_LINK)
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.POSTING_ID.eq(POSTING_LINK.POSTING_ID))
                .and(LEDGER_ENTRY.LEG.eq((short) 1))
                .leftJoin(undoing)
                .on(undoing.REVERSES_ID.eq(POSTING_LINK.POSTING_ID))
                .where(POSTING_LINK.REFUNDS_ID.eq(purchase))
                .orderBy(POSTING_LINK.POSTING_ID)
                .fetch(row -> new Part(row.value1(), row.value2(), row.value3() != null));
    }

    private static Money refundable(
            PostingKind kind, @Nullable Long undone, Line purchase, List<Part> parts) {
        var currency = purchase.amount().currency();
        if (kind != PostingKind.PAYMENT || undone != null) {
            return Money.zero(currency);
        }
        var before = parts.stream().filter(part -> !part.undone()).mapToLong(Part::minor).sum();
        return new Money(-purchase.amount().minor() - before, currency);
    }

    private static String centre(DSLContext sql, long posting) {
        return sql.select(COST_CENTRE.CODE, COST_CENTRE.NAME)
                .from(COST_CENTRE_CHARGE)
                .join(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_CHARGE.CENTRE_ID))
                .where(COST_CENTRE_CHARGE.POSTING_ID.eq(posting))
                .fetchOptional(row -> row.value1() + " " + row.value2())
                .orElse("");
    }

    private static String counter(List<Line> lines) {
        return lines.stream()
                .map(Line::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String receipt(@Nullable String series, @Nullable Long number) {
        return series == null || number == null ? "" : "%s-%06d".formatted(series, number);
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null || name.isEmpty() ? null : Reason.valueOf(name);
    }

    private static long orNone(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
