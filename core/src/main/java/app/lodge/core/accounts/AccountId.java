package app.lodge.core.accounts;

import app.lodge.core.books.Identifier;

/// A stored-value account's number.
public record AccountId(long number) implements Identifier {}
