package app.lodge.core.people;

import app.lodge.core.doors.Json;
import app.lodge.core.keys.KeyVault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Everything that is kept about a person, enciphered under the person's own key.
///
/// The associated data name table, column and row's version, so that no sealed value can stand in for
/// another one, or an old one for a new one.
final class PersonSeal {

    private final KeyVault vault;

    PersonSeal(KeyVault vault) {
        this.vault = vault;
    }

    byte[] newKey() {
        return vault.newPersonKey();
    }

    byte[] seal(PersonId id, byte[] key, int revision, PersonDetails details) {
        return vault.seal(
                id.number(),
                key,
                Json.bytes(details, PersonDetails.class),
                place("person.sealed/" + revision));
    }

    PersonDetails open(PersonId id, byte[] key, int revision, byte[] sealed) {
        return Json.read(
                vault.open(id.number(), key, sealed, place("person.sealed/" + revision)),
                PersonDetails.class);
    }

    byte[] sealPhoto(PersonId id, byte[] key, long photo, byte[] jpeg) {
        return vault.seal(id.number(), key, jpeg, place("photo.sealed/" + photo));
    }

    byte[] openPhoto(PersonId id, byte[] key, long photo, byte[] sealed) {
        return vault.open(id.number(), key, sealed, place("photo.sealed/" + photo));
    }

    byte[] sealExtra(PersonId id, byte[] key, String place, byte[] plain) {
        return vault.seal(id.number(), key, plain, place(place));
    }

    byte[] openExtra(PersonId id, byte[] key, String place, byte[] sealed) {
        return vault.open(id.number(), key, sealed, place(place));
    }

    /// Details as they were before an import, for undoing it.
    ///
    /// @param revision that the import made
    byte[] sealForUndo(PersonId id, byte[] key, int revision, PersonDetails details) {
        return vault.seal(
                id.number(),
                key,
                Json.bytes(details, PersonDetails.class),
                place("import_run_person.sealed/" + revision));
    }

    PersonDetails openForUndo(PersonId id, byte[] key, int revision, byte[] sealed) {
        return Json.read(
                vault.open(id.number(), key, sealed, place("import_run_person.sealed/" + revision)),
                PersonDetails.class);
    }

    /// Details as the journal keeps them: base64, readable as long as the person's key lives.
    String forJournal(PersonId id, byte[] key, String kind, int revision, PersonDetails details) {
        return Base64.getEncoder()
                .encodeToString(
                        vault.seal(
                                id.number(),
                                key,
                                Json.bytes(details, PersonDetails.class),
                                place("journal/" + kind + "/" + revision)));
    }

    PersonDetails fromJournal(PersonId id, byte[] key, String kind, int revision, String sealed) {
        return Json.read(
                vault.open(
                        id.number(),
                        key,
                        Base64.getDecoder().decode(sealed),
                        place("journal/" + kind + "/" + revision)),
                PersonDetails.class);
    }

    private static byte[] place(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
