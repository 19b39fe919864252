package app.lodge.core.rights;

import app.lodge.core.books.Identifier;

/// A weekly plan's number.
public record PlanId(long number) implements Identifier {}
