package app.lodge.desktop.watch;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Watch;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.ManyActs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What was found, and what will run out.
public final class AlertsViewModel {

    private static final int SHOWN = 200;

    private final Session session;
    private final ObservableList<Alert> alerts = FXCollections.observableArrayList();
    private final ObservableList<Ahead> ahead = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Alert> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Watch.Message> messages = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ManyActs acts;
    private final Once once = new Once();
    private final ProvisionsViewModel provisions;
    private long wanted;

    public AlertsViewModel(Session session) {
        this.session = session;
        this.acts = new ManyActs(session);
        this.provisions = new ProvisionsViewModel(session, this::refresh);
        chosen.subscribe(this::readMessages);
    }

    public ObservableList<Alert> alerts() {
        return alerts;
    }

    public ObservableList<Ahead> ahead() {
        return ahead;
    }

    public ObjectProperty<@Nullable Alert> chosen() {
        return chosen;
    }

    public ObservableList<Watch.Message> messages() {
        return messages;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public void refresh() {
        session.background()
                .run(
                        "watch.reading",
                        busy,
                        () -> session.doors().watch().alerts(session.actor(), SHOWN),
                        this::show);
        session.background()
                .run(
                        "watch.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().watch().ahead(session.actor()),
                        found -> {
                            if (!ahead.equals(found)) {
                                ahead.setAll(found);
                            }
                        });
    }

    /// @param number of an alert that is shown as soon as it is read
    public void choose(long number) {
        wanted = number;
        refresh();
    }

    private void show(List<Alert> found) {
        var before = chosen.get();
        var number = wanted != 0 ? wanted : before == null ? 0 : before.id();
        wanted = 0;
        if (!alerts.equals(found)) {
            alerts.setAll(found);
        }
        chosen.set(found.stream().filter(one -> one.id() == number).findFirst().orElse(null));
    }

    private void readMessages(@Nullable Alert alert) {
        messages.clear();
        if (alert != null) {
            session.background()
                    .run(
                            "watch.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().watch().messages(session.actor(), alert.id()),
                            messages::setAll);
        }
    }

    public ProvisionsViewModel provisions() {
        return provisions;
    }

    public ManyActs acts() {
        return acts;
    }

    /// @param name what a summary calls one
    public void acknowledge(List<Alert> several, Function<Alert, String> name) {
        if (several.size() > 1) {
            acts.run(
                    new ManyActs.Order<>(
                            "watch.acknowledging",
                            "watch.acknowledged-several",
                            name,
                            this::acknowledge,
                            null),
                    several,
                    this::refresh);
        } else {
            several.stream().filter(Alert::waits).findFirst().ifPresent(this::acknowledgeOne);
        }
    }

    private Optional<Message> acknowledge(Alert alert) {
        if (alert.endedAt() != null) {
            return Optional.of(Message.of("watch.over-already"));
        }
        boolean first =
                alert.waits()
                        && session.doors()
                                .watch()
                                .acknowledge(session.actor(), RequestId.fresh(), alert.id());
        return first ? Optional.empty() : Optional.of(Message.of("watch.acknowledged-before"));
    }

    private void acknowledgeOne(Alert alert) {
        var request = once.request();
        session.background()
                .run(
                        "watch.acknowledging",
                        busy,
                        () ->
                                session.doors()
                                        .watch()
                                        .acknowledge(session.actor(), request, alert.id()),
                        first -> {
                            once.answered();
                            session.notices()
                                    .done(
                                            Message.of(
                                                    first
                                                            ? "watch.acknowledged"
                                                            : "watch.acknowledged-before"));
                            refresh();
                        });
    }

    /// Opens what the subject names, where the desktop has a place for it.
    public void open(String subject) {
        if (subject.startsWith("device:") || subject.startsWith("network:")) {
            session.navigator().open(Destination.DEVICES, subject);
        } else if (subject.startsWith("medium:")) {
            session.navigator().open(Destination.CARD_DESK);
        } else if (subject.startsWith("stock:")) {
            session.navigator().open(Destination.STOCK);
        }
    }
}
