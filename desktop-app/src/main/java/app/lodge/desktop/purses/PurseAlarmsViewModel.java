package app.lodge.desktop.purses;

import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.purse.Purses.Alarm;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Purses whose records contradict each other, with what to do about each (CHAIN-43, CHAIN-46).
public final class PurseAlarmsViewModel {

    private final Session session;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    /// @param medium empty if this operator may not see it
    public record Row(Alarm alarm, Optional<Medium> medium) {

        /// As printed on the card.
        public String card() {
            return medium.map(Medium::number).orElse(String.valueOf(alarm.medium().number()));
        }

        public boolean waits() {
            return alarm.settledAt() == null;
        }
    }

    public PurseAlarmsViewModel(Session session) {
        this.session = session;
    }

    /// Those that wait first, then those that were looked into, the newest first.
    public ObservableList<Row> rows() {
        return rows;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean maySettle() {
        return session.actor().may(Permission.MANAGE_PURSES);
    }

    public void begin() {
        open.set(true);
        refresh();
    }

    public void refresh() {
        session.background().run("purse-alarms.reading", busy, this::read, rows::setAll);
    }

    private List<Row> read() {
        var media = session.doors().media();
        return session.doors().purses().alarms(session.actor()).stream()
                .map(alarm -> new Row(alarm, media.find(session.actor(), alarm.medium())))
                .sorted((one, other) -> Boolean.compare(other.waits(), one.waits()))
                .toList();
    }

    /// Somebody has looked into it, after a question: the purse takes loads at that moment, and money that is on
    /// a card does not come back by an undo.
    public void settle(Row row) {
        session.dialogs()
                .confirm(
                        Message.of("purse-alarms.settle-title", row.card()),
                        Message.of("purse-alarms.settle-body"),
                        "purse-alarms.settle-action",
                        () -> settled(row));
    }

    private void settled(Row row) {
        var request = once.request();
        session.background()
                .run(
                        "purse-alarms.settling",
                        busy,
                        () ->
                                session.doors()
                                        .purses()
                                        .settle(session.actor(), request, row.alarm().number()),
                        done -> {
                            once.answered();
                            session.notices()
                                    .done(
                                            Message.of(
                                                    done
                                                            ? "purse-alarms.settled"
                                                            : "purse-alarms.was-settled",
                                                    row.card()));
                            refresh();
                        });
    }

    /// The card's holder at the card desk, where it is blocked and replaced.
    public void openHolder(Row row) {
        row.medium()
                .ifPresent(medium -> {
                    open.set(false);
                    session.navigator()
                            .open(Destination.CARD_DESK, "medium:" + medium.id().number());
                });
    }
}
