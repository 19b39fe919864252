package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.RehearseOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A key ceremony of two custodians, step by step (CHAIN-07): begun, shares shown one by one, typed back,
/// rehearsed, taken into use. What ends early leaves the keys as they were.
public final class CeremonyViewModel {

    /// What the sheet shows.
    public enum Page {
        CHOOSE,
        HAND_OUT,
        TYPE,
        REHEARSE,
        FINISH,
        DONE
    }

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.CREATE);
    private final CeremonyCustodians custodians = new CeremonyCustodians();
    private final ObservableList<Ceremonies.Entry> transcript = FXCollections.observableArrayList();
    private final Once once = new Once();
    private final CeremonyProgress progress;
    private final CeremonyFiles files;
    private final CeremonyShares shares;

    /// @param changed is run when the site's keys may have changed
    CeremonyViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        progress = new CeremonyProgress(session);
        files = new CeremonyFiles(session, progress.busy(), progress.told());
        shares = new CeremonyShares(session, progress, files);
        progress.standing()
                .subscribe(now -> {
                    if (now == null) {
                        transcript.clear();
                    }
                });
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return progress.busy();
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public CeremonyCustodians custodians() {
        return custodians;
    }

    public CeremonyShares shares() {
        return shares;
    }

    public ReadOnlyObjectProperty<Page> page() {
        return progress.page();
    }

    /// Null before a ceremony has begun.
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return progress.standing();
    }

    public ReadOnlyObjectProperty<@Nullable Message> told() {
        return progress.told();
    }

    public ObservableList<Ceremonies.Entry> transcript() {
        return transcript;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_CARD_KEYS);
    }

    /// Opens the sheet, with the ceremony that is under way if there is one.
    public void look() {
        progress.told().set(null);
        session.background()
                .run(
                        "ceremony.reading",
                        progress.busy(),
                        () -> door().standing(session.actor()),
                        now -> {
                            progress.shown().set(null);
                            progress.goOn(now.orElse(null));
                            open.set(true);
                        });
    }

    /// Both custodians say who they are.
    public void begin() {
        var both = custodians.take();
        var request = once.request();
        var what = kind.get();
        progress.run(
                () -> {
                    try (both) {
                        return door().begin(
                                        session.actor(),
                                        request,
                                        what,
                                        both.one(),
                                        both.two(),
                                        Sharing.TWO_OF_THREE);
                    }
                },
                this::begun);
    }

    private void begun(BeginOutcome outcome) {
        once.answered();
        if (outcome instanceof BeginOutcome.Begun(var now)) {
            progress.goOn(now);
        } else {
            progress.told().set(CeremonyWords.of(outcome));
        }
    }

    public void rehearse() {
        progress.step(
                (door, ceremony) -> door.rehearse(session.actor(), ceremony),
                (_, outcome) -> rehearsed(outcome));
    }

    private void rehearsed(RehearseOutcome outcome) {
        switch (outcome) {
            case RehearseOutcome.Passed(var now, var steps) -> {
                progress.goOn(now);
                tell(Message.of("ceremony.rehearsed", String.join(", ", steps)));
            }
            case RehearseOutcome.Failed(var step, var why) ->
                    tell(Message.of("ceremony.rehearsal-failed", step, why));
            case RehearseOutcome.NotNow(var now) -> progress.goOn(now);
            case RehearseOutcome.Ended _ -> progress.ended();
        }
    }

    public void finish() {
        var request = once.request();
        progress.step(
                (door, ceremony) -> door.finish(session.actor(), request, ceremony),
                this::finished);
    }

    private void finished(Standing before, FinishOutcome outcome) {
        once.answered();
        switch (outcome) {
            case FinishOutcome.Finished done -> {
                progress.page().set(Page.DONE);
                tell(
                        Message.of(
                                done.changed()
                                        ? "ceremony.finished"
                                        : "ceremony.finished-unchanged",
                                done.version(),
                                done.checkValue(),
                                before.id()));
                changed.run();
                readTranscript(before.id());
            }
            case FinishOutcome.NotNow(var now) -> progress.goOn(now);
            case FinishOutcome.Refused(var why, var count) ->
                    tell(CeremonyWords.obstacle(why, count));
            case FinishOutcome.OtherCards(var cards) ->
                    tell(Message.of("ceremony.other-cards", cards));
            case FinishOutcome.VaultRefused(var why) ->
                    tell(Message.of("ceremony.vault-refused", Message.of(why)));
            case FinishOutcome.Ended _ -> progress.ended();
        }
    }

    private void tell(Message message) {
        progress.told().set(message);
    }

    private void readTranscript(String id) {
        session.background()
                .run(
                        "ceremony.reading",
                        progress.busy(),
                        () -> door().transcript(session.actor(), id),
                        transcript::setAll);
    }

    /// The transcript as PDF.
    public void saveTranscript() {
        var now = standing().get();
        if (now != null) {
            files.transcript(now.id());
        }
    }

    /// Ends the ceremony; the keys stay as they were.
    public void abandon() {
        if (standing().get() == null) {
            open.set(false);
            return;
        }
        progress.step(
                (door, ceremony) -> door.abandon(session.actor(), ceremony),
                (_, _) -> progress.ended());
    }

    private Ceremonies door() {
        return session.doors().ceremonies();
    }

    /// What custodians may do, in the order in which a site does them.
    public static List<Kind> kinds() {
        return List.of(Kind.CREATE, Kind.BACK_UP, Kind.ROLL_OVER, Kind.RESTORE);
    }
}
