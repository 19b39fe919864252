package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.devices.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bridge's side of roll-outs: what waits for each device, its contents, and what the device says of it.
/// Knows no protocol.
public interface FieldFiles {

    /// Bytes of every chunk but the last.
    int CHUNK = 32 << 10;

    static FieldFiles in(Books books) {
        return new BookedFiles(books);
    }

    /// What a device is to fetch or to take back, oldest first.
    List<Offer> offers(DeviceId id);

    /// Only of what is offered to the device.
    Optional<byte[]> chunk(DeviceId id, long rollout, int number);

    /// What a device says of a roll-out; what cannot follow its state changes nothing.
    void told(Actor device, DeviceId id, Told told);

    /// Begins what is due, ends what is over, goes on to the next stage.
    void advance();

    enum Action {
        INSTALL,
        GO_BACK
    }

    /// @param key the site's Ed25519 public key, 32 bytes
    /// @param signature over {@link FieldPackage#signedText}, 64 bytes
    /// @param until after this the device must not install it; null for no end
    record Offer(
            long rollout,
            Action action,
            FieldPackage what,
            byte[] key,
            byte[] signature,
            Rollouts.Install install,
            @Nullable Instant until) {}

    /// @param received bytes
    /// @param detail at most 200 characters
    record Told(long rollout, DeviceProgress state, long received, String detail) {}
}
