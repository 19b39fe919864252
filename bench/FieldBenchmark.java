import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.bridge.virtual.LiveSurroundings;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Pushes;
import app.lodge.core.devices.SyncState;
import app.lodge.core.doors.Connection;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The field under load, on H2 and the embedded broker with mutual TLS, all in one process: devices,
/// broker and bridge share the machine.
///
/// The devices' own stores lie in memory where there is such a file system: each real device has a disk of
/// its own, and two hundred of them would share ours.
///
/// Arguments: devices (200), taps a second (300), seconds (20, 0 for no taps), stored events (20000, 0 for none),
/// seconds of warming up (60): a bridge runs for months, and a young Java compiles for tens of thousands of taps.
final class FieldBenchmark {

    static final Actor ADMIN = new Actor(1, "Bench", Role.ADMINISTRATOR, "bench");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int HOLDERS = 25;

    private FieldBenchmark() {}

    private record Card(String uid, MediumId medium, PersonId person) {}

    public static void main(String[] words) throws Exception {
        var devices = number(words, 0, 200);
        var rate = number(words, 1, 300);
        var seconds = number(words, 2, 20);
        var stored = number(words, 3, 20_000);
        var warming = number(words, 4, 60);
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
            var cards = sideBySide(HOLDERS, 16, number -> card(site, number));
            var began = System.nanoTime();
            var stores = Files.createTempDirectory(memory(), "lodge-bench-devices");
            var surroundings =
                    new LiveSurroundings(() -> Connection.read(folder), Clock.systemUTC());
            var points =
                    sideBySide(
                            devices,
                            4,
                            number ->
                                    point(site, folder, stores, surroundings, "till-" + number));
            until(() -> points.stream().allMatch(VirtualPaymentPoint::connected));
            until(() -> confirmed(site));
            say("%d devices joined and in step in %.1f s, load %s", devices, since(began), load());
            if (seconds > 0) {
                BrokerLimit.measure(devices, rate, seconds);
                var before = money(site, cards);
                authorise(points, cards, rate, warming, "warming up");
                authorise(points, cards, rate, seconds, "measured");
                until(() -> points.stream().allMatch(one -> one.unacknowledged() == 0));
                compare(
                        "payments of 0.01",
                        (long) rate * (warming + seconds),
                        before - money(site, cards));
            }
            block(site, points, cards.getFirst(), "first");
            block(site, points, cards.getLast(), "second");
            configure(site, devices, "777");
            if (stored > 0) {
                store(site, points, stored);
            }
            System.gc();
            var heap = Runtime.getRuntime();
            say(
                    "heap in use after all: %d MB, devices, broker and bridge together",
                    (heap.totalMemory() - heap.freeMemory()) >> 20);
            points.forEach(VirtualPaymentPoint::close);
            delete(stores);
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
        var spent = processor();
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
        spent = processor() - spent;
        Arrays.sort(took);
        say(
                "authorisations, tap to goods, %s: %d/s wanted, %.0f/s had, median %.1f ms, p99 %.1f ms, most %.1f ms; %d refused, %d offline; %.0f µs of processor time each, devices and broker included; load %s",
                name,
                rate,
                all / since(began),
                took[all / 2] / 1e6,
                took[all * 99 / 100] / 1e6,
                took[all - 1] / 1e6,
                refused.get(),
                offline.get(),
                spent / 1e3 / all,
                load());
    }

    private static void block(
            Site site, List<VirtualPaymentPoint> points, Card card, String name) {
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
        say("a block (%s) at %d devices in %.2f s", name, points.size(), since(began));
        until(() -> confirmed(site));
        say("and confirmed by all of them in %.2f s", since(began));
    }

    /// As an administrator does it: one push to all payment points, shown before it is sent.
    static void configure(Site site, int devices, String limit) {
        var aim = new Aim.OfKind(DeviceKind.PAYMENT_POINT);
        var changes = Map.of("offline.limit", limit);
        var began = System.nanoTime();
        var shown = (Pushes.PreviewOutcome.Shown) site.pushes().preview(ADMIN, aim, changes);
        var pushed =
                (Pushes.PushOutcome.Pushed)
                        site.pushes()
                                .push(
                                        ADMIN,
                                        RequestId.fresh(),
                                        aim,
                                        changes,
                                        shown.preview().seen());
        var sent = since(began);
        until(() ->
                site.board().rows(ADMIN).stream()
                        .allMatch(row -> row.sync() == SyncState.IN_SYNC));
        say(
                "a configuration for %d devices written in %.2f s, confirmed by all in %.2f s",
                devices, sent, since(began));
        var held =
                site.pushes().sent(ADMIN, pushed.push().number()).stream()
                        .filter(Pushes.Sent::confirmed)
                        .count();
        compare("confirmations", devices, held);
    }

    private static void store(Site site, List<VirtualPaymentPoint> points, int stored) {
        points.forEach(VirtualPaymentPoint::goOffline);
        var each = Math.max(1, stored / points.size());
        var told = new AtomicLong();
        var before = site.board().rows(ADMIN).stream().mapToLong(row -> row.lastSeq()).sum();
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
        compare(
                "stored events",
                told.get(),
                site.board().rows(ADMIN).stream().mapToLong(row -> row.lastSeq()).sum() - before);
    }

    /// What the holders have together, in the currency's minor unit.
    private static long money(Site site, List<Card> cards) {
        return cards.stream()
                .mapToLong(card ->
                        site.accounts()
                                .ofPerson(ADMIN, card.person())
                                .orElseThrow()
                                .balance()
                                .minor())
                .sum();
    }

    static void compare(String what, long wanted, long had) {
        say("%s: %d wanted, %d in the books, load %s", what, wanted, had, load());
        if (wanted != had) {
            throw new IllegalStateException("%s were lost or came twice".formatted(what));
        }
    }

    /// Of the machine, over the last minute: others may work on it.
    static String load() {
        return "%.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// One of the many that are made alike.
    @FunctionalInterface
    private interface Making<T> {
        T one(int number) throws Exception;
    }

    private static <T> List<T> sideBySide(int count, int atOnce, Making<T> making)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var made = new ArrayList<Future<T>>();
            for (var i = 1; i <= count; i++) {
                var number = i;
                made.add(threads.submit(() -> making.one(number)));
            }
            var all = new ArrayList<T>();
            for (var one : made) {
                all.add(one.get());
            }
            return List.copyOf(all);
        }
    }

    static boolean confirmed(Site site) {
        return site.board().rows(ADMIN).stream()
                .allMatch(row -> row.listsBehind() == 0 && row.sync() == SyncState.IN_SYNC);
    }

    private static VirtualPaymentPoint point(
            Site site, Path home, Path stores, LiveSurroundings surroundings, String name)
            throws Exception {
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
                                home, name, added.code().code(), stores.resolve(name)),
                        surroundings);
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
        return new Card(uid, job.medium(), person);
    }

    static void until(BooleanSupplier condition) {
        until(Duration.ofMinutes(10), condition);
    }

    static void until(Duration patience, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var asked = System.nanoTime();
            if (condition.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + patience.toMinutes() + " minutes");
            }
            // As long as the question itself takes, so that asking is not what is measured.
            LockSupport.parkNanos(Math.max(5_000_000, System.nanoTime() - asked));
        }
    }

    /// Of all threads of this process, in nanoseconds.
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static Path memory() {
        var shared = Path.of("/dev/shm");
        return Files.isWritable(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir"));
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }

    static int number(String[] words, int place, int usual) {
        return words.length > place ? Integer.parseInt(words[place]) : usual;
    }
}
