package app.lodge.core.site;

import app.lodge.core.books.Problem;
import java.util.List;

/// The home cannot be created or opened; the problems say which file or field, and what would be right.
public final class SiteException extends Exception {

    private final List<Problem> problems;

    public SiteException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public SiteException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
