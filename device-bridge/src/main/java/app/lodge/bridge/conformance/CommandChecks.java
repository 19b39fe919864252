package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Commands: answered, refused when unknown, not carried out when stale, carried out once.
final class CommandChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("command.answered", CommandChecks::answered),
                    Check.of("command.unknown", CommandChecks::unknown),
                    Check.of("command.expired", CommandChecks::expired),
                    Check.of("command.again", CommandChecks::again));

    private static final Duration FRESH = Duration.ofMinutes(5);

    private CommandChecks() {}

    private static void answered(Bench bench) throws Fault, InterruptedException {
        alive(bench);
    }

    /// The device answers a command: it is there and listens.
    static void alive(Bench bench) throws Fault, InterruptedException {
        var command = resend(bench.now().plus(FRESH));
        if (!carry(bench, command).json().path("ok").asBoolean()) {
            throw new Fault("conform.fault.command-refused", command.verb());
        }
    }

    private static void unknown(Bench bench) throws Fault, InterruptedException {
        var command = new Down.Command(id(), "x-unheard-of", Map.of(), bench.now().plus(FRESH));
        if (carry(bench, command).json().path("ok").asBoolean()) {
            throw new Fault("conform.fault.unknown-obeyed", command.verb());
        }
    }

    private static void expired(Bench bench) throws Fault, InterruptedException {
        var command = resend(bench.now().minus(FRESH));
        var mark = bench.mark();
        bench.push(Topics.COMMAND, command);
        bench.quiet();
        var result = result(bench, mark, command.id(), Duration.ZERO);
        if (result != null && result.json().path("ok").asBoolean()) {
            throw new Fault("conform.fault.expired-obeyed", FRESH.toSeconds());
        }
    }

    private static void again(Bench bench) throws Fault, InterruptedException {
        var command =
                new Down.Command(
                        id(), "resend", Map.of("from", "1", "to", "1"), bench.now().plus(FRESH));
        var mark = bench.mark();
        var first = carry(bench, command);
        bench.quiet();
        var middle = bench.mark();
        bench.push(Topics.COMMAND, command);
        bench.quiet();
        var second = result(bench, middle, command.id(), bench.patience().answer());
        if (second == null) {
            throw new Fault(
                    "conform.fault.no-result",
                    command.verb(),
                    bench.patience().answer().toSeconds());
        }
        GreetingChecks.same(
                "up/result ok",
                first.json().path("ok").asBoolean(),
                second.json().path("ok").asBoolean());
        var times =
                bench.since(mark, Topics.EVENT).stream()
                        .filter(event -> event.number("seq") == 1)
                        .count();
        if (times > 1) {
            throw new Fault("conform.fault.obeyed-twice", command.verb(), times);
        }
    }

    private static Down.Command resend(Instant expires) {
        return new Down.Command(id(), "resend", Map.of("from", "1", "to", "0"), expires);
    }

    private static Heard carry(Bench bench, Down.Command command)
            throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.push(Topics.COMMAND, command);
        var result = result(bench, mark, command.id(), bench.patience().answer());
        if (result == null) {
            throw new Fault(
                    "conform.fault.no-result",
                    command.verb(),
                    bench.patience().answer().toSeconds());
        }
        return result;
    }

    private static @Nullable Heard result(Bench bench, long mark, String id, Duration patience)
            throws InterruptedException {
        return bench.await(mark, Topics.RESULT, one -> one.text("id").equals(id), patience);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
