package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.people.PhotoSource;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which photographs somebody has to approve, how large they must be, and what happens where one is
/// missing (ID-11).
public final class PhotoRulesViewModel {

    private final Session session;
    private final Map<PhotoSource, BooleanProperty> atOnce = new EnumMap<>(PhotoSource.class);
    private final StringProperty leastWidth = new SimpleStringProperty("");
    private final ObjectProperty<WhereMissing> whereMissing =
            new SimpleObjectProperty<>(WhereMissing.PRINT);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public PhotoRulesViewModel(Session session) {
        this.session = session;
        for (var source : PhotoSource.values()) {
            var approved = new SimpleBooleanProperty();
            approved.subscribe((_, _) -> once.answered());
            atOnce.put(source, approved);
        }
        leastWidth.subscribe((_, _) -> {
            problems.clear();
            once.answered();
        });
        whereMissing.subscribe((_, _) -> once.answered());
    }

    /// Whether what comes this way is approved as it is kept.
    public BooleanProperty atOnce(PhotoSource source) {
        return Objects.requireNonNull(atOnce.get(source));
    }

    /// Pixels; 0 for any.
    public StringProperty leastWidth() {
        return leastWidth;
    }

    public ObjectProperty<WhereMissing> whereMissing() {
        return whereMissing;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS)
                && session.actor().may(Permission.SEE_PEOPLE);
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "photo-rules.reading",
                            busy,
                            () -> session.doors().portraits().rules(session.actor()),
                            this::show);
        }
    }

    private void show(PhotoRules now) {
        atOnce.forEach((source, approved) -> approved.set(now.atOnce().contains(source)));
        leastWidth.set(String.valueOf(now.leastWidth()));
        whereMissing.set(now.whereMissing());
    }

    public void save() {
        var typed = leastWidth.get().strip();
        int width = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        problems.clear();
        if (width < 0 || width > PhotoRules.MOST_LEAST_WIDTH) {
            problems.add(
                    Problem.of(
                            "leastWidth",
                            typed,
                            "photo-rules.no-width",
                            PhotoRules.MOST_LEAST_WIDTH));
            return;
        }
        var sources =
                atOnce.entrySet().stream()
                        .filter(entry -> entry.getValue().get())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        var wanted = new PhotoRules(sources, width, whereMissing.get());
        var request = once.request();
        session.background()
                .run(
                        "photo-rules.saving",
                        busy,
                        () ->
                                session.doors()
                                        .portraits()
                                        .changeRules(session.actor(), request, wanted),
                        this::saved);
    }

    private void saved(PhotoRules now) {
        once.answered();
        show(now);
        session.notices().done(Message.of("photo-rules.saved"));
    }
}
