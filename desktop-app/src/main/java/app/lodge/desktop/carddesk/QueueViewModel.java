package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.desktop.carddesk.QueueRows.Named;
import app.lodge.desktop.people.EnrolPersonViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Queue mode of the card desk: the next person is chosen or entered while the last card is made (ID-01,
/// ID-48). The queue is in the books before anything is begun; a program that dies loses its place in no
/// card, and the next one goes on with the first that has none.
public final class QueueViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Person> person;
    private final OpenJobsViewModel jobs;
    private final DeskLine line;
    private final QueueWork work;
    private final QueueChanges changes;
    private final EnrolPersonViewModel enrolment;
    private final MissingViewModel missing;
    private final QueueRows known = new QueueRows();
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CardBatch> queue = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> word = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Person> served = new SimpleObjectProperty<>();
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private List<Named> cards = List.of();
    private long asked;
    private boolean goesOn;

    /// @param person who stands at the desk; nobody does once they are in the queue
    QueueViewModel(
            Session session,
            CardStation station,
            StationViewModel machines,
            ObjectProperty<@Nullable Person> person,
            OpenJobsViewModel jobs) {
        this.session = session;
        this.person = person;
        this.jobs = jobs;
        this.line = new DeskLine(machines);
        this.work = new QueueWork(session, station, machines, this);
        this.changes = new QueueChanges(session, this, work, jobs);
        this.enrolment = new EnrolPersonViewModel(session, this::queueUp);
        this.missing = new MissingViewModel(session, station);
        machines.chosenPrinter().subscribe(_ -> work.look());
    }

    private record Seen(@Nullable CardBatch queue, List<Named> cards) {}

    /// Whether the desk queues people up instead of waiting for each card.
    public BooleanProperty on() {
        return on;
    }

    public DeskLine line() {
        return line;
    }

    /// The form of somebody new, who stands in the queue once they are enrolled.
    public EnrolPersonViewModel enrolment() {
        return enrolment;
    }

    /// Whether whoever is to stand in it lacks what the card shows.
    public MissingViewModel missing() {
        return missing;
    }

    /// Null before anybody stood in it.
    public ReadOnlyObjectProperty<@Nullable CardBatch> queue() {
        return queue;
    }

    /// What needs a hand first, then what is in the making, what waits, and what was done last.
    public ObservableList<QueueRow> rows() {
        return rows;
    }

    /// What the clerk does with the cards in it.
    public QueueChanges changes() {
        return changes;
    }

    /// Why nothing moves, or what cannot be; null while there is nothing to say.
    public ReadOnlyObjectProperty<@Nullable Message> word() {
        return word;
    }

    /// That cards wait while the desk shows something else; null while none do, or the queue is in sight.
    public ObservableValue<@Nullable Message> leftOver() {
        return Bindings.createObjectBinding(
                () -> {
                    var now = queue.get();
                    long open =
                            now == null
                                    ? 0
                                    : Arrays.stream(State.values())
                                            .filter(State::open)
                                            .mapToInt(now::count)
                                            .sum();
                    return open == 0 || on.get() ? null : Message.of("queue.left-over", open);
                },
                queue,
                on);
    }

    /// Who came into the queue last.
    public ReadOnlyObjectProperty<@Nullable Person> served() {
        return served;
    }

    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return person;
    }

    /// Switches the mode; a queue that is worked on stays in sight.
    public void toggle() {
        if (on.get() && work.running()) {
            say(Message.of("queue.runs"));
            return;
        }
        say(null);
        on.set(!on.get());
        refresh();
        work.look();
    }

    public void enrol() {
        enrolment.beginNew();
    }

    /// Puts whoever stands at the desk at the end of the queue.
    public void queueUp() {
        var whose = person.get();
        if (whose == null) {
            say(Message.of("queue.choose"));
        } else {
            queueUp(whose);
        }
    }

    private void queueUp(Person whose) {
        missing.before(() -> List.of(whose.id()), () -> stand(whose), null);
    }

    private void stand(Person whose) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "queue.queueing",
                        busy,
                        () ->
                                session.doors()
                                        .cardBatches()
                                        .queueUp(session.actor(), request, whose.id()),
                        outcome -> queued(whose, outcome));
    }

    private void queued(Person whose, BatchOutcome outcome) {
        switch (outcome) {
            case BatchOutcome.Done(var batch) -> {
                if (!batch.paused()) {
                    say(null);
                }
                served.set(whose);
                if (whose.equals(person.get())) {
                    person.set(null);
                }
                queue.set(batch);
                refresh();
                work.goOn(batch);
            }
            case BatchOutcome.Rejected(var problems) -> {
                person.set(whose);
                say(Message.of(problems.getFirst()));
            }
        }
    }

    void now(CardBatch batch) {
        queue.set(batch);
    }

    void say(@Nullable Message message) {
        word.set(message);
    }

    QueueRows known() {
        return known;
    }

    /// Reads the queue; of two readings the one asked last counts.
    public void refresh() {
        var ticket = ++asked;
        session.background()
                .run(
                        "queue.reading",
                        new SimpleBooleanProperty(),
                        this::read,
                        seen -> {
                            if (ticket == asked) {
                                show(seen);
                            }
                        });
    }

    private void show(Seen seen) {
        cards = seen.cards();
        queue.set(seen.queue());
        draw();
        var now = seen.queue();
        if (goesOn && now != null) {
            goesOn = false;
            work.goOn(now);
        }
    }

    /// A run is over. Whoever came while it ended is served by the next.
    void ended(boolean servedAll) {
        goesOn = servedAll;
        jobs.refresh();
        refresh();
        work.look();
    }

    /// Something became of a batch or a card, perhaps elsewhere.
    void changed() {
        if (queue.get() != null && !work.running()) {
            refresh();
        }
    }

    private Seen read() {
        var batches = session.doors().cardBatches();
        var found = batches.queue(session.actor()).orElse(null);
        if (found == null) {
            return new Seen(null, List.of());
        }
        var names = new PersonNames(session);
        var listed = QueueRows.listed(batches.cards(session.actor(), found.id()));
        return new Seen(
                found,
                listed.stream().map(card -> new Named(card, names.of(card.person()))).toList());
    }

    void draw() {
        var now = queue.get();
        var fresh = now == null ? List.<QueueRow>of() : known.of(now, cards);
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
    }
}
