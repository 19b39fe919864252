package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.settings.Settings.SettingsOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What holds for the whole site.
public final class SiteSettingsViewModel {

    private final Session session;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<String> zone = new SimpleObjectProperty<>("UTC");
    private final ObjectProperty<String> language = new SimpleObjectProperty<>("en");
    private final StringProperty maximumBalance = new SimpleStringProperty("");
    private final StringProperty holdMinutes = new SimpleStringProperty("");
    private final StringProperty lateAfterMinutes = new SimpleStringProperty("");
    private final StringProperty smallestGroup = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    SiteSettingsViewModel(Session session) {
        this.session = session;
        List.of(name, maximumBalance, holdMinutes, lateAfterMinutes, smallestGroup)
                .forEach(typed -> typed.subscribe(_ -> once.answered()));
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<String> zone() {
        return zone;
    }

    ObjectProperty<String> language() {
        return language;
    }

    StringProperty maximumBalance() {
        return maximumBalance;
    }

    StringProperty holdMinutes() {
        return holdMinutes;
    }

    StringProperty lateAfterMinutes() {
        return lateAfterMinutes;
    }

    StringProperty smallestGroup() {
        return smallestGroup;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    BooleanProperty busy() {
        return busy;
    }

    String currency() {
        return session.site().currency().getCurrencyCode();
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    void refresh() {
        session.background()
                .run(
                        "settings.reading",
                        busy,
                        () -> session.doors().settings().site(session.actor()),
                        this::show);
    }

    private void show(SiteSettings site) {
        name.set(site.name());
        zone.set(site.zone().getId());
        language.set(site.language());
        maximumBalance.set(Amounts.typed(new Money(site.maximumBalance(), site.currency())));
        holdMinutes.set(String.valueOf(site.holdMinutes()));
        lateAfterMinutes.set(String.valueOf(site.lateAfterMinutes()));
        smallestGroup.set(String.valueOf(site.smallestShown()));
        problems.clear();
    }

    void save() {
        var wrong = new ArrayList<Problem>();
        var currency = session.site().currency();
        var maximum = Amounts.read("maximumBalance", maximumBalance.get(), currency);
        maximum.problem().ifPresent(wrong::add);
        var hold = minutes("holdMinutes", holdMinutes.get(), wrong);
        var late = minutes("lateAfterMinutes", lateAfterMinutes.get(), wrong);
        var smallest = people(smallestGroup.get(), wrong);
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var wished =
                new SiteSettings(
                        name.get().strip(),
                        currency,
                        ZoneId.of(zone.get()),
                        language.get(),
                        maximum.amount().map(Money::minor).orElse(0L),
                        hold.orElse(0),
                        late.orElse(0),
                        smallest.orElse(0));
        var request = once.request();
        session.background()
                .run(
                        "settings.saving",
                        busy,
                        () -> session.doors().settings().change(session.actor(), request, wished),
                        this::answered);
    }

    private void answered(SettingsOutcome outcome) {
        once.answered();
        switch (outcome) {
            case SettingsOutcome.Changed(var site) -> {
                show(site);
                session.notices().done(Message.of("settings.saved"));
            }
            case SettingsOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    private static OptionalInt people(String typed, List<Problem> wrong) {
        if (!typed.strip().matches("\\d{1,4}")) {
            wrong.add(
                    Problem.of(
                            "smallestGroup",
                            typed,
                            "settings.range",
                            SiteSettings.LEAST_SMALLEST_GROUP,
                            SiteSettings.MOST_SMALLEST_GROUP));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(typed.strip()));
    }

    private static OptionalInt minutes(String field, String typed, List<Problem> wrong) {
        if (!typed.strip().matches("\\d{1,4}")) {
            wrong.add(Problem.of(field, typed, "settings.minutes-malformed"));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(typed.strip()));
    }
}
