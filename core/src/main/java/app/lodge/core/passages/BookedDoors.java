package app.lodge.core.passages;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.rights.KnownPasses;
import app.lodge.core.rights.Pass;
import app.lodge.core.rights.PassRights;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/// Doors' keys in the books, sealed. The journal tells that a key changed, never which.
final class BookedDoors implements DoorBooks {

    private static final Actor BRIDGE = Actor.system("bridge");
    private static final int KEY_LENGTH = 16;

    private final Books books;
    private final PassRights rights;
    private final Sealing sealing;
    private final SecureRandom random = new SecureRandom();

    BookedDoors(Books books, PassRights rights, Sealing sealing) {
        this.books = books;
        this.rights = rights;
        this.sealing = sealing;
    }

    @Override
    public Pass mayPass(DeviceId door, String credential) {
        return rights.decide(door.number(), credential);
    }

    @Override
    public KnownPasses known(DeviceId door) {
        return rights.known(door.number());
    }

    @Override
    public Optional<byte[]> ownKey(DeviceId door) {
        return books.read(sql -> ReaderKeyStore.own(sql, door)).map(sealing::open);
    }

    @Override
    public Optional<byte[]> offeredKey(DeviceId door) {
        return books.read(sql -> ReaderKeyStore.offered(sql, door)).map(sealing::open);
    }

    @Override
    public byte[] offerKey(DeviceId door) {
        var key = new byte[KEY_LENGTH];
        random.nextBytes(key);
        var sealed = sealing.seal(key);
        books.write(
                BRIDGE,
                tx -> {
                    ReaderKeyStore.offer(tx, door, sealed);
                    return tx.journal("door.key-offered", "device:" + door.number(), Map.of());
                });
        return key;
    }

    @Override
    public void confirmKey(DeviceId door) {
        books.write(
                BRIDGE,
                tx -> {
                    ReaderKeyStore.confirm(tx, door);
                    return tx.journal("door.key-changed", "device:" + door.number(), Map.of());
                });
    }
}
