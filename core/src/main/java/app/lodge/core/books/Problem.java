package app.lodge.core.books;

import java.util.List;

/// What is wrong with one field of what a person or program handed in, and what would be right.
///
/// @param field the field's name as the form or command knows it
/// @param value what was given
/// @param key the sentence's key in the texts; its arguments are {0} value, then `arguments`
public record Problem(String field, String value, String key, List<String> arguments) {

    public Problem {
        value = value.length() > 120 ? value.substring(0, 117) + "…" : value;
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String field, Object value, String key, Object... arguments) {
        return new Problem(
                field,
                String.valueOf(value),
                key,
                List.of(arguments).stream().map(String::valueOf).toList());
    }
}
