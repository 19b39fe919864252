package app.lodge.core.batches;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns in the books: the books' clock alone says when a lease has ended.
final class BookedPrinterTurns implements PrinterTurns {

    private final Books books;
    private final BatchStore batches = new BatchStore();
    private final PrinterTurnStore store = new PrinterTurnStore();

    BookedPrinterTurns(Books books) {
        this.books = books;
    }

    @Override
    public TurnOutcome take(Actor actor, RequestId request, BatchId batch, Printer printer) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "batches.take-turn",
                List.of(batch, printer),
                TurnOutcome.class,
                tx -> taken(tx, batch, printer));
    }

    private TurnOutcome taken(Tx tx, BatchId batch, Printer printer) {
        if (batches.find(tx.sql(), batch).isEmpty()) {
            return new TurnOutcome.BatchUnknown(batch);
        }
        var key = printer.key(tx.actor().workstation());
        var before = store.at(tx.sql(), key);
        if (before.isPresent() && before.get().keptUntil().isAfter(now(tx))) {
            return new TurnOutcome.Taken(before.get());
        }
        var turn =
                new Turn(
                        RequestId.fresh().value(),
                        batch,
                        tx.actor().workstation(),
                        printer.address(),
                        tx.actor().operatorId(),
                        tx.actor().name(),
                        now(tx),
                        now(tx).plus(LEASE));
        store.put(tx, key, turn);
        if (before.isEmpty()) {
            tx.journal("batch.turn-taken", "batch:" + batch.number(), Map.of());
        }
        before.ifPresent(dead -> {
            store.handOver(tx, runner(dead), runner(turn));
            tx.journal(
                    "batch.turn-taken-over",
                    "batch:" + batch.number(),
                    Map.of("from", dead.batch().number()));
        });
        return new TurnOutcome.Yours(turn, before.orElse(null));
    }

    private static Instant now(Tx tx) {
        return Tx.instant(tx.nowUtc());
    }

    /// As cards are claimed.
    private static String runner(Turn turn) {
        return turn.workstation() + " " + turn.address();
    }

    /// Tells no act, only that the run lives: what it prints is in the journal card by card.
    @Override
    public boolean keep(Actor actor, String turn) {
        actor.require(Permission.ISSUE_CARDS);
        return books.write(actor, tx -> store.keep(tx, turn, now(tx).plus(LEASE)));
    }

    @Override
    public void end(Actor actor, String turn) {
        actor.require(Permission.ISSUE_CARDS);
        books.write(
                actor,
                tx -> {
                    store.end(tx, turn)
                            .ifPresent(batch ->
                                    tx.journal("batch.turn-ended", "batch:" + batch, Map.of()));
                    return true;
                });
    }

    @Override
    public Optional<Turn> at(Actor actor, Printer printer) {
        actor.require(Permission.SEE_MEDIA);
        var now = books.clock().instant();
        var key = printer.key(actor.workstation());
        return books.read(sql ->
                        printer.serial().isEmpty()
                                ? store.atAddress(sql, actor.workstation(), printer.address())
                                : store.at(sql, key))
                .filter(turn -> turn.keptUntil().isAfter(now));
    }
}
