package app.lodge.core.topups;

import app.lodge.core.books.Tx;
import java.util.List;
import java.util.Optional;

/// One kind of file for the bank: what waits for it, what it takes, what it says.
interface BankRun {

    /// The oldest first.
    List<RunItem> waiting();

    /// Puts items into a file for good.
    void put(Tx tx, long file, List<RunItem> items);

    /// The same bytes whenever it is made.
    ///
    /// @return empty if somebody in it was erased
    Optional<byte[]> content(Creditor creditor, BankFile file);

    /// The same, of what this unit of writing has put into it.
    Optional<byte[]> content(Tx tx, Creditor creditor, BankFile file);
}
