package app.lodge.core.encodingplans;

import app.lodge.core.books.Problem;
import app.lodge.core.encodingplans.Finding.Weight;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the checks of one plan gather on their way through it.
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    /// Irreversible steps that the plan does.
    final Set<Irreversible> done = EnumSet.noneOf(Irreversible.class);

    /// Names of places that have content, and of those that some key reads.
    final Set<String> written = new HashSet<>();

    final Set<String> readable = new HashSet<>();
    final Set<String> places = new HashSet<>();

    void blocks(String field, Object value, String key, Object... arguments) {
        all.add(new Finding(Weight.BLOCKS, Problem.of(field, value, key, arguments)));
    }

    void caution(String field, Object value, String key, Object... arguments) {
        all.add(new Finding(Weight.CAUTION, Problem.of(field, value, key, arguments)));
    }

    /// A number outside its range.
    void range(String field, long value, long from, long to) {
        if (value < from || value > to) {
            blocks(field, value, "plan.range", from, to);
        }
    }

    /// A place by its name, which `readBack` uses.
    void place(String path, String name) {
        if (name.isBlank() || name.length() > 30) {
            blocks(path + ".name", name, "plan.place-name");
        } else if (!places.add(name)) {
            blocks(path + ".name", name, "plan.twice");
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
