package app.lodge.core.rights;

import app.lodge.core.books.Identifier;

/// A draft's number.
public record DraftId(long number) implements Identifier {}
