package app.lodge.core.topups;

import app.lodge.core.accounts.OutsideMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.topups.TopUpOrder.State;
import java.util.List;
import java.util.Map;

/// What the books do once the bank has carried a file out.
final class CarriedOut {

    private final Books books;
    private final TopUps topUps;
    private final OutsideMoney money;
    private final BankFileStore files = new BankFileStore();
    private final TopUpStore orders = new TopUpStore();
    private final PayoutStore payouts = new PayoutStore();

    CarriedOut(Books books, TopUps topUps, OutsideMoney money) {
        this.books = books;
        this.topUps = topUps;
        this.money = money;
    }

    /// Orders are settled one by one under requests of their own, so a repeat goes on where it was cut
    /// off; only then is the file marked.
    List<Problem> confirm(Actor actor, RequestId request, long number) {
        var found = books.read(sql -> files.find(sql, number));
        if (found.isEmpty()) {
            return List.of(Problem.of("file", number, "bank-files.unknown"));
        }
        var file = found.get();
        if (file.writtenAt() == null) {
            return List.of(Problem.of("file", file.name(), "bank-files.not-written"));
        }
        if (file.kind() == BankFile.Kind.COLLECTION) {
            for (var one : books.read(sql -> orders.inFile(sql, number))) {
                if (one.order().state() == State.AUTHORISED) {
                    var order = one.order().number();
                    topUps.settle(actor, DerivedRequest.of("settle", request, order), order);
                }
            }
        }
        books.once(
                actor,
                request,
                "bank-files.carried-out",
                List.of(number),
                Boolean.class,
                tx -> marked(tx, number));
        return List.of();
    }

    private boolean marked(Tx tx, long number) {
        var file = files.find(tx.sql(), number).orElseThrow();
        if (file.carriedOutAt() == null) {
            if (file.kind() == BankFile.Kind.PAYOUT) {
                settle(tx, number);
            }
            files.carriedOut(tx, number);
            tx.journal(
                    "bank-file.carried-out",
                    "bank-file:" + number,
                    Map.of("kind", file.kind().name()));
        }
        return true;
    }

    private void settle(Tx tx, long number) {
        var left =
                payouts.inFile(tx.sql(), number).stream()
                        .filter(one -> one.returnPosting() == 0)
                        .map(PayoutStore.Transfer::amount)
                        .reduce(Money.of(0, "EUR"), Money::plus);
        if (left.positive()) {
            money.paidOut(tx, number, left);
        }
    }
}
