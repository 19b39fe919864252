package app.lodge.desktop.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonDetails;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed about a person, field by field, until it becomes {@link PersonDetails}.
final class PersonFields {

    /// In the order of the form; names are those of the record.
    static final List<String> NAMES =
            List.of(
                    "givenName",
                    "familyName",
                    "birthDate",
                    "personnelNumber",
                    "group",
                    "email",
                    "phone",
                    "street",
                    "houseNumber",
                    "postcode",
                    "town",
                    "country",
                    "branch");

    private static final List<DateTimeFormatter> DATES =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    DateTimeFormatter.ofPattern("d.M.uuuu"),
                    DateTimeFormatter.ofPattern("d/M/uuuu"));

    private final Map<String, StringProperty> values = new LinkedHashMap<>();

    PersonFields() {
        NAMES.forEach(name -> values.put(name, new SimpleStringProperty("")));
    }

    StringProperty value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A person has no field " + name);
        }
        return value;
    }

    void clear() {
        values.values().forEach(value -> value.set(""));
    }

    void show(PersonDetails details) {
        value("givenName").set(details.givenName());
        value("familyName").set(details.familyName());
        value("birthDate").set(details.birthDate() == null ? "" : details.birthDate().toString());
        value("personnelNumber").set(details.personnelNumber());
        value("group").set(details.group());
        value("email").set(details.email());
        value("phone").set(details.phone());
        value("street").set(details.street());
        value("houseNumber").set(details.houseNumber());
        value("postcode").set(details.postcode());
        value("town").set(details.town());
        value("country").set(details.country());
        value("branch").set(details.branch());
    }

    /// The only thing that can be wrong before core looks at it: a date that is none.
    Optional<Problem> problem() {
        var typed = typed("birthDate");
        return typed.isEmpty() || date(typed) != null
                ? Optional.empty()
                : Optional.of(Problem.of("birthDate", typed, "person.birth-date-malformed"));
    }

    PersonDetails details() {
        return new PersonDetails(
                typed("givenName"),
                typed("familyName"),
                date(typed("birthDate")),
                typed("personnelNumber"),
                typed("email"),
                typed("phone"),
                typed("group"),
                typed("street"),
                typed("houseNumber"),
                typed("postcode"),
                typed("town"),
                typed("country").toUpperCase(java.util.Locale.ROOT),
                typed("branch"));
    }

    private String typed(String name) {
        return value(name).get().strip();
    }

    private static @Nullable LocalDate date(String typed) {
        for (var format : DATES) {
            try {
                return LocalDate.parse(typed, format);
            } catch (DateTimeParseException notInThisFormat) {
                continue;
            }
        }
        return null;
    }
}
