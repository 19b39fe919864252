package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What becomes of media after they were issued: taken back, destroyed, lent for a day (ID-07, ID-12, ID-43).
public interface MediaLife {

    /// @param zone in which a loan's evening comes
    static MediaLife in(Books books, BlankStock stock, Supplier<ZoneId> zone) {
        return new BookedMediaLife(books, (_, _) -> {}, stock, zone);
    }

    /// The same, for whoever works with some people's data only.
    static MediaLife within(Reach reach, Books books, BlankStock stock, Supplier<ZoneId> zone) {
        return new BookedMediaLife(books, reach::require, stock, zone);
    }

    Rules rules(Actor actor);

    RulesOutcome changeRules(Actor actor, RequestId request, Rules rules);

    /// A medium comes back over the desk: never valid again. What then becomes of its blank is the site's
    /// rule.
    ReturnOutcome takeBack(Actor actor, RequestId request, MediumId id);

    /// A returned or replaced medium is cut through.
    ReturnOutcome destroy(Actor actor, RequestId request, MediumId id);

    /// Lends a medium until the evening, beside the holder's own, whose state stays as it is.
    ///
    /// @param uid its chip, as it lies on the reader
    LendOutcome lend(Actor actor, RequestId request, PersonId person, Uid uid, String chip);

    /// Ends the loans whose evening has come; the bridge asks every minute.
    ///
    /// @return how many
    int endLoans(Actor actor);

    /// @param afterReturn what becomes of the blank of a medium that came back
    /// @param loansEnd when a loan of the day expires, in the site's zone
    /// @param activeAtOnce how many media of a kind one person may have at once (ID-07); 0 for any number
    record Rules(
            AfterReturn afterReturn, LocalTime loansEnd, Map<MediumKind, Integer> activeAtOnce) {
        public Rules {
            activeAtOnce = Map.copyOf(activeAtOnce);
        }

        /// One card, any number of fobs and contact keys, one app.
        public static Rules usual() {
            return new Rules(
                    AfterReturn.DESTROY,
                    LocalTime.of(20, 0),
                    Map.of(
                            MediumKind.CARD, 1,
                            MediumKind.FOB, 0,
                            MediumKind.CONTACT_KEY, 0,
                            MediumKind.APP, 1));
        }
    }

    enum AfterReturn {
        /// It lies at the desk until somebody decides.
        KEEP,
        DESTROY,
        /// It is a prepared blank again.
        REUSE
    }

    sealed interface RulesOutcome {
        record Changed(Rules rules) implements RulesOutcome {}

        record Rejected(List<Problem> problems) implements RulesOutcome {}
    }

    sealed interface ReturnOutcome {
        record Returned(Medium medium) implements ReturnOutcome {}

        record Destroyed(Medium medium) implements ReturnOutcome {}

        /// The medium's state does not allow it.
        record NotPossible(MediumState state) implements ReturnOutcome {}
    }

    sealed interface LendOutcome {
        record Lent(Medium medium, Instant until) implements LendOutcome {}

        /// The chip is somebody's medium.
        record Taken(Medium by) implements LendOutcome {}

        /// The blank was written off, or is not of this desk's stock.
        record NotInStock(Uid uid) implements LendOutcome {}

        /// Today's evening has come already.
        record TooLate(LocalTime loansEnd) implements LendOutcome {}

        record PersonUnknown(PersonId person) implements LendOutcome {}

        record PersonBlocked(PersonId person) implements LendOutcome {}
    }
}
