package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockState;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.personalization.issuing.PreparingRun.Batch;
import app.lodge.personalization.issuing.PreparingRun.Blank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock prepare`: blanks of a delivery get the site's keys, one after the other at the reader, are
/// read back and counted; those that do not take them are listed (CHAIN-06, CHAIN-51).
@Command(name = "prepare")
final class PrepareStock extends DoorCommand {

    @Parameters(paramLabel = "DELIVERY", descriptionKey = "stock.delivery")
    String delivery = "";

    @Parameters(paramLabel = "PLACE", descriptionKey = "stock.move.from")
    String place = "";

    @Parameters(paramLabel = "PIECES", descriptionKey = "stock.pieces")
    String pieces = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(names = "--write-off", descriptionKey = "stock.prepare.write-off")
    boolean writeOff;

    PrepareStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var stock = doors.door(Stock.class);
        var batch =
                new Batch(
                        Values.number("DELIVERY", delivery),
                        Values.number("PLACE", place),
                        (int) Math.min(100_000, Values.number("PIECES", pieces)));
        var seen = new Seen();
        int ready =
                IssueCard.machines(session, doors)
                        .prepare(doors.actor(), stock, reader, batch, seen);
        var lines = new ArrayList<String>();
        int spoiled = 0;
        for (var blank : seen.blanks) {
            switch (blank) {
                case Blank.Ready(var uid, boolean before) ->
                        lines.add(
                                session.text(
                                        before ? "cli.stock.ready-before" : "cli.stock.ready",
                                        uid.hex()));
                case Blank.Broken broken -> {
                    boolean gone = writeOff && broken.spoilt() && spoilt(doors, batch, broken);
                    spoiled += gone ? 1 : 0;
                    lines.add(
                            session.text(
                                    gone ? "cli.stock.spoiled" : "cli.stock.not-ready",
                                    broken.uid().map(uid -> uid.hex()).orElse("–"),
                                    FaultWords.of(session.texts(), broken.fault())));
                }
            }
        }
        lines.add(session.text("cli.stock.prepared", ready, batch.pieces(), spoiled));
        Map<String, Object> facts =
                Map.of("ready", ready, "spoiled", spoiled, "blanks", List.copyOf(seen.blanks));
        if (ready == 0
                && seen.blanks.size() == 1
                && seen.blanks.getFirst() instanceof Blank.Broken only) {
            return Answer.refused("cli.card.machine", FaultWords.of(session.texts(), only.fault()));
        }
        return ready == batch.pieces()
                ? new Answer.Done(facts, lines)
                : new Answer.Refused(
                        "cli.stock.prepared",
                        List.of(ready, batch.pieces(), spoiled),
                        facts,
                        lines);
    }

    private static boolean spoilt(Doors doors, Batch batch, Blank.Broken broken) {
        return doors.door(Stock.class)
                        .writeOff(
                                doors.actor(),
                                RequestId.fresh(),
                                WriteOff.one(
                                        batch.delivery(),
                                        batch.place(),
                                        StockState.BLANK,
                                        "",
                                        broken.reason()))
                instanceof MoveOutcome.Moved;
    }

    /// Each blank as it was done.
    private static final class Seen implements Progress<Blank> {

        private final List<Blank> blanks = new ArrayList<>();

        @Override
        public void at(Blank blank) {
            blanks.add(blank);
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
