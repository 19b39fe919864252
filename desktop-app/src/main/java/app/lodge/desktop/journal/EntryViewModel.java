package app.lodge.desktop.journal;

import app.lodge.core.journal.Inclusion;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The opened row of the journal, and its proof: computed here, from the row as it is shown and the
/// evidence that the site gives, so that the screen takes nobody's word for it (ID-50).
public final class EntryViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable JournalRow> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Inclusion> inclusion = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    EntryViewModel(Session session) {
        this.session = session;
        chosen.subscribe(this::prove);
    }

    public ObjectProperty<@Nullable JournalRow> chosen() {
        return chosen;
    }

    /// Null until it is proven or not.
    public ReadOnlyObjectProperty<@Nullable Inclusion> inclusion() {
        return inclusion;
    }

    private void prove(@Nullable JournalRow row) {
        inclusion.set(null);
        if (row == null) {
            return;
        }
        session.background()
                .run(
                        "journal.proving",
                        busy,
                        () -> session.doors().seals().evidence(session.actor(), row.number()),
                        evidence -> {
                            if (row.equals(chosen.get())) { // another one may be open by now
                                inclusion.set(Inclusion.of(row, evidence));
                            }
                        });
    }
}
