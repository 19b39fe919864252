package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchRun.End;
import app.lodge.personalization.issuing.BatchRun.Machines;
import app.lodge.personalization.issuing.BatchRun.Step;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// This workstation's work on its queue: it begins with the first who waits, and again with whoever came
/// while it ended. The printer is never asked by two at once.
final class QueueWork {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final QueueViewModel model;
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private @Nullable CardBatch wanted;

    QueueWork(
            Session session, CardStation station, StationViewModel machines, QueueViewModel model) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.model = model;
        looking.subscribe(busy -> {
            var next = wanted;
            if (!busy && next != null) {
                wanted = null;
                goOn(next);
            }
        });
    }

    boolean running() {
        return machines.queueing().get();
    }

    /// Asks printer and shelf, unless a card is being made.
    void look() {
        var printer = machines.chosenPrinter().get();
        if (!model.on().get() || printer == null || running() || looking.get()) {
            return;
        }
        var now = model.queue().get();
        var id = now == null ? null : now.id();
        session.background()
                .run(
                        "batches.looking",
                        looking,
                        () -> DeskLine.look(station, id, printer.address()),
                        model.line()::heard);
    }

    /// Begins if somebody waits, nothing stands still and no card is being made.
    void goOn(CardBatch queue) {
        boolean waits = queue.count(State.WAITING) + queue.count(State.MAKING) > 0;
        if (!waits || queue.paused() || running()) {
            return;
        }
        if (looking.get()) {
            wanted = queue;
            return;
        }
        var reader = machines.chosenReader().get();
        var printer = machines.chosenPrinter().get();
        if (reader == null || printer == null || reader.takesKeys()) {
            model.say(Message.of(printer == null ? "issue.no-printer" : "issue.no-reader"));
            return;
        }
        var at = new Machines(printer.address(), reader.address());
        session.background()
                .<Told, End>run(
                        "queue.running",
                        machines.queueing(),
                        progress ->
                                station.batch(
                                        queue.id(), at, new Looking(queue.id(), at, progress)),
                        this::heard,
                        this::ended);
    }

    /// A step, and what printer and shelf say after a card.
    private record Told(Step step, Optional<BatchLook> look) {}

    private void heard(Told told) {
        model.known().heard(told.step());
        told.look().ifPresent(model.line()::heard);
        if (told.step() instanceof Step.At) {
            model.draw();
        } else {
            model.refresh();
        }
    }

    private void ended(End end) {
        model.known().over();
        model.say(
                switch (end) {
                    case End.Done _, End.Paused _, End.Stopped _ -> null;
                    case End.NeedsHand(var fault) ->
                            Message.of("queue.needs-hand", FaultWords.message(fault));
                    case End.NotReached(var fault) ->
                            Message.of("batches.not-reached", FaultWords.message(fault));
                    case End.PrinterTaken(var by) ->
                            by == null
                                    ? Message.of("batches.printer-lost")
                                    : Message.of(
                                            "batches.printer-taken",
                                            by.workstation(),
                                            CLOCK.format(by.since().atZone(session.site().zone())),
                                            by.operatorName());
                    case End.TooManySpoiled(int cards) -> Message.of("queue.too-many", cards);
                    case End.BatchUnknown(var id) ->
                            Message.of("batches.unknown", String.valueOf(id.number()));
                });
        model.ended(end instanceof End.Done);
    }

    /// Looks at the printer where the run itself stands between two cards.
    private final class Looking implements Progress<Step> {

        private final BatchId queue;
        private final Machines at;
        private final Progress<Told> progress;

        private Looking(BatchId queue, Machines at, Progress<Told> progress) {
            this.queue = queue;
            this.at = at;
            this.progress = progress;
        }

        @Override
        public void at(Step step) {
            boolean between = step instanceof Step.Ended;
            progress.at(
                    new Told(
                            step,
                            between
                                    ? Optional.of(DeskLine.look(station, queue, at.printer()))
                                    : Optional.empty()));
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }

        @Override
        public Watch onStop(Runnable wake) {
            return progress.onStop(wake);
        }
    }
}
