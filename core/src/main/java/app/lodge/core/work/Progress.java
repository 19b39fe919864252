package app.lodge.core.work;

/// What long work is given by the one who started it: where to say how far it is, and how to hear
/// that it should stop. A stop is asked for, never forced: work looks between its steps, and wakes
/// itself where it waits for a person or a device.
///
/// @param <S> the step, such as an enum or a record with figures
public interface Progress<S> {

    /// The work enters this step. Returns at once.
    void at(S step);

    /// Whether somebody asked the work to stop; once true, it stays true.
    boolean stopRequested();

    /// Runs `wake` when a stop is asked for, at once if it already was, until the watch is closed.
    /// `wake` must be quick and harmless when the wait has just ended by itself.
    Watch onStop(Runnable wake);

    /// For work that nobody watches and nobody stops.
    static <S> Progress<S> unwatched() {
        return new Unwatched<>();
    }

    /// Ends an `onStop`.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// See `unwatched()`.
    record Unwatched<S>() implements Progress<S> {
        @Override
        public void at(S step) {}

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
