package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard;
import app.lodge.desktop.shell.Message;
import org.jspecify.annotations.Nullable;

/// One card of the desk's queue as the clerk sees it.
///
/// @param name the person's, or their number
/// @param why what it waits for, or where it is; null while there is nothing to say
public record QueueRow(BatchCard card, String name, Standing standing, @Nullable Message why) {

    /// In the order in which they are listed.
    public enum Standing {
        /// Nothing happens to it before somebody has done something.
        NEEDS_HAND,
        ENCODING,
        PRINTING,
        WAITING,
        DONE
    }

    boolean unsettled() {
        return card.state() == BatchCard.State.UNSETTLED;
    }

    boolean mayGo() {
        return card.state() == BatchCard.State.WAITING || card.state().canBeTriedAgain();
    }
}
