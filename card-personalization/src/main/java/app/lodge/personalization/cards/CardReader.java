package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import java.time.Duration;

/// A place where one card can lie: a PC/SC reader, the coupler in a printer, or memory. Everything
/// asked of one reader runs one after the other on the reader's own thread.
public interface CardReader extends AutoCloseable {

    /// As the clerk knows it.
    String name();

    /// What cards go through: `pcscd` or `in-process`; screens say it.
    String path();

    /// Waits for a card and begins afresh with it: after a reset nothing is authenticated.
    ///
    /// @throws DeviceException with NoReader or NoCard
    CardLink connect(Duration wait) throws DeviceException;

    /// @return whether the reader was empty before the time was up
    boolean awaitRemoval(Duration wait) throws DeviceException;

    @Override
    void close();
}
