package app.lodge.desktop;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.bridge.virtual.DeviceConsole;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.site.Home;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.commandline.BridgeDoors;
import app.lodge.desktop.commandline.OpenDesktop;
import app.lodge.desktop.commandline.Programs;
import app.lodge.desktop.commandline.Terminal;
import app.lodge.desktop.demo.Demo;
import app.lodge.desktop.link.BundledBridge;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import app.lodge.desktop.link.LocalSite;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.workstation.CardsInMaking;
import app.lodge.desktop.workstation.DeskNumbers;
import app.lodge.desktop.workstation.DeskStation;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.Reports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;

/// One short run through what every start of Lodge goes through, in one process, so that the Java
/// machine can write down which classes that takes (JEP 514). No part of Lodge calls it; the builds do.
///
/// Without words: bridge, doors and a device. `desktop`: the sign-in window alone, over a site made and a bridge run in
/// other processes, because a machine maps and links at its start whatever was written down, and the desktop needs a third
/// of it. `site FOLDER`: such a site.
public final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WORKSTATION = "rehearsal";

    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        Lodge.prepare();
        if (arguments.length == 2 && arguments[0].equals("site")) {
            Demo.create(Path.of(arguments[1]), "en");
            return;
        }
        var folder = Files.createTempDirectory("lodge-rehearsal-");
        try {
            var home = folder.resolve("site");
            if (List.of(arguments).contains("desktop")) {
                siteElsewhere(home);
                rehearseDesktop(home);
            } else {
                Demo.create(home, "en");
                rehearseBridge(home);
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void siteElsewhere(Path home) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("java.class.path");
        var made =
                new ProcessBuilder(java, "-cp", path, Rehearsal.class.getName(), "site", home + "")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (made != 0) {
            throw new IllegalStateException("No site was made: exit " + made);
        }
    }

    private static void rehearseBridge(Path home) throws Exception {
        try (var bridge = Bridge.start(BridgeOrder.of(new Home(home)))) {
            if (!bridge.awaitField(PATIENCE)) {
                throw new IllegalStateException("The field network did not start");
            }
            useDoors(bridge, home);
        }
    }

    private static void rehearseDesktop(Path home) {
        if (!(BundledBridge.of(home).start() instanceof StartOutcome.Started started)) {
            throw new IllegalStateException("The bridge did not start");
        }
        try {
            var terminal = Terminal.ofThisProcess(new Texts(Locale.ENGLISH), home, WORKSTATION);
            OpenDesktop.alone(terminal, new BridgeDoors(WORKSTATION), new SignInOnly());
        } finally {
            started.process().destroy();
            started.process().onExit().join();
        }
    }

    private static void useDoors(Bridge bridge, Path home) throws IOException {
        try (var doors = new RemoteDoors(bridge.connection())) {
            var outcome =
                    doors.signIn(Demo.ADMINISTRATOR, Demo.PASSWORD.toCharArray(), WORKSTATION);
            if (!(outcome instanceof SignInOutcome.SignedIn(Actor actor))) {
                throw new IllegalStateException("Sign-in answered " + outcome);
            }
            var details =
                    new PersonDetails(
                            "Hannah",
                            "Lindqvist",
                            LocalDate.of(1991, 4, 17),
                            "P-90001",
                            "hannah.lindqvist@example.org",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "DE",
                            "");
            doors.door(People.class)
                    .enrol(actor, RequestId.fresh(), details, EnrolOutcome.Duplicates.REFUSED);
            var order = ReportOrder.file(ReportKind.ISSUED_CARDS, Map.of(), ReportFormat.PDF, "");
            doors.door(Reports.class).render(actor, order);
            var added =
                    doors.door(Devices.class)
                            .add(
                                    actor,
                                    RequestId.fresh(),
                                    "canteen-1",
                                    DeviceKind.PAYMENT_POINT,
                                    "Canteen",
                                    "Hall B");
            if (added instanceof Devices.AddOutcome.Added(var _, var code)) {
                useDevice(home, code.code());
            }
        }
    }

    private static void useDevice(Path home, String code) throws IOException {
        var order =
                new VirtualDevices.Order(
                        home, "canteen-1", code, home.resolve("virtual").resolve("canteen-1"));
        try (var device = VirtualDevices.start(order, InstantSource.system())) {
            new DeviceConsole(device)
                    .run(
                            new BufferedReader(
                                    new StringReader("online\ntap 04112233445566 1.00\nsettle\n")),
                            new StringWriter());
        }
    }

    /// The desktop as far as its entrance, for three seconds.
    private static final class SignInOnly implements Programs {

        @Override
        public int desktop(Path home) {
            var site = LocalSite.at(home, WORKSTATION, SignInOnly::noDemo).ahead();
            var settings = WorkstationSettings.read(home.resolveSibling("workstation.json"));
            DesktopWindow.open(stage -> {
                stage.setOpacity(0); // nobody is meant to look
                new LodgeDesktop(
                                stage,
                                settings,
                                site,
                                session ->
                                        new DeskStation(
                                                home,
                                                new CardsInMaking(home),
                                                new DeskNumbers(),
                                                session),
                                InstantSource.system())
                        .open();
                var pause = new PauseTransition(javafx.util.Duration.seconds(3));
                pause.setOnFinished(_ -> stage.close());
                pause.play();
            });
            return 0;
        }

        private static LocalSite noDemo() {
            throw new IllegalStateException("Nobody asks for a demo here");
        }

        @Override
        public int bridge(Terminal terminal, Path home) {
            throw new IllegalStateException("Only the desktop is rehearsed");
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> home) {
            throw new IllegalStateException("Only the desktop is rehearsed");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
