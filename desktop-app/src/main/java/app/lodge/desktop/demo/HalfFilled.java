package app.lodge.desktop.demo;

import app.lodge.core.doors.Connection;
import app.lodge.desktop.link.BundledBridge;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers, beside the home, that a demo site is being made and filled. Where that was interrupted,
/// by Ctrl+C or a power cut, the next visit starts afresh; nobody has worked in such a site yet. One
/// process at a time: another one waits, and finds the site filled.
final class HalfFilled implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HalfFilled.class);
    private static final int SECONDS_TO_STOP = 10;

    private final Path home;
    private final Path mark;
    private final FileChannel lock;

    private HalfFilled(Path home, Path mark, FileChannel lock) {
        this.home = home;
        this.mark = mark;
        this.lock = lock;
    }

    /// Waits while another process makes and fills the same site.
    static HalfFilled watch(Path home) throws IOException {
        Files.createDirectories(home.toAbsolutePath().getParent());
        var name = home.getFileName().toString();
        var lock =
                FileChannel.open(
                        home.resolveSibling(name + "-filling.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        lock.lock();
        return new HalfFilled(home, home.resolveSibling(name + "-half-filled"), lock);
    }

    /// A site is about to be made here. A folder that holds anything already is not ours to clear, so
    /// nothing is remembered of it.
    void begin() throws IOException {
        if (isEmpty(home)) {
            Files.writeString(mark, "The demo site in " + home + " is being filled.\n");
        }
    }

    void done() throws IOException {
        Files.deleteIfExists(mark);
    }

    /// Clears away a site whose filling was interrupted.
    void clear() throws IOException {
        if (!Files.exists(mark)) {
            return;
        }
        LOG.info("Filling {} was interrupted; it is made afresh", home);
        stopBridge();
        Leftovers.delete(home);
        if (!isEmpty(home)) {
            throw new IOException(home + " was half filled and cannot be cleared");
        }
        Files.delete(mark);
    }

    /// The bridge lives in a session of its own and outlives a desktop that was killed.
    private void stopBridge() {
        BundledBridge.of(home)
                .running()
                .map(Connection::pid)
                .flatMap(ProcessHandle::of)
                .ifPresent(HalfFilled::stop);
    }

    /// Asked first; killed where it does not go.
    private static void stop(ProcessHandle bridge) {
        bridge.destroy();
        bridge.onExit().completeOnTimeout(bridge, SECONDS_TO_STOP, TimeUnit.SECONDS).join();
        if (bridge.isAlive()) {
            bridge.destroyForcibly();
            bridge.onExit().join();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
