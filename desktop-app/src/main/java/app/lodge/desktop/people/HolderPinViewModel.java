package app.lodge.desktop.people;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.core.pins.HolderPins.RemoveOutcome;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.SetOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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

/// Somebody's PIN for locker terminals, typed twice by whoever it belongs to (LOCK-29). It is never shown.
public final class HolderPinViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> stands = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> form = new SimpleObjectProperty<>();
    private final BooleanProperty has = new SimpleBooleanProperty();
    private final Once onceSet = new Once();
    private final Once onceRemoved = new Once();
    private @Nullable Person person;

    private record Standing(Optional<Instant> since, Rules rules) {}

    HolderPinViewModel(Session session) {
        this.session = session;
        pin.subscribe((_, typed) -> {
            if (!typed.isEmpty()) {
                problems.clear();
                onceSet.answered();
            }
        });
    }

    public boolean allowed() {
        return session.actor().may(Permission.ISSUE_CARDS)
                && session.actor().may(Permission.SEE_MEDIA);
    }

    /// While the sheet is shown; whatever was typed goes with it.
    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty pin() {
        return pin;
    }

    public StringProperty repeated() {
        return repeated;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Since when there is one, or that there is none.
    public ReadOnlyObjectProperty<@Nullable Message> stands() {
        return stands;
    }

    /// What a PIN must be.
    public ReadOnlyObjectProperty<@Nullable Message> form() {
        return form;
    }

    public BooleanProperty has() {
        return has;
    }

    /// Name of whoever it is about.
    public String name() {
        var of = person;
        return of == null ? "" : of.details().fullName();
    }

    void begin(Person of) {
        person = of;
        forget();
        stands.set(null);
        has.set(false);
        open.set(true);
        session.background()
                .run(
                        "holder-pin.reading",
                        busy,
                        () ->
                                new Standing(
                                        session.doors()
                                                .holderPins()
                                                .setAt(session.actor(), of.id()),
                                        session.doors().holderPins().rules(session.actor())),
                        this::show);
    }

    private void show(Standing now) {
        has.set(now.since().isPresent());
        stands.set(
                now.since()
                        .map(at ->
                                Message.of(
                                        "holder-pin.since",
                                        LocalDate.ofInstant(at, session.site().zone())))
                        .orElseGet(() -> Message.of("holder-pin.none")));
        form.set(
                Message.of(
                        now.rules().refuseTrivial()
                                ? "holder-pin.form-no-trivial"
                                : "holder-pin.form",
                        now.rules().shortest(),
                        now.rules().longest()));
    }

    private void forget() {
        problems.clear();
        pin.set("");
        repeated.set("");
    }

    public void set() {
        var of = person;
        problems.clear();
        if (of == null) {
            return;
        }
        if (!pin.get().equals(repeated.get())) {
            problems.setAll(List.of(Problem.of("repeated", "", "own-access.pins-differ")));
            return;
        }
        var typed = pin.get().toCharArray();
        pin.set("");
        repeated.set("");
        var request = onceSet.request();
        session.background()
                .run(
                        "holder-pin.setting",
                        busy,
                        () -> {
                            try {
                                return session.doors()
                                        .holderPins()
                                        .set(session.actor(), request, of.id(), typed);
                            } finally {
                                Arrays.fill(typed, ' ');
                            }
                        },
                        this::answered);
    }

    private void answered(SetOutcome outcome) {
        onceSet.answered();
        switch (outcome) {
            case SetOutcome.Set _ -> {
                open.set(false);
                session.notices().done(Message.of("holder-pin.done", name()));
            }
            case SetOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void remove() {
        var of = person;
        if (of == null) {
            return;
        }
        forget();
        var request = onceRemoved.request();
        session.background()
                .run(
                        "holder-pin.setting",
                        busy,
                        () ->
                                session.doors()
                                        .holderPins()
                                        .remove(session.actor(), request, of.id()),
                        this::removed);
    }

    private void removed(RemoveOutcome outcome) {
        onceRemoved.answered();
        open.set(false);
        session.notices()
                .done(
                        switch (outcome) {
                            case RemoveOutcome.Removed _ -> Message.of("holder-pin.gone", name());
                            case RemoveOutcome.NoPin _ -> Message.of("holder-pin.none");
                        });
    }
}
