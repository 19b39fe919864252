package app.lodge.core.topups;

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

/// Collections by direct debit, and what the bank sends back (ID-28, ID-29).
public interface BankFiles {

    /// @param ownFolder for files where the site names none
    static BankFiles in(Books books, Register register, TopUps topUps, Path ownFolder) {
        return new BookedBankFiles(books, register, topUps, ownFolder);
    }

    Creditor creditor(Actor actor);

    /// @return what is wrong, empty if it stands now
    List<Problem> changeCreditor(Actor actor, RequestId request, Creditor creditor);

    /// Authorised direct debits that no file has collected.
    Due due(Actor actor);

    /// Puts all that is due into one file. What is in it is stored before it is written, and each
    /// order is in one file for good; cut off in between, a repeat or {@link #resume} writes the very
    /// same bytes.
    CollectionOutcome collect(Actor actor, RequestId request, LocalDate dueOn);

    /// Writes the files that are stored and not in their folder: after a start, or once the folder is
    /// there again.
    ///
    /// @return those that still cannot be written
    List<BankFile> resume(Actor actor);

    /// Newest first.
    List<BankFile> files(Actor actor, int limit);

    /// The file again; empty if there is none, somebody in it was erased, or the role hides bank details.
    Optional<byte[]> content(Actor actor, long file);

    /// What a file of returns says, against the orders; writes nothing.
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
    /// @param order null where none is known
    record ReturnRow(
            int row,
            String reference,
            String reason,
            ReturnState state,
            @Nullable TopUpOrder order) {}

    /// What a row of a file of returns means.
    enum ReturnState {
        READY,
        RETURNED_NOW,
        RETURNED_BEFORE,
        UNKNOWN_REFERENCE,
        REASON_MALFORMED,
        NOT_COLLECTED
    }

    /// What became of a collection.
    sealed interface CollectionOutcome {

        record Collected(BankFile file) implements CollectionOutcome {}

        /// Stored, not in its folder; {@link #resume} tries again.
        record NotWritten(BankFile file, String folder) implements CollectionOutcome {}

        record NothingDue() implements CollectionOutcome {}

        record Rejected(List<Problem> problems) implements CollectionOutcome {}
    }
}
