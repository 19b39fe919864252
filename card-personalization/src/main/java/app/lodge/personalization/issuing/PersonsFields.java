package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Settings;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.CardFields;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// What a person's card shows, read from the books (ID-40).
public final class PersonsFields {

    private final People people;
    private final Settings settings;
    private final BiFunction<Actor, PersonId, Optional<byte[]>> signatures;

    /// @param signatures the one that is printed, where there is one
    public PersonsFields(
            People people,
            Settings settings,
            BiFunction<Actor, PersonId, Optional<byte[]>> signatures) {
        this.people = people;
        this.settings = settings;
        this.signatures = signatures;
    }

    /// @param cardNumber `0001234-02`, or what stands for it before there is an order
    public CardFields of(Actor actor, Person person, String cardNumber) {
        var site = settings.site(actor);
        var values = new EnumMap<CardField, String>(CardField.class);
        values.put(CardField.NAME, person.details().fullName());
        values.put(CardField.GIVEN_NAME, person.details().givenName());
        values.put(CardField.FAMILY_NAME, person.details().familyName());
        values.put(CardField.GROUP, person.details().group());
        values.put(CardField.PERSON_NUMBER, String.valueOf(person.id().number()));
        values.put(CardField.CARD_NUMBER, cardNumber);
        values.put(CardField.ISSUE_NUMBER, issueNumber(cardNumber));
        values.put(CardField.SITE_NAME, site.name());
        var photo = people.photo(actor, person.id()).orElse(null);
        var signature = signatures.apply(actor, person.id()).orElse(null);
        return new CardFields(Map.copyOf(values), photo, signature, site.language());
    }

    /// `2` of `0001234-02`.
    private static String issueNumber(String cardNumber) {
        return cardNumber.substring(cardNumber.indexOf('-') + 1).replaceFirst("^0+(?=.)", "");
    }
}
