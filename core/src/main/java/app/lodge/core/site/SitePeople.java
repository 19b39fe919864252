package app.lodge.core.site;

import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.search.Search;

/// Who is known to an open site, door by door; wired in [PeopleDoors].
sealed interface SitePeople permits Site {

    /// Where they stand, wired.
    PeopleDoors peopleDoors();

    default People people() {
        return peopleDoors().people;
    }

    default Portraits portraits() {
        return peopleDoors().portraits;
    }

    default Signatures signatures() {
        return peopleDoors().signatures;
    }

    default Rights rights() {
        return peopleDoors().rights;
    }

    default RightDrafts rightDrafts() {
        return peopleDoors().rightDrafts;
    }

    default HolderPins holderPins() {
        return peopleDoors().holderPins;
    }

    default PersonnelImport personnelImport() {
        return peopleDoors().personnelImport;
    }

    default ImportRuns importRuns() {
        return peopleDoors().importRuns;
    }

    default Search search() {
        return peopleDoors().search;
    }
}
