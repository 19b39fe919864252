package app.lodge.core.batches;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at a card printer: one run at a time, wherever it was started (ID-48). A run keeps
/// its turn as long as it lives; one that has died loses it when its lease ends, and never sooner. What
/// it had claimed and not begun goes over to the next, under the same request, so that even a run that
/// was only asleep cannot order the card a second time.
public interface PrinterTurns {

    /// How long a turn holds without being kept.
    Duration LEASE = Duration.ofMinutes(2);

    /// How often a run keeps its turn: three may fail.
    Duration KEPT_EVERY = Duration.ofSeconds(30);

    static PrinterTurns in(Books books) {
        return new BookedPrinterTurns(books);
    }

    /// A printer as a run sees it.
    ///
    /// @param address at the workstation, `evolis:Primacy`
    /// @param serial the machine's own number, by which other workstations know it, too; empty if it
    ///     tells none: then it is the workstation's alone
    record Printer(String address, String serial) {

        public static final int LONGEST_SERIAL = 64;

        /// The same for the same machine.
        String key(String workstation) {
            return serial.isEmpty()
                    ? workstation + " " + address
                    : PrinterTurnStore.SERIAL + serial;
        }
    }

    /// @param id what keeps and ends it
    /// @param operatorName who began the run, as colleagues call them
    record Turn(
            String id,
            BatchId batch,
            String workstation,
            String address,
            long operator,
            String operatorName,
            Instant since,
            Instant keptUntil) {}

    /// @param printer that the run is to print on
    TurnOutcome take(Actor actor, RequestId request, BatchId batch, Printer printer);

    /// Prolongs a turn by the lease.
    ///
    /// @return whether it is still the run's; if not, no further card may be begun
    boolean keep(Actor actor, String turn);

    /// Ends a turn; nothing happens if it has ended.
    void end(Actor actor, String turn);

    /// Who prints there now. Of a machine that does not tell its serial number because it is busy, a run
    /// under the same address at any workstation is taken to be meant.
    Optional<Turn> at(Actor actor, Printer printer);

    sealed interface TurnOutcome {

        /// @param after the run that died at this printer, whose cards are to be settled first; null
        ///     if there was none
        record Yours(Turn turn, @Nullable Turn after) implements TurnOutcome {}

        /// Somebody else prints there.
        record Taken(Turn by) implements TurnOutcome {}

        record BatchUnknown(BatchId batch) implements TurnOutcome {}
    }
}
