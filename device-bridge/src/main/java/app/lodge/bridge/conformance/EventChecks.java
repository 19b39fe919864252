package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.devices.DeviceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Events: numbered without a gap, kept until they are safe, the same whenever they come.
final class EventChecks {

    private static final List<Check> COMMON =
            List.of(
                    Check.byHand("event.sent-again", EventChecks::sentAgain),
                    Check.byHand("event.after-reconnect", EventChecks::afterReconnect),
                    Check.byHand("event.acknowledged", EventChecks::acknowledged),
                    Check.byHand("event.resend", EventChecks::resend),
                    Check.of("event.numbers", EventChecks::numbers),
                    Check.of("event.same-content", EventChecks::sameContent));

    private EventChecks() {}

    static List<Check> of(DeviceKind kind) {
        var checks = new ArrayList<Check>();
        if (kind == DeviceKind.KIOSK || kind == DeviceKind.SAFE) {
            checks.add(Check.byHand("cash.pieces", EventChecks::pieces));
        }
        checks.addAll(COMMON);
        return checks;
    }

    /// A kiosk, or a safe, tells each note and coin, and together they are the amount.
    private static void pieces(Bench bench) throws Fault, InterruptedException {
        var event = happens(bench).json();
        var sum = 0L;
        for (var one : event.path("pieces").properties()) {
            sum += Long.parseLong(one.getKey()) * one.getValue().asLong();
        }
        if (sum != event.path("amount").path("minor").asLong()) {
            throw new Fault(
                    "conform.fault.pieces", sum, event.path("amount").path("minor").asLong());
        }
    }

    private static void sentAgain(Bench bench) throws Fault, InterruptedException {
        bench.acknowledging(false);
        var event = happens(bench);
        again(bench, event, event.number());
    }

    private static void afterReconnect(Bench bench) throws Fault, InterruptedException {
        bench.acknowledging(false);
        var event = happens(bench);
        var mark = bench.mark();
        bench.cut();
        back(bench, mark);
        again(bench, event, mark);
    }

    private static void again(Bench bench, Heard event, long mark)
            throws Fault, InterruptedException {
        var second =
                bench.await(
                        mark,
                        Topics.EVENT,
                        one -> one.number("seq") == event.number("seq"),
                        bench.patience().again());
        if (second == null) {
            throw new Fault(
                    "conform.fault.not-sent-again",
                    event.number("seq"),
                    bench.patience().again().toSeconds());
        }
    }

    private static void acknowledged(Bench bench) throws Fault, InterruptedException {
        bench.acknowledging(true);
        var event = happens(bench);
        bench.quiet();
        var mark = bench.mark();
        bench.cut();
        back(bench, mark);
        bench.quiet();
        var stale =
                bench.await(
                        mark,
                        Topics.EVENT,
                        one -> one.number("seq") <= event.number("seq"),
                        bench.patience().quiet());
        if (stale != null) {
            throw new Fault("conform.fault.acknowledged-sent", stale.number("seq"));
        }
    }

    private static void resend(Bench bench) throws Fault, InterruptedException {
        var event = happens(bench);
        bench.quiet();
        var seq = event.number("seq");
        var mark = bench.mark();
        bench.push(
                Topics.COMMAND,
                new Down.Command(
                        UUID.randomUUID().toString(),
                        "resend",
                        Map.of("from", String.valueOf(seq), "to", String.valueOf(seq)),
                        bench.now().plusSeconds(300)));
        var second =
                bench.await(
                        mark,
                        Topics.EVENT,
                        one -> one.number("seq") == seq,
                        bench.patience().answer());
        if (second == null) {
            throw new Fault("conform.fault.not-resent", seq, bench.patience().answer().toSeconds());
        }
    }

    private static void numbers(Bench bench) throws Fault {
        long last = 0;
        for (var event : bench.since(0, Topics.EVENT)) {
            var seq = event.number("seq");
            if (seq > last + 1 && last > 0) {
                throw new Fault("conform.fault.gap", last, seq);
            }
            last = Math.max(last, seq);
        }
    }

    private static void sameContent(Bench bench) throws Fault {
        var contents = new HashMap<Long, Object>();
        for (var event : bench.since(0, Topics.EVENT)) {
            var before = contents.putIfAbsent(event.number("seq"), event.json());
            if (before != null && !before.equals(event.json())) {
                throw new Fault("conform.fault.other-content", event.number("seq"));
            }
        }
    }

    private static Heard happens(Bench bench) throws Fault, InterruptedException {
        if (bench.kind() == DeviceKind.SAFE) {
            return SafeChecks.deposited(bench);
        }
        var mark = bench.mark();
        AskChecks.ask(bench);
        return AskChecks.did(bench, mark);
    }

    /// The device comes back and says who it is.
    static void back(Bench bench, long mark) throws Fault, InterruptedException {
        if (bench.await(mark, Topics.HELLO, _ -> true, bench.patience().again()) == null) {
            throw new Fault("conform.fault.not-back", bench.patience().again().toSeconds());
        }
    }
}
