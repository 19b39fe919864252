package app.lodge.core.privacy;

import app.lodge.core.people.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Whether a kept answer names a person: by number in answers of people's doors, or by anything known
/// of the person in any other. An import's complaints may quote a whole row, so they always count.
final class NamedIn implements BiPredicate<String, JsonNode> {

    private final Person person;
    private final List<String> telling;

    NamedIn(Person person) {
        this.person = person;
        var details = person.details();
        this.telling =
                Stream.of(
                                details.email(),
                                details.phone(),
                                details.personnelNumber(),
                                details.familyName())
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    @Override
    public boolean test(String door, JsonNode answer) {
        return door.startsWith("people.import") && !answer.path("problems").isEmpty()
                || names(answer);
    }

    private boolean names(JsonNode node) {
        if (node.isTextual()) {
            var text = node.textValue();
            return telling.stream().anyMatch(text::contains);
        }
        if (node.has("details") && node.path("id").asLong() == person.id().number()) {
            return true;
        }
        for (var child : node) {
            if (names(child)) {
                return true;
            }
        }
        return false;
    }
}
