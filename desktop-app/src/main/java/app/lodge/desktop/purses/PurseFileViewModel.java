package app.lodge.desktop.purses;

import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.purse.Purses.RevokeOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A card's purse as the books have it, the card being elsewhere; and revoking it (CHAIN-32, CHAIN-46).
public final class PurseFileViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Medium> medium = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Purse> purse = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private final Once once = new Once();

    public PurseFileViewModel(Session session) {
        this.session = session;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Whose purse it is.
    public ReadOnlyObjectProperty<@Nullable Medium> medium() {
        return medium;
    }

    /// Null until the books answered.
    public ReadOnlyObjectProperty<@Nullable Purse> purse() {
        return purse;
    }

    /// What came of it.
    public ReadOnlyObjectProperty<@Nullable Message> said() {
        return said;
    }

    public boolean mayRevoke(@Nullable Purse now) {
        return now != null
                && now.state() == Purses.State.ACTIVE
                && session.actor().may(Permission.MANAGE_PURSES);
    }

    public void begin(Medium card) {
        medium.set(card);
        purse.set(null);
        said.set(null);
        once.answered();
        open.set(true);
        refresh();
    }

    public void refresh() {
        var card = medium.get();
        if (card != null && open.get()) {
            session.background()
                    .run(
                            "purse-file.reading",
                            busy,
                            () -> session.doors().purses().find(session.actor(), card.id()),
                            this::show);
        }
    }

    private void show(Optional<Purse> found) {
        purse.set(found.orElse(null));
        if (found.isEmpty()) {
            said.set(Message.of("purse-file.none"));
        }
    }

    /// No payment point takes it any more, after a question: lists that points have taken only grow.
    public void revoke() {
        var card = medium.get();
        if (card != null) {
            session.dialogs()
                    .confirm(
                            Message.of("purse-file.revoke-title", card.number()),
                            Message.of("purse-file.revoke-body"),
                            "purse-file.revoke-action",
                            () -> revoked(card));
        }
    }

    private void revoked(Medium card) {
        var request = once.request();
        session.background()
                .run(
                        "purse-file.revoking",
                        busy,
                        () -> session.doors().purses().revoke(session.actor(), request, card.id()),
                        outcome -> answered(card, outcome));
    }

    private void answered(Medium card, RevokeOutcome outcome) {
        once.answered();
        said.set(
                switch (outcome) {
                    case RevokeOutcome.OnList(long number) ->
                            Message.of("purse.revoked", card.number(), number);
                    case RevokeOutcome.NotPossible _ -> Message.of("purse.not-revocable");
                });
        refresh();
    }
}
