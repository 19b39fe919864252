package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;

import app.lodge.bridge.virtual.LiveSurroundings;
import app.lodge.bridge.virtual.OwnRecord;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.doors.Connection;
import app.lodge.core.journal.Journal;
import app.lodge.core.money.Money;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A site of processes that may be killed: bridge, Mosquitto, PostgreSQL; and tills under load, behind a
/// line that may be cut.
final class ChaosSite implements AutoCloseable {

    private static final int TILLS = 4;
    private static final long BALANCE = 50_000;
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    final MosquittoBroker broker;
    final PostgresServer database;
    final Partition line;
    final AtomicInteger taps = new AtomicInteger();
    private final Path home;
    private final List<TestBridge.Holder> holders = new ArrayList<>();
    private final List<VirtualPaymentPoint> tills = new ArrayList<>();
    private final List<Thread> people = new ArrayList<>();
    private final LiveSurroundings surroundings;
    private Process bridge;
    private volatile boolean busy = true;

    ChaosSite(Path folder) throws Exception {
        database = new PostgresServer();
        home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("lodge.properties"),
                "books.url=%s\nbooks.user=%s\nmqtt.broker=mqtts://127.0.0.1:%d\n"
                        .formatted(database.url(), database.user(), MosquittoBroker.freePort()));
        TestBridge.create(home);
        var codes = new ArrayList<String>();
        try (var site = open()) {
            for (var number = 1; number <= 2 * TILLS; number++) {
                holders.add(
                        TestBridge.holder(
                                site,
                                "Guest " + number,
                                "04C0C1C2C3C4%02X".formatted(number),
                                BALANCE));
            }
            for (var number = 1; number <= TILLS; number++) {
                codes.add(TestBridge.add(site, name(number), DeviceKind.PAYMENT_POINT).code());
                site.devices()
                        .configure(
                                ADMIN,
                                RequestId.fresh(),
                                site.devices()
                                        .named(ADMIN, name(number))
                                        .orElseThrow()
                                        .device()
                                        .id(),
                                Map.of("offline.rule", "limit", "offline.limit", "20000"));
            }
        }
        bridge = TestBridge.process(home);
        eventually(() -> Files.exists(home.resolve("mosquitto").resolve("mosquitto.conf")));
        broker = new MosquittoBroker(home.resolve("mosquitto"));
        eventually(() -> address().isPresent());
        line = new Partition(() -> address().map(Connection::mqttPort).orElse(0));
        surroundings = new LiveSurroundings(this::behindTheLine, Clock.systemUTC());
        for (var number = 1; number <= TILLS; number++) {
            tills.add(
                    (VirtualPaymentPoint)
                            VirtualDevices.start(
                                    new VirtualDevices.Order(
                                            home,
                                            name(number),
                                            codes.get(number - 1),
                                            state(number)),
                                    surroundings));
        }
        eventually(() -> tills.stream().allMatch(till -> till.listVersion("allow") > 0));
    }

    static String name(int number) {
        return "till-" + number;
    }

    /// Somebody pays at each till, again and again.
    void load(long seed) {
        for (var till : tills) {
            var chance = new Random(seed + people.size());
            people.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (busy) {
                                    var who = holders.get(chance.nextInt(holders.size()));
                                    var unused =
                                            till.tap(
                                                    who.uid(),
                                                    new Money(1 + chance.nextInt(9), EUR));
                                    taps.incrementAndGet();
                                    LockSupport.parkNanos(PAUSE_NANOS);
                                }
                            }));
        }
    }

    void killBridge() throws Exception {
        bridge.destroyForcibly();
        bridge.waitFor();
    }

    void startBridgeAgain() throws Exception {
        Files.deleteIfExists(home.resolve(Connection.FILE));
        bridge = TestBridge.process(home);
        awaitBridge();
    }

    /// A bridge that ends by itself fails the run, and says why.
    private void awaitBridge() throws Exception {
        var until = System.nanoTime() + STARTING.toNanos();
        while (address().isEmpty()) {
            if (!bridge.isAlive() || System.nanoTime() > until) {
                var said = Files.readAllLines(home.resolve("bridge.out"));
                throw new AssertionError(
                        "The bridge %s: %s"
                                .formatted(
                                        bridge.isAlive() ? "does not come up" : "ended by itself",
                                        String.join(
                                                "\n",
                                                said.subList(
                                                        Math.max(0, said.size() - 60),
                                                        said.size()))));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// Nobody pays any more; what is on its way arrives, and the bridge stops.
    void settle() throws Exception {
        busy = false;
        for (var person : people) {
            person.join();
        }
        people.clear();
        eventually(() -> tills.stream().allMatch(till -> till.unacknowledged() == 0));
        tills.forEach(VirtualPaymentPoint::close);
        bridge.destroy();
        bridge.waitFor();
    }

    /// What is not as it should be, in words; empty if all is.
    List<String> wrongs() throws Exception {
        var wrongs = new ArrayList<String>();
        try (var site = open()) {
            var paid = 0L;
            for (var number = 1; number <= TILLS; number++) {
                var record = OwnRecord.read(name(number), state(number));
                var id = site.devices().named(ADMIN, name(number)).orElseThrow().device().id();
                record.differences(site.field().booked(id))
                        .forEach(difference -> wrongs.add(difference.toString()));
                paid += record.paid();
            }
            var left =
                    holders.stream()
                            .mapToLong(holder ->
                                    site.accounts()
                                            .find(ADMIN, holder.account())
                                            .orElseThrow()
                                            .balance()
                                            .minor())
                            .sum();
            if (left != BALANCE * holders.size() - paid) {
                wrongs.add("The holders have %d left, the tills took %d".formatted(left, paid));
            }
            site.accounts().audit(ADMIN).forEach(one -> wrongs.add(one.toString()));
            if (!(site.journal().verify(ADMIN) instanceof Journal.Verification.Intact)) {
                wrongs.add("The journal is broken");
            }
        }
        return wrongs;
    }

    Path state(int number) {
        return home.resolve("state-" + number);
    }

    @Override
    public void close() throws Exception {
        busy = false;
        tills.forEach(VirtualPaymentPoint::close);
        surroundings.close();
        bridge.destroyForcibly();
        line.close();
        broker.close();
        database.close();
    }

    private Site open() throws Exception {
        return Site.open(new Home(home), Clock.systemUTC(), TestBridge.CHEAP);
    }

    private Optional<Connection> address() {
        return Connection.read(home).filter(there -> there.mqttPort() > 0);
    }

    private Optional<Connection> behindTheLine() {
        return address()
                .map(there ->
                        new Connection(
                                there.host(),
                                there.port(),
                                there.certificate(),
                                line.port(),
                                there.joinPort(),
                                there.pid(),
                                there.broker()));
    }
}
