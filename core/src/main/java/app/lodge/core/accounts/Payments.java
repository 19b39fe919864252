package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.time.Instant;

/// Payments asked for and reported by payment points, through the bridge (ID-14, ID-15).
///
/// The actor is the device ({@link Actor#device}).
public interface Payments {

    /// Answers once per (device, ask): the same ask gets the same answer; approved money is reserved
    /// in a hold until captured, released or expired.
    Authorisation authorise(Actor device, long deviceNumber, Ask ask);

    /// Books a payment that happened. With a hold the hold is captured (for less or the same amount);
    /// without, it is an offline payment and is booked whatever the balance. Exactly once per
    /// (device, seq).
    ///
    /// @return the posting's number
    long book(Actor device, long deviceNumber, PaymentEvent event);

    /// Lets go of a hold whose payment did not happen.
    void release(Actor device, long deviceNumber, String askId);

    /// Releases holds past their time; called by the bridge's schedule.
    int expireHolds(Actor system);

    /// @param id unique per device
    record Ask(String id, Uid credential, Money amount, Instant at) {}

    /// @param askId of the authorisation that it follows; empty for an offline payment
    record PaymentEvent(long seq, String askId, Uid credential, Money amount, Instant at) {}

    /// The answer in real time.
    sealed interface Authorisation {

        record Approved(long hold, Money amount, Money availableAfter, Duration validFor)
                implements Authorisation {}

        /// @param why UNKNOWN_CREDENTIAL, BLOCKED_MEDIUM, BLOCKED_ACCOUNT, BLOCKED_PERSON,
        ///     INSUFFICIENT, WRONG_CURRENCY, BAD_AMOUNT, ASK_REUSED or WRONG_DEVICE
        record Refused(Why why, Money available) implements Authorisation {}

        enum Why {
            UNKNOWN_CREDENTIAL,
            BLOCKED_MEDIUM,
            BLOCKED_ACCOUNT,
            BLOCKED_PERSON,
            INSUFFICIENT,
            WRONG_CURRENCY,
            BAD_AMOUNT,
            ASK_REUSED,
            WRONG_DEVICE
        }
    }
}
