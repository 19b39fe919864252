package app.lodge.core.products;

import app.lodge.core.books.Identifier;

/// A price list's number.
public record PriceListId(long number) implements Identifier {}
