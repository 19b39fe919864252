package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.BatchRun.End;
import app.lodge.personalization.issuing.BatchRun.Machines;
import app.lodge.personalization.issuing.BatchRun.Step;
import app.lodge.personalization.issuing.Lacking;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The site's batches, the cards of one of them, and this workstation's work on it (ID-48).
public final class BatchesViewModel {

    /// Cards listed at once; those that are made make room for the next.
    private static final int SHOWN = 200;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final NewBatch fresh;
    private final BatchLookViewModel look;
    private final MissingViewModel missing;
    private final ObservableList<CardBatch> batches = FXCollections.observableArrayList();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CardBatch> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> word = new SimpleObjectProperty<>();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private Background.@Nullable Running run;

    /// @param name the person's, or their number
    public record Row(BatchCard card, String name) {}

    public BatchesViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.fresh = new NewBatch(session, this::ordered);
        this.look = new BatchLookViewModel(session, station, machines);
        this.missing = new MissingViewModel(session, station);
        chosen.subscribe((before, now) -> {
            if (now != null && (before == null || !before.id().equals(now.id()))) {
                word.set(null);
                readCards();
            }
        });
    }

    public NewBatch fresh() {
        return fresh;
    }

    /// What is known before the chosen batch is printed.
    public BatchLookViewModel look() {
        return look;
    }

    /// Who in the chosen batch lacks what the card shows.
    public MissingViewModel missing() {
        return missing;
    }

    StationViewModel machines() {
        return machines;
    }

    public BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Whether this workstation works on a batch now.
    public BooleanProperty running() {
        return running;
    }

    public ObservableList<CardBatch> batches() {
        return batches;
    }

    public ObjectProperty<@Nullable CardBatch> chosen() {
        return chosen;
    }

    /// The chosen batch's next cards, in the order in which they are made; those that are made follow.
    public ObservableList<Row> rows() {
        return rows;
    }

    /// How the last run ended, or why something cannot be; null while there is nothing to say.
    public ReadOnlyObjectProperty<@Nullable Message> word() {
        return word;
    }

    public boolean mayIssue() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    public void begin() {
        open.set(true);
        refresh();
    }

    public void refresh() {
        session.background()
                .run(
                        "batches.reading",
                        busy,
                        () -> session.doors().cardBatches().list(session.actor()),
                        this::show);
    }

    private void show(List<CardBatch> all) {
        var before = chosen.get();
        batches.setAll(all);
        chosen.set(
                all.stream()
                        .filter(each -> before != null && each.id().equals(before.id()))
                        .findFirst()
                        .orElse(all.isEmpty() ? null : all.getFirst()));
        readCards();
    }

    private void ordered(BatchId id) {
        chosen.set(null);
        session.background()
                .run(
                        "batches.reading",
                        busy,
                        () -> session.doors().cardBatches().list(session.actor()),
                        all -> {
                            batches.setAll(all);
                            choose(id);
                        });
    }

    private void choose(BatchId id) {
        batches.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(chosen::set);
    }

    private void readCards() {
        var batch = chosen.get();
        if (batch == null) {
            rows.clear();
            look.at(null);
            return;
        }
        if (!running.get() && mayIssue()) {
            look.at(batch.id());
        }
        session.background()
                .run(
                        "batches.reading",
                        new SimpleBooleanProperty(),
                        () -> read(batch.id()),
                        found -> {
                            var now = chosen.get();
                            if (now != null && now.id().equals(batch.id())) {
                                rows.setAll(found);
                            }
                        });
    }

    private List<Row> read(BatchId batch) {
        var names = new PersonNames(session);
        var cards = session.doors().cardBatches().cards(session.actor(), batch);
        return cards.stream()
                .sorted((one, other) ->
                        Boolean.compare(one.state() == State.ISSUED, other.state() == State.ISSUED))
                .limit(SHOWN)
                .map(card -> new Row(card, names.of(card.person())))
                .toList();
    }

    /// This workstation's printer and reader make card after card.
    public void run() {
        var batch = chosen.get();
        var reader = machines.chosenReader().get();
        var printer = machines.chosenPrinter().get();
        if (batch == null || running.get()) {
            return;
        }
        if (reader == null || printer == null || reader.takesKeys()) {
            word.set(Message.of(printer == null ? "issue.no-printer" : "issue.no-reader"));
            return;
        }
        word.set(null);
        var at = new Machines(printer.address(), reader.address());
        missing.before(
                () -> waiting(batch.id()).map(BatchCard::person).toList(),
                () -> make(batch, at, List.of()),
                those -> make(batch, at, those));
    }

    private Stream<BatchCard> waiting(BatchId batch) {
        return session.doors().cardBatches().cards(session.actor(), batch).stream()
                .filter(card -> card.state() == State.WAITING);
    }

    /// @param leftOut whose cards are taken out first; a try again puts them back
    private void make(CardBatch batch, Machines at, List<Lacking> leftOut) {
        if (running.get()) {
            return;
        }
        run =
                session.background()
                        .<Step, End>run(
                                "batches.running",
                                running,
                                progress -> {
                                    takeOut(batch.id(), leftOut);
                                    resume(batch);
                                    return station.batch(batch.id(), at, progress);
                                },
                                _ -> refresh(),
                                this::ended);
    }

    private void takeOut(BatchId batch, List<Lacking> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        var those = leftOut.stream().map(Lacking::person).toList();
        waiting(batch)
                .filter(card -> those.contains(card.person()))
                .forEach(card ->
                        session.doors()
                                .cardBatches()
                                .change(
                                        session.actor(),
                                        RequestId.fresh(),
                                        batch,
                                        new Change.TakeOut(card.number())));
    }

    /// Going on is what starting a paused batch means.
    private void resume(CardBatch batch) {
        if (batch.paused()) {
            session.doors()
                    .cardBatches()
                    .change(session.actor(), RequestId.fresh(), batch.id(), new Change.Resume());
        }
    }

    private void ended(End end) {
        var title = Objects.requireNonNull(chosen.get()).title();
        word.set(
                switch (end) {
                    case End.Done _ -> Message.of("batches.done", title);
                    case End.Paused _ -> Message.of("batches.paused", title);
                    case End.Stopped _ -> Message.of("batches.stopped", title);
                    case End.NeedsHand(var fault) ->
                            Message.of("batches.needs-hand", FaultWords.message(fault));
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
                    case End.TooManySpoiled(int cards) -> Message.of("batches.spoiled", cards);
                    case End.BatchUnknown(var id) ->
                            Message.of("batches.unknown", String.valueOf(id.number()));
                });
        refresh();
    }

    /// This workstation finishes the card in hand; other printers go on.
    public void stop() {
        var work = run;
        if (work != null) {
            work.stop();
        }
    }

    public void change(Change change) {
        var batch = chosen.get();
        if (batch == null) {
            return;
        }
        var request = RequestId.fresh();
        session.background()
                .run(
                        "batches.changing",
                        busy,
                        () ->
                                session.doors()
                                        .cardBatches()
                                        .change(session.actor(), request, batch.id(), change),
                        this::changed);
    }

    private void changed(BatchOutcome outcome) {
        word.set(
                switch (outcome) {
                    case BatchOutcome.Done _ -> null;
                    case BatchOutcome.Rejected(var problems) -> Message.of(problems.getFirst());
                });
        refresh();
    }

    /// One place up or down among those that are listed.
    public void move(Row row, boolean up) {
        var at = rows.indexOf(row);
        var beside = up ? at - 1 : at + 2;
        if (at < 0 || beside < 0 || beside > rows.size()) {
            return;
        }
        var before = beside == rows.size() ? 0 : rows.get(beside).card().number();
        change(new Change.Move(row.card().number(), before));
    }
}
