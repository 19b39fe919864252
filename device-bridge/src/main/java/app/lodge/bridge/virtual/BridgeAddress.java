package app.lodge.bridge.virtual;

import app.lodge.core.doors.Connection;
import java.util.Optional;

/// Where the bridge is just now: it may have been started again on other ports.
@FunctionalInterface
public interface BridgeAddress {

    /// Empty while no bridge runs.
    Optional<Connection> find();
}
