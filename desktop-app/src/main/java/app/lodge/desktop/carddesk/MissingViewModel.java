package app.lodge.desktop.carddesk;

import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Background.Call;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.Lacking;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Names whose photograph or signature is missing before cards are printed, and prints all the same only
/// when that is said (ID-11, ID-48).
public final class MissingViewModel {

    private final Session session;
    private final CardStation station;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<Lacking> lacking = FXCollections.observableArrayList();
    private final Deque<Found> waiting = new ArrayDeque<>();
    private Found shown = Found.NOTHING;

    /// @param without null where there are no others
    private record Found(
            List<Lacking> lacking, Runnable print, @Nullable Consumer<List<Lacking>> without) {
        static final Found NOTHING = new Found(List.of(), () -> {}, null);
    }

    MissingViewModel(Session session, CardStation station) {
        this.session = session;
        this.station = station;
        open.subscribe(_ -> showNext());
    }

    public BooleanProperty open() {
        return open;
    }

    public ObservableList<Lacking> lacking() {
        return lacking;
    }

    /// Whether there are others whose cards can be made without those.
    public boolean canLeaveOut() {
        return shown.without() != null;
    }

    /// Looks, and prints at once where nothing is missing. Whoever comes while others are named is named
    /// after them.
    ///
    /// @param whose asked beside the screen
    /// @param print what is begun
    /// @param without leaves those out and begins with the others; null where there are no others
    void before(
            Call<List<PersonId>> whose, Runnable print, @Nullable Consumer<List<Lacking>> without) {
        session.background()
                .run(
                        "missing.looking",
                        new SimpleBooleanProperty(),
                        () -> station.lacking(whose.answer()),
                        found -> {
                            if (found.isEmpty()) {
                                print.run();
                            } else {
                                waiting.add(new Found(found, print, without));
                                showNext();
                            }
                        });
    }

    private void showNext() {
        var next = open.get() ? null : waiting.poll();
        if (next != null) {
            shown = next;
            lacking.setAll(next.lacking());
            open.set(true);
        }
    }

    public void printAll() {
        var print = shown.print();
        open.set(false);
        print.run();
    }

    public void leaveOut() {
        var without = shown.without();
        var those = shown.lacking();
        open.set(false);
        if (without != null) {
            without.accept(those);
        }
    }
}
