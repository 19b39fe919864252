package app.lodge.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a demo must not leave behind, however it ends: processes and temporary folders.
final class Leftovers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final int TRIES = 5;

    private final List<ProcessHandle> processes = new ArrayList<>();
    private final Optional<Path> folder;
    private final Thread atTheEnd = new Thread(this::stop, "demo-cleanup");
    private boolean over;
    private volatile boolean stopped;

    /// @param folder removed at the end
    Leftovers(Optional<Path> folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /// Starts a process that ends with the demo at the latest. None is started any more once the end
    /// has begun: the demo's own thread goes on while Ctrl+C is being followed.
    ///
    /// @throws IOException also if the demo is over
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (over) {
            throw new IOException("The demo is over; nothing is started any more");
        }
        var process = builder.start();
        processes.add(process.toHandle());
        return process;
    }

    /// Whether the whole process is being stopped: what failed since then says nothing.
    boolean stopped() {
        return stopped;
    }

    private void stop() {
        stopped = true;
        remove();
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending already", e);
        }
    }

    private synchronized void remove() {
        over = true;
        processes.forEach(ProcessHandle::destroy);
        for (var process : processes) {
            try {
                process.onExit().get(5, TimeUnit.SECONDS);
            } catch (Exception e) {
                process.destroyForcibly();
            }
        }
        processes.clear();
        folder.ifPresent(Leftovers::delete);
    }

    /// More than once: the demo's own thread may still write into it.
    static void delete(Path folder) {
        for (int left = TRIES; left > 0 && Files.exists(folder); left--) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                if (left == 1) {
                    LOG.warn("{} stays behind", folder, e);
                }
            }
        }
    }
}
