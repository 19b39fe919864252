package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;

/// Opens a person's account in the same breath as the person (ID-06).
public interface AccountOpening {

    /// @param subjectId the random number by which the ledger knows the person
    AccountId open(Tx tx, PersonId person, long subjectId);
}
