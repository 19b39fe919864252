package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.people.Whose.By;
import app.lodge.core.people.index.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads who is meant out of the names of files, as far as whoever asks reaches them (ID-11).
///
/// The whole name counts first as a number, then as a person's name, then as both together. What
/// fits more than one person is never settled by a guess: a wrong face on a card opens doors.
final class FileNames {

    /// More namesakes than this are not told apart; all of them are asked about.
    private static final int MOST_NAMESAKES = 500;

    private static final int SHOWN = 3;
    private static final String BETWEEN_WORDS = "[\\s_.+()\\-\u2010-\u2015,;]+";

    private final Register register;

    FileNames(Register register) {
        this.register = register;
    }

    Whose whose(Actor actor, String fileName) {
        var stem = stem(fileName);
        var words = words(stem);
        if (words.isEmpty()) {
            return new Whose.Nobody();
        }
        var numbered = numbered(actor, stem);
        if (!numbered.isEmpty()) {
            return answer(numbered, By.NUMBER);
        }
        var named = named(actor, words);
        return named.isEmpty() ? answer(both(actor, words), By.NUMBER) : answer(named, By.NAME);
    }

    private static Whose answer(Collection<Person> found, By by) {
        return switch (found.size()) {
            case 0 -> new Whose.Nobody();
            case 1 -> new Whose.One(found.iterator().next(), by);
            default -> new Whose.Several(found.stream().limit(SHOWN).toList());
        };
    }

    /// By personnel number, unless the role hides it, and by the site's own number.
    private List<Person> numbered(Actor actor, String text) {
        var reach = register.reach();
        var found = new LinkedHashMap<Long, Person>();
        if (!reach.hides(actor, PersonField.PERSONNEL_NUMBER.key())) {
            var sought = sought(text);
            register.store().find(register.candidates(List.of(sought))).values().stream()
                    .map(StoredPerson::person)
                    .filter(person -> Likenesses.sameNumber(sought, person.details()))
                    .forEach(person -> found.put(person.id().number(), person));
        }
        if (text.matches("[0-9]{1,18}")) {
            register.store()
                    .find(new PersonId(Long.parseLong(text)))
                    .ifPresent(one -> found.put(one.person().id().number(), one.person()));
        }
        return seen(actor, found);
    }

    private static PersonDetails sought(String number) {
        return new PersonDetails("", "", null, number, "", "", "", "", "", "", "", "", "");
    }

    private List<Person> named(Actor actor, List<String> words) {
        var reach = register.reach();
        var numbers =
                register.index()
                        .best(
                                String.join(" ", words),
                                MOST_NAMESAKES,
                                reach.within(actor),
                                reach.hiddenParts(actor));
        var found = new LinkedHashMap<Long, Person>();
        register.inOrder(numbers).stream()
                // Where there are too many to look at all of them, none is taken for the only one.
                .filter(person -> numbers.size() == MOST_NAMESAKES || isNamed(person, words))
                .forEach(person -> found.put(person.id().number(), person));
        return seen(actor, found);
    }

    /// A number among the words, and the other words the name of whoever has it.
    private List<Person> both(Actor actor, List<String> words) {
        var found = new LinkedHashMap<Long, Person>();
        for (var number : words) {
            if (words.size() > 1 && number.chars().anyMatch(Character::isDigit)) {
                var others = new ArrayList<>(words);
                others.remove(number);
                numbered(actor, number).stream()
                        .filter(person -> isNamed(person, others))
                        .forEach(person -> found.put(person.id().number(), person));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Person> seen(Actor actor, Map<Long, Person> found) {
        var reach = register.reach();
        return found.values().stream()
                .filter(person -> reach.reaches(actor, person.id()))
                .map(person -> reach.seenBy(actor, person))
                .toList();
    }

    private static boolean isNamed(Person person, List<String> words) {
        var name = person.details().fullName();
        var sorted = words.stream().sorted().toList();
        return sorted.equals(words(name).stream().sorted().toList())
                || sorted.equals(words(Folding.spelledOut(name)).stream().sorted().toList());
    }

    /// Folded, parted also where files have no blanks.
    private static List<String> words(String text) {
        return Folding.words(text.replaceAll(BETWEEN_WORDS, " "));
    }

    /// Without folders and ending.
    private static String stem(String fileName) {
        var name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        return name.replaceFirst("(?<=.)\\.[A-Za-z]{1,5}$", "").strip();
    }
}
