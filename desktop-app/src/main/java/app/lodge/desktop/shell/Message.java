package app.lodge.desktop.shell;

import app.lodge.core.books.Problem;
import java.util.List;

/// A sentence for a person before it has a language: view-models keep these, so that switching the
/// language re-words what is already on the screen.
///
/// @param key of the texts
/// @param arguments numbers, texts, money, or messages again
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /// Arguments as {@link Problem} declares them: the value first.
    public static Message of(Problem problem) {
        var arguments = new java.util.ArrayList<Object>();
        arguments.add(problem.value());
        arguments.addAll(problem.arguments());
        return new Message(problem.key(), arguments);
    }
}
