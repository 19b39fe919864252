package app.lodge.core.privacy;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.KeptAnswers;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.media.Media;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonRemoval;
import app.lodge.core.people.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Erasing people, and what speaks against it (ID-57); everything about one person (ID-58).
public interface Privacy {

    /// @param sealing the one that the books were opened with
    /// @param keysDestroyed called after each writing of the keyring
    static Privacy in(
            Books books,
            KeyVault vault,
            Sealing sealing,
            Register register,
            Accounts accounts,
            Media media,
            Journal journal,
            Runnable keysDestroyed) {
        return new BookedPrivacy(
                books,
                new Erasing(books, vault, sealing, register, keysDestroyed),
                new Dossiers(books, register, accounts, media, journal),
                new KeptAnswers(sealing));
    }

    /// For undoing imports.
    ///
    /// @param sealing the one that the books were opened with
    /// @param keysDestroyed called after each writing of the keyring
    static PersonRemoval removal(
            Books books,
            KeyVault vault,
            Sealing sealing,
            Register register,
            Runnable keysDestroyed) {
        return new RemovalOfUnused(
                books, new Erasing(books, vault, sealing, register, keysDestroyed));
    }

    /// What an erasure would do; writes nothing.
    Optional<Preview> preview(Actor actor, PersonId person);

    /// Erases a person for good. Complete only when the keys are destroyed; cut off in between, it is
    /// completed by a repeat of the request or at the next start.
    ///
    /// @param reference of the case: up to 24 letters, digits, `.`, `-`, `/`; never a name
    EraseOutcome erase(
            Actor actor,
            RequestId request,
            PersonId person,
            ErasureGround ground,
            String reference);

    Optional<Certificate> certificate(Actor actor, long number);

    Optional<Certificate> certificateOf(Actor actor, PersonId person);

    /// Newest first.
    ///
    /// @param after a page's `next`, or null for the first page
    Page<Certificate> certificates(Actor actor, @Nullable String after, int limit);

    /// @param until the last day, today or later
    HoldOutcome hold(
            Actor actor,
            RequestId request,
            PersonId person,
            HoldGround ground,
            LocalDate until,
            String reference);

    HoldOutcome release(Actor actor, RequestId request, long hold);

    /// Those that hold today, of everybody or of one person.
    List<LegalHold> holds(Actor actor, @Nullable PersonId person);

    List<RetentionClass> retention(Actor actor);

    /// What a change would delete and when; writes nothing.
    ///
    /// @throws IllegalArgumentException for years outside 0 to 100
    RetentionPreview previewRetention(Actor actor, RetentionClass wanted);

    RetentionOutcome changeRetention(Actor actor, RequestId request, RetentionClass wanted);

    /// People whose data need not be kept from a day on, in the order of their numbers.
    ///
    /// @param by who is due then or before
    Page<Due> due(Actor actor, LocalDate by, @Nullable String after, int limit);

    /// Everything that is kept about a person; journalled with its purpose.
    DossierOutcome everything(
            Actor actor, RequestId request, PersonId person, Purpose purpose, String reference);

    /// What the nightly run does: drops old answers and what devices have confirmed, completes what
    /// was cut off, and erases those due where the retention class says so.
    TidyOutcome tidy(Actor actor);

    record Preview(
            PersonId person,
            List<Obstacle> obstacles,
            List<Certificate.Gone> goes,
            List<Certificate.Stayed> stays,
            List<Certificate.HandedOut> handedOut) {}

    /// @param last the day of the last thing that happened with the person
    /// @param held whether a legal hold speaks against it today
    record Due(PersonId person, LocalDate last, LocalDate due, boolean held) {}

    sealed interface EraseOutcome {

        record Erased(Certificate certificate) implements EraseOutcome {}

        record Refused(List<Obstacle> obstacles) implements EraseOutcome {}

        /// Everything but the keys is gone: the file could not be written. Repeat the request.
        record KeysStillThere(Certificate certificate, String file) implements EraseOutcome {}

        record Rejected(List<Problem> problems) implements EraseOutcome {}
    }

    sealed interface HoldOutcome {

        record Held(LegalHold hold) implements HoldOutcome {}

        record Released(LegalHold hold) implements HoldOutcome {}

        record Rejected(List<Problem> problems) implements HoldOutcome {}
    }

    /// @param dueNow people due for erasure by the rules as they are
    /// @param dueThen people due with the change
    /// @param dueInAYear and within a year from today
    /// @param free of the first 500 due, those whom nothing keeps: they could be erased at once
    /// @param kept of the same, those whom a rule keeps for longer
    /// @param firstFree when the first of the kept would be free; null where none is kept
    /// @param byItself whether the nightly run erases them without asking anybody
    record RetentionPreview(
            long dueNow,
            long dueThen,
            long dueInAYear,
            long free,
            long kept,
            @Nullable LocalDate firstFree,
            boolean byItself) {}

    sealed interface RetentionOutcome {

        record Changed(RetentionClass now) implements RetentionOutcome {}

        record Rejected(List<Problem> problems) implements RetentionOutcome {}
    }

    sealed interface DossierOutcome {

        record Gathered(Dossier dossier) implements DossierOutcome {}

        record Rejected(List<Problem> problems) implements DossierOutcome {}
    }

    /// @param due people who are due and wait for somebody's decision
    record TidyOutcome(int answersDropped, int listRowsDropped, int erased, long due) {}
}
