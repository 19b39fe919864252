package app.lodge.core.media;

import app.lodge.core.books.Identifier;

/// A card job's number.
public record JobId(long number) implements Identifier {}
