package app.lodge.desktop.commandline;

import app.lodge.core.site.Home;
import app.lodge.desktop.shell.FaultCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a command keeps what went wrong inside Lodge, so that the terminal gets a sentence only:
/// `logs/command-line.log` in the site's home, or a file of its own where there is no site.
final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

    /// Bytes; a fuller file makes room for a new one and stays beside it until the next time.
    private static final long FULL = 1 << 20;

    private final Path home;
    private final InstantSource clock;

    FaultLog(Path home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    /// @return the file that holds the details now; empty if none could be written
    Optional<Path> keep(String command, Throwable thrown) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        writer.printf("%s [%s] %s%n", clock.instant(), FaultCode.of(thrown), command);
        thrown.printStackTrace(writer);
        try {
            var file = new Home(home).hasSite() ? inHome() : Files.createTempFile("lodge-", ".log");
            Files.writeString(
                    file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException e) {
            LOG.error("The details of {} could not be kept", FaultCode.of(thrown), e);
            return Optional.empty();
        }
    }

    private Path inHome() throws IOException {
        var folder = Files.createDirectories(home.resolve("logs"));
        var file = folder.resolve("command-line.log");
        if (Files.exists(file) && Files.size(file) > FULL) {
            Files.move(
                    file,
                    folder.resolve("command-line.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
