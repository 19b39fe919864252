package app.lodge.desktop.virtualsite;

import app.lodge.core.books.Problem;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.Crowd.Steer;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.VirtualSite.CrowdOutcome;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A crowd that has lunch: how many, how fast, and how it goes.
public final class CrowdViewModel {

    private final Session session;
    private final StringProperty people = new SimpleStringProperty("1000");
    private final StringProperty minutes = new SimpleStringProperty("60");
    private final StringProperty speed = new SimpleStringProperty("20");
    private final StringProperty seed = new SimpleStringProperty("1");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CrowdPicture> picture = new SimpleObjectProperty<>();
    private final BooleanProperty coming = new SimpleBooleanProperty();
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    CrowdViewModel(Session session) {
        this.session = session;
    }

    public StringProperty people() {
        return people;
    }

    public StringProperty minutes() {
        return minutes;
    }

    public StringProperty speed() {
        return speed;
    }

    public StringProperty seed() {
        return seed;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Null before the first crowd.
    public ReadOnlyObjectProperty<@Nullable CrowdPicture> picture() {
        return picture;
    }

    /// Whether somebody may still come.
    BooleanProperty coming() {
        return coming;
    }

    public void refresh() {
        if (!reading.get()) {
            session.background()
                    .run(
                            "devices.reading",
                            reading,
                            () -> session.doors().virtualSite().crowd(session.actor()),
                            this::take);
        }
    }

    private void take(Optional<CrowdPicture> now) {
        picture.set(now.orElse(null));
        coming.set(now.filter(there -> there.state() != CrowdPicture.State.OVER).isPresent());
    }

    public void send() {
        problems.clear();
        var crowd =
                new Crowd(
                        number("people", people.get(), problems),
                        Duration.ofMinutes(number("minutes", minutes.get(), problems)),
                        number("speed", speed.get(), problems),
                        number("seed", seed.get(), problems));
        if (!problems.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "virtual.acting",
                        busy,
                        () -> session.doors().virtualSite().send(session.actor(), request, crowd),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case CrowdOutcome.Coming _ -> refresh();
                                case CrowdOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    public void steer(Steer steer) {
        session.background()
                .run(
                        "virtual.acting",
                        busy,
                        () -> {
                            var site = session.doors().virtualSite();
                            site.steer(session.actor(), steer);
                            return site.crowd(session.actor());
                        },
                        this::take);
    }

    /// The speed that was typed, for the crowd that is there.
    public void steerSpeed() {
        problems.clear();
        var times = number("speed", speed.get(), problems);
        if (problems.isEmpty()) {
            steer(new Steer.Speed(times));
        }
    }

    /// A whole number from 1; what is none is a problem.
    static int number(String field, String typed, List<Problem> problems) {
        var text = typed.strip();
        if (!text.matches("[1-9][0-9]{0,5}")) {
            problems.add(Problem.of(field, typed, "virtual-site.count", 1, 999_999));
            return 1;
        }
        return Integer.parseInt(text);
    }
}
