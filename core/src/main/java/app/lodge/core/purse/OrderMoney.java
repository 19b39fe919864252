package app.lodge.core.purse;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PurseApprovals;
import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.accounts.PurseMoney.Outcome;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.purse.Purses.Wish;
import java.util.List;
import java.util.Optional;

/// Moves the money of an order: now, or for a pay-out once it is off the card. What leaves a card in
/// cash, or a lost one for its replacement, asks the second person before (ID-27).
final class OrderMoney {

    private final PurseMoney money;
    private final PurseApprovals approvals;
    private final PurseBook book;

    OrderMoney(PurseMoney money, PurseApprovals approvals, PurseBook book) {
        this.money = money;
        this.approvals = approvals;
        this.book = book;
    }

    /// @param from the lost card whose value moves; 0 for none
    /// @return Booked with 0 where nothing is posted yet
    Outcome move(Tx tx, long number, PurseStore.Row purse, Wish wish, long from) {
        var amount = wish.amount();
        return switch (wish.kind()) {
            case LOAD ->
                    switch (wish.source()) {
                        case CASH -> overCounter(tx, number, purse, PaymentMeans.CASH, amount);
                        case CARD_TERMINAL ->
                                overCounter(tx, number, purse, PaymentMeans.CARD_TERMINAL, amount);
                        case PURSE -> fromLost(tx, number, purse, wish, from);
                        case ACCOUNT, PURCHASE -> fromAccount(tx, number, purse, amount);
                    };
            case REFUND ->
                    money.refund(
                            tx,
                            number,
                            purse.account(),
                            terminalOf(tx, purse, wish.refunds()),
                            amount);
            case PAY_OUT, DEBIT, UNDO -> payOut(tx, purse, wish);
        };
    }

    private Outcome overCounter(
            Tx tx, long number, PurseStore.Row purse, PaymentMeans means, Money amount) {
        return money.loadOverCounter(tx, number, purse.account(), means, amount);
    }

    private Outcome fromLost(Tx tx, long number, PurseStore.Row purse, Wish wish, long from) {
        var lost = book.purses.find(tx.sql(), from).orElseThrow().account();
        var second =
                approvals.againstMove(tx, lost, purse.account(), wish.amount(), wish.approval());
        return second == null
                ? money.move(tx, number, purse.account(), lost, wish.amount())
                : second;
    }

    private Outcome fromAccount(Tx tx, long number, PurseStore.Row purse, Money amount) {
        Optional<Account> account =
                Optional.ofNullable(purse.holder())
                        .flatMap(who -> money.accountOf(tx, who, amount.currency()));
        return account.isEmpty()
                ? new Outcome.Rejected(
                        List.of(Problem.of("source", Source.ACCOUNT, "accounts.not-found")))
                : money.loadFromAccount(tx, number, purse.account(), account.get(), amount);
    }

    private long terminalOf(Tx tx, PurseStore.Row purse, long counter) {
        return book.records.all(tx.sql(), purse.medium()).stream()
                .map(Purses.Known::record)
                .filter(record -> record.counter() == counter)
                .mapToLong(PurseRecord::terminal)
                .findFirst()
                .orElse(0);
    }

    private Outcome payOut(Tx tx, PurseStore.Row purse, Wish wish) {
        var against = money.againstPayOut(tx, wish.amount());
        if (!against.isEmpty()) {
            return new Outcome.Rejected(against);
        }
        var second = approvals.againstPayOut(tx, purse.account(), wish.amount(), wish.approval());
        return second == null ? new Outcome.Booked(0) : second;
    }
}
