package app.lodge.core.topups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.topups.Mandate.BankDetails;
import java.time.LocalDate;
import java.util.List;

/// Mandates for SEPA direct debit (ID-28). Erased with the person (ID-57).
public interface Mandates {

    static Mandates in(Books books, Register register) {
        return new BookedMandates(books, register);
    }

    /// @param signedOn today or before
    /// @param oneOff for one collection only
    MandateOutcome grant(
            Actor actor,
            RequestId request,
            PersonId person,
            LocalDate signedOn,
            boolean oneOff,
            BankDetails bank);

    MandateOutcome revoke(Actor actor, RequestId request, long mandate);

    /// The newest first, revoked ones too.
    List<Mandate> ofPerson(Actor actor, PersonId person);

    /// What became of it.
    sealed interface MandateOutcome {

        record Kept(Mandate mandate) implements MandateOutcome {}

        record Rejected(List<Problem> problems) implements MandateOutcome {}
    }
}
