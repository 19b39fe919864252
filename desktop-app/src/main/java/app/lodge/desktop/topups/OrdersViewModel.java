package app.lodge.desktop.topups;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.topups.TopUpOrder;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUps.OrderOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Top-up orders with how far they have come; settling them and taking them back (ID-28, ID-29).
public final class OrdersViewModel {

    /// @param holder a name, or a number for whoever may see none
    public record Row(TopUpOrder order, String holder) {}

    private final Session session;
    private final ObjectProperty<@Nullable State> state = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Row> chosen = new SimpleObjectProperty<>();
    private final PagedList<Row> rows;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// Read beside the screen.
    private volatile @Nullable State wanted;

    public OrdersViewModel(Session session) {
        this.session = session;
        rows =
                new PagedList<>(
                        session.background(),
                        "orders.reading",
                        (after, limit) -> {
                            var names = new PersonNames(session);
                            return session.doors()
                                    .topUps()
                                    .list(session.actor(), wanted, after, limit)
                                    .map(order -> new Row(order, names.of(order.account())));
                        });
        state.subscribe((_, now) -> {
            wanted = now;
            chosen.set(null);
            rows.reload();
        });
    }

    /// Null for all.
    public ObjectProperty<@Nullable State> state() {
        return state;
    }

    public PagedList<Row> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable Row> chosen() {
        return chosen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// The sheet that takes an order back.
    public BooleanProperty open() {
        return open;
    }

    public StringProperty reason() {
        return reason;
    }

    public ObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayMove() {
        return session.actor().may(Permission.MOVE_MONEY);
    }

    boolean settleable(@Nullable Row row) {
        return mayMove() && row != null && row.order().state() == State.AUTHORISED;
    }

    boolean returnable(@Nullable Row row) {
        return mayMove()
                && row != null
                && (row.order().state() == State.AUTHORISED
                        || row.order().state() == State.SETTLED);
    }

    public void refresh() {
        if (session.actor().may(Permission.SEE_ACCOUNTS)) {
            rows.reload();
        }
    }

    public void settle() {
        var row = chosen.get();
        if (row != null && settleable(row)) {
            act(
                    request ->
                            session.doors()
                                    .topUps()
                                    .settle(session.actor(), request, row.order().number()),
                    "orders.settled",
                    problem -> session.notices().warn(Message.of(problem)));
        }
    }

    public void beginReturn() {
        if (returnable(chosen.get())) {
            reason.set("");
            refusal.set(null);
            problems.clear();
            once.answered();
            open.set(true);
        }
    }

    public void takeBack() {
        var row = chosen.get();
        if (row == null) {
            return;
        }
        problems.clear();
        var code = reason.get().strip().toUpperCase(Locale.ROOT);
        act(
                request ->
                        session.doors()
                                .topUps()
                                .giveBack(session.actor(), request, row.order().number(), code),
                "orders.returned",
                problems::add);
    }

    private void act(
            Function<RequestId, OrderOutcome> verb, String noticeKey, Consumer<Problem> wrong) {
        var request = once.request();
        session.background()
                .run(
                        "orders.booking",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            answered(outcome, noticeKey, wrong);
                        });
    }

    private void answered(OrderOutcome outcome, String noticeKey, Consumer<Problem> wrong) {
        switch (outcome) {
            case OrderOutcome.Done(var order, _) -> {
                open.set(false);
                var row = chosen.get();
                chosen.set(row == null ? null : new Row(order, row.holder()));
                session.notices().done(Message.of(noticeKey, order.reference()));
                rows.reload();
            }
            case OrderOutcome.Rejected(var found) -> found.forEach(wrong);
            case OrderOutcome.NotNow(var order) -> {
                refusal.set(Message.of("orders.not-now", order.reference()));
                session.notices().warn(Message.of("orders.not-now", order.reference()));
                rows.reload();
            }
            case OrderOutcome.Refused _, OrderOutcome.NoMandate _ ->
                    session.notices().warn(Message.of("orders.refused"));
        }
    }
}
