package app.lodge.desktop.privacy;

import app.lodge.core.books.Problem;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.LegalHold;
import app.lodge.core.privacy.Privacy.HoldOutcome;
import app.lodge.desktop.shell.Message;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Setting and lifting a person's legal hold (ID-57).
public final class HoldViewModel {

    private final PersonAtHand hand;
    private final Runnable changed;

    final ObjectProperty<HoldGround> ground = new SimpleObjectProperty<>(HoldGround.COURT);
    final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    final StringProperty reference = new SimpleStringProperty("");

    /// @param changed called when holds may be others now
    HoldViewModel(PersonAtHand hand, Runnable changed) {
        this.hand = hand;
        this.changed = changed;
    }

    void begin() {
        var session = hand.session();
        reference.set("");
        until.set(
                LocalDate.ofInstant(session.clock().instant(), session.site().zone()).plusYears(1));
    }

    public void set() {
        var chosen = hand.person().get();
        if (chosen == null) {
            return;
        }
        hand.clear();
        var last = until.get();
        if (last == null) {
            hand.problems().add(Problem.of("hold-until", "", "privacy.date-missing"));
            return;
        }
        var request = hand.once().request();
        var why = ground.get();
        var about = reference.get().strip();
        var session = hand.session();
        hand.run(
                "privacy.holding",
                () ->
                        session.doors()
                                .privacy()
                                .hold(session.actor(), request, chosen.id(), why, last, about),
                this::answered);
    }

    public void release(LegalHold hold) {
        hand.clear();
        var request = hand.once().request();
        var session = hand.session();
        hand.run(
                "privacy.holding",
                () -> session.doors().privacy().release(session.actor(), request, hold.number()),
                this::answered);
    }

    private void answered(HoldOutcome outcome) {
        hand.once().answered();
        var notices = hand.session().notices();
        switch (outcome) {
            case HoldOutcome.Held(var hold) ->
                    notices.done(Message.of("privacy.held", hold.until().toString()));
            case HoldOutcome.Released _ -> notices.done(Message.of("privacy.released"));
            case HoldOutcome.Rejected(var wrong) ->
                    hand.refusal().set(Message.of(wrong.getFirst()));
        }
        changed.run();
    }
}
