package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.PeriodState;
import app.lodge.core.accounts.Periods.Hindrance;
import app.lodge.core.accounts.Periods.Period;
import app.lodge.core.accounts.Periods.PeriodOutcome;
import app.lodge.core.accounts.Periods.Preview;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Months and their state; the chosen one with what is in it and what hinders its closing (ID-53).
public final class MonthsViewModel {

    private final Session session;
    private final ObservableList<Period> months = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Period> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    MonthsViewModel(Session session) {
        this.session = session;
        chosen.subscribe(month -> {
            refusal.set(null);
            preview.set(null);
            if (month != null) {
                look(month);
            }
        });
    }

    /// Newest first.
    public ObservableList<Period> months() {
        return months;
    }

    public ObjectProperty<@Nullable Period> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<@Nullable Preview> preview() {
        return preview;
    }

    /// Why the month could not be moved on.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public void refresh() {
        session.background()
                .run(
                        "months.reading",
                        busy,
                        () -> session.doors().periods().list(session.actor()),
                        found -> {
                            var before = chosen.get();
                            months.setAll(found);
                            chosen.set(
                                    before == null
                                            ? null
                                            : found.stream()
                                                    .filter(each ->
                                                            each.month().equals(before.month()))
                                                    .findFirst()
                                                    .orElse(null));
                        });
    }

    private void look(Period month) {
        session.background()
                .run(
                        "months.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().periods().preview(session.actor(), month.month()),
                        found -> {
                            if (found.period().month().equals(month.month())) {
                                preview.set(found);
                            }
                        });
    }

    private boolean may() {
        return session.actor().may(Permission.CLOSE_PERIODS);
    }

    private static boolean forbidden(Preview seen) {
        return seen.hindrances().stream().map(Hindrance::why).anyMatch(why -> why.forbids());
    }

    /// Whether somebody can begin to look the month over.
    public boolean mayStart(Preview seen) {
        return may()
                && seen.period().state() == PeriodState.OPEN
                && seen.hindrances().stream()
                        .noneMatch(
                                each -> each.why() == app.lodge.core.accounts.Periods.Why.NOT_OVER);
    }

    public boolean mayClose(Preview seen) {
        return may() && seen.period().state() == PeriodState.CLOSING && !forbidden(seen);
    }

    public void start() {
        write(request -> {
            var month = java.util.Objects.requireNonNull(chosen.get()).month();
            return session.doors().periods().startClosing(session.actor(), request, month);
        });
    }

    /// Asks first: nothing goes into a closed month any more, and it is sealed; a seal is never broken again.
    public void close() {
        var month = chosen.get();
        if (month == null) {
            return;
        }
        session.dialogs()
                .confirm(
                        Message.of("months.close-title", month.month().toString()),
                        Message.of("months.close-body"),
                        "months.close",
                        () ->
                                write(request ->
                                        session.doors()
                                                .periods()
                                                .close(session.actor(), request, month.month())));
    }

    private void write(Function<RequestId, PeriodOutcome> call) {
        var request = once.request();
        session.background()
                .run("months.changing", busy, () -> call.apply(request), this::answered);
    }

    private void answered(PeriodOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PeriodOutcome.Changed(var period) -> {
                session.notices()
                        .done(
                                Message.of(
                                        Wording.key("months.now", period.state()),
                                        period.month().toString()));
                chosen.set(period);
                refresh();
            }
            case PeriodOutcome.NotOver(var until) ->
                    refusal.set(Message.of("months.not-over", until.toString()));
            case PeriodOutcome.NotInOrder(var first) ->
                    refusal.set(Message.of("months.not-in-order", first.toString()));
            case PeriodOutcome.NotPossible(var state) ->
                    refusal.set(
                            Message.of(
                                    "months.not-possible",
                                    Message.of(Wording.key("period-state", state))));
        }
    }
}
