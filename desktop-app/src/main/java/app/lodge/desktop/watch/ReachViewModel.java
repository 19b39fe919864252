package app.lodge.desktop.watch;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Reach;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Reach.MailReach;
import app.lodge.core.watch.Watch.ReachOutcome;
import app.lodge.core.watch.Watch.TryOutcome;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// How those who are told are reached. What is secret is typed here and never read back.
public final class ReachViewModel {

    final StringProperty host = new SimpleStringProperty("");
    final StringProperty port = new SimpleStringProperty("587");
    final ObjectProperty<MailSecurity> security = new SimpleObjectProperty<>(MailSecurity.STARTTLS);
    final StringProperty user = new SimpleStringProperty("");
    final StringProperty password = new SimpleStringProperty("");
    final StringProperty from = new SimpleStringProperty("");
    final StringProperty to = new SimpleStringProperty("");
    final StringProperty last = new SimpleStringProperty("");
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty secret = new SimpleStringProperty("");

    private final Session session;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty mailOpen = new SimpleBooleanProperty();
    private final BooleanProperty hookOpen = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(new Reach(null, null));
    private final Once once = new Once();

    ReachViewModel(Session session) {
        this.session = session;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty mailOpen() {
        return mailOpen;
    }

    public BooleanProperty hookOpen() {
        return hookOpen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<Reach> reach() {
        return reach;
    }

    void refresh() {
        if (session.actor().may(Permission.CHANGE_SETTINGS)) {
            session.background()
                    .run(
                            "watch.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().watch().reach(session.actor()),
                            reach::set);
        }
    }

    public void beginMail() {
        var mail = reach.get().mail();
        if (mail != null) {
            host.set(mail.server().host());
            port.set(String.valueOf(mail.server().port()));
            security.set(mail.server().security());
            user.set(mail.server().user());
            from.set(mail.server().from());
            to.set(String.join(", ", mail.to()));
            last.set(String.join(", ", mail.last()));
        }
        begin(mailOpen);
    }

    public void beginHook() {
        var hook = reach.get().webhook();
        if (hook != null) {
            address.set(hook.address());
        }
        begin(hookOpen);
    }

    private void begin(BooleanProperty open) {
        password.set("");
        secret.set("");
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void saveMail() {
        int number;
        try {
            number = Integer.parseInt(port.get().strip());
        } catch (NumberFormatException e) {
            problems.setAll(List.of(Problem.of("port", port.get(), "watch.no-number")));
            return;
        }
        var wanted =
                new MailReach(
                        new MailServer(
                                host.get().strip(),
                                number,
                                security.get(),
                                user.get().strip(),
                                from.get().strip()),
                        addresses(to.get()),
                        addresses(last.get()));
        var typed = typed(password);
        var request = once.request();
        save(
                mailOpen,
                () -> session.doors().watch().setMail(session.actor(), request, wanted, typed));
    }

    public void saveHook() {
        var wanted = new HookReach(address.get().strip());
        var typed = typed(secret);
        var request = once.request();
        save(
                hookOpen,
                () -> session.doors().watch().setWebhook(session.actor(), request, wanted, typed));
    }

    private static @Nullable String typed(StringProperty field) {
        return field.get().isEmpty() ? null : field.get();
    }

    private static List<String> addresses(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+")).filter(one -> !one.isEmpty()).toList();
    }

    private void save(BooleanProperty open, Background.Call<ReachOutcome> call) {
        session.background().run("watch.saving", busy, call, outcome -> saved(open, outcome));
    }

    private void saved(BooleanProperty open, ReachOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ReachOutcome.Kept(var kept) -> {
                reach.set(kept);
                open.set(false);
                session.notices().done(Message.of("watch.reach-saved"));
            }
            case ReachOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void tryOut(Channel channel) {
        session.background()
                .run(
                        "watch.trying",
                        busy,
                        () -> session.doors().watch().tryOut(session.actor(), channel),
                        this::tried);
    }

    private void tried(TryOutcome outcome) {
        switch (outcome) {
            case TryOutcome.Sent _ -> session.notices().done(Message.of("watch.tried"));
            case TryOutcome.NotSetUp _ -> session.notices().warn(Message.of("watch.not-set-up"));
            case TryOutcome.Failed(var why) ->
                    session.notices().warn(Message.of("watch.try-failed", why));
        }
    }
}
