package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.RulesOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How long holders' PINs for locker terminals are, and whether trivial ones are refused (LOCK-29).
public final class PinRulesViewModel {

    private final Session session;
    private final StringProperty shortest = new SimpleStringProperty("");
    private final StringProperty longest = new SimpleStringProperty("");
    private final BooleanProperty refuseTrivial = new SimpleBooleanProperty();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public PinRulesViewModel(Session session) {
        this.session = session;
        for (var typed : List.of(shortest, longest)) {
            typed.subscribe((_, _) -> {
                problems.clear();
                once.answered();
            });
        }
        refuseTrivial.subscribe((_, _) -> once.answered());
    }

    /// Digits.
    public StringProperty shortest() {
        return shortest;
    }

    public StringProperty longest() {
        return longest;
    }

    public BooleanProperty refuseTrivial() {
        return refuseTrivial;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS)
                && session.actor().may(Permission.SEE_MEDIA);
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "pin-rules.reading",
                            busy,
                            () -> session.doors().holderPins().rules(session.actor()),
                            this::show);
        }
    }

    private void show(Rules now) {
        shortest.set(String.valueOf(now.shortest()));
        longest.set(String.valueOf(now.longest()));
        refuseTrivial.set(now.refuseTrivial());
    }

    public void save() {
        problems.clear();
        var wanted = new Rules(digits(shortest), digits(longest), refuseTrivial.get());
        var request = once.request();
        session.background()
                .run(
                        "pin-rules.saving",
                        busy,
                        () ->
                                session.doors()
                                        .holderPins()
                                        .changeRules(session.actor(), request, wanted),
                        this::saved);
    }

    /// What is no number of digits is refused as 0 is.
    private static int digits(StringProperty typed) {
        var text = typed.get().strip();
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private void saved(RulesOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RulesOutcome.Changed(var now) -> {
                show(now);
                session.notices().done(Message.of("pin-rules.saved"));
            }
            case RulesOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
