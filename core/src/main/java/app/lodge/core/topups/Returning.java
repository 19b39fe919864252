package app.lodge.core.topups;

import app.lodge.core.accounts.OutsideMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.topups.BankFiles.ReturnRow;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.core.topups.BankFiles.Returns;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import java.util.List;
import java.util.Map;

/// Files of returns, against collections and transfers.
final class Returning {

    private final Books books;
    private final TopUps topUps;
    private final OutsideMoney money;
    private final PayoutStore payouts = new PayoutStore();
    private final BankFileStore files = new BankFileStore();

    Returning(Books books, TopUps topUps, OutsideMoney money) {
        this.books = books;
        this.topUps = topUps;
        this.money = money;
    }

    Returns preview(Actor actor, ReturnsFile file) {
        var read = ReturnLines.read(file.name(), file.content());
        return new Returns(
                read.lines().stream().map(line -> against(actor, line)).toList(), read.problems());
    }

    private ReturnRow against(Actor actor, ReturnLines.Line line) {
        var payout = PayoutStore.posting(line.reference()).orElse(0L);
        var order =
                topUps.findByReference(actor, TopUpSource.DIRECT_DEBIT, line.reference())
                        .orElse(null);
        var row =
                new ReturnRow(
                        line.row(),
                        line.reference(),
                        line.reason(),
                        ReturnState.UNKNOWN_REFERENCE,
                        order,
                        order == null ? payout : 0);
        if (!line.reason().matches("[A-Z]{2}[A-Z0-9]{2}")) {
            return row.with(ReturnState.REASON_MALFORMED);
        }
        if (order != null) {
            return row.with(state(order));
        }
        return payout == 0 ? row : row.with(state(payout));
    }

    private static ReturnState state(TopUpOrder order) {
        return switch (order.state()) {
            case RETURNED -> ReturnState.RETURNED_BEFORE;
            case AUTHORISED, SETTLED ->
                    order.bankFile() == 0 ? ReturnState.NOT_COLLECTED : ReturnState.READY;
            case ORDERED, REFUSED -> ReturnState.NOT_COLLECTED;
        };
    }

    private ReturnState state(long payout) {
        return books.read(sql -> payouts.find(sql, payout))
                .map(found ->
                        found.returnPosting() == 0
                                ? ReturnState.READY
                                : ReturnState.RETURNED_BEFORE)
                .orElse(ReturnState.UNKNOWN_REFERENCE);
    }

    Returns apply(Actor actor, RequestId request, ReturnsFile file) {
        var preview = preview(actor, file);
        return new Returns(
                preview.rows().stream().map(row -> applied(actor, request, row)).toList(),
                preview.problems());
    }

    private ReturnRow applied(Actor actor, RequestId request, ReturnRow row) {
        if (row.state() != ReturnState.READY) {
            return row;
        }
        var order = row.order();
        if (order == null) {
            return transferBack(actor, request, row);
        }
        var derived = DerivedRequest.of("return", request, order.number());
        return topUps.giveBack(actor, derived, order.number(), row.reason())
                        instanceof TopUps.OrderOutcome.Done(TopUpOrder now, var repeated)
                ? new ReturnRow(
                        row.row(),
                        row.reference(),
                        row.reason(),
                        done(!repeated),
                        now,
                        row.payout())
                : row;
    }

    private ReturnRow transferBack(Actor actor, RequestId request, ReturnRow row) {
        var now =
                books.once(
                        actor,
                        DerivedRequest.of("transfer-back", request, row.payout()),
                        "bank-files.transfer-back",
                        List.of(row.payout(), row.reason()),
                        Boolean.class,
                        tx -> transferBack(tx, row.payout(), row.reason()));
        return row.with(done(now));
    }

    private static ReturnState done(boolean now) {
        return now ? ReturnState.RETURNED_NOW : ReturnState.RETURNED_BEFORE;
    }

    private boolean transferBack(Tx tx, long posting, String reason) {
        var transfer = payouts.find(tx.sql(), posting).orElseThrow();
        if (transfer.returnPosting() != 0 || money.undone(tx, posting)) {
            return false;
        }
        var file = files.find(tx.sql(), transfer.file()).orElseThrow();
        var account = payouts.account(tx.sql(), posting);
        var back =
                money.transferBack(
                        tx, posting, account, transfer.amount(), file.carriedOutAt() != null);
        payouts.returned(tx, posting, reason, back);
        tx.journal(
                "payout.returned",
                "account:" + account.number(),
                Map.of("payout", posting, "reason", reason, "posting", back));
        return true;
    }
}
