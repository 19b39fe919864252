package app.lodge.core.rights;

import app.lodge.core.books.Identifier;

/// A resource's number.
public record ResourceId(long number) implements Identifier {}
