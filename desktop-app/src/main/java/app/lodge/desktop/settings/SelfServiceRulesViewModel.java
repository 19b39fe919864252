package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.SelfServiceRules;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How long codes hold, for how long nothing is released after an address changed, when somebody comes of
/// age, and what holders see and may ask to change of their own data (ID-09, ID-22 to ID-25).
public final class SelfServiceRulesViewModel extends RulesViewModel<SelfServiceRules> {

    private final StringProperty codeHours = new SimpleStringProperty("");
    private final StringProperty wrongTries = new SimpleStringProperty("");
    private final StringProperty barredHours = new SimpleStringProperty("");
    private final StringProperty majorityYears = new SimpleStringProperty("");
    private final Map<PersonField, ObjectProperty<Access>> access =
            new EnumMap<>(PersonField.class);

    public SelfServiceRulesViewModel(Session session) {
        super(session, "self-service-rules.reading", Permission.SEE_PEOPLE);
        for (var field : PersonField.values()) {
            var choice = new SimpleObjectProperty<Access>(Access.VISIBLE);
            chosen(choice);
            access.put(field, choice);
        }
        List.of(codeHours, wrongTries, barredHours, majorityYears).forEach(this::typed);
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

    @Override
    SelfServiceRules read() {
        return session.doors().selfService().rules(session.actor());
    }

    @Override
    void show(SelfServiceRules now) {
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
        problems().setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        save(
                "self-service-rules.saving",
                request ->
                        session.doors().selfService().changeRules(session.actor(), request, rules),
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
        problems().setAll(found);
        if (found.isEmpty()) {
            session.notices().done(Message.of("self-service-rules.saved"));
        }
    }
}
