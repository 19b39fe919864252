package app.lodge.core.batches;

import static app.lodge.core.books.tables.Tables.CARD_BATCH_CARD;
import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.PRINTER_TURN;

import app.lodge.core.batches.PrinterTurns.Turn;
import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/// The rows of turns, one for each printer that has a run.
final class PrinterTurnStore {

    /// What the key of a machine with a serial number begins with.
    static final String SERIAL = "serial ";

    Optional<Turn> at(DSLContext sql, String printer) {
        return select(sql)
                .where(PRINTER_TURN.PRINTER.eq(printer))
                .fetchOptional(PrinterTurnStore::turn);
    }

    /// The workstation's own, or that of a machine with a serial number, which several may reach.
    Optional<Turn> atAddress(DSLContext sql, String workstation, String address) {
        return select(sql)
                .where(PRINTER_TURN.ADDRESS.eq(address))
                .and(
                        PRINTER_TURN
                                .WORKSTATION
                                .eq(workstation)
                                .or(PRINTER_TURN.PRINTER.startsWith(SERIAL)))
                .orderBy(PRINTER_TURN.KEPT_UNTIL.desc())
                .fetch(PrinterTurnStore::turn)
                .stream()
                .findFirst();
    }

    private static SelectJoinStep<? extends Record> select(DSLContext sql) {
        return sql.select(PRINTER_TURN.fields())
                .select(OPERATOR.NAME)
                .from(PRINTER_TURN)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(PRINTER_TURN.OPERATOR_ID));
    }

    private static Turn turn(Record row) {
        return new Turn(
                row.get(PRINTER_TURN.TURN),
                new BatchId(row.get(PRINTER_TURN.BATCH_ID)),
                row.get(PRINTER_TURN.WORKSTATION),
                row.get(PRINTER_TURN.ADDRESS),
                row.get(PRINTER_TURN.OPERATOR_ID),
                Objects.requireNonNullElse(row.get(OPERATOR.NAME), ""),
                Tx.instant(row.get(PRINTER_TURN.SINCE)),
                Tx.instant(row.get(PRINTER_TURN.KEPT_UNTIL)));
    }

    /// In the place of the one before; of two that insert at once, the key lets one.
    void put(Tx tx, String printer, Turn turn) {
        tx.sql().deleteFrom(PRINTER_TURN).where(PRINTER_TURN.PRINTER.eq(printer)).execute();
        tx.sql()
                .insertInto(PRINTER_TURN)
                .set(PRINTER_TURN.PRINTER, printer)
                .set(PRINTER_TURN.TURN, turn.id())
                .set(PRINTER_TURN.BATCH_ID, turn.batch().number())
                .set(PRINTER_TURN.WORKSTATION, turn.workstation())
                .set(PRINTER_TURN.ADDRESS, turn.address())
                .set(PRINTER_TURN.OPERATOR_ID, turn.operator())
                .set(PRINTER_TURN.SINCE, Tx.utc(turn.since()))
                .set(PRINTER_TURN.KEPT_UNTIL, Tx.utc(turn.keptUntil()))
                .execute();
    }

    boolean keep(Tx tx, String turn, Instant until) {
        return tx.sql()
                        .update(PRINTER_TURN)
                        .set(PRINTER_TURN.KEPT_UNTIL, Tx.utc(until))
                        .where(PRINTER_TURN.TURN.eq(turn))
                        .execute()
                == 1;
    }

    /// @return the batch whose turn it was; empty if it had ended
    Optional<Long> end(Tx tx, String turn) {
        var batch =
                tx.sql()
                        .select(PRINTER_TURN.BATCH_ID)
                        .from(PRINTER_TURN)
                        .where(PRINTER_TURN.TURN.eq(turn))
                        .fetchOptional(PRINTER_TURN.BATCH_ID);
        tx.sql().deleteFrom(PRINTER_TURN).where(PRINTER_TURN.TURN.eq(turn)).execute();
        return batch;
    }

    /// What a run had claimed and not begun.
    void handOver(Tx tx, String from, String to) {
        tx.sql()
                .update(CARD_BATCH_CARD)
                .set(CARD_BATCH_CARD.RUNNER, to)
                .where(CARD_BATCH_CARD.RUNNER.eq(from))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(CARD_JOB)
                                        .where(CARD_JOB.REQUEST.eq(CARD_BATCH_CARD.REQUEST))))
                .execute();
    }
}
