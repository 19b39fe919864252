package app.lodge.core.cashdesk;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.CashShifts;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The open shifts, by the account of their drawer, as the one writer knows them; every posting that
/// moves such an account is carried by its shift.
final class OpenShifts implements CashShifts {

    private final ShiftStore store = new ShiftStore();
    private final Map<Long, Long> shiftOf = new ConcurrentHashMap<>();
    private volatile CashDeskRules rules;

    OpenShifts(Books books) {
        books.read(sql -> {
            shiftOf.putAll(store.open(sql));
            return shiftOf;
        });
        rules = books.read(store::rules);
    }

    @Override
    public List<Problem> against(Tx tx, AccountId drawer, Money intoDrawer) {
        var shift = shiftOf.get(drawer.number());
        if (shift == null) {
            var other = shiftOf.isEmpty() ? null : otherCurrency(tx);
            if (other != null) {
                return List.of(
                        Problem.of(
                                "means",
                                intoDrawer,
                                "cash-desks.other-currency",
                                tx.actor().workstation(),
                                other.getCurrencyCode()));
            }
            return rules.shiftRequired()
                    ? List.of(
                            Problem.of(
                                    "means", tx.actor().workstation(), "cash-desks.shift-required"))
                    : List.of();
        }
        var left = new Money(store.expected(tx, shift), intoDrawer.currency()).plus(intoDrawer);
        return intoDrawer.minor() < 0 && left.minor() < 0
                ? List.of(
                        Problem.of(
                                "amount",
                                intoDrawer.negated(),
                                "cash-desks.not-enough-cash",
                                left.minus(intoDrawer)))
                : List.of();
    }

    /// What the shift that is open at the actor's workstation counts in; null for none.
    @Nullable Currency otherCurrency(Tx tx) {
        return store.openAt(tx.sql(), tx.actor().workstation()).orElse(null);
    }

    @Override
    public void moved(Tx tx, long posting, AccountId account) {
        var shift = shiftOf.get(account.number());
        if (shift != null) {
            store.carry(tx, posting, account, shift);
        }
    }

    void opened(Tx tx, AccountId drawer, long shift) {
        shiftOf.put(drawer.number(), shift);
        tx.onRollback(() -> shiftOf.remove(drawer.number()));
    }

    void closed(Tx tx, AccountId drawer, long shift) {
        shiftOf.remove(drawer.number());
        tx.onRollback(() -> shiftOf.put(drawer.number(), shift));
    }

    @Nullable Long of(AccountId drawer) {
        return shiftOf.get(drawer.number());
    }

    CashDeskRules rules() {
        return rules;
    }

    void keep(Tx tx, CashDeskRules wanted) {
        var before = rules;
        store.putRules(tx, wanted);
        rules = wanted;
        tx.onRollback(() -> rules = before);
    }
}
