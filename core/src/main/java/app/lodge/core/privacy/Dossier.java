package app.lodge.core.privacy;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Movement;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.media.Medium;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.Register.KeptPhoto;
import app.lodge.core.people.Register.SignatureOnFile;
import java.time.Instant;
import java.util.List;

/// Everything that is kept about one person (ID-58).
///
/// @param former details as they were before, from the journal
/// @param movements of all accounts, newest first
/// @param journal rows about the person, the media and the accounts, oldest first
/// @param leftOut keys of fields that the role of whoever gathered it does not see
public record Dossier(
        Instant at,
        Person person,
        List<Former> former,
        List<KeptPhoto> photographs,
        List<SignatureOnFile> signatures,
        List<Medium> media,
        List<Account> accounts,
        List<Movement> movements,
        List<Place> compartments,
        List<Listed> lists,
        List<JournalRow> journal,
        List<LegalHold> holds,
        List<Certificate.HandedOut> handedOut,
        Ties ties,
        List<String> leftOut) {

    /// @param journal the row that tells it
    public record Former(long journal, Instant at, String kind, PersonDetails details) {}

    public record Place(String device, int compartment, Instant since) {}

    /// @param list `allow` or `block`
    public record Listed(String device, String list, String credential) {}
}
