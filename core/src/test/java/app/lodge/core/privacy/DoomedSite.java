package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;

import app.lodge.core.people.PersonId;
import app.lodge.core.site.Home;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/// A process that is killed, as by SIGKILL, when it says a given thing in its log: nothing of it runs
/// any more, no lock is given back, no file is closed.
///
/// Arguments: the home, the log line's beginning, `erase` and a person's number, or `export`.
public final class DoomedSite {

    private DoomedSite() {}

    public static void main(String[] args) throws Exception {
        dieAt(args[1]);
        var site = PrivacyDesk.open(new Home(Path.of(args[0])));
        if (args[2].equals("erase")) {
            EmbeddedDeletedIsDeletedTest.erase(
                    site.privacy(), new PersonId(Long.parseLong(args[3])));
        } else {
            site.exports().runDue(CHIEF);
        }
        System.exit(3); // outlived the line: the test says so
    }

    private static void dieAt(String line) {
        var logger = (Logger) LoggerFactory.getLogger("app.lodge.core");
        var death =
                new AppenderBase<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        if (event.getFormattedMessage().startsWith(line)) {
                            kill();
                        }
                    }
                };
        death.setContext(logger.getLoggerContext());
        death.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(death);
    }

    /// Returns never: the signal comes from outside, the thread stands still at its line.
    private static void kill() {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        } catch (java.io.IOException e) {
            Runtime.getRuntime().halt(137);
        }
        while (true) {
            LockSupport.park();
        }
    }

    /// Runs it to its death.
    static void run(Path home, String line, String... deed) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DoomedSite.class.getName(),
                                home.toString(),
                                line));
        command.addAll(List.of(deed));
        var said = Files.createTempFile("doomed", ".txt");
        try {
            var child =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            if (!child.waitFor(120, TimeUnit.SECONDS)) {
                child.destroyForcibly().waitFor();
                throw new AssertionError("Never came to '%s'".formatted(line));
            }
            if (child.exitValue() != 137) {
                throw new AssertionError(
                        "Came to its end (%d) without '%s': %s"
                                .formatted(child.exitValue(), line, Files.readString(said)));
            }
        } finally {
            Files.delete(said);
        }
    }
}
