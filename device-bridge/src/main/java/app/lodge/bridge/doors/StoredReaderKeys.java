package app.lodge.bridge.doors;

import app.lodge.bridge.osdp.ReaderKeys;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.passages.DoorBooks;
import java.util.Optional;

/// A reader's keys, sealed in the books.
record StoredReaderKeys(DoorBooks books, DeviceId door) implements ReaderKeys {

    @Override
    public Optional<byte[]> own() {
        return books.ownKey(door);
    }

    @Override
    public Optional<byte[]> offered() {
        return books.offeredKey(door);
    }

    @Override
    public byte[] offer() {
        return books.offerKey(door);
    }

    @Override
    public void confirmed() {
        books.confirmKey(door);
    }
}
