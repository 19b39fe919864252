package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.Next;
import app.lodge.core.keyversions.Ceremonies.RehearseOutcome;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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

    /// A share on the screen, for its custodian's eyes.
    public record Shown(int number, String groups) {
        @Override
        public String toString() {
            return "Shown[" + number + ", ***]";
        }
    }

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.CREATE);
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty firstPassword = new SimpleStringProperty("");
    private final StringProperty secondPassword = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHOOSE);
    private final ObjectProperty<@Nullable Message> told = new SimpleObjectProperty<>();
    private final ObservableList<Ceremonies.Entry> transcript = FXCollections.observableArrayList();
    private final Once once = new Once();
    private final CeremonyFiles files;

    /// @param changed is run when the site's keys may have changed
    CeremonyViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        this.files = new CeremonyFiles(session, busy, told);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public StringProperty first() {
        return first;
    }

    public StringProperty second() {
        return second;
    }

    public StringProperty firstPassword() {
        return firstPassword;
    }

    public StringProperty secondPassword() {
        return secondPassword;
    }

    /// A share as it is typed back.
    public StringProperty typed() {
        return typed;
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page;
    }

    /// Null before a ceremony has begun.
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing;
    }

    /// Null unless a share is on the screen.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown;
    }

    public ReadOnlyObjectProperty<@Nullable Message> told() {
        return told;
    }

    public ObservableList<Ceremonies.Entry> transcript() {
        return transcript;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_CARD_KEYS);
    }

    /// Opens the sheet, with the ceremony that is under way if there is one.
    public void look() {
        told.set(null);
        session.background()
                .run(
                        "ceremony.reading",
                        busy,
                        () -> door().standing(session.actor()),
                        now -> {
                            shown.set(null);
                            goOn(now.orElse(null));
                            open.set(true);
                        });
    }

    /// Both custodians say who they are.
    public void begin() {
        var one = new Custodian(first.get().strip(), firstPassword.get().toCharArray());
        var two = new Custodian(second.get().strip(), secondPassword.get().toCharArray());
        firstPassword.set("");
        secondPassword.set("");
        var request = once.request();
        var what = kind.get();
        run(
                () -> {
                    try {
                        return door().begin(
                                        session.actor(),
                                        request,
                                        what,
                                        one,
                                        two,
                                        Sharing.TWO_OF_THREE);
                    } finally {
                        one.wipe();
                        two.wipe();
                    }
                },
                this::begun);
    }

    private void begun(BeginOutcome outcome) {
        once.answered();
        if (outcome instanceof BeginOutcome.Begun(var now)) {
            goOn(now);
        } else {
            told.set(CeremonyWords.of(outcome));
        }
    }

    /// The next share that nobody has seen yet.
    public int nextShare() {
        var now = standing.get();
        int number = 1;
        while (now != null && now.handed().contains(number)) {
            number++;
        }
        return number;
    }

    /// Puts the next share on the screen, once.
    public void show() {
        var now = standing.get();
        if (now == null) {
            return;
        }
        int number = nextShare();
        run(
                () -> door().share(session.actor(), now.id(), number),
                outcome -> {
                    switch (outcome) {
                        case ShareOutcome.Handed handed -> {
                            shown.set(new Shown(number, new String(handed.text())));
                            handed.wipe();
                            goOn(handed.standing());
                        }
                        case ShareOutcome.NotNow _, ShareOutcome.Ended _ -> ended();
                    }
                });
    }

    /// The sheet of the share on the screen, as PDF.
    public void saveShare() {
        var now = standing.get();
        var share = shown.get();
        if (now != null && share != null) {
            files.share(now.id(), share.number());
        }
    }

    /// The share leaves the screen and does not come back.
    public void hide() {
        shown.set(null);
        goOn(standing.get());
    }

    /// A share is typed as it stands on paper.
    public void type() {
        var now = standing.get();
        if (now == null) {
            return;
        }
        var share = typed.get().toCharArray();
        typed.set("");
        run(
                () -> {
                    try {
                        return door().type(session.actor(), now.id(), share);
                    } finally {
                        Arrays.fill(share, ' ');
                    }
                },
                this::wasTyped);
    }

    private void wasTyped(TypedOutcome outcome) {
        switch (outcome) {
            case TypedOutcome.Accepted(var now) -> goOn(now);
            case TypedOutcome.Ended _ -> ended();
            case TypedOutcome.Mistyped _,
                    TypedOutcome.NoShare _,
                    TypedOutcome.Foreign _,
                    TypedOutcome.DoNotAgree _ -> {
                // said below
            }
        }
        told.set(CeremonyWords.of(outcome));
    }

    public void rehearse() {
        var now = standing.get();
        if (now == null) {
            return;
        }
        run(
                () -> door().rehearse(session.actor(), now.id()),
                outcome -> {
                    switch (outcome) {
                        case RehearseOutcome.Passed(var then, var steps) -> {
                            goOn(then);
                            told.set(Message.of("ceremony.rehearsed", String.join(", ", steps)));
                        }
                        case RehearseOutcome.Failed(var step, var why) ->
                                told.set(Message.of("ceremony.rehearsal-failed", step, why));
                        case RehearseOutcome.NotNow(var then) -> goOn(then);
                        case RehearseOutcome.Ended _ -> ended();
                    }
                });
    }

    public void finish() {
        var now = standing.get();
        if (now == null) {
            return;
        }
        var request = once.request();
        run(
                () -> door().finish(session.actor(), request, now.id()),
                outcome -> finished(now, outcome));
    }

    private void finished(Standing now, FinishOutcome outcome) {
        once.answered();
        switch (outcome) {
            case FinishOutcome.Finished done -> {
                page.set(Page.DONE);
                told.set(
                        Message.of(
                                done.changed()
                                        ? "ceremony.finished"
                                        : "ceremony.finished-unchanged",
                                done.version(),
                                done.checkValue(),
                                now.id()));
                changed.run();
                readTranscript(now.id());
            }
            case FinishOutcome.NotNow(var then) -> goOn(then);
            case FinishOutcome.Refused(var why, var count) ->
                    told.set(CeremonyWords.obstacle(why, count));
            case FinishOutcome.OtherCards(var cards) ->
                    told.set(Message.of("ceremony.other-cards", cards));
            case FinishOutcome.VaultRefused(var why) ->
                    told.set(Message.of("ceremony.vault-refused", why));
            case FinishOutcome.Ended _ -> ended();
        }
    }

    private void readTranscript(String id) {
        session.background()
                .run(
                        "ceremony.reading",
                        busy,
                        () -> door().transcript(session.actor(), id),
                        transcript::setAll);
    }

    /// The transcript as PDF.
    public void saveTranscript() {
        var now = standing.get();
        if (now != null) {
            files.transcript(now.id());
        }
    }

    /// Ends the ceremony; the keys stay as they were.
    public void abandon() {
        var now = standing.get();
        if (now == null) {
            open.set(false);
            return;
        }
        run(() -> door().abandon(session.actor(), now.id()), _ -> ended());
    }

    private void ended() {
        shown.set(null);
        goOn(null);
        told.set(Message.of("ceremony.ended"));
    }

    private void goOn(@Nullable Standing now) {
        standing.set(now);
        if (now == null) {
            transcript.clear();
        }
        page.set(now == null ? Page.CHOOSE : shown.get() == null ? of(now.next()) : Page.HAND_OUT);
    }

    private static Page of(Next next) {
        return switch (next) {
            case HAND_OUT -> Page.HAND_OUT;
            case TYPE -> Page.TYPE;
            case REHEARSE -> Page.REHEARSE;
            case FINISH -> Page.FINISH;
        };
    }

    private <R> void run(
            app.lodge.desktop.shell.Background.Call<R> call,
            java.util.function.Consumer<R> answered) {
        told.set(null);
        session.background().run("ceremony.working", busy, call, answered);
    }

    private Ceremonies door() {
        return session.doors().ceremonies();
    }

    /// What custodians may do, in the order in which a site does them.
    public static List<Kind> kinds() {
        return List.of(Kind.CREATE, Kind.BACK_UP, Kind.ROLL_OVER, Kind.RESTORE);
    }
}
