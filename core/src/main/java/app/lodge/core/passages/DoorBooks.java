package app.lodge.core.passages;

import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.rights.KnownPasses;
import app.lodge.core.rights.Pass;
import app.lodge.core.rights.PassRights;
import app.lodge.core.settings.SiteSettings;
import java.util.Optional;
import java.util.function.Supplier;

/// The bridge's side of the doors whose readers it speaks to itself: may this card pass, and which key has
/// this reader (ID-38, ID-39).
public interface DoorBooks {

    /// @param sealing of readers' keys, by the vault
    static DoorBooks in(Books books, Supplier<SiteSettings> settings, Sealing sealing) {
        return new BookedDoors(books, new PassRights(books, settings), sealing);
    }

    Pass mayPass(DeviceId door, String credential);

    /// To decide by while the books are away.
    KnownPasses known(DeviceId door);

    /// The base key that the reader is known to have; the caller wipes it.
    Optional<byte[]> ownKey(DeviceId door);

    Optional<byte[]> offeredKey(DeviceId door);

    /// Makes a random one and keeps it, sealed, before the reader gets it.
    byte[] offerKey(DeviceId door);

    /// The reader has proved that it has the offered key.
    void confirmKey(DeviceId door);
}
