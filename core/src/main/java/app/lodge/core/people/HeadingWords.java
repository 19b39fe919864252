package app.lodge.core.people;

import app.lodge.core.people.index.Folding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// Which field a column heading means, in the languages of `heading-words.properties`.
final class HeadingWords {

    private static final String FILE = "heading-words.properties";

    private final Map<String, PersonField> fields = new HashMap<>();

    HeadingWords() {
        var file = new Properties();
        try (var in = Objects.requireNonNull(HeadingWords.class.getResourceAsStream(FILE), FILE)) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var field : PersonField.values()) {
            learn(field, field.key());
            for (var word : file.getProperty(field.key(), "").split("\\|")) {
                learn(field, word);
            }
        }
    }

    /// Heading → field name; each field once, the first heading that means it.
    Map<String, String> proposal(List<String> headings) {
        var columns = new LinkedHashMap<String, String>();
        var taken = EnumSet.noneOf(PersonField.class);
        for (var heading : headings) {
            meaning(heading)
                    .filter(taken::add)
                    .ifPresent(field -> columns.put(heading, field.key()));
        }
        return columns;
    }

    private Optional<PersonField> meaning(String heading) {
        return Optional.ofNullable(fields.get(bare(heading)));
    }

    private void learn(PersonField field, String word) {
        var known = fields.putIfAbsent(bare(word), field);
        if (known != null && known != field) {
            throw new IllegalStateException(
                    "Heading '%s' means %s and %s".formatted(word, known, field));
        }
    }

    private static String bare(String heading) {
        var out = new StringBuilder();
        Folding.fold(heading)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
