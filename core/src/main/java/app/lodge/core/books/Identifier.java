package app.lodge.core.books;

/// A record of one component that is written as that component alone wherever records become JSON.
public interface Identifier {}
