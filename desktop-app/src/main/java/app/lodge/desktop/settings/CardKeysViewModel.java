package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.keyversions.KeyVersions.RollOverOutcome;
import app.lodge.core.keyversions.KeyVersions.Status;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which version of the site's keys cards have, and going on to the next (CHAIN-07).
public final class CardKeysViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Status> status = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public CardKeysViewModel(Session session) {
        this.session = session;
    }

    /// Null until it was asked for.
    public ReadOnlyObjectProperty<@Nullable Status> status() {
        return status;
    }

    /// Why it could not go on.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_CARD_KEYS);
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "card-keys.reading",
                            busy,
                            () -> session.doors().keyVersions().status(session.actor()),
                            status::set);
        }
    }

    /// Asks once more, then goes on to the next version: a version of keys that was left is never given again.
    public void rollOver() {
        var now = status.get();
        if (now == null) {
            return;
        }
        refusal.set(null);
        session.dialogs()
                .confirm(
                        Message.of("card-keys.confirm-title", now.current() + 1),
                        Message.of("card-keys.confirm", now.current(), now.current() + 1),
                        "card-keys.confirm-action",
                        () -> rollOver(now.current()));
    }

    private void rollOver(int from) {
        var request = once.request();
        session.background()
                .run(
                        "card-keys.rolling",
                        busy,
                        () ->
                                session.doors()
                                        .keyVersions()
                                        .rollOver(session.actor(), request, from),
                        this::answered);
    }

    private void answered(RollOverOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RollOverOutcome.RolledOver(var now) -> {
                status.set(now);
                session.notices().done(Message.of("card-keys.rolled", now.current()));
            }
            case RollOverOutcome.AlreadyOn(var version) -> {
                refusal.set(Message.of("card-keys.already", version));
                refresh();
            }
            case RollOverOutcome.StillInUse(var cards) ->
                    refusal.set(Message.of("card-keys.still-in-use", cards));
            case RollOverOutcome.CardsInMaking(var jobs) ->
                    refusal.set(Message.of("card-keys.in-making", jobs));
            case RollOverOutcome.NoneLeft _ -> refusal.set(Message.of("card-keys.none-left"));
        }
    }
}
