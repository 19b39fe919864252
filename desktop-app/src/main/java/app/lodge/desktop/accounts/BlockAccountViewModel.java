package app.lodge.desktop.accounts;

import app.lodge.core.accounts.BlockReason;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Blocks an account for a reason, and unblocks it (ID-41).
public final class BlockAccountViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final Runnable done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<BlockReason> reason = new SimpleObjectProperty<>(BlockReason.LOST);
    private final Once once = new Once();

    BlockAccountViewModel(
            Session session, ReadOnlyObjectProperty<@Nullable AccountFile> account, Runnable done) {
        this.session = session;
        this.account = account;
        this.done = done;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    ObjectProperty<BlockReason> reason() {
        return reason;
    }

    public void begin() {
        open.set(account.get() != null);
    }

    public void block() {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        var request = once.request();
        var why = reason.get();
        session.background()
                .run(
                        "accounts.blocking",
                        busy,
                        () ->
                                session.doors()
                                        .accounts()
                                        .block(session.actor(), request, shown.account().id(), why),
                        _ -> {
                            once.answered();
                            open.set(false);
                            session.notices().done(Message.of("accounts.blocked"));
                            done.run();
                        });
    }

    /// Unblocking can be undone, so it does not ask.
    public void unblock() {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "accounts.blocking",
                        busy,
                        () ->
                                session.doors()
                                        .accounts()
                                        .unblock(session.actor(), request, shown.account().id()),
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("accounts.unblocked"));
                            done.run();
                        });
    }
}
