package app.lodge.desktop.conservation;

import app.lodge.core.books.Permission;
import app.lodge.core.conservation.Conservation.Standing;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the laws of conservation said last.
public final class ConservationViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public ConservationViewModel(Session session) {
        this.session = session;
    }

    /// Null until the first answer.
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayLookAgain() {
        return session.actor().may(Permission.SEE_JOURNAL);
    }

    /// Fetches the last look; the site looks again by itself when that is too old.
    public void refresh() {
        if (!busy.get() && session.actor().may(Permission.SEE_ACCOUNTS)) {
            session.background()
                    .run(
                            "conservation.reading",
                            busy,
                            () -> session.doors().conservation().look(session.actor()),
                            standing::set);
        }
    }

    /// Has everything looked at now.
    public void lookAgain() {
        if (!busy.get()) {
            session.background()
                    .run(
                            "conservation.reading",
                            busy,
                            () -> session.doors().conservation().lookNow(session.actor()),
                            standing::set);
        }
    }
}
