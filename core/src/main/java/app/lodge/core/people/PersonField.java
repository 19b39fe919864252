package app.lodge.core.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of {@link PersonDetails}, for forms, imports and checks that treat them alike.
public enum PersonField {
    GIVEN_NAME("givenName", 80),
    FAMILY_NAME("familyName", 80),
    BIRTH_DATE("birthDate", 10),
    PERSONNEL_NUMBER("personnelNumber", 40),
    EMAIL("email", 254),
    PHONE("phone", 40),
    GROUP("group", 80),
    STREET("street", 120),
    HOUSE_NUMBER("houseNumber", 20),
    POSTCODE("postcode", 20),
    TOWN("town", 80),
    COUNTRY("country", 2),
    BRANCH("branch", 80);

    private final String key;
    private final int longest;

    PersonField(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    /// The record component's name, as mappings, problems and forms know the field.
    public String key() {
        return key;
    }

    /// Characters (UTF-16 units) at most.
    public int longest() {
        return longest;
    }

    /// Empty for a date that is not known; a date as ISO 8601.
    public String of(PersonDetails details) {
        return switch (this) {
            case GIVEN_NAME -> details.givenName();
            case FAMILY_NAME -> details.familyName();
            case BIRTH_DATE -> iso(details.birthDate());
            case PERSONNEL_NUMBER -> details.personnelNumber();
            case EMAIL -> details.email();
            case PHONE -> details.phone();
            case GROUP -> details.group();
            case STREET -> details.street();
            case HOUSE_NUMBER -> details.houseNumber();
            case POSTCODE -> details.postcode();
            case TOWN -> details.town();
            case COUNTRY -> details.country();
            case BRANCH -> details.branch();
        };
    }

    public static Optional<PersonField> named(String key) {
        for (var field : values()) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    static List<PersonField> differing(PersonDetails one, PersonDetails other) {
        var fields = new ArrayList<PersonField>();
        for (var field : values()) {
            if (!field.of(one).equals(field.of(other))) {
                fields.add(field);
            }
        }
        return fields;
    }

    /// The details with some fields in place of their own; a birth date as ISO 8601 or empty.
    public static PersonDetails merged(PersonDetails base, Map<PersonField, String> over) {
        var all = new EnumMap<PersonField, String>(PersonField.class);
        for (var field : values()) {
            all.put(field, field.of(base));
        }
        all.putAll(over);
        var birthDate = text(all, BIRTH_DATE);
        return new PersonDetails(
                text(all, GIVEN_NAME),
                text(all, FAMILY_NAME),
                birthDate.isEmpty() ? null : LocalDate.parse(birthDate),
                text(all, PERSONNEL_NUMBER),
                text(all, EMAIL),
                text(all, PHONE),
                text(all, GROUP),
                text(all, STREET),
                text(all, HOUSE_NUMBER),
                text(all, POSTCODE),
                text(all, TOWN),
                text(all, COUNTRY),
                text(all, BRANCH));
    }

    private static String text(Map<PersonField, String> all, PersonField field) {
        return all.getOrDefault(field, "");
    }

    private static String iso(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
