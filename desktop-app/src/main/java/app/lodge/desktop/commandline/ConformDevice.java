package app.lodge.desktop.commandline;

import app.lodge.bridge.conformance.BenchOrder;
import app.lodge.bridge.conformance.Conformance;
import app.lodge.bridge.conformance.Conformance.Finding;
import app.lodge.bridge.conformance.Conformance.Verdict;
import app.lodge.bridge.conformance.Patience;
import app.lodge.core.devices.DeviceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device conform`: holds a device against the field protocol and says in words what it does
/// otherwise (ID-59). Needs no site: the kit is a field network of its own that the device joins.
@Command(name = "conform")
final class ConformDevice extends SiteCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "device.conform.name")
    String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "device.conform.kind")
    String kind = "";

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "device.conform.listen")
    String listen = "127.0.0.1";

    @Option(names = "--mqtt-port", paramLabel = "PORT", descriptionKey = "device.conform.mqtt-port")
    int mqttPort;

    @Option(names = "--join-port", paramLabel = "PORT", descriptionKey = "device.conform.join-port")
    int joinPort;

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "device.conform.currency")
    String currency = "EUR";

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "device.conform.wait")
    int wait = 60;

    @Option(names = "--no-hands", descriptionKey = "device.conform.no-hands")
    boolean noHands;

    @Option(names = "--simulated", descriptionKey = "device.conform.simulated")
    boolean simulated;

    ConformDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        if (!name.matches("[a-z0-9-]{3,40}")) {
            throw new WrongUsage("cli.device.name", "NAME", Values.shown(name));
        }
        var of = Values.choice("--kind", kind, DeviceKind.class);
        // A door's reader speaks OSDP; what a portal asks, no kit can ask for it.
        if (of == DeviceKind.DOOR || of == DeviceKind.PORTAL) {
            throw new WrongUsage(
                    "cli.choice", "--kind", Values.shown(kind), "locker-cabinet, payment-point");
        }
        Values.count("--wait", wait, 1, 3_600);
        Values.count("--mqtt-port", mqttPort, 0, 65_535);
        Values.count("--join-port", joinPort, 0, 65_535);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lodge-conform");
            return hold(folder, of);
        } catch (IOException e) {
            return Answer.refused("cli.device.not-conformed", name, String.valueOf(e.getMessage()));
        } finally {
            remove(folder);
        }
    }

    private Answer hold(Path folder, DeviceKind of) throws IOException {
        var usual = Patience.USUAL;
        var order =
                new BenchOrder(
                        folder,
                        listen,
                        mqttPort,
                        joinPort,
                        name,
                        of,
                        Values.currency("--currency", currency).getCurrencyCode(),
                        new Patience(
                                usual.answer(),
                                usual.again(),
                                usual.quiet(),
                                Duration.ofSeconds(wait)),
                        InstantSource.system());
        try (var before = new DeviceAtHand(session, folder, name);
                var kit = Conformance.open(order, before::present)) {
            if (simulated) {
                before.simulate(kit.invitation().code());
            } else {
                invite(kit.invitation(), folder);
            }
            return said(kit.run(!noHands, this::note));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.refused("cli.device.not-conformed", name, String.valueOf(e.getMessage()));
        }
    }

    private void invite(Conformance.Invitation invitation, Path folder) throws IOException {
        var authority = Files.writeString(folder.resolve("authority.pem"), invitation.authority());
        session.note(
                "cli.device.conform-invites",
                name,
                invitation.host(),
                String.valueOf(invitation.joinPort()),
                invitation.code(),
                authority);
    }

    private void note(Finding finding) {
        session.note("cli.device.conform-" + Values.kebab(finding.verdict()), rule(finding));
    }

    private String rule(Finding finding) {
        return session.text("conform.check." + finding.check());
    }

    private Answer said(List<Finding> findings) {
        var failed = findings.stream().filter(one -> one.verdict() == Verdict.FAILED).toList();
        var skipped = findings.stream().filter(one -> one.verdict() == Verdict.SKIPPED).count();
        var lines =
                failed.stream()
                        .map(one ->
                                session.text(
                                        "cli.device.conform-fault",
                                        rule(one),
                                        session.text(
                                                String.valueOf(one.key()),
                                                one.arguments().toArray())))
                        .toList();
        Map<String, Object> facts = Map.of("device", name, "findings", findings);
        return failed.isEmpty()
                ? Answer.done(
                        facts,
                        session.text(
                                "cli.device.conforms", name, findings.size() - skipped, skipped))
                : new Answer.Refused(
                        "cli.device.conforms-not",
                        List.of(name, failed.size(), findings.size() - skipped),
                        facts,
                        lines);
    }

    private static void remove(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
