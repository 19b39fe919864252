package app.lodge.bridge.virtual;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a virtual device stands in: its time and its network. Really there, or simulated from a seed.
public sealed interface Surroundings permits LiveSurroundings, SimulatedSurroundings {

    InstantSource clock();

    /// A connection that does not stand yet.
    DeviceLink link(DeviceFolder.Joined joined, DeviceLink.Listener device);

    /// Does something again and again, with a pause between, until it is closed.
    Repeated every(Duration pause, Runnable work);

    /// Does something once, on no thread of the caller.
    void later(Duration pause, Runnable work);

    /// Waits for an answer; empty if there is none in time.
    <T> Optional<T> await(CompletableFuture<T> answer, Duration patience);

    /// An id that no ask had before.
    String askId();

    interface Repeated extends AutoCloseable {
        @Override
        void close();
    }
}
