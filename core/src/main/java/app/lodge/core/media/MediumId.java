package app.lodge.core.media;

import app.lodge.core.books.Identifier;

/// A medium's number at the site.
public record MediumId(long number) implements Identifier {}
