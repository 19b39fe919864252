package app.lodge.core.site;

import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonRemoval;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Register;
import app.lodge.core.people.Signatures;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.search.Search;
import app.lodge.core.settings.SiteSettings;
import java.security.SecureRandom;
import java.util.function.Supplier;

/// The register of people and the doors that lead to it.
final class PeopleDoors {

    final Register register;
    final People people;
    final Portraits portraits;
    final Signatures signatures;
    final PersonnelImport personnelImport;
    final PersonRemoval removal;
    final ImportRuns importRuns;
    final Search search;
    final Rights rights;
    final RightDrafts rightDrafts;
    final HolderPins holderPins;

    PeopleDoors(
            Books books,
            KeyVault vault,
            Sealing sealing,
            Supplier<SiteSettings> settings,
            PasswordHash hashes,
            Runnable keyringChanged) {
        register = Register.open(books, vault, AccountOpening.in(settings), new SecureRandom());
        people = People.in(register);
        portraits = Portraits.in(register);
        signatures = Signatures.in(register);
        personnelImport = PersonnelImport.in(register);
        removal = Privacy.removal(books, vault, sealing, register, keyringChanged);
        importRuns = ImportRuns.in(register, removal);
        search = Search.in(books, register);
        rights = Rights.in(books, settings, register.reach()::require);
        rightDrafts = RightDrafts.in(books, settings);
        holderPins = HolderPins.in(books, register.reach(), hashes);
    }

    /// Empty for whoever may not see people.
    String nameOf(Actor actor, PersonId person) {
        return actor.may(Permission.SEE_PEOPLE)
                ? people.find(actor, person).map(known -> known.details().fullName()).orElse("")
                : "";
    }
}
