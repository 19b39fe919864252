package app.lodge.desktop.carddesk;

import app.lodge.core.batches.CardPrices.Prices;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the site pays for a ribbon and a blank.
public final class CardPricesViewModel {

    private final Session session;
    private final Runnable changed;
    private final StringProperty ribbon = new SimpleStringProperty("");
    private final StringProperty sides = new SimpleStringProperty("");
    private final StringProperty blank = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    CardPricesViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        List.of(ribbon, sides, blank).forEach(field -> field.subscribe(_ -> once.answered()));
    }

    public StringProperty ribbon() {
        return ribbon;
    }

    public StringProperty sides() {
        return sides;
    }

    public StringProperty blank() {
        return blank;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    public void begin() {
        problems.clear();
        session.background()
                .run(
                        "batches.looking",
                        busy,
                        () -> session.doors().cardPrices().prices(session.actor()),
                        this::show);
    }

    private void show(Prices now) {
        ribbon.set(typed(now.ribbon()));
        sides.set(now.sides() == 0 ? "" : String.valueOf(now.sides()));
        blank.set(typed(now.blank()));
        open.set(true);
    }

    private String typed(long minor) {
        return minor == 0 ? "" : Amounts.typed(new Money(minor, session.site().currency()));
    }

    public void keep() {
        var wrong = new ArrayList<Problem>();
        var wanted =
                new Prices(
                        amount("ribbon", ribbon, wrong),
                        count(wrong),
                        amount("blank", blank, wrong));
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "batches.changing",
                        busy,
                        () -> session.doors().cardPrices().change(session.actor(), request, wanted),
                        this::kept);
    }

    private void kept(List<Problem> wrong) {
        once.answered();
        problems.setAll(wrong);
        if (wrong.isEmpty()) {
            open.set(false);
            changed.run();
        }
    }

    /// Nothing typed is nothing said.
    private long amount(String field, StringProperty typed, List<Problem> wrong) {
        if (typed.get().isBlank()) {
            return 0;
        }
        var reading = Amounts.read(field, typed.get(), session.site().currency());
        reading.problem().ifPresent(wrong::add);
        return reading.amount().map(Money::minor).orElse(0L);
    }

    private int count(List<Problem> wrong) {
        var typed = sides.get().strip();
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[0-9]{1,5}")) {
            wrong.add(Problem.of("sides", typed, "settings.range", 0, 10_000));
            return 0;
        }
        return Integer.parseInt(typed);
    }
}
