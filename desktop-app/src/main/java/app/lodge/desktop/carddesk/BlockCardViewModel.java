package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.Media.Spread;
import app.lodge.core.media.Medium;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Currency;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Blocks or unblocks a card and shows which devices have confirmed it and which have not (ID-41,
/// ID-42, ID-44).
public final class BlockCardViewModel {

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Medium> medium = new SimpleObjectProperty<>();
    private final ObjectProperty<BlockReason> reason = new SimpleObjectProperty<>(BlockReason.LOST);
    private final ObjectProperty<@Nullable Spread> spread = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();

    BlockCardViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    /// What amounts are in.
    Currency currency() {
        return session.site().currency();
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable Medium> medium() {
        return medium;
    }

    public ObjectProperty<BlockReason> reason() {
        return reason;
    }

    /// Null until the card's state has been asked for; then live.
    public ReadOnlyObjectProperty<@Nullable Spread> spread() {
        return spread;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// Shows a card's state and offers what can be done with it.
    public void begin(Medium chosen) {
        medium.set(chosen);
        spread.set(null);
        refusal.set(null);
        once.answered();
        open.set(true);
        refresh();
    }

    /// Asks again which devices have confirmed.
    public void refresh() {
        var shown = medium.get();
        if (shown != null && open.get()) {
            session.background()
                    .run(
                            "block.asking",
                            new SimpleBooleanProperty(),
                            () -> session.doors().media().spread(session.actor(), shown.id()),
                            spread::set);
        }
    }

    public void block() {
        var shown = medium.get();
        if (shown == null) {
            return;
        }
        var request = once.request();
        var why = reason.get();
        session.background()
                .run(
                        "block.blocking",
                        busy,
                        () ->
                                session.doors()
                                        .media()
                                        .block(session.actor(), request, shown.id(), why),
                        this::answered);
    }

    public void unblock() {
        var shown = medium.get();
        if (shown == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "block.blocking",
                        busy,
                        () -> session.doors().media().unblock(session.actor(), request, shown.id()),
                        this::answered);
    }

    private void answered(BlockOutcome outcome) {
        once.answered();
        switch (outcome) {
            case BlockOutcome.Blocked(var now) -> show(now, "block.done-notice");
            case BlockOutcome.Unblocked(var now) -> show(now, "block.undone-notice");
            case BlockOutcome.NotPossible _ -> refusal.set(Message.of("block.not-possible"));
        }
    }

    private void show(Medium now, String noticeKey) {
        medium.set(now);
        session.notices().done(Message.of(noticeKey, now.number()));
        changed.run();
        refresh();
    }
}
