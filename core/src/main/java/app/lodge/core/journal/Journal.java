package app.lodge.core.journal;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Fact;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The append-only journal of everything that changed, with a hash chain (requirements 0.3, ID-50).
public interface Journal {

    static Journal in(Books books) {
        return new BookedJournal(books);
    }

    /// Newest first. What is asked about one holder takes a reason, which is journalled (ID-55).
    ///
    /// Where a text is looked for, a page may have fewer rows than asked for, or none, and others after it:
    /// only so many rows are looked through at once.
    ///
    /// @throws NotPermitted if the filter may be about a holder and gives no reason
    Page<JournalRow> page(Actor actor, Filter filter, @Nullable String after, int limit);

    /// Recomputes the whole chain from the first row.
    Verification verify(Actor actor);

    /// How long the journal is now; any operator may ask, since listening begins here.
    Head head(Actor actor);

    /// Facts after a number, in order; waits up to `wait` for the first one. This is how screens and
    /// deliveries hear of changes, near and far. Any operator may listen: facts carry no personal data.
    List<Fact> facts(Actor actor, long after, Duration wait);

    /// @param kind beginning of the kind, such as `media.`; empty for all
    /// @param subject such as `device:3`; a person's takes in their accounts and media; empty for all
    /// @param actor name of an operator or a device; empty for all
    /// @param purpose why somebody looks at a holder; null where nobody does
    /// @param text part of anything that a row says, in any case of letters; empty for all
    record Filter(
            String kind,
            String subject,
            @Nullable Instant from,
            @Nullable Instant until,
            String actor,
            @Nullable LookPurpose purpose,
            String text) {

        public Filter(
                String kind,
                String subject,
                @Nullable Instant from,
                @Nullable Instant until,
                String actor,
                @Nullable LookPurpose purpose) {
            this(kind, subject, from, until, actor, purpose, "");
        }

        public Filter(
                String kind, String subject, @Nullable Instant from, @Nullable Instant until) {
            this(kind, subject, from, until, "", null);
        }

        public static Filter all() {
            return new Filter("", "", null, null);
        }

        /// Whether it asks for what one holder did: such rows tell of movements. A text with a digit may, since
        /// it finds numbers of people, accounts and cards.
        public boolean aboutHolder() {
            return subject.strip().startsWith("person:")
                    || subject.strip().startsWith("account:")
                    || text.chars().anyMatch(Character::isDigit);
        }
    }

    record Head(long number, String hash) {}

    sealed interface Verification {
        record Intact(long rows, String head) implements Verification {}

        record Broken(long atNumber, String expected, String found) implements Verification {}
    }
}
