package app.lodge.desktop.bankfiles;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.RunOutcome;
import app.lodge.core.topups.RunItem;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One run: who, how much, what hinders, and the file.
public final class RunViewModel {

    private static final int DAYS_AHEAD = 3;

    /// @param name the holder's
    public record Row(RunItem item, String name) {
        boolean ready() {
            return item.hindrance() == null;
        }
    }

    private final Session session;
    private final Kind kind;
    private final Runnable done;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> dueOn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    RunViewModel(Session session, Kind kind, Runnable done) {
        this.session = session;
        this.kind = kind;
        this.done = done;
    }

    public Kind kind() {
        return kind;
    }

    /// What waits, the oldest first; those that cannot go too.
    public ObservableList<Row> rows() {
        return rows;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObjectProperty<@Nullable LocalDate> dueOn() {
        return dueOn;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public long ready() {
        return rows.stream().filter(Row::ready).count();
    }

    public long hindered() {
        return rows.size() - ready();
    }

    public Money amount() {
        return rows.stream()
                .filter(Row::ready)
                .map(row -> row.item().amount())
                .reduce(Money.of(0, "EUR"), Money::plus);
    }

    List<Row> read(PersonNames names) {
        return session.doors().bankFiles().waiting(session.actor(), kind).stream()
                .map(item -> new Row(item, names.of(item.person())))
                .toList();
    }

    void show(List<Row> read) {
        rows.setAll(read);
    }

    public void begin() {
        var day = session.clock().instant().atZone(session.site().zone()).toLocalDate();
        dueOn.set(kind == Kind.COLLECTION ? workday(day.plusDays(DAYS_AHEAD)) : workday(day));
        refusal.set(null);
        problems.clear();
        once.answered();
        open.set(true);
    }

    /// Banks carry nothing out on a weekend.
    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    public void write() {
        var day = dueOn.get();
        if (day == null) {
            problems.setAll(List.of(Problem.of("dueOn", "", "centres.first-day-missing")));
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "bank-desk.writing",
                        busy,
                        () -> session.doors().bankFiles().run(session.actor(), request, kind, day),
                        this::answered);
    }

    private void answered(RunOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RunOutcome.Filed(var file) -> {
                open.set(false);
                session.notices().done(Message.of("bank-run.written", file.name()));
                done.run();
            }
            case RunOutcome.NotWritten(var file, var folder) -> {
                open.set(false);
                session.notices().warn(Message.of("bank-run.not-written", file.name(), folder));
                done.run();
            }
            case RunOutcome.NothingDue() -> refusal.set(Message.of("bank-run.nothing-due"));
            case RunOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
