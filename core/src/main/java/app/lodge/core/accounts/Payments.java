package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payments asked for and reported by payment points, through the bridge (ID-14, ID-15).
///
/// The actor is the device ({@link Actor#device}).
public interface Payments {

    static Payments in(Bookkeeping keeping, Credentials credentials) {
        return new BookedPayments(keeping, credentials);
    }

    /// Answers once per (device, ask): the same ask gets the same answer; approved money is reserved
    /// in a hold until captured, released or expired.
    Authorisation authorise(Actor device, long deviceNumber, Ask ask);

    /// Which cost centres whoever presents a medium may choose at a point, before an ask to pay
    /// (ID-16, ID-17). Reserves nothing.
    Choices choices(Actor device, long deviceNumber, Uid credential);

    /// The answer to a point that asks what to offer.
    sealed interface Choices {

        /// @param centres the default first; empty where only the own account pays
        record Offered(List<CentreBudgets.Choice> centres) implements Choices {}

        record Refused(Authorisation.Why why) implements Choices {}
    }

    /// Books a payment that happened. With an open hold of the same device, ask and medium the hold is
    /// captured, normally for less or the same amount; without, it is an offline payment. Either way it
    /// is booked whatever the balance, and marked where it crosses the floor. Exactly once per
    /// (device, seq).
    ///
    /// A credential without an account here is booked to suspense.
    ///
    /// @return the posting's number
    /// @throws OriginReused if the device used the number before, for another payment
    long book(Actor device, long deviceNumber, PaymentEvent event);

    /// Lets go of a hold whose payment did not happen.
    void release(Actor device, long deviceNumber, String askId);

    /// Releases holds past their time; called by the bridge's schedule.
    ///
    /// @return how many
    int expireHolds(Actor system);

    /// @param id unique per device, 1 to 64 characters
    /// @param at by the device's clock
    /// @param costCentre the code chosen at the point (ID-16); `own` for the own account; empty for
    ///     what is marked as the holder's default
    record Ask(String id, Uid credential, Money amount, Instant at, String costCentre) {

        public Ask(String id, Uid credential, Money amount, Instant at) {
            this(id, credential, amount, at, "");
        }

        public Ask {
            if (id.isEmpty() || id.length() > 64 || costCentre.length() > 24) {
                throw new IllegalArgumentException(
                        "Ask id '%s' must have 1 to 64 characters, cost centre '%s' at most 24"
                                .formatted(id, costCentre));
            }
        }
    }

    /// @param seq the device's own count, from 1
    /// @param askId of the authorisation that it follows; empty for an offline payment
    /// @param amount above zero
    /// @param costCentre as in an ask; counts for offline payments only
    /// @param sold what the amount was for
    record PaymentEvent(
            long seq,
            String askId,
            Uid credential,
            Money amount,
            Instant at,
            String costCentre,
            Sold sold) {

        public PaymentEvent(long seq, String askId, Uid credential, Money amount, Instant at) {
            this(seq, askId, credential, amount, at, "");
        }

        public PaymentEvent(
                long seq,
                String askId,
                Uid credential,
                Money amount,
                Instant at,
                String costCentre) {
            this(seq, askId, credential, amount, at, costCentre, Sold.NOTHING_SAID);
        }

        public PaymentEvent {
            if (seq < 1 || askId.length() > 64 || costCentre.length() > 24 || !amount.positive()) {
                throw new IllegalArgumentException(
                        "Payment %d after ask '%s' of %s: the number must be 1 or more, the ask at most 64 characters, the amount above zero"
                                .formatted(seq, askId, amount));
            }
        }
    }

    /// The answer in real time.
    sealed interface Authorisation {

        record Approved(long hold, Money amount, Money availableAfter, Duration validFor)
                implements Authorisation {}

        /// @param why UNKNOWN_CREDENTIAL, BLOCKED_MEDIUM, BLOCKED_ACCOUNT, BLOCKED_PERSON,
        ///     INSUFFICIENT, WRONG_CURRENCY, BAD_AMOUNT, ASK_REUSED, WRONG_DEVICE, LIMIT_REACHED,
        ///     UNKNOWN_COST_CENTRE or OVER_BUDGET; for pay-outs NO_PAY_OUT, NOT_ENOUGH_CASH or
        ///     PENDING_REVERSAL too
        /// @param limit which limit, whose, and what remains of it; null for other refusals
        record Refused(Why why, Money available, Refusal.@Nullable LimitReached limit)
                implements Authorisation {
            public Refused(Why why, Money available) {
                this(why, available, null);
            }
        }

        enum Why {
            UNKNOWN_CREDENTIAL,
            BLOCKED_MEDIUM,
            BLOCKED_ACCOUNT,
            BLOCKED_PERSON,
            INSUFFICIENT,
            WRONG_CURRENCY,
            BAD_AMOUNT,
            ASK_REUSED,
            WRONG_DEVICE,
            LIMIT_REACHED,
            UNKNOWN_COST_CENTRE,
            OVER_BUDGET,
            /// The device hands out no cash (ID-31).
            NO_PAY_OUT,
            /// What is in the device does not make the amount; `available` is the most that it makes.
            NOT_ENOUGH_CASH,
            /// Somebody has asked for a correction against the account, or money on it may be taken back.
            PENDING_REVERSAL
        }
    }
}
