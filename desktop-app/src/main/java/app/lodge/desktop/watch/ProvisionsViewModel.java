package app.lodge.desktop.watch;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Provision;
import app.lodge.core.watch.Watch.ProvisionOutcome;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What somebody enters into the look-ahead: licences and the credit of SIM cards (ID-49).
public final class ProvisionsViewModel {

    private static final String SUBJECT = "provision:";

    final ObjectProperty<Provision.Kind> kind = new SimpleObjectProperty<>(Provision.Kind.LICENCE);
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty on = new SimpleStringProperty("");
    final StringProperty remaining = new SimpleStringProperty("");
    final StringProperty wanted = new SimpleStringProperty("");

    private final Session session;
    private final Runnable changed;
    private final ObjectProperty<@Nullable Ahead> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();
    private long edited;

    /// @param changed after something was kept or removed
    ProvisionsViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    public boolean allowed() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    /// The line that the table has chosen, whatever it is.
    public ObjectProperty<@Nullable Ahead> chosen() {
        return chosen;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean isNew() {
        return edited == 0;
    }

    static boolean entered(@Nullable Ahead one) {
        return one != null
                && (one.kind() == Ahead.Kind.LICENCE || one.kind() == Ahead.Kind.SIM_CREDIT);
    }

    /// A ribbon, too: its printer may be gone.
    static boolean removable(@Nullable Ahead one) {
        return one != null && one.subject().startsWith(SUBJECT);
    }

    /// @param minor in the site's currency
    Money credit(long minor) {
        return new Money(minor, session.site().currency());
    }

    public void beginNew() {
        begin(0, Provision.Kind.LICENCE, "", null, 0, 0);
    }

    public void beginChange() {
        var one = chosen.get();
        if (one != null && entered(one)) {
            begin(
                    number(one),
                    one.kind() == Ahead.Kind.LICENCE ? Provision.Kind.LICENCE : Provision.Kind.SIM,
                    one.what(),
                    one.on(),
                    one.used(),
                    one.of());
        }
    }

    private static long number(Ahead one) {
        return Long.parseLong(one.subject().substring(SUBJECT.length()));
    }

    private void begin(
            long id,
            Provision.Kind what,
            String called,
            @Nullable LocalDate day,
            long left,
            long level) {
        edited = id;
        kind.set(what);
        name.set(called);
        on.set(day == null ? "" : day.toString());
        remaining.set(left == 0 ? "" : Amounts.typed(credit(left)));
        wanted.set(level == 0 ? "" : Amounts.typed(credit(level)));
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        problems.clear();
        var sim = kind.get() == Provision.Kind.SIM;
        var provision =
                new Provision(
                        edited,
                        kind.get(),
                        name.get().strip(),
                        day(on.get().strip()),
                        sim ? amount("remaining", remaining.get()) : 0,
                        sim ? amount("wanted", wanted.get()) : 0,
                        Instant.EPOCH);
        if (!problems.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () ->
                                session.doors()
                                        .watch()
                                        .putProvision(session.actor(), request, provision),
                        this::saved);
    }

    private @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            problems.add(Problem.of("on", typed, "provision.day-malformed"));
            return null;
        }
    }

    /// Nothing is nothing.
    private long amount(String field, String typed) {
        if (typed.strip().matches("0*([.,]0*)?")) {
            return 0;
        }
        var reading = Amounts.read(field, typed, session.site().currency());
        reading.problem().ifPresent(problems::add);
        return reading.amount().map(Money::minor).orElse(0L);
    }

    private void saved(ProvisionOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ProvisionOutcome.Kept _ -> {
                open.set(false);
                session.notices().done(Message.of("watch.provision-saved"));
                changed.run();
            }
            case ProvisionOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void remove() {
        var one = chosen.get();
        if (one == null || !removable(one)) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () ->
                                session.doors()
                                        .watch()
                                        .removeProvision(session.actor(), request, number(one)),
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("watch.provision-removed"));
                            changed.run();
                        });
    }
}
