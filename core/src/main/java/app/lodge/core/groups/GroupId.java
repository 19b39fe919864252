package app.lodge.core.groups;

import app.lodge.core.books.Identifier;

/// A group's number.
public record GroupId(long number) implements Identifier {}
