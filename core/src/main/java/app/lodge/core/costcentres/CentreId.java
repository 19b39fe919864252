package app.lodge.core.costcentres;

import app.lodge.core.books.Identifier;

/// A cost centre's number.
public record CentreId(long number) implements Identifier {}
