package app.lodge.personalization.layouts.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one card shows.
///
/// @param values missing ones are empty
/// @param photo JPEG or PNG; null where the person has none
/// @param signature PNG or JPEG, dark on light; null where the person has none
/// @param language IETF tag for the layout's own words and for dates
public record CardFields(
        Map<CardField, String> values,
        byte @Nullable [] photo,
        byte @Nullable [] signature,
        String language) {

    public CardFields {
        values = Map.copyOf(values);
        photo = photo == null ? null : photo.clone();
        signature = signature == null ? null : signature.clone();
    }

    /// Without a signature.
    public CardFields(Map<CardField, String> values, byte @Nullable [] photo, String language) {
        this(values, photo, null, language);
    }

    @Override
    public byte @Nullable [] photo() {
        return photo == null ? null : photo.clone();
    }

    @Override
    public byte @Nullable [] signature() {
        return signature == null ? null : signature.clone();
    }

    public String get(CardField field) {
        return values.getOrDefault(field, "");
    }

    public static CardFields withoutPhoto(Map<CardField, String> values, String language) {
        return new CardFields(values, null, language);
    }

    /// The same person’s card in another language.
    public CardFields in(String otherLanguage) {
        return new CardFields(values, photo, signature, otherLanguage);
    }

    public CardFields signed(byte @Nullable [] with) {
        return new CardFields(values, photo, with, language);
    }

    /// A made-up person, nobody's data, with an ordinary card; families of Chinese characters come first.
    public static CardFields sample(
            String given,
            String family,
            String group,
            String site,
            byte @Nullable [] photo,
            String language) {
        boolean first = Character.isIdeographic(family.codePointAt(0));
        return new CardFields(
                Map.of(
                        CardField.NAME,
                        first ? family + given : given + " " + family,
                        CardField.GIVEN_NAME,
                        given,
                        CardField.FAMILY_NAME,
                        family,
                        CardField.PERSON_NUMBER,
                        "1234",
                        CardField.GROUP,
                        group,
                        CardField.CARD_NUMBER,
                        "0001234-02",
                        CardField.ISSUE_NUMBER,
                        "2",
                        CardField.VALID_UNTIL,
                        "2028-12-31",
                        CardField.SITE_NAME,
                        site),
                photo,
                language);
    }

    /// Long values in every field, to see whether a layout holds them.
    public static CardFields longest(String language) {
        var values = new EnumMap<CardField, String>(CardField.class);
        for (var field : CardField.values()) {
            values.put(field, field.longSample());
        }
        return new CardFields(values, null, language);
    }
}
