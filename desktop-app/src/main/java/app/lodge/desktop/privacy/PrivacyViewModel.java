package app.lodge.desktop.privacy;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.core.privacy.LegalHold;
import app.lodge.core.privacy.Privacy;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PaperQueue;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One person's data protection on one sheet: legal hold, everything in one file, erasure with its
/// certificate (ID-57, ID-58).
public final class PrivacyViewModel {

    private final PersonAtHand hand;
    private final HoldViewModel hold;
    private final PapersViewModel papers;
    private final ErasePersonViewModel erasing;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();

    /// What is known before anything is decided.
    public record Shown(Privacy.Preview preview, List<LegalHold> holds) {}

    public PrivacyViewModel(Session session, Runnable erased) {
        this(session, erased, PaperQueue.ofThisMachine());
    }

    /// @param queue where certificates are printed
    public PrivacyViewModel(Session session, Runnable erased, PaperQueue queue) {
        hand = new PersonAtHand(session);
        hold = new HoldViewModel(hand, this::refresh);
        papers = new PapersViewModel(hand, queue);
        erasing = new ErasePersonViewModel(hand, erased, this::refresh);
    }

    public boolean allowed() {
        var actor = hand.session().actor();
        return actor.may(Permission.ERASE_PEOPLE) && actor.may(Permission.EXPORT_PEOPLE);
    }

    public HoldViewModel hold() {
        return hold;
    }

    public PapersViewModel papers() {
        return papers;
    }

    public ErasePersonViewModel erasing() {
        return erasing;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return hand.busy();
    }

    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return hand.person();
    }

    /// Null until it has been read.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return hand.refusal();
    }

    public ObservableList<Problem> problems() {
        return hand.problems();
    }

    public void begin(Person chosen) {
        hand.person().set(chosen);
        shown.set(null);
        hand.clear();
        hand.once().answered();
        hold.begin();
        erasing.begin();
        open.set(true);
        refresh();
    }

    private void refresh() {
        var chosen = hand.person().get();
        if (chosen == null) {
            return;
        }
        var session = hand.session();
        var door = session.doors().privacy();
        hand.run(
                "privacy.reading",
                () ->
                        door.preview(session.actor(), chosen.id())
                                .map(preview ->
                                        new Shown(
                                                preview, door.holds(session.actor(), chosen.id()))),
                read -> shown.set(read.orElse(null)));
    }
}
