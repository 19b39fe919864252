package app.lodge.desktop.link;

import app.lodge.core.books.Actor;
import app.lodge.core.doors.BridgeAway;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.doors.SignInNeeded;
import app.lodge.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bridge that comes with the desktop: found when it runs, started as a process of its own when it
/// does not.
public final class BundledBridge {

    private static final Logger LOG = LoggerFactory.getLogger(BundledBridge.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    /// A bridge that lost the race for the home folder ends; the winner needs a moment more.
    private static final Duration AFTER_ITS_END = Duration.ofSeconds(8);

    private final Path home;
    private final BridgeCommand command;
    private final Duration patience;

    /// @param patience how long a starting bridge may take until it answers
    public BundledBridge(Path home, BridgeCommand command, Duration patience) {
        this.home = home;
        this.command = command;
        this.patience = patience;
    }

    public static BundledBridge of(Path home) {
        return new BundledBridge(home, BridgeCommand.likeThisProcess(), Duration.ofSeconds(60));
    }

    /// How to reach the bridge that answers now, if one does.
    public Optional<Connection> running() {
        return connection().filter(BundledBridge::answers);
    }

    /// Starts the bridge and waits until it answers.
    public StartOutcome start() {
        return start(ProcessBuilder::start);
    }

    /// How a process is started; a caller who may be stopped meanwhile keeps hold of it in the same breath.
    public interface Starting {
        Process start(ProcessBuilder builder) throws IOException;
    }

    public StartOutcome start(Starting starting) {
        var log = home.resolve("logs").resolve("bridge.log");
        Process process;
        try {
            Files.createDirectories(log.getParent());
            process = starting.start(command.bridge(home, log));
        } catch (IOException e) {
            throw new UncheckedIOException("The bridge's process could not be started", e);
        }
        LOG.info("Started the bridge of {} as process {}", home, process.pid());
        var end = System.nanoTime() + patience.toNanos();
        var ended = false;
        while (System.nanoTime() < end) {
            var running = running();
            if (running.isPresent()) {
                return new StartOutcome.Started(running.get(), process.toHandle(), log);
            }
            if (!ended && !process.isAlive()) {
                ended = true;
                end = Math.min(end, System.nanoTime() + AFTER_ITS_END.toNanos());
                if (process.exitValue() != 0 && connection().isEmpty()) {
                    break;
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        process.destroy();
        return new StartOutcome.DidNotStart(log, BridgeCommand.lastLines(home, log));
    }

    private Optional<Connection> connection() {
        try {
            return Connection.read(home);
        } catch (UncheckedIOException e) {
            LOG.warn("The connection file of {} cannot be read", home, e);
            return Optional.empty();
        }
    }

    /// Whether somebody with the connection's certificate answers; nobody is signed in yet, so being
    /// asked to sign in is the answer.
    private static boolean answers(Connection connection) {
        try (var doors = new RemoteDoors(connection)) {
            doors.door(Settings.class).site(Actor.system("nobody"));
            return true;
        } catch (SignInNeeded e) {
            return true;
        } catch (BridgeAway e) {
            return false;
        }
    }

    /// What became of a start.
    public sealed interface StartOutcome {

        record Started(Connection connection, ProcessHandle process, Path log)
                implements StartOutcome {}

        /// @param lastLines what its log says at the end
        record DidNotStart(Path log, String lastLines) implements StartOutcome {}
    }
}
