package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseLaw;
import app.lodge.core.purse.PurseLaw.Loss;
import app.lodge.core.purse.PurseRules;
import app.lodge.core.purse.Purses.RulesOutcome;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The site's rules for purses: how much, how long, and how long to wait before one moves (CHAIN-20,
/// CHAIN-22).
public final class PurseRulesViewModel {

    /// Minor units.
    private static final long MOST = 100_000_000;

    private final Session session;
    private final StringProperty maximum = new SimpleStringProperty("");
    private final StringProperty validMonths = new SimpleStringProperty("");
    private final StringProperty waitingDays = new SimpleStringProperty("");
    private final StringProperty cardType = new SimpleStringProperty("");
    private final StringProperty country = new SimpleStringProperty("");
    private final StringProperty identifiedAbove = new SimpleStringProperty("");
    private final ObjectProperty<Loss> loss = new SimpleObjectProperty<>(Loss.ALL);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public PurseRulesViewModel(Session session) {
        this.session = session;
        for (var field :
                List.<ObservableValue<?>>of(
                        maximum,
                        validMonths,
                        waitingDays,
                        cardType,
                        country,
                        identifiedAbove,
                        loss)) {
            field.subscribe(_ -> {
                problems.clear();
                once.answered();
            });
        }
    }

    /// Two letters, or nothing.
    public StringProperty country() {
        return country;
    }

    /// As typed, in the site's currency; 0 for no limit.
    public StringProperty identifiedAbove() {
        return identifiedAbove;
    }

    public ObjectProperty<Loss> loss() {
        return loss;
    }

    /// As typed, in the site's currency.
    public StringProperty maximum() {
        return maximum;
    }

    public StringProperty validMonths() {
        return validMonths;
    }

    public StringProperty waitingDays() {
        return waitingDays;
    }

    public StringProperty cardType() {
        return cardType;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public boolean mayChange() {
        return session.actor().may(Permission.MANAGE_PURSES);
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "purse-rules.reading",
                            busy,
                            () -> session.doors().purses().rules(session.actor()),
                            this::show);
        }
    }

    private void show(PurseRules rules) {
        maximum.set(Amounts.typed(new Money(rules.maximum(), session.site().currency())));
        validMonths.set(String.valueOf(rules.validMonths()));
        waitingDays.set(String.valueOf(rules.waitingDays()));
        cardType.set(String.valueOf(rules.cardType()));
        var law = rules.inForce();
        country.set(law.country());
        loss.set(law.loss());
        identifiedAbove.set(
                Amounts.typed(new Money(law.identifiedAbove(), session.site().currency())));
    }

    public void save() {
        var wrong = new ArrayList<Problem>();
        var most = Amounts.read("maximum", maximum.get(), session.site().currency());
        most.problem().ifPresent(wrong::add);
        if (most.amount().filter(it -> it.minor() > MOST).isPresent()) {
            var limit = new Money(MOST, session.site().currency());
            wrong.add(
                    Problem.of(
                            "maximum", maximum.get(), "purse.rule-range", 0, Amounts.typed(limit)));
        }
        var rules =
                new PurseRules(
                        most.amount().map(Money::minor).orElse(0L),
                        whole("validMonths", validMonths, 240, wrong),
                        whole("waitingDays", waitingDays, 90, wrong),
                        whole("cardType", cardType, 255, wrong),
                        law(wrong));
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "purse-rules.saving",
                        busy,
                        () -> session.doors().purses().changeRules(session.actor(), request, rules),
                        this::answered);
    }

    private PurseLaw law(List<Problem> wrong) {
        var typed = identifiedAbove.get().strip();
        var currency = session.site().currency();
        boolean none = typed.isEmpty() || typed.matches("0+([.,]0+)?");
        var above = Amounts.read("identifiedAbove", none ? "1" : typed, currency);
        above.problem().ifPresent(wrong::add);
        return new PurseLaw(
                country.get().strip().toUpperCase(Locale.ROOT),
                loss.get(),
                none ? 0 : above.amount().map(Money::minor).orElse(0L));
    }

    private static int whole(String field, StringProperty typed, int most, List<Problem> wrong) {
        var text = typed.get().strip();
        if (text.matches("\\d{1,3}")) {
            return Integer.parseInt(text);
        }
        wrong.add(Problem.of(field, text, "purse.rule-range", 0, most));
        return 0;
    }

    private void answered(RulesOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RulesOutcome.Changed(var now) -> {
                show(now);
                session.notices().done(Message.of("purse-rules.saved"));
            }
            case RulesOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
