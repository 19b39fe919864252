package app.lodge.core.keys;

import java.nio.ByteBuffer;

/// Records about one person, sealed under a key that the keyring and the books hold half each; bound to the
/// person and to their place (ID-57).
final class PersonRecords {

    private final RecordSeal records;
    private final Keyring keyring;

    PersonRecords(RecordSeal records, Keyring keyring) {
        this.records = records;
        this.keyring = keyring;
    }

    byte[] seal(long personId, byte[] storedKey, byte[] plain, byte[] aad) {
        return records.seal(leaf(personId), storedKey, bound(personId, aad), plain);
    }

    byte[] open(long personId, byte[] storedKey, byte[] sealed, byte[] aad) {
        return records.open(leaf(personId), storedKey, bound(personId, aad), sealed);
    }

    private byte[] leaf(long personId) {
        return keyring.person(personId)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The key of person %d is destroyed".formatted(personId)));
    }

    private static byte[] bound(long personId, byte[] aad) {
        return ByteBuffer.allocate(Long.BYTES + aad.length).putLong(personId).put(aad).array();
    }
}
