package app.lodge.desktop.demo;

import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of a demo: each is timed, told in one line, and kept for the summary. After a failed one
/// the rest is not tried.
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final PrintWriter out;
    private final List<Step> done = new ArrayList<>();

    Steps(PrintWriter out) {
        this.out = out;
    }

    record Step(String name, boolean ok, long ms, String result) {}

    /// One step; what it returns is its result in a few words.
    @FunctionalInterface
    interface Work {
        String run() throws Exception;
    }

    /// @throws StepFailed if the step failed; it has been told by then
    void step(String name, Work work) {
        var begun = System.nanoTime();
        try {
            note(name, true, begun, work.run());
        } catch (Exception e) {
            LOG.error("Demo step {} failed", name, e);
            note(name, false, begun, String.valueOf(e.getMessage() == null ? e : e.getMessage()));
            throw new StepFailed(name, e);
        }
    }

    boolean allWell() {
        return !done.isEmpty() && done.stream().allMatch(Step::ok);
    }

    void writeSummary(Path folder, String reader) throws IOException {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("ok", allWell());
        summary.put("reader", reader);
        summary.put(
                "steps",
                done.stream()
                        .map(step -> Map.of("name", step.name(), "ok", step.ok(), "ms", step.ms()))
                        .toList());
        Files.writeString(folder.resolve("summary.json"), Json.pretty(summary, Map.class) + "\n");
    }

    private void note(String name, boolean ok, long begun, String result) {
        var ms = (System.nanoTime() - begun) / 1_000_000;
        done.add(new Step(name, ok, ms, result));
        out.printf("%-4s %-22s %6d ms  %s%n", ok ? "ok" : "FAIL", name, ms, result);
        out.flush();
    }

    /// A step failed.
    static final class StepFailed extends RuntimeException {
        StepFailed(String name, Exception cause) {
            super("Step " + name + " failed", cause);
        }
    }
}
