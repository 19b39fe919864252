package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Desired and reported configuration: whole documents, deltas, bases, versions.
final class ConfigurationChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("desired.whole", ConfigurationChecks::whole),
                    Check.of("desired.delta", ConfigurationChecks::delta),
                    Check.of("desired.other-base", ConfigurationChecks::otherBase),
                    Check.of("desired.older", ConfigurationChecks::older),
                    Check.of("desired.unknown-fields", ConfigurationChecks::unknownFields));

    private ConfigurationChecks() {}

    private static void whole(Bench bench) throws Fault, InterruptedException {
        configure(bench, Settings.of(bench.kind()));
    }

    /// Brings the device to this configuration and waits until it says so.
    static void configure(Bench bench, Map<String, String> config)
            throws Fault, InterruptedException {
        var mark = bench.mark();
        var version = bench.desire(config);
        bench.push(Topics.DESIRED, Down.Desired.whole(version, bench.desired()));
        confirmed(bench, mark);
    }

    private static void delta(Bench bench) throws Fault, InterruptedException {
        var before = settled(bench);
        var base = bench.desiredVersion();
        var mark = bench.mark();
        var after = new TreeMap<>(before);
        after.put("ask.timeout", "2");
        var version = bench.desire(after);
        bench.push(Topics.DESIRED, Down.Desired.change(base, before, version, after));
        confirmed(bench, mark);
    }

    private static void otherBase(Bench bench) throws Fault, InterruptedException {
        var before = settled(bench);
        var mark = bench.mark();
        var base = bench.desiredVersion() + 1;
        bench.begin(base);
        var after = new TreeMap<>(before);
        after.put("ask.timeout", "4");
        var version = bench.desire(after);
        bench.push(Topics.DESIRED, Down.Desired.change(base, before, version, after));
        asked(bench, mark, Topics.WHOLE_DESIRED, version);
        bench.push(Topics.DESIRED, Down.Desired.whole(version, after));
        confirmed(bench, mark);
    }

    private static void asked(Bench bench, long mark, String name, int version)
            throws Fault, InterruptedException {
        var report =
                bench.await(
                        mark,
                        Topics.REPORTED,
                        one -> asks(one, name) || one.number("version") == version,
                        bench.patience().answer());
        if (report == null || !asks(report, name)) {
            throw new Fault(
                    report == null ? "conform.fault.whole-not-asked" : "conform.fault.base-ignored",
                    "down/desired",
                    name);
        }
    }

    static boolean asks(Heard report, String name) {
        for (var asked : report.json().path("whole")) {
            if (asked.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void older(Bench bench) throws Fault, InterruptedException {
        var held = settled(bench);
        var mark = bench.mark();
        var changed = new TreeMap<>(held);
        changed.put("ask.timeout", "9");
        bench.push(Topics.DESIRED, Down.Desired.whole(bench.desiredVersion() - 1, changed));
        var said = bench.await(mark, Topics.REPORTED, _ -> true, bench.patience().answer());
        if (said != null) {
            bench.quiet();
        }
        for (var report : bench.since(mark, Topics.REPORTED)) {
            if (report.number("version") < bench.desiredVersion()) {
                throw new Fault(
                        "conform.fault.older-taken",
                        bench.desiredVersion() - 1,
                        bench.desiredVersion());
            }
        }
    }

    private static void unknownFields(Bench bench) throws Fault, InterruptedException {
        var held = settled(bench);
        var mark = bench.mark();
        var version = bench.desire(held);
        bench.push(
                Topics.DESIRED,
                Map.of(
                        "version",
                        version,
                        "config",
                        held,
                        "x-later",
                        Map.of("a", List.of(1, 2)),
                        "anything",
                        "else"));
        confirmed(bench, mark);
    }

    /// What the device holds, brought there first if need be.
    private static Map<String, String> settled(Bench bench) throws Fault, InterruptedException {
        if (bench.desired().isEmpty()) {
            configure(bench, Settings.of(bench.kind()));
        }
        return bench.desired();
    }

    private static void confirmed(Bench bench, long mark) throws Fault, InterruptedException {
        var version = bench.desiredVersion();
        var report =
                bench.await(
                        mark,
                        Topics.REPORTED,
                        one -> one.number("version") == version,
                        bench.patience().answer());
        if (report == null) {
            throw new Fault(
                    "conform.fault.not-reported", version, bench.patience().answer().toSeconds());
        }
        try {
            var read = Up.Reported.read(report.payload());
            if (!read.errors().isEmpty()) {
                throw new Fault("conform.fault.config-refused", String.join("; ", read.errors()));
            }
            for (var wanted : bench.desired().entrySet()) {
                GreetingChecks.same(
                        wanted.getKey(),
                        wanted.getValue(),
                        read.config().getOrDefault(wanted.getKey(), ""));
            }
        } catch (MalformedMessage e) {
            throw new Fault(
                    "conform.fault.malformed", "up/reported", String.valueOf(e.getMessage()));
        }
    }
}
