import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.SyncState;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The field under load, on H2 and the embedded broker with mutual TLS, all in one process: devices,
/// broker and bridge share the machine.
///
/// Arguments: devices (200), taps a second (300), seconds (20), stored events (20000).
final class FieldBenchmark {

    private static final Actor ADMIN = new Actor(1, "Bench", Role.ADMINISTRATOR, "bench");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int HOLDERS = 100;

    private FieldBenchmark() {}

    private record Card(String uid, MediumId medium) {}

    public static void main(String[] words) throws Exception {
        var devices = number(words, 0, 200);
        var rate = number(words, 1, 300);
        var seconds = number(words, 2, 20);
        var stored = number(words, 3, 20_000);
        var folder = Files.createTempDirectory("lodge-bench-field");
        var cost = new KdfCost(8, 1, 1);
        Site.create(
                new Home(folder),
                SiteSettings.of("Bench", EUR, ZoneId.of("UTC"), "en"),
                "admin",
                "correct horse battery staple".toCharArray(),
                Clock.systemUTC(),
                cost);
        try (var bridge =
                Bridge.start(new BridgeOrder(new Home(folder), Clock.systemUTC(), cost))) {
            if (!bridge.awaitField(Duration.ofSeconds(60))) {
                throw new IllegalStateException("No field network");
            }
            var site = bridge.site();
            var cards = new ArrayList<Card>();
            for (var i = 0; i < HOLDERS; i++) {
                cards.add(card(site, i));
            }
            var began = System.nanoTime();
            var points = new ArrayList<VirtualPaymentPoint>();
            for (var i = 1; i <= devices; i++) {
                points.add(point(site, folder, "till-" + i));
            }
            until(() -> points.stream().allMatch(VirtualPaymentPoint::connected));
            until(() -> confirmed(site));
            say("%d devices joined and in step in %.1f s", devices, since(began));
            authorise(points, cards, rate, Math.max(3, seconds / 2), "warming up");
            authorise(points, cards, rate, seconds, "measured");
            until(() -> points.stream().allMatch(one -> one.unacknowledged() == 0));
            block(site, points, cards.getFirst());
            configure(site, points);
            store(site, points, stored);
            System.gc();
            var heap = Runtime.getRuntime();
            say(
                    "heap in use after all: %d MB, devices, broker and bridge together",
                    (heap.totalMemory() - heap.freeMemory()) >> 20);
            points.forEach(VirtualPaymentPoint::close);
        }
        System.exit(0);
    }

    private static void authorise(
            List<VirtualPaymentPoint> points, List<Card> cards, int rate, int seconds, String name)
            throws InterruptedException {
        var all = rate * seconds;
        var took = new long[all];
        var refused = new AtomicInteger();
        var offline = new AtomicInteger();
        var began = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < all; i++) {
                var due = began + i * 1_000_000_000L / rate;
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var turn = i;
                people.execute(() -> {
                    // From when it was due, so that a queue counts.
                    var point = points.get(turn % points.size());
                    var outcome = point.tap(cards.get(turn % cards.size()).uid(), new Money(1, EUR));
                    took[turn] = System.nanoTime() - due;
                    switch (outcome) {
                        case TapOutcome.Paid paid -> {
                            if (paid.offline()) {
                                offline.incrementAndGet();
                            }
                        }
                        case TapOutcome.Refused _ -> refused.incrementAndGet();
                    }
                });
            }
        }
        Arrays.sort(took);
        say(
                "authorisations, tap to goods, %s: %d/s wanted, %.0f/s had, median %.1f ms, p99 %.1f ms, most %.1f ms; %d refused, %d offline",
                name,
                rate,
                all / since(began),
                took[all / 2] / 1e6,
                took[all * 99 / 100] / 1e6,
                took[all - 1] / 1e6,
                refused.get(),
                offline.get());
    }

    private static void block(Site site, List<VirtualPaymentPoint> points, Card card) {
        var before = points.stream().mapToLong(one -> one.listVersion("block")).toArray();
        var began = System.nanoTime();
        site.media().block(ADMIN, RequestId.fresh(), card.medium(), BlockReason.LOST);
        until(() -> {
            for (var i = 0; i < before.length; i++) {
                if (points.get(i).listVersion("block") <= before[i]) {
                    return false;
                }
            }
            return true;
        });
        say("a block at %d devices in %.2f s", points.size(), since(began));
    }

    private static void configure(Site site, List<VirtualPaymentPoint> points) {
        var began = System.nanoTime();
        for (var row : site.board().rows(ADMIN)) {
            site.devices()
                    .configure(
                            ADMIN,
                            RequestId.fresh(),
                            row.device().id(),
                            Map.of("offline.limit", "777"));
        }
        until(() ->
                site.board().rows(ADMIN).stream()
                        .allMatch(row -> row.sync() == SyncState.IN_SYNC));
        say("a configuration confirmed by %d devices in %.2f s", points.size(), since(began));
    }

    private static void store(Site site, List<VirtualPaymentPoint> points, int stored) {
        points.forEach(VirtualPaymentPoint::goOffline);
        var each = Math.max(1, stored / points.size());
        var told = new AtomicLong();
        for (var point : points) {
            for (var i = 0; i < each; i++) {
                point.tell("log", Map.of("line", "stored " + i));
                told.incrementAndGet();
            }
        }
        var began = System.nanoTime();
        points.forEach(VirtualPaymentPoint::goOnline);
        until(() -> points.stream().allMatch(one -> one.unacknowledged() == 0));
        say(
                "%d stored events taken in by %.1f s: %.0f/s",
                told.get(), since(began), told.get() / since(began));
        if (site.board().rows(ADMIN).stream().anyMatch(row -> row.lastSeq() < each)) {
            throw new IllegalStateException("Events were lost");
        }
    }

    private static boolean confirmed(Site site) {
        return site.board().rows(ADMIN).stream()
                .allMatch(row -> row.listsBehind() == 0 && row.sync() == SyncState.IN_SYNC);
    }

    private static VirtualPaymentPoint point(Site site, Path home, String name) throws Exception {
        var added =
                (Devices.AddOutcome.Added)
                        site.devices()
                                .add(
                                        ADMIN,
                                        RequestId.fresh(),
                                        name,
                                        DeviceKind.PAYMENT_POINT,
                                        name,
                                        "hall");
        return (VirtualPaymentPoint)
                VirtualDevices.start(
                        new VirtualDevices.Order(
                                home, name, added.code().code(), home.resolve("state-" + name)),
                        Clock.systemUTC());
    }

    private static Card card(Site site, int number) {
        var person =
                ((EnrolOutcome.Enrolled)
                                site.people()
                                        .enrol(
                                                ADMIN,
                                                RequestId.fresh(),
                                                PersonDetails.named("Bench", "Holder " + number),
                                                EnrolOutcome.Duplicates.ACCEPTED))
                        .person()
                        .id();
        site.accounts()
                .topUp(
                        ADMIN,
                        RequestId.fresh(),
                        site.accounts().ofPerson(ADMIN, person).orElseThrow().id(),
                        new Money(50_000, EUR),
                        PaymentMeans.CASH);
        var job =
                ((CardJobs.OrderOutcome.Ordered)
                                site.cardJobs()
                                        .order(
                                                ADMIN,
                                                RequestId.fresh(),
                                                new CardJobs.CardOrder(
                                                        person, "virtual:", "virtual:", "standard")))
                        .job();
        var uid = "04%010X01".formatted(number);
        site.cardJobs().advance(ADMIN, job.id(), JobState.FED, Map.of());
        site.cardJobs().bind(ADMIN, job.id(), new Uid(uid), "DESFire EV3", 1);
        for (var state :
                List.of(
                        JobState.ENCODING,
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            job = site.cardJobs().advance(ADMIN, job.id(), state, Map.of());
        }
        return new Card(uid, job.medium());
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within ten minutes");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }

    private static int number(String[] words, int place, int usual) {
        return words.length > place ? Integer.parseInt(words[place]) : usual;
    }
}
