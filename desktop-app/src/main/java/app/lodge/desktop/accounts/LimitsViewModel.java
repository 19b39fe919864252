package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.accounts.Limits.LimitOutcome;
import app.lodge.core.accounts.Limits.Standing;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The limits of one account or one group: seen with what remains, set, taken away (ID-13, ID-19).
public final class LimitsViewModel {

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Standing> standing = FXCollections.observableArrayList();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.OVERDRAFT);
    private final StringProperty most = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private Owner owner = Owner.ACCOUNT;
    private long whose;
    private String name = "";
    private Currency currency;

    /// @param changed hears that limits are others now
    public LimitsViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        this.currency = session.site().currency();
        List.<ObservableValue<?>>of(kind, most, until)
                .forEach(field ->
                        field.subscribe(_ -> {
                            problems.clear();
                            once.answered();
                        }));
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What holds; for a group what was set, of which nothing is used.
    public ObservableList<Standing> standing() {
        return standing;
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public StringProperty most() {
        return most;
    }

    /// The last day; null for good.
    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    Owner owner() {
        return owner;
    }

    /// Of the group; empty for an account.
    String name() {
        return name;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_LIMITS);
    }

    public boolean maySee() {
        return session.actor().may(Permission.SEE_BOOKS);
    }

    /// Whether a limit is the owner's own, and not the group's or the site's.
    public boolean own(Limit limit) {
        return limit.owner() == owner && limit.whose() == whose;
    }

    /// Of the account; groups have theirs in the site's.
    Currency currency() {
        return currency;
    }

    public void begin(Account account) {
        currency = account.balance().currency();
        begin(Owner.ACCOUNT, account.id().number(), "");
    }

    public void beginGroup(long group, String called) {
        currency = session.site().currency();
        begin(Owner.GROUP, group, called);
    }

    private void begin(Owner whoOwns, long number, String called) {
        owner = whoOwns;
        whose = number;
        name = called;
        most.set("");
        until.set(null);
        standing.clear();
        open.set(true);
        read();
    }

    private void read() {
        session.background()
                .run(
                        "limits.reading",
                        busy,
                        () ->
                                owner == Owner.ACCOUNT
                                        ? session.doors()
                                                .limits()
                                                .standing(session.actor(), new AccountId(whose))
                                        : session
                                                .doors()
                                                .limits()
                                                .of(session.actor(), owner, whose)
                                                .stream()
                                                .map(limit -> new Standing(limit, 0))
                                                .toList(),
                        standing::setAll);
    }

    public void set() {
        amount().ifPresent(minor -> {
            var limit = new Limit(kind.get(), owner, whose, minor, until.get());
            write(request -> session.doors().limits().set(session.actor(), request, limit));
        });
    }

    private Optional<Long> amount() {
        var typed = most.get().strip();
        if (kind.get().counts()) {
            if (typed.matches("\\d{1,6}")) {
                return Optional.of(Long.parseLong(typed));
            }
            problems.setAll(List.of(Problem.of("most", typed, "limits.count-malformed")));
            return Optional.empty();
        }
        if (typed.matches("0+([.,]0*)?")) {
            return Optional.of(0L); // nothing at all may be spent
        }
        var reading = Amounts.read("most", typed, currency());
        reading.problem().ifPresent(problem -> problems.setAll(List.of(problem)));
        return reading.amount().map(Money::minor);
    }

    public void remove(Kind which) {
        write(request ->
                session.doors().limits().remove(session.actor(), request, owner, whose, which));
    }

    private void write(Function<RequestId, LimitOutcome> call) {
        var request = once.request();
        session.background().run("limits.saving", busy, () -> call.apply(request), this::answered);
    }

    private void answered(LimitOutcome outcome) {
        once.answered();
        switch (outcome) {
            case LimitOutcome.Done _ -> {
                most.set("");
                session.notices().done(Message.of("limits.saved"));
                read();
                changed.run();
            }
            case LimitOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
