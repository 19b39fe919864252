package app.lodge.desktop.accounts;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.Correction;
import app.lodge.core.accounts.Postings.Recipient;
import app.lodge.core.accounts.Postings.Refund;
import app.lodge.core.accounts.Postings.Reversal;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Postings.Transfer;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.desktop.accounts.Move.Settle;
import app.lodge.desktop.accounts.Move.Way;
import org.jspecify.annotations.Nullable;

/// A movement of money as it was typed, ready to be ordered.
///
/// @param to who gets the money, where somebody does
/// @param posting what is undone or given back; 0 for the others
record MoveOrder(
        Move move,
        AccountId account,
        Money amount,
        @Nullable Recipient to,
        long posting,
        Way way,
        Settle settle,
        Grounds grounds) {

    MoveOutcome book(Postings postings, Actor actor, RequestId request) {
        return switch (move) {
            case TRANSFER ->
                    postings.transfer(
                            actor,
                            request,
                            new Transfer(
                                    account, to == null ? account : to.account(), amount, grounds));
            case CORRECTION ->
                    postings.correct(
                            actor,
                            request,
                            new Correction(
                                    account,
                                    way == Way.FOR_HOLDER ? amount : amount.negated(),
                                    grounds));
            case CLOSING ->
                    postings.closeAccount(
                            actor, request, new Closing(account, settlement(), grounds));
            case REVERSAL -> postings.reverse(actor, request, new Reversal(posting, grounds));
            case REFUND -> postings.refund(actor, request, new Refund(posting, amount, grounds));
        };
    }

    private Settlement settlement() {
        return switch (settle) {
            case TRANSFER ->
                    to == null
                            ? new Settlement.PaidOut(PaymentMeans.CASH) // nothing is left to settle
                            : new Settlement.TransferredTo(to.account());
            case CASH -> new Settlement.PaidOut(PaymentMeans.CASH);
            case CARD_TERMINAL -> new Settlement.PaidOut(PaymentMeans.CARD_TERMINAL);
            case BANK_TRANSFER -> new Settlement.PaidOut(PaymentMeans.BANK_TRANSFER);
        };
    }
}
