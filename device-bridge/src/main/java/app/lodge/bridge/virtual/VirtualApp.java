package app.lodge.bridge.virtual;

import app.lodge.core.media.AppAddress;
import app.lodge.core.media.AppCode;
import app.lodge.core.media.OneTimeCode;
import java.time.InstantSource;
import java.util.Optional;

/// A holder's telephone: it has scanned what the card desk showed, and shows the code of the moment, which
/// points read as a number (ID-07). It needs no network.
public final class VirtualApp {

    private final AppAddress address;
    private final InstantSource clock;

    private VirtualApp(AppAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    /// @param address as the desk's QR code says it
    /// @param clock the telephone's
    /// @return empty if it is no app's
    public static Optional<VirtualApp> scan(String address, InstantSource clock) {
        return AppAddress.read(address).map(read -> new VirtualApp(read, clock));
    }

    /// What stands on the screen.
    public AppCode shows() {
        return new AppCode(address.app(), OneTimeCode.at(address.key(), clock.instant()));
    }
}
