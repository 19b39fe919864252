package app.lodge.desktop.costcentres;

import app.lodge.core.accounts.Account;
import app.lodge.core.books.Problem;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.Budget.Period;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.costcentres.CostCentresViewModel.Detail;
import app.lodge.desktop.costcentres.CostCentresViewModel.NamedBudget;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Sets the budget of a centre, or of one person on it (ID-18).
public final class BudgetFormViewModel {

    private final Session session;
    private final Consumer<CostCentre> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty forPerson = new SimpleBooleanProperty();
    private final PersonChoice person;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.MONTH);
    private final StringProperty amount = new SimpleStringProperty("");
    private final BooleanProperty carriesOver = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> startsOn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> endsOn = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private CentreId centre = new CentreId(0);
    private @Nullable NamedBudget edited;

    BudgetFormViewModel(Session session, Consumer<CostCentre> saved) {
        this.session = session;
        this.saved = saved;
        person = new PersonChoice(session);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public BooleanProperty forPerson() {
        return forPerson;
    }

    public PersonChoice person() {
        return person;
    }

    public ObjectProperty<Period> period() {
        return period;
    }

    public StringProperty amount() {
        return amount;
    }

    public BooleanProperty carriesOver() {
        return carriesOver;
    }

    public ObjectProperty<@Nullable LocalDate> startsOn() {
        return startsOn;
    }

    public ObjectProperty<@Nullable LocalDate> endsOn() {
        return endsOn;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public String currency() {
        return session.site().currency().getCurrencyCode();
    }

    /// Null for a new one; whose it is cannot be changed afterwards.
    public @Nullable NamedBudget edited() {
        return edited;
    }

    public void beginNew(Detail shown) {
        var today = session.clock().instant().atZone(session.site().zone()).toLocalDate();
        edited = null;
        begin(shown, new Budget(0, Period.MONTH, 0, false, today.withDayOfMonth(1), null));
        amount.set("");
        forPerson.set(shown.row().whole() != null);
    }

    public void begin(Detail shown, NamedBudget one) {
        edited = one;
        begin(shown, one.standing().budget());
    }

    private void begin(Detail shown, Budget budget) {
        centre = shown.id();
        forPerson.set(budget.account() != 0);
        person.clear();
        period.set(budget.period());
        amount.set(Amounts.typed(new Money(budget.amount(), session.site().currency())));
        carriesOver.set(budget.carriesOver());
        startsOn.set(budget.startsOn());
        endsOn.set(budget.endsOn());
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var found = new ArrayList<Problem>();
        var reading = Amounts.read("amount", amount.get(), session.site().currency());
        reading.problem().ifPresent(found::add);
        var from = startsOn.get();
        if (from == null) {
            found.add(Problem.of("startsOn", "", "centres.first-day-missing"));
        }
        var hit = person.chosen().get();
        var whose = edited == null ? 0 : edited.standing().budget().account();
        if (edited == null && forPerson.get() && hit == null) {
            found.add(Problem.of("person", person.query().get(), "centres.person-missing"));
        }
        problems.setAll(found);
        if (!found.isEmpty() || from == null) {
            return;
        }
        var minor = reading.amount().orElseThrow().minor();
        var request = once.request();
        var wanted = new Budget(whose, period.get(), minor, carriesOver.get(), from, endsOn.get());
        var named = edited == null && forPerson.get() && hit != null ? hit.number() : 0;
        session.background()
                .run(
                        "centres.saving",
                        busy,
                        () ->
                                session.doors()
                                        .costCentres()
                                        .setBudget(
                                                session.actor(),
                                                request,
                                                centre,
                                                named == 0 ? wanted : of(named, wanted)),
                        this::answered);
    }

    private Budget of(long number, Budget wanted) {
        var account =
                session.doors()
                        .accounts()
                        .ofPerson(session.actor(), new PersonId(number))
                        .map(Account::id)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Person %d has no account".formatted(number)));
        return new Budget(
                account.number(),
                wanted.period(),
                wanted.amount(),
                wanted.carriesOver(),
                wanted.startsOn(),
                wanted.endsOn());
    }

    private void answered(CentreOutcome outcome) {
        once.answered();
        switch (outcome) {
            case CentreOutcome.Done(var done) -> {
                open.set(false);
                saved.accept(done);
            }
            case CentreOutcome.Rejected(List<Problem> found) -> problems.setAll(found);
        }
    }
}
