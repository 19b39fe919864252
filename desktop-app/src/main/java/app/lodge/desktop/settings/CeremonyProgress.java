package app.lodge.desktop.settings;

import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.Next;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.desktop.settings.CeremonyShares.Shown;
import app.lodge.desktop.settings.CeremonyViewModel.Page;
import app.lodge.desktop.shell.Background.Call;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where a ceremony stands, and what was said last. Each step is a call whose answer moves it on.
final class CeremonyProgress {

    private final Session session;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHOOSE);
    private final ObjectProperty<@Nullable Message> told = new SimpleObjectProperty<>();

    CeremonyProgress(Session session) {
        this.session = session;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Null before a ceremony has begun.
    ObjectProperty<@Nullable Standing> standing() {
        return standing;
    }

    /// Null unless a share is on the screen.
    ObjectProperty<@Nullable Shown> shown() {
        return shown;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    ObjectProperty<@Nullable Message> told() {
        return told;
    }

    /// A share on the screen keeps its page until it is hidden.
    void goOn(@Nullable Standing now) {
        standing.set(now);
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

    /// The ceremony is no more; the keys are as they were.
    void ended() {
        shown.set(null);
        goOn(null);
        told.set(Message.of("ceremony.ended"));
    }

    <R> void run(Call<R> call, Consumer<R> answered) {
        told.set(null);
        session.background().run("ceremony.working", busy, call, answered);
    }

    /// Nothing is done while no ceremony is under way.
    <R> void step(Step<R> step, BiConsumer<Standing, R> answered) {
        var now = standing.get();
        if (now != null) {
            run(() -> step.take(door(), now.id()), answer -> answered.accept(now, answer));
        }
    }

    private Ceremonies door() {
        return session.doors().ceremonies();
    }

    /// A call about the ceremony under way.
    interface Step<R> {
        R take(Ceremonies door, String ceremony) throws Exception;
    }
}
