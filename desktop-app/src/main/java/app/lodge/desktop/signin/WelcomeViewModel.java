package app.lodge.desktop.signin;

import app.lodge.core.books.Problem;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.signin.SiteStarter.CreateOutcome;
import app.lodge.desktop.signin.SiteStarter.NewSite;
import app.lodge.desktop.signin.SiteStarter.SiteLink;
import app.lodge.desktop.signin.SiteStarter.StartStep;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The first start: create a site, or look around in the demo.
public final class WelcomeViewModel {

    static final List<String> CURRENCIES =
            List.of("EUR", "CHF", "GBP", "USD", "PLN", "CZK", "DKK", "SEK", "NOK", "CNY", "JPY");

    private static final int SHORTEST_PASSWORD = 10;

    private final Background background;
    private final SiteStarter starter;
    private final Consumer<SiteLink> ready;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<String> currency = new SimpleObjectProperty<>("EUR");
    private final ObjectProperty<String> zone =
            new SimpleObjectProperty<>(ZoneId.systemDefault().getId());
    private final ObjectProperty<String> language;
    private final StringProperty administrator = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty creating = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable StartStep> step = new SimpleObjectProperty<>();

    /// @param ready hears of the bridge that answers
    public WelcomeViewModel(
            Background background,
            SiteStarter starter,
            WorkstationSettings settings,
            Consumer<SiteLink> ready) {
        this.background = background;
        this.starter = starter;
        this.ready = ready;
        this.language = new SimpleObjectProperty<>(settings.values().language());
    }

    public StringProperty name() {
        return name;
    }

    ObjectProperty<String> currency() {
        return currency;
    }

    ObjectProperty<String> zone() {
        return zone;
    }

    ObjectProperty<String> language() {
        return language;
    }

    public StringProperty administrator() {
        return administrator;
    }

    public StringProperty password() {
        return password;
    }

    public StringProperty repeated() {
        return repeated;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Whether the form for a new site is shown.
    public BooleanProperty creating() {
        return creating;
    }

    public BooleanProperty busy() {
        return busy;
    }

    ReadOnlyObjectProperty<@Nullable StartStep> step() {
        return step;
    }

    public void create() {
        var wrong = new ArrayList<Problem>();
        if (name.get().isBlank()) {
            wrong.add(Problem.of("name", "", "welcome.name-missing"));
        }
        if (administrator.get().isBlank()) {
            wrong.add(Problem.of("administrator", "", "welcome.administrator-missing"));
        }
        if (password.get().length() < SHORTEST_PASSWORD) {
            wrong.add(Problem.of("password", "", "welcome.password-short", SHORTEST_PASSWORD));
        } else if (!password.get().equals(repeated.get())) {
            wrong.add(Problem.of("repeated", "", "operators.not-the-same"));
        }
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var site =
                new NewSite(
                        name.get().strip(),
                        Currency.getInstance(currency.get()),
                        ZoneId.of(zone.get()),
                        language.get(),
                        administrator.get().strip(),
                        password.get().toCharArray());
        background.<StartStep, CreateOutcome>run(
                "start.creating",
                busy,
                progress -> starter.create(site, progress),
                step::set,
                this::created);
    }

    private void created(CreateOutcome outcome) {
        step.set(null);
        switch (outcome) {
            case CreateOutcome.Created(var link) -> {
                password.set("");
                repeated.set("");
                ready.accept(link);
            }
            case CreateOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void openDemo() {
        background.<StartStep, SiteLink>run(
                "start.opening-demo",
                busy,
                starter::openDemo,
                step::set,
                link -> {
                    step.set(null);
                    ready.accept(link);
                });
    }
}
