package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What must not shake a device: nonsense, and more than it can hold.
final class RobustnessChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("nonsense", RobustnessChecks::nonsense),
                    Check.of("too-large", RobustnessChecks::tooLarge));

    private static final int LARGE = 300 << 10;

    private RobustnessChecks() {}

    private static void nonsense(Bench bench) throws Fault, InterruptedException {
        for (var tail : List.of(Topics.DESIRED, Topics.COMMAND, Topics.LIST + "block", "x-later")) {
            for (var text : List.of("", "}{", "[]", "null", "{\"version\":\"x\"}")) {
                bench.pushBytes(tail, text.getBytes(StandardCharsets.UTF_8));
            }
        }
        still(bench, "conform.fault.shaken-by-nonsense");
    }

    private static void tooLarge(Bench bench) throws Fault, InterruptedException {
        bench.push(
                Topics.COMMAND,
                Map.of(
                        "id",
                        "large",
                        "verb",
                        "x-unheard-of",
                        "args",
                        Map.of("fill", "x".repeat(LARGE)),
                        "expires",
                        bench.now().plusSeconds(300).toString()));
        still(bench, "conform.fault.shaken-by-size");
    }

    /// The device may lose its connection over it, but comes back and listens.
    private static void still(Bench bench, String key) throws Fault, InterruptedException {
        try {
            CommandChecks.alive(bench);
        } catch (Fault first) {
            var mark = bench.mark();
            bench.await(mark, Topics.HELLO, _ -> true, bench.patience().again());
            try {
                CommandChecks.alive(bench);
            } catch (Fault second) {
                throw new Fault(key);
            }
        }
    }
}
