package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;

/// Telephones as media (ID-07, ID-08): an app has a secret of its own and shows a code that changes every
/// half minute, which a point reads as a number and sends in a card's place. Blocked, found and returned it
/// is like any medium; lost with its telephone, a new one takes its place.
public interface Apps {

    /// @param charges takes fee and deposit as an app comes into use
    static Apps in(Books books, AppSecrets secrets, IssueCharges charges) {
        return new BookedApps(books, secrets, charges, (_, _) -> {});
    }

    /// The same, for whoever works with some people's data only.
    static Apps within(Reach reach, Books books, AppSecrets secrets, IssueCharges charges) {
        return new BookedApps(books, secrets, charges, reach::require);
    }

    /// What a person's telephone scans, once. Nothing is valid before {@link #confirm}; what was begun for
    /// the person before and never confirmed is void.
    BeginOutcome begin(Actor actor, RequestId request, PersonId person);

    /// The telephone shows its first code: from here on the app is the person's.
    ///
    /// @param shown all 18 figures, or the last eight
    ConfirmOutcome confirm(Actor actor, RequestId request, MediumId app, String shown);

    /// For the bridge: whether what a device read is an app's code that holds now. Each code is good for
    /// one device; after five wrong ones an app is tried once in half a minute.
    Shown shown(Actor device, long deviceNumber, Uid credential);

    sealed interface BeginOutcome {

        /// @param address `otpauth:` with the secret in it, for the telephone's eyes only
        record Begun(Medium app, String address) implements BeginOutcome {
            @Override
            public String toString() {
                return "Begun[" + app.number() + "]";
            }
        }

        /// As many as the site allows are valid already.
        record TooMany(int most) implements BeginOutcome {}

        /// The holder cannot pay for it; nothing was begun (ID-63).
        record NotCovered(IssueCharges.Shortfall shortfall) implements BeginOutcome {}

        record PersonUnknown(PersonId person) implements BeginOutcome {}

        record PersonBlocked(PersonId person) implements BeginOutcome {}
    }

    sealed interface ConfirmOutcome {
        record Confirmed(Medium app) implements ConfirmOutcome {}

        /// Not what the telephone shows now; it may be tried again.
        record WrongCode() implements ConfirmOutcome {}

        /// After five wrong ones in a row, not even the right one for half a minute, as at a device.
        record Paused() implements ConfirmOutcome {}

        /// There is no such app, or it was begun anew or confirmed before.
        record NotWaiting(MediumId app) implements ConfirmOutcome {}

        /// Meanwhile as many as the site allows are valid.
        record TooMany(int most) implements ConfirmOutcome {}
    }

    /// What a device read.
    sealed interface Shown {

        /// @param number by which the books know the medium: that of a chip as it was read
        record Known(Uid number) implements Shown {}

        /// No app shows this now, or never did.
        record Stale() implements Shown {}
    }
}
