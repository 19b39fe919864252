package app.lodge.personalization.layouts.model;

import java.util.Optional;

/// What a layout can show of a person, a card and the site: the closed list of fields (ID-46).
public enum CardField {
    NAME("person.name", "Maximiliane Schwarzenberg-Hohenlohe"),
    GIVEN_NAME("person.given-name", "Maximiliane"),
    FAMILY_NAME("person.family-name", "Schwarzenberg-Hohenlohe"),
    PERSON_NUMBER("person.number", "1234567"),
    GROUP("person.group", "Research and Development"),
    CARD_NUMBER("card.number", "1234567-88"),
    ISSUE_NUMBER("card.issue", "88"),
    /// ISO 8601 date, or empty: valid without end.
    VALID_UNTIL("card.valid-until", "2028-12-31"),
    SITE_NAME("site.name", "Universitätsklinikum Oberfranken");

    private final String spelling;
    private final String longSample;

    CardField(String spelling, String longSample) {
        this.spelling = spelling;
        this.longSample = longSample;
    }

    /// As layouts write it.
    public String spelling() {
        return spelling;
    }

    /// A value about as long as they come, for checking a layout before it is published.
    public String longSample() {
        return longSample;
    }

    public static Optional<CardField> spelled(String spelling) {
        for (var field : values()) {
            if (field.spelling.equals(spelling)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
