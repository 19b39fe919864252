package app.lodge.core.people;

import app.lodge.core.people.index.Folding;
import app.lodge.core.people.index.LongLookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/// Who may be the same person: looked up by digest of name and birth date, personnel number, e-mail.
/// What is found is a candidate only; {@link #alike} says whether it is one.
final class Likenesses {

    private final LongLookup table = new LongLookup();

    void add(Person person) {
        eachDigest(person, digest -> table.add(digest, person.id().number()));
    }

    void remove(Person person) {
        eachDigest(person, digest -> table.remove(digest, person.id().number()));
    }

    /// Numbers of people who may be like this one, or have its personnel number.
    Set<Long> candidates(PersonDetails details) {
        var found = new LinkedHashSet<Long>();
        eachDigest(
                details,
                digest -> {
                    for (var number : table.find(digest)) {
                        found.add(number);
                    }
                });
        return found;
    }

    static List<EnrolOutcome.Why> alike(PersonDetails one, PersonDetails other) {
        var why = new ArrayList<EnrolOutcome.Why>();
        if (one.birthDate() != null && nameAndBirth(one).equals(nameAndBirth(other))) {
            why.add(EnrolOutcome.Why.SAME_NAME_AND_BIRTH_DATE);
        }
        if (!one.personnelNumber().isEmpty() && sameNumber(one, other)) {
            why.add(EnrolOutcome.Why.SAME_PERSONNEL_NUMBER);
        }
        if (!one.email().isEmpty() && email(one).equals(email(other))) {
            why.add(EnrolOutcome.Why.SAME_EMAIL);
        }
        return why;
    }

    static boolean sameNumber(PersonDetails one, PersonDetails other) {
        return number(one).equals(number(other));
    }

    static String number(PersonDetails details) {
        return Folding.number(details.personnelNumber());
    }

    private static void eachDigest(Person person, LongConsumer use) {
        eachDigest(person.details(), use);
    }

    private static void eachDigest(PersonDetails details, LongConsumer use) {
        if (details.birthDate() != null) {
            use.accept(LongLookup.digest('n', nameAndBirth(details)));
        }
        if (!details.personnelNumber().isEmpty()) {
            use.accept(LongLookup.digest('p', number(details)));
        }
        if (!details.email().isEmpty()) {
            use.accept(LongLookup.digest('e', email(details)));
        }
    }

    private static String nameAndBirth(PersonDetails details) {
        return String.join(" ", Folding.words(details.givenName()))
                + '|'
                + String.join(" ", Folding.words(details.familyName()))
                + '|'
                + details.birthDate();
    }

    private static String email(PersonDetails details) {
        return Folding.fold(details.email());
    }
}
