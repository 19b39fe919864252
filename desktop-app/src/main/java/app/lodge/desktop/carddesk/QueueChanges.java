package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.desktop.carddesk.QueueRow.Standing;
import app.lodge.desktop.shell.ManyActs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the clerk does with the queue's cards. Each is meant for the selected card, or where that does not
/// fit, for the first that needs a hand.
public final class QueueChanges {

    private final Session session;
    private final QueueViewModel model;
    private final QueueWork work;
    private final OpenJobsViewModel jobs;
    private final ManyActs acts;
    private final ObjectProperty<@Nullable QueueRow> selected = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    QueueChanges(Session session, QueueViewModel model, QueueWork work, OpenJobsViewModel jobs) {
        this.session = session;
        this.model = model;
        this.work = work;
        this.jobs = jobs;
        this.acts = new ManyActs(session);
    }

    public ManyActs acts() {
        return acts;
    }

    public ObjectProperty<@Nullable QueueRow> selected() {
        return selected;
    }

    /// Once more with a card that failed: the selected one, or the first that needs it. What stands still
    /// goes on.
    ///
    /// @param several all that are selected
    public void again(List<QueueRow> several) {
        Predicate<QueueRow> fits = row -> row.card().state().canBeTriedAgain();
        if (several.size() > 1) {
            each(
                    several,
                    fits,
                    "queue.again-done",
                    "queue.again-no",
                    Change.TryAgain::new,
                    () -> change(paused() ? List.of(new Change.Resume()) : List.of()));
            return;
        }
        var failed = chosen(fits);
        if (failed == null) {
            goOn();
        } else {
            var again = new Change.TryAgain(failed.card().number());
            change(paused() ? List.of(again, new Change.Resume()) : List.of(again));
        }
    }

    private void each(
            List<QueueRow> several,
            Predicate<QueueRow> fits,
            String doneKey,
            String noKey,
            IntFunction<Change> change,
            Runnable then) {
        var now = model.queue().get();
        if (now != null) {
            acts.run(
                    new ManyActs.Order<>(
                            "queue.changing",
                            doneKey,
                            QueueRow::name,
                            row ->
                                    fits.test(row)
                                            ? refusal(now, change.apply(row.card().number()))
                                            : Optional.of(Message.of(noKey)),
                            null),
                    several,
                    then);
        }
    }

    private Optional<Message> refusal(CardBatch at, Change change) {
        return switch (changed(at, List.of(change))) {
            case BatchOutcome.Done _ -> Optional.empty();
            case BatchOutcome.Rejected(var problems) ->
                    Optional.of(Message.of(problems.getFirst()));
        };
    }

    private boolean paused() {
        var now = model.queue().get();
        return now != null && now.paused();
    }

    private void goOn() {
        if (paused()) {
            change(List.of(new Change.Resume()));
        } else if (!work.running()) {
            change(List.of());
        }
    }

    /// No further card is begun, or the queue goes on.
    public void pause() {
        if (work.running() && !paused()) {
            change(List.of(new Change.Pause()));
        } else {
            goOn();
        }
    }

    /// Out of the queue: the selected cards, or the first that failed.
    ///
    /// @param several all that are selected
    public void takeOut(List<QueueRow> several) {
        if (several.size() > 1) {
            each(
                    several,
                    QueueRow::mayGo,
                    "queue.taken-out",
                    "queue.take-out-no",
                    Change.TakeOut::new,
                    () -> change(List.of()));
            return;
        }
        var row = chosen(QueueRow::mayGo);
        if (row != null) {
            change(List.of(new Change.TakeOut(row.card().number())));
        }
    }

    /// One place up or down among those that wait.
    public void move(boolean up) {
        var row = selected.get();
        var waiting =
                model.rows().stream().filter(each -> each.card().state() == State.WAITING).toList();
        int at = row == null ? -1 : numbers(waiting).indexOf(row.card().number());
        int beside = up ? at - 1 : at + 2;
        if (row == null || at < 0 || beside < 0 || beside > waiting.size()) {
            return;
        }
        int before = beside == waiting.size() ? 0 : waiting.get(beside).card().number();
        change(List.of(new Change.Move(row.card().number(), before)));
    }

    private static List<Integer> numbers(List<QueueRow> rows) {
        return rows.stream().map(row -> row.card().number()).toList();
    }

    /// The clerk's word on the selected card, or on the first of which nobody else can tell.
    public void resolve(Resolution resolution) {
        var row = chosen(QueueRow::unsettled);
        if (row == null) {
            return;
        }
        jobs.jobs().stream()
                .filter(broken -> broken.job().id().equals(row.card().job()))
                .filter(broken -> broken.possible().contains(resolution))
                .findFirst()
                .ifPresent(broken -> jobs.resolve(broken.job(), resolution));
    }

    private @Nullable QueueRow chosen(Predicate<QueueRow> fits) {
        var row = selected.get();
        if (row != null && fits.test(row)) {
            return row;
        }
        return model.rows().stream()
                .filter(each -> each.standing() == Standing.NEEDS_HAND && fits.test(each))
                .findFirst()
                .orElse(null);
    }

    /// One after the other; a refused one is the last.
    private void change(List<Change> wanted) {
        var now = model.queue().get();
        if (now == null) {
            return;
        }
        session.background().run("queue.changing", busy, () -> changed(now, wanted), this::changed);
    }

    private void changed(BatchOutcome outcome) {
        model.refresh();
        switch (outcome) {
            case BatchOutcome.Done(var batch) -> {
                model.say(null);
                model.now(batch);
                work.goOn(batch);
            }
            case BatchOutcome.Rejected(var problems) -> model.say(Message.of(problems.getFirst()));
        }
    }

    private BatchOutcome changed(CardBatch at, List<Change> wanted) {
        BatchOutcome last = new BatchOutcome.Done(at);
        for (var change : wanted) {
            if (last instanceof BatchOutcome.Done) {
                last =
                        session.doors()
                                .cardBatches()
                                .change(session.actor(), RequestId.fresh(), at.id(), change);
            }
        }
        return last;
    }
}
