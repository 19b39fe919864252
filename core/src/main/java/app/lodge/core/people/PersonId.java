package app.lodge.core.people;

import app.lodge.core.books.Identifier;

/// The one ID of a person, unique at the site and never used again, also not after erasure (ID-02).
public record PersonId(long number) implements Identifier {}
