package app.lodge.desktop.approvals;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.Approvals.AskOutcome;
import app.lodge.core.approvals.Approvals.HereOutcome;
import app.lodge.core.books.Fact;
import app.lodge.core.books.Problem;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;
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

/// Finds a second person for a movement of money: at this desk with name and password, or at another
/// one, whose decision lets the movement go on by itself (ID-27).
public final class SecondPersonViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Matter> matter = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Approval> asked = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private @Nullable Grounds grounds;
    private @Nullable LongConsumer approved;

    public SecondPersonViewModel(Session session) {
        this.session = session;
        name.subscribe(_ -> changed());
        password.subscribe(_ -> changed());
        open.subscribe(shown -> {
            if (!shown) {
                left();
            }
        });
    }

    private void changed() {
        problems.clear();
        refusal.set(null);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What it is about.
    public ReadOnlyObjectProperty<@Nullable Matter> matter() {
        return matter;
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// The request that other desks see; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Approval> asked() {
        return asked;
    }

    /// @param then gets the approval's number
    public void begin(Matter about, Grounds why, LongConsumer then) {
        matter.set(about);
        grounds = why;
        approved = then;
        asked.set(null);
        name.set("");
        password.set("");
        changed();
        once.answered();
        open.set(true);
    }

    public void approveHere() {
        var about = matter.get();
        var why = grounds;
        if (about == null || why == null) {
            return;
        }
        var typed = password.get().toCharArray();
        var request = once.request();
        session.background()
                .run(
                        "second-person.checking",
                        busy,
                        () -> {
                            try {
                                return session.doors()
                                        .approvals()
                                        .approveHere(
                                                session.actor(),
                                                request,
                                                about,
                                                why,
                                                name.get().strip(),
                                                typed);
                            } finally {
                                Arrays.fill(typed, '\0');
                            }
                        },
                        this::answered);
    }

    private void answered(HereOutcome outcome) {
        once.answered();
        password.set("");
        switch (outcome) {
            case HereOutcome.Approved(var approval) -> goOn(approval);
            case HereOutcome.Wrong(var wait) ->
                    refusal.set(
                            wait.isZero()
                                    ? Message.of("sign-in.wrong")
                                    : Message.of("sign-in.wrong-wait", wait.toSeconds()));
            case HereOutcome.LockedOut(var until) ->
                    refusal.set(
                            Message.of(
                                    "sign-in.locked",
                                    Math.max(
                                            1,
                                            Duration.between(session.clock().instant(), until)
                                                            .toMinutes()
                                                    + 1)));
            case HereOutcome.Yourself _ -> refusal.set(Message.of("second-person.yourself"));
            case HereOutcome.MayNotApprove(var who) ->
                    refusal.set(Message.of("second-person.may-not", who));
            case HereOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    /// Lays it before whoever may approve, and waits.
    public void askElsewhere() {
        var about = matter.get();
        var why = grounds;
        if (about == null || why == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "second-person.asking",
                        busy,
                        () -> session.doors().approvals().ask(session.actor(), request, about, why),
                        outcome -> {
                            once.answered();
                            refusal.set(null);
                            switch (outcome) {
                                case AskOutcome.Asked(var approval) -> asked.set(approval);
                                case AskOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    /// Somebody may have decided.
    public void changed(Fact fact) {
        var waitsFor = asked.get();
        if (waitsFor == null || !fact.subject().equals("approval:" + waitsFor.number())) {
            return;
        }
        session.background()
                .run(
                        "second-person.asking",
                        busy,
                        () -> session.doors().approvals().find(session.actor(), waitsFor.number()),
                        found -> found.ifPresent(this::decided));
    }

    private void decided(Approval approval) {
        switch (approval.state()) {
            case APPROVED -> goOn(approval);
            case REFUSED -> {
                asked.set(null);
                refusal.set(
                        Message.of(
                                "second-person.refused",
                                String.valueOf(approval.decidedByName()),
                                Message.of(
                                        app.lodge.desktop.shell.Wording.key(
                                                "approval-remark", approval.remark())),
                                approval.remarkReference()));
            }
            case EXPIRED, WITHDRAWN, USED -> {
                asked.set(null);
                refusal.set(Message.of("second-person.expired"));
            }
            case OPEN -> asked.set(approval);
        }
    }

    private void goOn(Approval approval) {
        var waitedFor = asked.get();
        if (waitedFor != null && waitedFor.number() == approval.number()) {
            asked.set(null); // decided: there is nothing to take back
        }
        open.set(false);
        var then = approved;
        if (then != null) {
            then.accept(approval.number());
        }
    }

    /// Whoever closes the sheet no longer waits.
    private void left() {
        var waitedFor = asked.get();
        if (waitedFor == null) {
            return;
        }
        asked.set(null);
        var request = once.request();
        session.background()
                .run(
                        "second-person.asking",
                        busy,
                        () ->
                                session.doors()
                                        .approvals()
                                        .withdraw(session.actor(), request, waitedFor.number()),
                        _ -> once.answered());
    }
}
