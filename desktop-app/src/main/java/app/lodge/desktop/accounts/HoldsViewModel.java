package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.HeldMoney;
import app.lodge.core.accounts.HoldState;
import app.lodge.core.accounts.Holds.ReleaseOutcome;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is reserved of the account that is shown: read only while somebody looks at it, because each look
/// is journalled; an open one is let go for a reason (ID-18, ID-50).
public final class HoldsViewModel {

    private final Session session;
    private final MovementsViewModel movements;
    private final Runnable changed;
    private final PagedList<HeldMoney> rows;
    private final ObjectProperty<Optional<HoldState>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable HeldMoney> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Reason> reason = new SimpleObjectProperty<>(Reason.DEVICE_ERROR);
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// What is read beside the screen.
    private record Wanted(AccountId account, LookPurpose purpose, @Nullable HoldState state) {}

    private volatile @Nullable Wanted wanted;

    private @Nullable AccountId shown;

    HoldsViewModel(Session session, MovementsViewModel movements, Runnable changed) {
        this.session = session;
        this.movements = movements;
        this.changed = changed;
        rows = new PagedList<>(session.background(), "accounts.reading", this::read);
        movements.purpose().subscribe((_, _) -> look());
        state.subscribe((_, _) -> look());
        looking.subscribe((_, _) -> look());
        reason.subscribe((_, _) -> once.answered());
    }

    private Page<HeldMoney> read(@Nullable String after, int limit) {
        var what = wanted;
        return what == null
                ? new Page<>(List.of(), null)
                : session.doors()
                        .holds()
                        .page(
                                session.actor(),
                                what.account(),
                                what.purpose(),
                                what.state(),
                                after,
                                limit);
    }

    /// Nobody is shown for a moment: what changes meanwhile is asked of nobody.
    void leave() {
        shown = null;
    }

    void show(Account account) {
        shown = account.id();
        look();
    }

    private void look() {
        var id = shown;
        if (id == null || !looking.get()) {
            return;
        }
        var now = new Wanted(id, movements.purpose().get(), state.get().orElse(null));
        if (!now.equals(wanted)) {
            wanted = now;
            rows.clear();
        }
        rows.reload();
    }

    public PagedList<HeldMoney> rows() {
        return rows;
    }

    /// Empty for all.
    public ObjectProperty<Optional<HoldState>> state() {
        return state;
    }

    static List<Optional<HoldState>> states() {
        return Stream.concat(
                        Stream.of(Optional.<HoldState>empty()),
                        Stream.of(HoldState.values()).map(Optional::of))
                .toList();
    }

    /// Whether the list is on the screen.
    public BooleanProperty looking() {
        return looking;
    }

    public boolean mayRelease() {
        return session.actor().may(Permission.CORRECT_ACCOUNTS);
    }

    public BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable HeldMoney> chosen() {
        return chosen;
    }

    public ObjectProperty<Reason> reason() {
        return reason;
    }

    /// Why it was not let go.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    public void begin(HeldMoney hold) {
        chosen.set(hold);
        refusal.set(null);
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void release() {
        var hold = chosen.get();
        var id = shown;
        if (hold == null || id == null) {
            return;
        }
        var request = once.request();
        var why = reason.get();
        session.background()
                .run(
                        "holds.releasing",
                        busy,
                        () ->
                                session.doors()
                                        .holds()
                                        .release(session.actor(), request, id, hold.number(), why),
                        outcome -> answered(hold, outcome));
    }

    private void answered(HeldMoney hold, ReleaseOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ReleaseOutcome.LetGo _ -> {
                open.set(false);
                session.notices().done(Message.of("holds.released", hold.amount()));
            }
            case ReleaseOutcome.EndedBefore(var how) ->
                    refusal.set(Message.of(Wording.key("holds.ended-before", how)));
            case ReleaseOutcome.Rejected(var found) -> problems.setAll(found);
        }
        changed.run();
    }
}
