package app.lodge.core.people;

import java.time.Instant;

/// A person with an ID.
///
/// @param revision counts changes; a change names the revision that it saw
public record Person(
        PersonId id, PersonState state, int revision, PersonDetails details, Instant changedAt) {}
