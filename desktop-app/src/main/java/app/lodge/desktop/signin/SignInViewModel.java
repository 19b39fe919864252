package app.lodge.desktop.signin;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.operators.CardEntrance.EnterOutcome;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
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
    private final CardAtTheDesk card;
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty cardOwner = new SimpleStringProperty("");
    private @Nullable SiteLink link;
    private boolean byCard;
    private @Nullable String proof;

    /// @param signedIn hears of the link and who works over it
    public SignInViewModel(
            Background background,
            SiteStarter starter,
            InstantSource clock,
            BiConsumer<SiteLink, Actor> signedIn) {
        this(background, starter, clock, CardAtTheDesk.none(), signedIn);
    }

    /// @param card readers for those who sign in by card
    public SignInViewModel(
            Background background,
            SiteStarter starter,
            InstantSource clock,
            CardAtTheDesk card,
            BiConsumer<SiteLink, Actor> signedIn) {
        this.card = card;
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

    /// PIN of the card that proved itself.
    public StringProperty pin() {
        return pin;
    }

    /// Whose card lies there; empty until one proved itself.
    public StringProperty cardOwner() {
        return cardOwner;
    }

    /// Looks for an operator's card on the readers.
    public void useCard() {
        var reached = link;
        if (busy.get() || reached == null) {
            return;
        }
        refusal.set(null);
        background.<Shown>run(
                "sign-in.card-reading",
                busy,
                () -> shown(reached),
                found -> {
                    switch (found) {
                        case Shown.Proven(var session, var owner) -> {
                            proof = session;
                            pin.set("");
                            cardOwner.set(owner);
                        }
                        case Shown.Not(var fault) -> refuseCard(fault);
                    }
                });
    }

    /// What became of looking for a card.
    private sealed interface Shown {
        record Proven(String session, String owner) implements Shown {}

        record Not(String key) implements Shown {}
    }

    private Shown shown(SiteLink reached) {
        try {
            return switch (card.prove(reached.cardEntrance())) {
                case ProveOutcome.Proven(var session, var owner) ->
                        new Shown.Proven(session, owner);
                case ProveOutcome.Refuted _ -> new Shown.Not("sign-in.card-refuted");
            };
        } catch (DeviceException e) {
            return new Shown.Not(
                    switch (e.fault()) {
                        case DeviceFault.NoCard _, DeviceFault.NoReader _ -> "sign-in.no-card";
                        default -> "sign-in.card-foreign";
                    });
        }
    }

    /// Whether who signed in did so by card.
    public boolean byCard() {
        return byCard;
    }

    /// Says that the screen is locked and what is under it.
    public void lockedBy(String operator) {
        name.set(operator);
        password.set("");
        refusal.set(Message.of("sign-in.card-removed", operator));
    }

    /// Back to name and password.
    public void withoutCard() {
        proof = null;
        pin.set("");
        cardOwner.set("");
    }

    private void refuseCard(String key) {
        withoutCard();
        refusal.set(Message.of(key));
    }

    /// The PIN was typed.
    public void enterPin() {
        var reached = link;
        var session = proof;
        if (busy.get() || reached == null || session == null) {
            return;
        }
        if (pin.get().isEmpty()) {
            refusal.set(Message.of("sign-in.pin-missing"));
            return;
        }
        refusal.set(null);
        var typed = pin.get().toCharArray();
        pin.set("");
        background.run(
                "sign-in.running",
                busy,
                () -> reached.cardEntrance().enter(session, typed, reached.workstation()),
                outcome -> entered(reached, outcome));
    }

    private void entered(SiteLink reached, EnterOutcome outcome) {
        switch (outcome) {
            case EnterOutcome.SignedIn(var actor) -> {
                byCard = true;
                withoutCard();
                signedIn.accept(reached, actor);
            }
            case EnterOutcome.WrongPin(var left) ->
                    refusal.set(Message.of("sign-in.wrong-pin", left));
            case EnterOutcome.Locked _ -> refuseCard("sign-in.card-locked");
            case EnterOutcome.Ended _ -> refuseCard("sign-in.card-again");
            case EnterOutcome.NotHere(var why) ->
                    refuseCard(
                            switch (why) {
                                case EXPIRED -> "sign-in.card-expired";
                                case REVOKED -> "sign-in.card-revoked";
                                case OPERATOR_GONE -> "sign-in.card-owner-gone";
                                case TERMINALS_ONLY -> "sign-in.card-terminals";
                            });
        }
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
