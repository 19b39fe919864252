package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.core.media.Apps.ConfirmOutcome;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
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

/// A telephone becomes a medium of whoever stands at the desk: it scans what is shown and shows its first
/// code (ID-07). What it scanned is forgotten as the sheet closes.
public final class AppViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable Person> atDesk;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<BeginOutcome.@Nullable Begun> begun = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final StringProperty code = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once begins = new Once();
    private final Once confirms = new Once();

    /// @param changed when somebody's media are others than before
    AppViewModel(
            Session session, ReadOnlyObjectProperty<@Nullable Person> atDesk, Runnable changed) {
        this.session = session;
        this.atDesk = atDesk;
        this.changed = changed;
        code.subscribe(_ -> problems.clear());
        open.subscribe(now -> {
            if (!now) {
                begun.set(null);
                code.set("");
            }
        });
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What the telephone scans; null until the books answered, and where they refused.
    public ReadOnlyObjectProperty<BeginOutcome.@Nullable Begun> begun() {
        return begun;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    /// What the telephone shows.
    public StringProperty code() {
        return code;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean may() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    /// Who gets it.
    String holder() {
        var there = atDesk.get();
        return there == null ? "" : there.details().fullName();
    }

    public void begin() {
        var there = atDesk.get();
        if (there == null || busy.get() || !may()) {
            return;
        }
        refusal.set(null);
        begun.set(null);
        code.set("");
        open.set(true);
        session.background()
                .run(
                        "app.beginning",
                        busy,
                        () ->
                                session.doors()
                                        .apps()
                                        .begin(session.actor(), begins.request(), there.id()),
                        this::show);
    }

    private void show(BeginOutcome outcome) {
        begins.answered();
        switch (outcome) {
            case BeginOutcome.Begun now -> {
                if (open.get()) {
                    begun.set(now);
                }
                changed.run();
            }
            case BeginOutcome.TooMany(int most) ->
                    refusal.set(Message.of("issue.too-many.app", most));
            case BeginOutcome.NotCovered(var lack) ->
                    refusal.set(Message.of("issue.key-not-covered", lack.owed(), lack.missing()));
            case BeginOutcome.PersonUnknown _ -> refusal.set(Message.of("number.nobody"));
            case BeginOutcome.PersonBlocked _ -> refusal.set(Message.of("number.person-blocked"));
        }
    }

    public void confirm() {
        var shown = begun.get();
        if (shown == null || busy.get()) {
            return;
        }
        refusal.set(null);
        var typed = code.get();
        session.background()
                .run(
                        "app.confirming",
                        busy,
                        () ->
                                session.doors()
                                        .apps()
                                        .confirm(
                                                session.actor(),
                                                confirms.request(),
                                                shown.app().id(),
                                                typed),
                        outcome -> show(outcome, typed));
    }

    private void show(ConfirmOutcome outcome, String typed) {
        confirms.answered();
        switch (outcome) {
            case ConfirmOutcome.Confirmed(var app) -> {
                session.notices().done(Message.of("app.confirmed", app.number()));
                open.set(false);
                changed.run();
            }
            case ConfirmOutcome.WrongCode _ ->
                    problems.setAll(List.of(Problem.of("code", typed, "app.wrong-code")));
            case ConfirmOutcome.Paused _ -> refusal.set(Message.of("app.paused"));
            case ConfirmOutcome.NotWaiting _ -> refusal.set(Message.of("app.not-waiting"));
            case ConfirmOutcome.TooMany(int most) ->
                    refusal.set(Message.of("issue.too-many.app", most));
        }
    }
}
