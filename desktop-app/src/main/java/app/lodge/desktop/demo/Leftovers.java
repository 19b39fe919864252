package app.lodge.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a demo must not leave behind, however it ends: processes and temporary folders.
final class Leftovers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final List<ProcessHandle> processes = new CopyOnWriteArrayList<>();
    private final Optional<Path> folder;
    private final Thread atTheEnd = new Thread(this::remove, "demo-cleanup");

    /// @param folder removed at the end
    Leftovers(Optional<Path> folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    void mind(ProcessHandle process) {
        processes.add(process);
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private synchronized void remove() {
        processes.forEach(ProcessHandle::destroy);
        for (var process : processes) {
            try {
                process.onExit().get(5, TimeUnit.SECONDS);
            } catch (Exception e) {
                process.destroyForcibly();
            }
        }
        processes.clear();
        folder.filter(Files::exists).ifPresent(Leftovers::delete);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} stays behind", folder, e);
        }
    }
}
