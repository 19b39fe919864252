package app.lodge.core.batches;

import app.lodge.core.books.Identifier;

/// A batch's number.
public record BatchId(long number) implements Identifier {}
