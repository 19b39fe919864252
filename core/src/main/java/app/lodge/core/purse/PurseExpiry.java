package app.lodge.core.purse;

import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.State;
import java.time.LocalDate;
import java.util.Map;

/// Closes purses whose last day is over: what is left on them is the issuer's.
record PurseExpiry(PurseMoney money, PurseBook book) {

    /// @return how many
    int run(Tx tx) {
        var today = LocalDate.ofInstant(tx.now(), money.zone());
        int expired = 0;
        for (var purse : book.purses.over(tx.sql(), today)) {
            Money left = money.balance(tx, purse.account(), purse.currency());
            if (left.positive()) {
                money.expire(tx, purse.medium(), purse.account(), left);
            }
            book.purses.enter(tx, purse.medium(), State.EXPIRED);
            tx.journal("purse.expired", "medium:" + purse.medium(), Map.of("left", left.minor()));
            expired++;
        }
        return expired;
    }
}
