package app.lodge.core.watch.parties;

import app.lodge.core.books.Problem;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is wrong with a party.
final class PartyCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PLACE = 120;
    private static final int MOST_STANDS = 200;
    private static final List<String> LANGUAGES =
            Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList();

    private PartyCheck() {}

    static List<Problem> party(
            Party party, List<Party> all, @Nullable String secret, boolean secretStored) {
        var problems = new ArrayList<Problem>();
        name(party, all, problems);
        if (!LANGUAGES.contains(party.language())) {
            problems.add(
                    Problem.of(
                            "language",
                            party.language(),
                            "parties.language",
                            String.join(", ", LANGUAGES)));
        }
        if (party.channels().isEmpty()) {
            problems.add(Problem.of("mail", "", "parties.no-way"));
        }
        if (!party.mail().isEmpty()) {
            Address.mail("mail", party.mail(), problems);
        }
        if (!party.webhook().isEmpty()) {
            Address.hook("webhook", party.webhook(), problems);
            Address.secret(secret, secretStored, problems);
        }
        if (party.stands().size() > MOST_STANDS) {
            problems.add(
                    Problem.of("stands", party.stands().size(), "parties.too-many", MOST_STANDS));
        }
        party.stands().stream()
                .filter(stand -> stand.place().length() > LONGEST_PLACE)
                .forEach(stand ->
                        problems.add(
                                Problem.of(
                                        "stands", stand.place(), "watch.too-long", LONGEST_PLACE)));
        return problems;
    }

    private static void name(Party party, List<Party> all, List<Problem> problems) {
        if (party.name().isBlank()) {
            problems.add(Problem.of("name", party.name(), "parties.no-name"));
        } else if (party.name().length() > LONGEST_NAME
                || party.name().chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("name", party.name(), "watch.too-long", LONGEST_NAME));
        } else if (all.stream()
                .anyMatch(one ->
                        one.id() != party.id() && one.name().equalsIgnoreCase(party.name()))) {
            problems.add(Problem.of("name", party.name(), "parties.name-taken"));
        }
    }
}
