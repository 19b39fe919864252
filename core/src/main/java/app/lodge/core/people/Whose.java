package app.lodge.core.people;

import java.util.List;

/// Who a file's name means (ID-11).
public sealed interface Whose {

    record One(Person person, By by) implements Whose {}

    /// Nobody guesses which.
    ///
    /// @param people some of them at least
    record Several(List<Person> people) implements Whose {
        public Several {
            people = List.copyOf(people);
        }
    }

    record Nobody() implements Whose {}

    enum By {
        NUMBER,
        NAME
    }
}
