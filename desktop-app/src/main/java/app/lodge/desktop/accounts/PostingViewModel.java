package app.lodge.desktop.accounts;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.PostingFile;
import app.lodge.core.books.Permission;
import app.lodge.desktop.accounts.AccountsViewModel.AccountFile;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One posting whole, and what may be done with it: undone, given back, its receipt printed again
/// (ID-21, ID-27).
public final class PostingViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable AccountFile> account;
    private final Supplier<LookPurpose> purpose;
    private final MoveViewModel move;
    private final LongConsumer receiptAgain;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable PostingFile> posting = new SimpleObjectProperty<>();

    PostingViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable AccountFile> account,
            Supplier<LookPurpose> purpose,
            MoveViewModel move,
            LongConsumer receiptAgain) {
        this.session = session;
        this.account = account;
        this.purpose = purpose;
        this.move = move;
        this.receiptAgain = receiptAgain;
    }

    public BooleanProperty open() {
        return open;
    }

    public ReadOnlyObjectProperty<@Nullable PostingFile> posting() {
        return posting;
    }

    /// @param number of a posting on the account that is shown
    public void show(long number) {
        var shown = account.get();
        if (shown == null) {
            return;
        }
        var why = purpose.get();
        session.background()
                .run(
                        "accounts.reading",
                        busy,
                        () ->
                                session.doors()
                                        .statements()
                                        .posting(
                                                session.actor(), shown.account().id(), number, why),
                        found -> {
                            if (found.isEmpty()) {
                                session.notices().done(Message.of("posting.not-at-the-counter"));
                                return;
                            }
                            open.set(false); // another one's sheet is made anew
                            posting.set(found.get());
                            open.set(true);
                        });
    }

    public boolean mayReverse() {
        var shown = posting.get();
        return shown != null && shown.reversible() && move.may(Move.REVERSAL);
    }

    public boolean mayRefund() {
        var shown = posting.get();
        return shown != null && shown.refundable().positive() && move.may(Move.REFUND);
    }

    public boolean mayReprint() {
        var shown = posting.get();
        return shown != null
                && !shown.receipt().isEmpty()
                && session.actor().may(Permission.TOP_UP);
    }

    public void reverse() {
        begin(Move.REVERSAL);
    }

    public void refund() {
        begin(Move.REFUND);
    }

    private void begin(Move wanted) {
        var shown = posting.get();
        open.set(false);
        move.begin(wanted, shown);
    }

    public void reprint() {
        var shown = posting.get();
        if (shown != null) {
            open.set(false);
            receiptAgain.accept(shown.number());
        }
    }
}
