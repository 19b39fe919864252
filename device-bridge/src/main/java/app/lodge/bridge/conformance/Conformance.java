package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Topics;
import app.lodge.core.devices.DeviceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds a device against the field protocol (ID-59, SAFE-49).
///
/// The kit is a field network of its own, so that nothing of a site is touched: the device joins it by the
/// {@link Invitation}, as it would join a bridge, and is then held against one rule after the other.
public final class Conformance implements AutoCloseable {

    private final BenchNetwork network;
    private final Bench bench;

    Conformance(BenchNetwork network, BenchOrder order, Hands hands) {
        this.network = network;
        this.bench = new Bench(network, order, hands);
    }

    /// Opens the kit's network (2 to 8 seconds).
    ///
    /// @throws IOException if a port is taken
    public static Conformance open(BenchOrder order, Hands hands) throws IOException {
        return new Conformance(BenchNetwork.open(order), order, hands);
    }

    /// How the device comes here.
    ///
    /// @param authority certificate in PEM that the device trusts
    public record Invitation(
            String device,
            String code,
            String host,
            int joinPort,
            int mqttPort,
            String authority) {}

    public enum Verdict {
        PASSED,
        FAILED,
        /// Needs somebody at the device, and nobody was there; or the device never came.
        SKIPPED
    }

    /// @param check its sentence stands in the texts under `conform.check.`
    /// @param key of the sentence that says what the device does otherwise; null if it does not
    /// @param arguments of that sentence
    public record Finding(
            String check, Verdict verdict, @Nullable String key, List<Object> arguments) {
        public Finding {
            arguments = List.copyOf(arguments);
        }
    }

    public Invitation invitation() {
        return network.invitation();
    }

    /// Runs every check, in the protocol's order.
    ///
    /// @param hands whether somebody stands at the device
    /// @param found hears each finding as it is made
    public List<Finding> run(boolean hands, Consumer<Finding> found) throws InterruptedException {
        return run(checks(bench.kind()), hands, found);
    }

    static List<Check> checks(DeviceKind kind) {
        var checks = new ArrayList<Check>();
        checks.addAll(GreetingChecks.ALL);
        checks.addAll(ConfigurationChecks.ALL);
        if (kind == DeviceKind.PORTAL) {
            checks.addAll(CommandChecks.ALL);
            checks.addAll(FileChecks.ALL);
            checks.addAll(RobustnessChecks.ALL);
            checks.addAll(PortalChecks.ALL);
            checks.addAll(MannersChecks.ALL);
            return checks;
        }
        checks.addAll(ListChecks.ALL);
        if (kind == DeviceKind.SAFE) {
            // It asks nothing: who may deposit stands in its list.
            checks.addAll(CommandChecks.ALL);
            checks.addAll(FileChecks.ALL);
            checks.addAll(RobustnessChecks.ALL);
            checks.addAll(SafeChecks.ALL);
            checks.addAll(EventChecks.of(kind));
            checks.addAll(MannersChecks.ALL);
            return checks;
        }
        checks.addAll(CommandChecks.ALL);
        checks.addAll(FileChecks.ALL);
        checks.addAll(RobustnessChecks.ALL);
        checks.addAll(AskChecks.of(kind));
        checks.addAll(EventChecks.of(kind));
        checks.addAll(MannersChecks.ALL);
        return checks;
    }

    List<Finding> run(List<Check> checks, boolean hands, Consumer<Finding> found)
            throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var came = bench.await(0, Topics.PRESENCE, _ -> true, bench.patience().hands()) != null;
        for (var check : checks) {
            Finding finding;
            if (!came && !findings.isEmpty() || check.hands() && !hands) {
                finding = new Finding(check.name(), Verdict.SKIPPED, null, List.of());
            } else if (!came) {
                finding =
                        failed(
                                check,
                                new Fault(
                                        "conform.fault.never-came",
                                        bench.patience().hands().toSeconds()));
            } else {
                finding = hold(check);
            }
            findings.add(finding);
            found.accept(finding);
        }
        return findings;
    }

    @Override
    public void close() {
        network.close();
    }

    private Finding hold(Check check) throws InterruptedException {
        try {
            check.body().hold(bench);
            return new Finding(check.name(), Verdict.PASSED, null, List.of());
        } catch (Fault fault) {
            return failed(check, fault);
        } finally {
            bench.answering(Answering.YES);
            bench.acknowledging(true);
        }
    }

    private static Finding failed(Check check, Fault fault) {
        return new Finding(
                check.name(), Verdict.FAILED, fault.words().key(), fault.words().arguments());
    }
}
