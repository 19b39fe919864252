package app.lodge.core.books;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Whose data an operator works with (ID-55).
public sealed interface Scope {

    Scope SITE = new Site();

    /// Everybody's.
    record Site() implements Scope {}

    /// That of people whose group (department, class, house) has one of these names, exactly as their
    /// records spell it.
    record Departments(Set<String> names) implements Scope {
        public Departments {
            names =
                    Collections.unmodifiableSet(
                            new TreeSet<>(names)); // one order, for repeated requests
        }
    }
}
