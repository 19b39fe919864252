package app.lodge.desktop.privacy;

import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.desktop.shell.Message;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The erasure of a person, once their ID was typed (ID-57).
public final class ErasePersonViewModel {

    private final PersonAtHand hand;
    private final Runnable erased;
    private final Runnable refused;
    private final ObjectProperty<@Nullable Certificate> certificate = new SimpleObjectProperty<>();

    final ObjectProperty<ErasureGround> ground =
            new SimpleObjectProperty<>(ErasureGround.ASKED_BY_PERSON);
    final StringProperty reference = new SimpleStringProperty("");
    final StringProperty typed = new SimpleStringProperty("");

    /// @param refused called when something speaks against it that was not known before
    ErasePersonViewModel(PersonAtHand hand, Runnable erased, Runnable refused) {
        this.hand = hand;
        this.erased = erased;
        this.refused = refused;
    }

    /// Null until the person is erased.
    public ReadOnlyObjectProperty<@Nullable Certificate> certificate() {
        return certificate;
    }

    void begin() {
        certificate.set(null);
        typed.set("");
        reference.set("");
    }

    /// Erases if the person's ID was typed.
    public void erase() {
        var chosen = hand.person().get();
        if (chosen == null) {
            return;
        }
        hand.clear();
        var id = "%07d".formatted(chosen.id().number());
        var given = typed.get().strip();
        if (!given.equals(id) && !given.equals(Long.toString(chosen.id().number()))) {
            hand.refusal().set(Message.of("privacy.typed-wrong", given, id));
            return;
        }
        var request = hand.once().request();
        var why = ground.get();
        var about = reference.get().strip();
        var session = hand.session();
        hand.run(
                "privacy.erasing",
                () ->
                        session.doors()
                                .privacy()
                                .erase(session.actor(), request, chosen.id(), why, about),
                this::answered);
    }

    private void answered(EraseOutcome outcome) {
        switch (outcome) {
            case EraseOutcome.Erased(var done) -> {
                hand.once().answered();
                certificate.set(done);
                erased.run();
            }
            case EraseOutcome.Refused _ -> {
                hand.once().answered();
                refused.run();
            }
            case EraseOutcome.KeysStillThere(_, var file) ->
                    hand.refusal()
                            .set(
                                    Message.of(
                                            "privacy.keys-still-there",
                                            file)); // the same request again
            case EraseOutcome.Rejected(var wrong) -> {
                hand.once().answered();
                hand.refusal().set(Message.of(wrong.getFirst()));
            }
        }
    }
}
