package app.lodge.core.books;

import java.time.Instant;

/// A committed journal row, in short: what screens and deliveries listen to.
///
/// @param number the journal row's number
/// @param kind past tense, dotted by feature: `media.blocked`
/// @param subject what it is about: `medium:7`, `person:12`, `device:3`, `account:9`
public record Fact(long number, Instant at, String kind, String subject) {}
