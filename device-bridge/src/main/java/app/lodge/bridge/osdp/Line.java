package app.lodge.bridge.osdp;

import java.io.IOException;
import java.time.Duration;

/// Bytes to and from the readers of one bus.
interface Line extends AutoCloseable {

    void write(byte[] bytes) throws IOException;

    /// Returns as soon as there is something.
    ///
    /// @return how many bytes came; 0 if none in this time
    /// @throws IOException if the other end is gone
    int read(byte[] buffer, Duration wait) throws IOException;

    @Override
    void close();
}
