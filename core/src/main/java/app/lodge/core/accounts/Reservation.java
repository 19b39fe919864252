package app.lodge.core.accounts;

import app.lodge.core.money.Money;

/// What became of the wish to reserve money.
sealed interface Reservation {

    record Reserved(long hold, Money availableAfter) implements Reservation {}

    record Insufficient(Money available) implements Reservation {}
}
