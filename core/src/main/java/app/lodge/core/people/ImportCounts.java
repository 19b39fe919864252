package app.lodge.core.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonnelImport.RowState;
import java.util.ArrayList;
import java.util.List;

/// What a unit of an import did; kept as the unit's answer, summed for the whole.
record ImportCounts(
        int enrolled, int changed, int unchanged, int faulty, int blocked, List<Problem> problems) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, List.of());

    ImportCounts {
        problems = List.copyOf(problems);
    }

    static ImportCounts of(RowState state) {
        return switch (state) {
            case NEW -> new ImportCounts(1, 0, 0, 0, 0, List.of());
            case CHANGED -> new ImportCounts(0, 1, 0, 0, 0, List.of());
            case UNCHANGED -> new ImportCounts(0, 0, 1, 0, 0, List.of());
            case FAULTY -> new ImportCounts(0, 0, 0, 1, 0, List.of());
        };
    }

    ImportCounts plus(ImportCounts other) {
        var all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new ImportCounts(
                enrolled + other.enrolled,
                changed + other.changed,
                unchanged + other.unchanged,
                faulty + other.faulty,
                blocked + other.blocked,
                all);
    }
}
