package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import java.util.List;
import java.util.Map;

/// What a command has to say, before it is known whether a person or a program reads it.
sealed interface Answer {

    /// Exit status 0.
    ///
    /// @param facts for `--json`, under `result`
    /// @param lines for people
    record Done(Object facts, List<String> lines) implements Answer {
        public Done {
            lines = List.copyOf(lines);
        }
    }

    /// The site refused, or a check failed: exit status 1.
    ///
    /// @param key of the sentence that says it, with its arguments
    /// @param facts for `--json`, under `result`
    /// @param lines for people, after the sentence
    record Refused(String key, List<Object> arguments, Object facts, List<String> lines)
            implements Answer {
        public Refused {
            arguments = List.copyOf(arguments);
            lines = List.copyOf(lines);
        }
    }

    /// Values that the site cannot take: exit status 1, one sentence per value.
    record Faulty(List<Problem> problems) implements Answer {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    static Answer done(Object facts, String... lines) {
        return new Done(facts, List.of(lines));
    }

    static Answer refused(String key, Object... arguments) {
        return new Refused(key, List.of(arguments), Map.of(), List.of());
    }
}
