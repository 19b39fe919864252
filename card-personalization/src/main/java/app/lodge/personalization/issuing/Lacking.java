package app.lodge.personalization.issuing;

import app.lodge.core.people.PersonId;

/// Somebody whose card would be printed with a figure or a line in the place of what is missing (ID-11).
///
/// @param name as a list shows it
/// @param photograph whether the layout shows one and none is approved
/// @param signature whether the layout shows one and there is none
public record Lacking(PersonId person, String name, boolean photograph, boolean signature) {

    public Lacking {
        if (!photograph && !signature) {
            throw new IllegalArgumentException("Person %s lacks nothing".formatted(person));
        }
    }
}
