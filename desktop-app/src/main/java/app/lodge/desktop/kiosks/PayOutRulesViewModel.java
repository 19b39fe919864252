package app.lodge.desktop.kiosks;

import app.lodge.core.books.Problem;
import app.lodge.core.kiosks.KioskRules;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
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

/// How much a holder gets back in cash, per pay-out and per day (ID-31).
public final class PayOutRulesViewModel {

    private final Session session;
    private final Runnable done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty mostPerPayOut = new SimpleStringProperty("");
    private final StringProperty mostPerDay = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    PayOutRulesViewModel(Session session, Runnable done) {
        this.session = session;
        this.done = done;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// As typed; empty for none.
    public StringProperty mostPerPayOut() {
        return mostPerPayOut;
    }

    public StringProperty mostPerDay() {
        return mostPerDay;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin(KioskRules rules) {
        mostPerPayOut.set(typed(rules.mostPerPayOut()));
        mostPerDay.set(typed(rules.mostPerDay()));
        problems.clear();
        once.answered();
        open.set(true);
    }

    private String typed(long minor) {
        return minor == 0 ? "" : Amounts.typed(new Money(minor, session.site().currency()));
    }

    public void save() {
        var found = new ArrayList<Problem>();
        var rules =
                new KioskRules(
                        read("mostPerPayOut", mostPerPayOut, found),
                        read("mostPerDay", mostPerDay, found));
        problems.setAll(found);
        if (!found.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "kiosks.saving",
                        busy,
                        () -> session.doors().kiosks().changeRules(session.actor(), request, rules),
                        this::answered);
    }

    private long read(String field, StringProperty typed, List<Problem> found) {
        if (typed.get().isBlank()) {
            return 0;
        }
        var reading = Amounts.read(field, typed.get(), session.site().currency());
        reading.problem().ifPresent(found::add);
        return reading.amount().map(Money::minor).orElse(0L);
    }

    private void answered(List<Problem> found) {
        once.answered();
        problems.setAll(found);
        if (found.isEmpty()) {
            open.set(false);
            session.notices().done(Message.of("kiosks.rules-saved"));
            done.run();
        }
    }
}
