package app.lodge.core.accounts;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.List;

/// Shifts of cash desks, as movements of money meet them (ID-34). {@code app.lodge.core.cashdesk} keeps
/// them.
public interface CashShifts {

    /// Whether cash may move at the actor's workstation just now.
    ///
    /// @param intoDrawer below zero for money that is handed out
    /// @return what stands against it, for the field `means`; empty if nothing
    List<Problem> against(Tx tx, AccountId drawer, Money intoDrawer);

    /// A posting has moved an account; a shift that is open on it carries the posting from now on.
    void moved(Tx tx, long posting, AccountId account);

    /// A site without cash desks.
    static CashShifts none() {
        return new CashShifts() {
            @Override
            public List<Problem> against(Tx tx, AccountId drawer, Money intoDrawer) {
                return List.of();
            }

            @Override
            public void moved(Tx tx, long posting, AccountId account) {
                // nobody carries it
            }
        };
    }
}
