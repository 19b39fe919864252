package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Wiped;
import app.lodge.core.keys.KeyShare;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.operators.Operators;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Two custodians make, share out, restore and roll over the site's master key for cards, step by step
/// at one desk (CHAIN-07): both say who they are, the vault draws the key, each share is handed out by
/// itself and typed back, the key is rehearsed on a virtual card, and only then it comes into use.
///
/// One ceremony at a time, in the bridge's memory: whatever ends before the last step leaves the vault
/// and the books as they were. Every step is journalled under `ceremony:<id>`, with check values and
/// without secrets.
public interface Ceremonies {

    /// @param rehearsal asked for each time
    static Ceremonies in(
            Books books,
            KeyVault vault,
            Operators operators,
            Supplier<CardRehearsal> rehearsal,
            UnlockSecret secret) {
        return new BookedCeremonies(books, vault, operators, rehearsal, secret);
    }

    /// How long a ceremony waits for its next step.
    Duration PATIENCE = Duration.ofHours(1);

    enum Kind {
        /// The first key that custodians make; the site's cards go on to the next version.
        CREATE,
        /// New shares of the key in use. Earlier shares stay good.
        BACK_UP,
        /// Joins shares; takes the key into use where the vault lacks it.
        RESTORE,
        /// A new key for the next version.
        ROLL_OVER
    }

    /// @param password the caller wipes it
    record Custodian(String name, char[] password) implements Wiped {
        @Override
        public void wipe() {
            Arrays.fill(password, ' ');
        }

        @Override
        public String toString() {
            return "Custodian[" + name + ", ***]";
        }
    }

    /// Any `threshold` of `count` shares give the key; zero of zero makes it inside the site's token, where
    /// it stays.
    record Sharing(int threshold, int count) {

        public static final Sharing TWO_OF_THREE = new Sharing(2, 3);
        public static final Sharing IN_TOKEN = new Sharing(0, 0);

        boolean possible() {
            return equals(IN_TOKEN) || threshold >= 2 && count >= threshold && count <= 16;
        }
    }

    /// Where a ceremony is.
    ///
    /// @param from version that new cards get now
    /// @param to version that they will get
    /// @param checkValue of the master key, ten hex digits; empty while shares are missing
    /// @param handed numbers of the shares that were handed out
    /// @param typed numbers of those that were typed back, or in
    record Standing(
            String id,
            Kind kind,
            String first,
            String second,
            int from,
            int to,
            int generation,
            String checkValue,
            Sharing sharing,
            Set<Integer> handed,
            Set<Integer> typed,
            boolean rehearsed,
            Next next) {

        public Standing {
            handed = Set.copyOf(handed);
            typed = Set.copyOf(typed);
        }
    }

    /// What comes next.
    enum Next {
        HAND_OUT,
        TYPE,
        REHEARSE,
        FINISH
    }

    BeginOutcome begin(
            Actor actor,
            RequestId request,
            Kind kind,
            Custodian first,
            Custodian second,
            Sharing sharing);

    /// The ceremony under way.
    Optional<Standing> standing(Actor actor);

    /// One share, for its custodian alone; again until it was typed back.
    ShareOutcome share(Actor actor, String id, int number);

    /// A share as it stands on paper: proves that it can be read, or gives the key when restoring.
    ///
    /// @param share the caller wipes it
    TypedOutcome type(Actor actor, String id, char[] share);

    /// Encodes, reads and rolls over a virtual card with the key.
    RehearseOutcome rehearse(Actor actor, String id);

    /// Takes the key into use.
    FinishOutcome finish(Actor actor, RequestId request, String id);

    /// Ends a ceremony that is not finished; forgets its key. True if there was one.
    boolean abandon(Actor actor, String id);

    /// What was done, oldest first.
    List<Entry> transcript(Actor actor, String id);

    /// @param step the journal's kind without `ceremony.`
    /// @param values numbers, codes, check values
    record Entry(
            Instant at, String who, String workstation, String step, Map<String, String> values) {

        public Entry {
            values = Map.copyOf(values);
        }
    }

    enum Obstacle {
        SAME_PERSON,
        FIRST_MAY_NOT,
        SECOND_MAY_NOT,
        NO_SUCH_SHARING,
        /// Another ceremony goes on: finish it or end it.
        UNDER_WAY,
        /// Custodians made the key already: roll over instead.
        MADE_ALREADY,
        /// No custodians made the key yet: create one first.
        NOT_MADE,
        /// The key never leaves its token.
        IN_TOKEN,
        /// There is no token.
        NO_TOKEN,
        STILL_IN_USE,
        CARDS_IN_MAKING,
        NONE_LEFT
    }

    sealed interface BeginOutcome {
        record Begun(Standing standing) implements BeginOutcome {}

        /// @param name of the custodian whose name or password is wrong
        record Wrong(String name, Duration nextTryAfter) implements BeginOutcome {}

        record LockedOut(String name, Instant until) implements BeginOutcome {}

        /// @param count how many cards are in the way, or 0
        record Refused(Obstacle why, long count) implements BeginOutcome {}

        /// The token did not take a key.
        record VaultRefused(Problem why) implements BeginOutcome {}
    }

    sealed interface ShareOutcome {
        /// @param text in groups; wiped by whoever printed it
        record Handed(KeyShare.Label label, char[] text, Standing standing)
                implements ShareOutcome, Wiped {
            @Override
            public void wipe() {
                Arrays.fill(text, ' ');
            }

            @Override
            public String toString() {
                return "Handed[" + label + ", ***]";
            }
        }

        /// There is no such share, or it was typed back already.
        record NotNow() implements ShareOutcome {}

        /// The ceremony has ended.
        record Ended() implements ShareOutcome {}
    }

    sealed interface TypedOutcome {
        record Accepted(Standing standing) implements TypedOutcome {}

        /// @param groups from 1
        record Mistyped(List<Integer> groups) implements TypedOutcome {}

        /// @param groups how many were typed
        record NoShare(int groups) implements TypedOutcome {}

        /// Of another set than the others, or of another key.
        record Foreign(KeyShare.Label label) implements TypedOutcome {}

        /// The shares together do not give the key that they name.
        record DoNotAgree() implements TypedOutcome {}

        record Ended() implements TypedOutcome {}
    }

    sealed interface RehearseOutcome {
        record Passed(Standing standing, List<String> steps) implements RehearseOutcome {
            public Passed {
                steps = List.copyOf(steps);
            }
        }

        record Failed(String step, String why) implements RehearseOutcome {}

        record NotNow(Standing standing) implements RehearseOutcome {}

        record Ended() implements RehearseOutcome {}
    }

    sealed interface FinishOutcome {
        /// @param version that new cards get now
        /// @param changed false if the vault had the key already
        record Finished(int version, int generation, String checkValue, boolean changed)
                implements FinishOutcome {}

        /// Steps are missing.
        record NotNow(Standing standing) implements FinishOutcome {}

        /// Cards came in the way meanwhile.
        record Refused(Obstacle why, long count) implements FinishOutcome {}

        /// The site has cards of its own, under another key: restore on a fresh machine, or restore its
        /// books first.
        record OtherCards(long cards) implements FinishOutcome {}

        /// The vault could not be written; the old keys are in use.
        record VaultRefused(Problem why) implements FinishOutcome {}

        record Ended() implements FinishOutcome {}
    }
}
