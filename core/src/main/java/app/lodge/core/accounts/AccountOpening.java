package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.util.function.Supplier;

/// Opens a person's account in the breath in which the person is enrolled (ID-06).
public interface AccountOpening {

    /// @param subjectId the person's pseudonym in the ledger, drawn at random
    /// @return the account in the site's currency; the same one if it is open already
    AccountId open(Tx tx, PersonId person, long subjectId);

    static AccountOpening in(Supplier<SiteSettings> settings) {
        return new BookedAccountOpening(settings);
    }
}
