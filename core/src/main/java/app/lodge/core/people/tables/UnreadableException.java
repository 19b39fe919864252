package app.lodge.core.people.tables;

import app.lodge.core.books.Problem;

/// Ends the reading of a file at the first thing that makes it unreadable as a whole.
final class UnreadableException extends Exception {

    private final transient Problem problem;

    UnreadableException(String field, String value, String key, Object... arguments) {
        super(key);
        this.problem = Problem.of(field, value, key, arguments);
    }

    Problem problem() {
        return problem;
    }
}
