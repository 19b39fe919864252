package app.lodge.desktop.privacy;

import app.lodge.core.books.Problem;
import app.lodge.core.privacy.DataClass;
import app.lodge.core.privacy.Privacy.RetentionOutcome;
import app.lodge.core.privacy.Privacy.RetentionPreview;
import app.lodge.core.privacy.RetentionClass;
import app.lodge.core.privacy.RetentionClass.Ground;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// How long which data is kept: chosen from the list, changed, and only kept after the preview has told
/// what the change would delete and when (ID-57).
public final class RetentionViewModel {

    private final Session session;
    private final ObservableList<RetentionClass> classes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RetentionClass> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Ground> ground = new SimpleObjectProperty<>(Ground.CONTRACT);
    private final StringProperty years = new SimpleStringProperty("");
    private final BooleanProperty keepsPerson = new SimpleBooleanProperty();
    private final ObjectProperty<WhenDue> whenDue = new SimpleObjectProperty<>(WhenDue.PROPOSE);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RetentionPreview> preview = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    RetentionViewModel(Session session) {
        this.session = session;
        chosen.subscribe(this::fill);
        List.<ObservableValue<?>>of(ground, years, keepsPerson, whenDue)
                .forEach(field -> field.subscribe((_, _) -> edited()));
    }

    public ObservableList<RetentionClass> classes() {
        return classes;
    }

    /// The class that is edited; null for none.
    public ObjectProperty<@Nullable RetentionClass> chosen() {
        return chosen;
    }

    ObjectProperty<Ground> ground() {
        return ground;
    }

    public StringProperty years() {
        return years;
    }

    public BooleanProperty keepsPerson() {
        return keepsPerson;
    }

    public ObjectProperty<WhenDue> whenDue() {
        return whenDue;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Null until it was asked for what is filled in now.
    public ReadOnlyObjectProperty<@Nullable RetentionPreview> preview() {
        return preview;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Whether the chosen class is that of people: only for them something follows by itself.
    boolean ofPeople() {
        var one = chosen.get();
        return one != null && one.data() == DataClass.PERSON;
    }

    void begin() {
        chosen.set(null);
        read();
    }

    private void read() {
        session.background()
                .run(
                        "privacy.reading",
                        busy,
                        () -> session.doors().privacy().retention(session.actor()),
                        found -> {
                            var kept = chosen.get();
                            classes.setAll(found);
                            chosen.set(
                                    kept == null
                                            ? null
                                            : found.stream()
                                                    .filter(one -> one.data() == kept.data())
                                                    .findFirst()
                                                    .orElse(null));
                        });
    }

    private void fill(@Nullable RetentionClass one) {
        if (one != null) {
            ground.set(one.ground());
            years.set(String.valueOf(one.years()));
            keepsPerson.set(one.keepsPerson());
            whenDue.set(one.whenDue());
        }
        edited();
    }

    private void edited() {
        problems.clear();
        preview.set(null);
        once.answered();
    }

    private Optional<RetentionClass> wanted() {
        var one = chosen.get();
        if (one == null) {
            return Optional.empty();
        }
        var typed = years.get().strip();
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) > 100) {
            problems.setAll(List.of(Problem.of("years", typed, "settings.range", 0, 100)));
            return Optional.empty();
        }
        return Optional.of(
                new RetentionClass(
                        one.data(),
                        ground.get(),
                        Integer.parseInt(typed),
                        keepsPerson.get(),
                        whenDue.get()));
    }

    /// Asks what the change would delete and when; changes nothing.
    public void look() {
        wanted().ifPresent(wanted ->
                session.background()
                        .run(
                                "privacy.reading",
                                busy,
                                () ->
                                        session.doors()
                                                .privacy()
                                                .previewRetention(session.actor(), wanted),
                                preview::set));
    }

    /// Keeps the change that was looked at.
    public void change() {
        if (preview.get() == null) {
            look();
            return;
        }
        wanted().ifPresent(wanted -> {
            var request = once.request();
            session.background()
                    .run(
                            "privacy.saving-retention",
                            busy,
                            () ->
                                    session.doors()
                                            .privacy()
                                            .changeRetention(session.actor(), request, wanted),
                            this::answered);
        });
    }

    private void answered(RetentionOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RetentionOutcome.Changed _ -> {
                preview.set(null);
                session.notices().done(Message.of("privacy.retention-changed"));
                read();
            }
            case RetentionOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
