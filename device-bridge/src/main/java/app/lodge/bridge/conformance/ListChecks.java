package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.devices.DeviceKind;
import java.util.List;

/// Numbered lists: whole, by deltas, a gap, the same once more.
final class ListChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("lists.whole", ListChecks::whole),
                    Check.of("lists.delta", ListChecks::delta),
                    Check.of("lists.gap", ListChecks::gap),
                    Check.of("lists.again", ListChecks::again));

    private static final String FIRST = "04C0FFEE000001";
    private static final String SECOND = "04C0FFEE000002";

    private ListChecks() {}

    /// A list that devices of this kind hold.
    static String list(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT -> "block";
            case LOCKER_CABINET, DOOR -> "allow";
        };
    }

    private static void whole(Bench bench) throws Fault, InterruptedException {
        give(bench, list(bench.kind()), List.of(FIRST));
    }

    /// Gives the device this list from the beginning and waits until it says that it holds it.
    static void give(Bench bench, String list, List<String> credentials)
            throws Fault, InterruptedException {
        var version = bench.nextVersion(list);
        var mark = bench.mark();
        bench.push(
                Topics.LIST + list,
                new Down.ListDelta(
                        version,
                        0,
                        credentials.stream().map(ListChecks::entry).toList(),
                        List.of()));
        holds(bench, mark, list, version);
    }

    private static Down.Entry entry(String credential) {
        return new Down.Entry(credential, List.of(1));
    }

    private static void delta(Bench bench) throws Fault, InterruptedException {
        var list = begun(bench);
        var base = bench.version(list);
        var version = bench.nextVersion(list);
        var mark = bench.mark();
        bench.push(
                Topics.LIST + list,
                new Down.ListDelta(version, base, List.of(entry(SECOND)), List.of(FIRST)));
        holds(bench, mark, list, version);
    }

    private static void gap(Bench bench) throws Fault, InterruptedException {
        var list = begun(bench);
        bench.nextVersion(list);
        var base = bench.nextVersion(list);
        var version = bench.nextVersion(list);
        var mark = bench.mark();
        bench.push(
                Topics.LIST + list,
                new Down.ListDelta(version, base, List.of(entry(FIRST)), List.of()));
        var report =
                bench.await(
                        mark,
                        Topics.REPORTED,
                        one -> ConfigurationChecks.asks(one, list) || held(one, list) == version,
                        bench.patience().answer());
        if (report == null || !ConfigurationChecks.asks(report, list)) {
            throw new Fault(
                    report == null ? "conform.fault.whole-not-asked" : "conform.fault.base-ignored",
                    "down/list/" + list,
                    list);
        }
        bench.push(
                Topics.LIST + list,
                new Down.ListDelta(version, 0, List.of(entry(FIRST)), List.of()));
        holds(bench, mark, list, version);
    }

    private static void again(Bench bench) throws Fault, InterruptedException {
        var list = begun(bench);
        var base = bench.version(list);
        var version = bench.nextVersion(list);
        var delta = new Down.ListDelta(version, base, List.of(entry(SECOND)), List.of());
        var mark = bench.mark();
        bench.push(Topics.LIST + list, delta);
        holds(bench, mark, list, version);
        var second = bench.mark();
        bench.push(Topics.LIST + list, delta);
        holds(bench, second, list, version);
    }

    private static String begun(Bench bench) throws Fault, InterruptedException {
        var list = list(bench.kind());
        if (bench.version(list) == 0) {
            give(bench, list, List.of(FIRST));
        }
        return list;
    }

    private static void holds(Bench bench, long mark, String list, long version)
            throws Fault, InterruptedException {
        var report =
                bench.await(
                        mark,
                        Topics.REPORTED,
                        one -> held(one, list) == version,
                        bench.patience().answer());
        if (report == null) {
            throw new Fault(
                    "conform.fault.list-not-held",
                    list,
                    version,
                    bench.patience().answer().toSeconds());
        }
    }

    private static long held(Heard report, String list) {
        return report.json().path("lists").path(list).asLong();
    }
}
