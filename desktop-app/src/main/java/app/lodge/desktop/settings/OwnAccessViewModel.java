package app.lodge.desktop.settings;

import app.lodge.core.books.Problem;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCards.PinOutcome;
import app.lodge.core.operators.Operators.AddOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
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

/// The password and the card's PIN of whoever is signed in.
public final class OwnAccessViewModel {

    private final Session session;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty present = new SimpleStringProperty("");
    private final StringProperty next = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final StringProperty presentPin = new SimpleStringProperty("");
    private final StringProperty nextPin = new SimpleStringProperty("");
    private final StringProperty repeatedPin = new SimpleStringProperty("");
    private final ObservableList<Problem> pinProblems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable OperatorCard> card = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once oncePassword = new Once();
    private final Once oncePin = new Once();

    public OwnAccessViewModel(Session session) {
        this.session = session;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty present() {
        return present;
    }

    public StringProperty next() {
        return next;
    }

    public StringProperty repeated() {
        return repeated;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public StringProperty presentPin() {
        return presentPin;
    }

    public StringProperty nextPin() {
        return nextPin;
    }

    public StringProperty repeatedPin() {
        return repeatedPin;
    }

    public ObservableList<Problem> pinProblems() {
        return pinProblems;
    }

    /// The newest card that is good; null for somebody without one.
    public ReadOnlyObjectProperty<@Nullable OperatorCard> card() {
        return card;
    }

    /// Why the PIN was not changed.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public void refresh() {
        session.background()
                .run(
                        "own-access.reading",
                        new SimpleBooleanProperty(),
                        () ->
                                session.doors().operatorCards().own(session.actor()).stream()
                                        .filter(one -> one.state() == OperatorCard.State.ACTIVE)
                                        .findFirst(),
                        found -> card.set(found.orElse(null)));
    }

    public void changePassword() {
        problems.clear();
        if (!next.get().equals(repeated.get())) {
            problems.setAll(List.of(Problem.of("repeated", "", "operators.not-the-same")));
            return;
        }
        var before = taken(present);
        var after = taken(next);
        repeated.set("");
        var request = oncePassword.request();
        session.background()
                .run(
                        "own-access.changing",
                        busy,
                        () -> {
                            try {
                                return session.doors()
                                        .operators()
                                        .changeOwnPassword(session.actor(), request, before, after);
                            } finally {
                                Arrays.fill(before, ' ');
                                Arrays.fill(after, ' ');
                            }
                        },
                        this::passwordAnswered);
    }

    private void passwordAnswered(AddOutcome outcome) {
        oncePassword.answered();
        switch (outcome) {
            case AddOutcome.Done _ ->
                    session.notices().done(Message.of("own-access.password-changed"));
            case AddOutcome.Rejected(var found) ->
                    problems.setAll(
                            found.stream()
                                    .map(one ->
                                            one.field().equals("password")
                                                    ? new Problem(
                                                            "next",
                                                            one.value(),
                                                            one.key(),
                                                            one.arguments())
                                                    : one)
                                    .toList());
        }
    }

    public void changePin() {
        var mine = card.get();
        pinProblems.clear();
        refusal.set(null);
        if (mine == null) {
            return;
        }
        if (!nextPin.get().equals(repeatedPin.get())) {
            pinProblems.setAll(List.of(Problem.of("repeated", "", "own-access.pins-differ")));
            return;
        }
        var before = taken(presentPin);
        var after = taken(nextPin);
        repeatedPin.set("");
        var request = oncePin.request();
        session.background()
                .run(
                        "own-access.changing",
                        busy,
                        () -> {
                            try {
                                return session.doors()
                                        .operatorCards()
                                        .changePin(
                                                session.actor(),
                                                request,
                                                mine.number(),
                                                before,
                                                after);
                            } finally {
                                Arrays.fill(before, ' ');
                                Arrays.fill(after, ' ');
                            }
                        },
                        this::pinAnswered);
    }

    private void pinAnswered(PinOutcome outcome) {
        oncePin.answered();
        switch (outcome) {
            case PinOutcome.Changed _ ->
                    session.notices().done(Message.of("own-access.pin-changed"));
            case PinOutcome.WrongPin(var left) ->
                    refusal.set(Message.of("operator-card.wrong-pin", left));
            case PinOutcome.Locked _ -> {
                refusal.set(Message.of("operator-card.locked"));
                refresh();
            }
            case PinOutcome.NotYours _ -> refresh();
            case PinOutcome.Rejected(var found) -> pinProblems.setAll(found);
        }
    }

    private static char[] taken(StringProperty field) {
        var typed = field.get().toCharArray();
        field.set("");
        return typed;
    }
}
