package app.lodge.core.privacy;

import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import java.time.LocalDate;

/// What holds an erasure up. The sentence for each stands in the texts under `privacy.obstacle.`.
public sealed interface Obstacle {

    /// Pay it out, or have it paid, first.
    record BalanceLeft(long account, Money balance) implements Obstacle {}

    /// Pay it out at the card desk first, or move it to a new card and pay it out there; after its last
    /// day it expires.
    ///
    /// @param medium as printed, `0001234-01`
    record PurseLeft(String medium, Money value) implements Obstacle {}

    /// A payment is authorised and not yet settled.
    record PaymentOpen(long account, Money reserved) implements Obstacle {}

    /// Take it back or block it first.
    ///
    /// @param medium as printed, `0001234-01`
    record MediumOut(String medium, MediumState state) implements Obstacle {}

    record CardJobOpen(long job) implements Obstacle {}

    record UnderLegalHold(LegalHold hold) implements Obstacle {}

    /// The site's own rule keeps the person until then.
    record KeptByRule(RetentionClass rule, LocalDate until) implements Obstacle {}
}
