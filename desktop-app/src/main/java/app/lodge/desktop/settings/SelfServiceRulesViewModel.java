package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.SelfServiceRules;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How long codes hold, for how long nothing is released after an address changed, when somebody comes of
/// age, and what holders see and may ask to change of their own data (ID-09, ID-22 to ID-25).
public final class SelfServiceRulesViewModel {

    private final Session session;
    private final StringProperty codeHours = new SimpleStringProperty("");
    private final StringProperty wrongTries = new SimpleStringProperty("");
    private final StringProperty barredHours = new SimpleStringProperty("");
    private final StringProperty majorityYears = new SimpleStringProperty("");
    private final Map<PersonField, ObjectProperty<Access>> access =
            new EnumMap<>(PersonField.class);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    public SelfServiceRulesViewModel(Session session) {
        this.session = session;
        for (var field : PersonField.values()) {
            var choice = new SimpleObjectProperty<Access>(Access.VISIBLE);
            choice.subscribe((_, _) -> once.answered());
            access.put(field, choice);
        }
        for (var number : List.of(codeHours, wrongTries, barredHours, majorityYears)) {
            number.subscribe((_, _) -> {
                problems.clear();
                once.answered();
            });
        }
    }

    public StringProperty codeHours() {
        return codeHours;
    }

    public StringProperty wrongTries() {
        return wrongTries;
    }

    public StringProperty barredHours() {
        return barredHours;
    }

    public StringProperty majorityYears() {
        return majorityYears;
    }

    public ObjectProperty<Access> access(PersonField field) {
        return Objects.requireNonNull(access.get(field));
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS)
                && session.actor().may(Permission.SEE_PEOPLE);
    }

    public void refresh() {
        if (mayChange()) {
            session.background()
                    .run(
                            "self-service-rules.reading",
                            busy,
                            () -> session.doors().selfService().rules(session.actor()),
                            this::show);
        }
    }

    private void show(SelfServiceRules now) {
        codeHours.set(String.valueOf(now.codeHours()));
        wrongTries.set(String.valueOf(now.wrongTries()));
        barredHours.set(String.valueOf(now.barredHours()));
        majorityYears.set(String.valueOf(now.majorityYears()));
        access.forEach((field, choice) -> choice.set(now.access(field)));
    }

    public void save() {
        var wrong = new ArrayList<Problem>();
        var fields = new EnumMap<PersonField, Access>(PersonField.class);
        access.forEach((field, choice) -> fields.put(field, choice.get()));
        var rules =
                new SelfServiceRules(
                        whole("codeHours", codeHours, wrong),
                        whole("wrongTries", wrongTries, wrong),
                        whole("barredHours", barredHours, wrong),
                        whole("majorityYears", majorityYears, wrong),
                        fields);
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "self-service-rules.saving",
                        busy,
                        () ->
                                session.doors()
                                        .selfService()
                                        .changeRules(session.actor(), request, rules),
                        this::answered);
    }

    private static int whole(String field, StringProperty typed, List<Problem> wrong) {
        var text = typed.get().strip();
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        wrong.add(Problem.of(field, text, "stock-desk.no-number"));
        return 0;
    }

    private void answered(List<Problem> found) {
        once.answered();
        problems.setAll(found);
        if (found.isEmpty()) {
            session.notices().done(Message.of("self-service-rules.saved"));
        }
    }
}
