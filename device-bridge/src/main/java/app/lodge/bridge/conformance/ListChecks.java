package app.lodge.bridge.conformance;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.products.Offer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Numbered lists: whole, by deltas, a gap, the same once more, prices.
final class ListChecks {

    static final List<Check> ALL =
            List.of(
                    Check.of("lists.whole", ListChecks::whole),
                    Check.of("lists.delta", ListChecks::delta),
                    Check.of("lists.gap", ListChecks::gap),
                    Check.of("lists.again", ListChecks::again),
                    Check.of("lists.prices", ListChecks::prices),
                    Check.of("lists.pins", ListChecks::pins));

    private static final String FIRST = "04C0FFEE000001";
    private static final String SECOND = "04C0FFEE000002";

    /// Of a PIN that nobody has.
    private static final String DIGEST =
            "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                    + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private ListChecks() {}

    /// A list that devices of this kind hold.
    static String list(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT, KIOSK, PHONE -> "block";
            case SAFE -> "users";
            case LOCKER_CABINET, DOOR, PORTAL -> "allow";
        };
    }

    private static void whole(Bench bench) throws Fault, InterruptedException {
        give(bench, list(bench.kind()), List.of(FIRST));
    }

    /// Gives the device this list from the beginning and waits until it says that it holds it.
    static void give(Bench bench, String list, List<String> credentials)
            throws Fault, InterruptedException {
        give(bench, list, credentials.stream().map(ListChecks::entry).toArray(Down.Entry[]::new));
    }

    static void give(Bench bench, String list, Down.Entry... entries)
            throws Fault, InterruptedException {
        var version = bench.nextVersion(list);
        var mark = bench.mark();
        bench.push(Topics.LIST + list, new Down.ListDelta(version, 0, List.of(entries), List.of()));
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
        noticesGap(
                bench,
                list,
                new Down.ListDelta(version, base, List.of(entry(FIRST)), List.of()),
                version);
        var mark = bench.mark();
        bench.push(
                Topics.LIST + list,
                new Down.ListDelta(version, 0, List.of(entry(FIRST)), List.of()));
        holds(bench, mark, list, version);
    }

    private static void noticesGap(Bench bench, String list, Object delta, long version)
            throws Fault, InterruptedException {
        var mark = bench.mark();
        bench.push(Topics.LIST + list, delta);
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

    /// A point that holds prices holds them like any list; one that never says so sells none.
    private static void prices(Bench bench) throws Fault, InterruptedException {
        if (bench.kind() != DeviceKind.PAYMENT_POINT) {
            return;
        }
        ownForm(bench, Topics.PRICES, (version, base) -> offered(bench, version, base));
    }

    /// A cabinet that holds PINs holds them like any list; one that never says so asks for none.
    private static void pins(Bench bench) throws Fault, InterruptedException {
        if (bench.kind() == DeviceKind.LOCKER_CABINET) {
            ownForm(
                    bench,
                    Topics.PINS,
                    (version, base) ->
                            new Down.PinDelta(
                                    version, base, List.of(new Down.Pin(1, DIGEST)), List.of()));
        }
    }

    /// @param delta of a version and the one that it leads from
    private static void ownForm(Bench bench, String list, BiFunction<Long, Long, Object> delta)
            throws Fault, InterruptedException {
        var mark = bench.mark();
        var first = bench.nextVersion(list);
        bench.push(Topics.LIST + list, delta.apply(first, 0L));
        var held =
                bench.await(
                        mark,
                        Topics.REPORTED,
                        one -> held(one, list) == first,
                        bench.patience().answer());
        if (held != null) {
            bench.nextVersion(list);
            var base = bench.nextVersion(list);
            noticesGap(bench, list, delta.apply(base + 1, base), base + 1);
        }
    }

    private static Down.PriceDelta offered(Bench bench, long version, long base) {
        var coffee =
                new Offer(
                        version,
                        101,
                        "Coffee",
                        Map.of(),
                        "",
                        150,
                        bench.now(),
                        null,
                        null,
                        List.of(),
                        0,
                        "");
        return new Down.PriceDelta(version, base, "UTC", List.of(coffee), List.of());
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
