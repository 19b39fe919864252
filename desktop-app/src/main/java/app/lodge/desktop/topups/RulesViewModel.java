package app.lodge.desktop.topups;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.topups.SourceRule;
import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.core.topups.TopUpSource;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// When each source's money is credited, and what a return costs the holder (ID-29).
public final class RulesViewModel {

    public record Row(TopUpSource source, SourceRule rule) {}

    private final Session session;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<TopUpSource> source =
            new SimpleObjectProperty<>(TopUpSource.KIOSK);
    private final ObjectProperty<Crediting> crediting =
            new SimpleObjectProperty<>(Crediting.AFTER_SETTLEMENT);
    private final StringProperty upTo = new SimpleStringProperty("");
    private final StringProperty returnFee = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    public RulesViewModel(Session session) {
        this.session = session;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public BooleanProperty open() {
        return open;
    }

    public ObjectProperty<TopUpSource> source() {
        return source;
    }

    public ObjectProperty<Crediting> crediting() {
        return crediting;
    }

    /// Asked for where money is credited at once up to an amount only.
    public StringProperty upTo() {
        return upTo;
    }

    /// Empty for none.
    public StringProperty returnFee() {
        return returnFee;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    Money money(long minor) {
        return new Money(minor, session.site().currency());
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    public void refresh() {
        if (session.actor().may(Permission.SEE_ACCOUNTS)) {
            session.background()
                    .run(
                            "orders.reading",
                            busy,
                            () -> session.doors().topUps().rules(session.actor()),
                            this::show);
        }
    }

    private void show(Map<TopUpSource, SourceRule> rules) {
        rows.setAll(
                Stream.of(TopUpSource.values())
                        .map(one -> new Row(one, rules.getOrDefault(one, SourceRule.STANDARD)))
                        .toList());
    }

    public void begin(Row row) {
        source.set(row.source());
        crediting.set(row.rule().crediting());
        upTo.set(typed(row.rule().upTo()));
        returnFee.set(typed(row.rule().returnFee()));
        problems.clear();
        once.answered();
        open.set(true);
    }

    private String typed(long minor) {
        return minor == 0 ? "" : Amounts.typed(new Money(minor, session.site().currency()));
    }

    public void save() {
        var found = new ArrayList<Problem>();
        var most = crediting.get() == Crediting.AT_ONCE_UP_TO ? read("upTo", upTo, found) : 0;
        var fee = returnFee.get().isBlank() ? 0 : read("returnFee", returnFee, found);
        problems.setAll(found);
        if (!found.isEmpty()) {
            return;
        }
        var rule = new SourceRule(crediting.get(), most, fee);
        var which = source.get();
        var request = once.request();
        session.background()
                .run(
                        "orders.saving",
                        busy,
                        () ->
                                session.doors()
                                        .topUps()
                                        .changeRule(session.actor(), request, which, rule),
                        this::answered);
    }

    private long read(String field, StringProperty typed, List<Problem> found) {
        var reading = Amounts.read(field, typed.get(), session.site().currency());
        reading.problem().ifPresent(found::add);
        return reading.amount().map(Money::minor).orElse(0L);
    }

    private void answered(List<Problem> found) {
        once.answered();
        if (found.isEmpty()) {
            open.set(false);
            session.notices().done(Message.of("source-rule.saved"));
            refresh();
        } else {
            problems.setAll(found);
        }
    }
}
