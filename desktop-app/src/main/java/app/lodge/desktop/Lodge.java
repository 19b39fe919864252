package app.lodge.desktop;

import app.lodge.core.site.Home;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.commandline.BridgeDoors;
import app.lodge.desktop.commandline.Commands;
import app.lodge.desktop.commandline.OpenDesktop;
import app.lodge.desktop.commandline.Terminal;
import app.lodge.desktop.link.BridgeCommand;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where every run of Lodge begins: desktop, bridge, demo and command line. Sets what must be set
/// before anything else of Java wakes up, then lets {@link Commands} read the words.
public final class Lodge {

    private Lodge() {}

    public static void main(String[] arguments) {
        prepare();
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        var workstation = workstation();
        var terminal = Terminal.ofThisProcess(texts(), home(), workstation);
        var opener = new BridgeDoors(workstation);
        var programs = new Wiring(workstation);
        return arguments.length == 0
                ? OpenDesktop.alone(terminal, opener, programs)
                : new Commands(terminal, opener, programs).run(arguments);
    }

    /// Before the first logger: where to log, and that the database layer keeps its banner to itself.
    static void prepare() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        // Libraries bring logging configurations of their own; only ours counts.
        System.setProperty(
                "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
        var file = Optional.ofNullable(System.getenv(BridgeCommand.LOG_FILE));
        file.ifPresent(path -> System.setProperty("lodge.log.file", path));
        System.setProperty(
                "logback.configurationFile",
                file.isPresent() ? "lodge-logback-file.xml" : "lodge-logback.xml");
    }

    private static Texts texts() {
        return new Texts(Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static Path home() {
        return Optional.ofNullable(System.getenv("LODGE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Home.ofUser().folder());
    }

    private static String workstation() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "workstation";
        }
    }
}
