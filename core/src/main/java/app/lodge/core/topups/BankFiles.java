package app.lodge.core.topups;

import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collections by direct debit, pay-outs by transfer, and what the bank sends back (ID-28, ID-29, ID-64).
public interface BankFiles {

    /// @param ownFolder for files where the site names none
    static BankFiles in(
            Books books, Bookkeeping keeping, Register register, TopUps topUps, Path ownFolder) {
        return new BookedBankFiles(books, keeping, register, topUps, ownFolder);
    }

    Creditor creditor(Actor actor);

    /// @return what is wrong, empty if it stands now
    List<Problem> changeCreditor(Actor actor, RequestId request, Creditor creditor);

    /// What the next file would carry: authorised direct debits that no file has collected, or
    /// pay-outs by transfer that no file has paid.
    Due due(Actor actor, BankFile.Kind kind);

    /// The same one by one, those that cannot go with what is in their way; the oldest first.
    List<RunItem> waiting(Actor actor, BankFile.Kind kind);

    /// Puts all that is due and can go into one file. What is in it is stored before it is written,
    /// and each payment is in one file for good; cut off in between, a repeat or {@link #resume}
    /// writes the very same bytes.
    RunOutcome run(Actor actor, RequestId request, BankFile.Kind kind, LocalDate dueOn);

    /// Writes the files that are stored and not in their folder: after a start, or once the folder is
    /// there again.
    ///
    /// @return those that still cannot be written
    List<BankFile> resume(Actor actor);

    /// The bank has carried a file out: its collections are settled, its transfers have left the bank.
    /// What came back before stays as it is. Doing it twice changes nothing.
    ///
    /// @return what is wrong, empty if it stands now
    List<Problem> carriedOut(Actor actor, RequestId request, long file);

    /// Newest first.
    List<BankFile> files(Actor actor, int limit);

    /// The file again; empty if there is none, somebody in it was erased, or the role hides bank details.
    Optional<byte[]> content(Actor actor, long file);

    /// What a file of returns says, against the orders and transfers; writes nothing.
    ///
    /// @param file CSV with the columns `reference` and `reason`, or camt.054
    Returns previewReturns(Actor actor, ReturnsFile file);

    /// Does what the preview showed as READY. A repeat changes nothing.
    Returns applyReturns(Actor actor, RequestId request, ReturnsFile file);

    record Due(int orders, Money amount) {}

    record ReturnsFile(String name, byte[] content) {}

    /// @param problems what makes the whole file unreadable; empty otherwise
    record Returns(List<ReturnRow> rows, List<Problem> problems) {

        public long count(ReturnState state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }
    }

    /// @param row in the file, from 1 where it has no numbers of its own
    /// @param order null where it is no collection's
    /// @param payout the posting that paid out; 0 where it is no transfer's
    record ReturnRow(
            int row,
            String reference,
            String reason,
            ReturnState state,
            @Nullable TopUpOrder order,
            long payout) {

        ReturnRow with(ReturnState now) {
            return new ReturnRow(row, reference, reason, now, order, payout);
        }
    }

    /// What a row of a file of returns means.
    enum ReturnState {
        READY,
        RETURNED_NOW,
        RETURNED_BEFORE,
        UNKNOWN_REFERENCE,
        REASON_MALFORMED,
        NOT_COLLECTED
    }

    /// What became of a run.
    sealed interface RunOutcome {

        record Filed(BankFile file) implements RunOutcome {}

        /// Stored, not in its folder; {@link #resume} tries again.
        record NotWritten(BankFile file, String folder) implements RunOutcome {}

        record NothingDue() implements RunOutcome {}

        record Rejected(List<Problem> problems) implements RunOutcome {}
    }
}
