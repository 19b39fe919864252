package app.lodge.desktop.signin;

import app.lodge.core.books.Actor;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.signin.SiteStarter.SiteLink;
import app.lodge.desktop.signin.SiteStarter.StartStep;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Reaches the bridge and signs somebody in; says what went wrong without saying too much.
public final class SignInViewModel {

    private final Background background;
    private final SiteStarter starter;
    private final InstantSource clock;
    private final BiConsumer<SiteLink, Actor> signedIn;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable StartStep> step = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private @Nullable SiteLink link;

    /// @param signedIn hears of the link and who works over it
    public SignInViewModel(
            Background background,
            SiteStarter starter,
            InstantSource clock,
            BiConsumer<SiteLink, Actor> signedIn) {
        this.background = background;
        this.starter = starter;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What the start is doing; null when it is done.
    public ReadOnlyObjectProperty<@Nullable StartStep> step() {
        return step;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// Uses a bridge that was reached already.
    public void use(SiteLink reached) {
        link = reached;
        if (name.get().isEmpty()) {
            name.set(reached.suggestedName());
        }
        password.set(reached.suggestedPassword());
    }

    /// Reaches the bridge while the person types.
    public void connect() {
        background.<StartStep, SiteLink>run(
                "start.connecting",
                busy,
                starter::connect,
                step::set,
                reached -> {
                    step.set(null);
                    use(reached);
                });
    }

    public void signIn() {
        var reached = link;
        if (busy.get()) {
            return;
        }
        if (reached == null) {
            connect();
            return;
        }
        if (name.get().isBlank() || password.get().isEmpty()) {
            refusal.set(Message.of("sign-in.incomplete"));
            return;
        }
        refusal.set(null);
        var typedName = name.get().strip();
        var typed = password.get().toCharArray();
        background.run(
                "sign-in.running",
                busy,
                () -> reached.signIn(typedName, typed),
                outcome -> answered(reached, outcome));
    }

    private void answered(SiteLink reached, SignInOutcome outcome) {
        password.set("");
        switch (outcome) {
            case SignInOutcome.SignedIn(var actor) -> signedIn.accept(reached, actor);
            case SignInOutcome.Wrong(var wait) ->
                    refusal.set(
                            wait.isZero()
                                    ? Message.of("sign-in.wrong")
                                    : Message.of("sign-in.wrong-wait", wait.toSeconds()));
            case SignInOutcome.LockedOut(var until) -> {
                var minutes =
                        Math.max(
                                1,
                                java.time.Duration.between(clock.instant(), until).toMinutes() + 1);
                refusal.set(Message.of("sign-in.locked", minutes));
            }
        }
    }
}
