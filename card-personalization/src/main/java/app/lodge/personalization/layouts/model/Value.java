package app.lodge.personalization.layouts.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text worked out from a card's fields: `person.name`, `text.card-number`, `'literal'`,
/// `upper(…)`, `date(…)`, `pad(…, 7)`, `first(…, …)`.
public sealed interface Value {

    record Literal(String text) implements Value {}

    record Field(CardField field) implements Value {}

    /// One of the layout's own words, in the card's language.
    record Word(String name) implements Value {}

    record Upper(Value of) implements Value {}

    /// An ISO date as the card's language writes it; anything else stays as it is.
    record Date(Value of) implements Value {}

    /// The first that is not empty, so that a card without the one shows the other.
    record First(List<Value> of) implements Value {
        public First {
            of = List.copyOf(of);
        }
    }

    /// Zeros in front up to the width.
    record Pad(Value of, int width) implements Value {}

    default String in(Layout layout, CardFields fields) {
        return switch (this) {
            case Literal(String text) -> text;
            case Field(CardField field) -> fields.get(field);
            case Word(String name) -> word(layout.words(), fields.language(), name);
            case Upper(Value of) ->
                    of.in(layout, fields).toUpperCase(Locale.forLanguageTag(fields.language()));
            case Date(Value of) -> date(of.in(layout, fields), fields.language());
            case First(List<Value> of) ->
                    of.stream()
                            .map(one -> one.in(layout, fields))
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
            case Pad(Value of, int width) -> {
                var text = of.in(layout, fields);
                yield "0".repeat(Math.max(0, width - text.length())) + text;
            }
        };
    }

    private static String word(
            Map<String, Map<String, String>> words, String language, String name) {
        var own = words.getOrDefault(language, Map.of()).get(name);
        if (own != null) {
            return own;
        }
        for (var other : words.values()) {
            var word = other.get(name);
            if (word != null) {
                return word;
            }
        }
        throw new IllegalStateException("A checked layout lacks its word '%s'".formatted(name));
    }

    private static String date(String iso, String language) {
        try {
            var style = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
            return LocalDate.parse(iso).format(style.withLocale(locale(language)));
        } catch (DateTimeParseException _) {
            return iso;
        }
    }

    /// English dates the way most of the world writes them: day first.
    private static Locale locale(String language) {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }
}
