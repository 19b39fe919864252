package app.lodge.bridge.conformance;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is there: presence, hello, last will, clock.
final class GreetingChecks {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    static final List<Check> ALL =
            List.of(
                    Check.of("presence", GreetingChecks::presence),
                    Check.of("hello", GreetingChecks::hello),
                    Check.of("clock", GreetingChecks::clock),
                    Check.of("reports", GreetingChecks::reports),
                    Check.of("last-will", GreetingChecks::lastWill));

    private GreetingChecks() {}

    private static void presence(Bench bench) throws Fault, InterruptedException {
        var presence =
                came(
                        bench.await(
                                0,
                                Topics.PRESENCE,
                                one -> one.json().path("online").asBoolean(),
                                bench.patience().answer()),
                        bench,
                        "up/presence {\"online\":true}");
        retained(presence);
    }

    private static void hello(Bench bench) throws Fault, InterruptedException {
        var message = first(bench, Topics.HELLO);
        retained(message);
        try {
            var hello = Up.Hello.read(message.payload());
            same("up/hello protocol", 1, hello.protocol());
            same("up/hello kind", bench.kind().name(), hello.kind());
            if (hello.program().isBlank()) {
                throw new Fault("conform.fault.malformed", "up/hello", "program");
            }
        } catch (MalformedMessage e) {
            throw new Fault("conform.fault.malformed", "up/hello", String.valueOf(e.getMessage()));
        }
    }

    private static void clock(Bench bench) throws Fault, InterruptedException {
        var message = first(bench, Topics.HELLO);
        try {
            var offset = Up.Hello.read(message.payload()).offset(message.at());
            if (offset.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                throw new Fault(
                        "conform.fault.clock", offset.toSeconds(), CLOCK_TOLERANCE.toSeconds());
            }
        } catch (MalformedMessage e) {
            throw new Fault("conform.fault.malformed", "up/hello", String.valueOf(e.getMessage()));
        }
    }

    private static void reports(Bench bench) throws Fault, InterruptedException {
        var message = first(bench, Topics.REPORTED);
        retained(message);
        try {
            bench.begin(Up.Reported.read(message.payload()).version());
        } catch (MalformedMessage e) {
            throw new Fault(
                    "conform.fault.malformed", "up/reported", String.valueOf(e.getMessage()));
        }
    }

    private static void lastWill(Bench bench) throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.cut();
        var gone =
                bench.await(
                        mark,
                        Topics.PRESENCE,
                        one -> !one.json().path("online").asBoolean(true),
                        bench.patience().answer());
        if (gone == null) {
            throw new Fault("conform.fault.no-will", bench.patience().answer().toSeconds());
        }
        retained(gone);
        var back =
                bench.await(
                        gone.number(),
                        Topics.PRESENCE,
                        one -> one.json().path("online").asBoolean(),
                        bench.patience().again());
        if (back == null) {
            throw new Fault("conform.fault.not-back", bench.patience().again().toSeconds());
        }
        came(
                bench.await(gone.number(), Topics.HELLO, _ -> true, bench.patience().answer()),
                bench,
                "up/hello");
    }

    private static Heard first(Bench bench, String tail) throws Fault, InterruptedException {
        return came(
                bench.await(0, tail, _ -> true, bench.patience().answer()), bench, "up/" + tail);
    }

    static Heard came(@Nullable Heard heard, Bench bench, String what) throws Fault {
        if (heard == null) {
            throw new Fault("conform.fault.silent", what, bench.patience().answer().toSeconds());
        }
        return heard;
    }

    private static void retained(Heard heard) throws Fault {
        if (!heard.reply().retained()) {
            throw new Fault("conform.fault.not-retained", "up/" + heard.tail());
        }
    }

    static void same(String what, Object wanted, Object got) throws Fault {
        if (!wanted.equals(got)) {
            throw new Fault(
                    "conform.fault.other", what, String.valueOf(wanted), String.valueOf(got));
        }
    }
}
