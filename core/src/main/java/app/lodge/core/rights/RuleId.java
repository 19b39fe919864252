package app.lodge.core.rights;

import app.lodge.core.books.Identifier;

/// A rule's number.
public record RuleId(long number) implements Identifier {}
