package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.people.PersonId;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/// Whose keys somebody may see, and change.
record ContactKeyReach(
        BiPredicate<Actor, PersonId> reaches, BiConsumer<Actor, PersonId> required) {}
