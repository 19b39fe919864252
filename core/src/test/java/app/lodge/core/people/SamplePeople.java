package app.lodge.core.people;

import java.time.LocalDate;

/// People for tests.
public final class SamplePeople {

    private SamplePeople() {}

    public static PersonDetails anna() {
        return new PersonDetails(
                "Anna",
                "Müller",
                LocalDate.of(1990, 2, 28),
                "00042",
                "anna.mueller@example.org",
                "+49 30 5550 1234",
                "Forschung",
                "Lindenstraße",
                "7a",
                "10115",
                "Berlin",
                "DE",
                "");
    }

    public static PersonDetails with(PersonDetails details, PersonField field, String value) {
        return PersonField.merged(details, java.util.Map.of(field, value));
    }

    public static PersonDetails numbered(String given, String family, String number) {
        return with(PersonDetails.named(given, family), PersonField.PERSONNEL_NUMBER, number);
    }
}
