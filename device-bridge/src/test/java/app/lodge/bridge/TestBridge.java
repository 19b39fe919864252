package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualDevice;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.keys.KdfCost;
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
import app.lodge.core.site.SiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A whole site in a temporary home, its bridge on free ports, and people with cards.
final class TestBridge implements AutoCloseable {

    static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    static final Currency EUR = Currency.getInstance("EUR");
    static final KdfCost CHEAP = new KdfCost(8, 1, 1);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final Path folder;
    final Bridge bridge;

    TestBridge(Path folder) throws SiteException {
        this(folder, BERLIN);
    }

    /// @param zone of the site's days
    TestBridge(Path folder, ZoneId zone) throws SiteException {
        this.folder = folder;
        create(folder, zone);
        bridge = Bridge.start(order(folder));
        assertThat(bridge.awaitField(Duration.ofSeconds(60))).isTrue();
    }

    TestBridge(Path folder, Bridge bridge) {
        this.folder = folder;
        this.bridge = bridge;
    }

    static void create(Path folder) throws SiteException {
        create(folder, BERLIN);
    }

    private static void create(Path folder, ZoneId zone) throws SiteException {
        if (!new Home(folder).hasSite()) {
            Site.create(
                    new Home(folder),
                    SiteSettings.of("Test site", EUR, zone, "en"),
                    "admin",
                    "correct horse battery staple".toCharArray(),
                    Clock.systemUTC(),
                    CHEAP);
        }
    }

    static BridgeOrder order(Path folder) {
        return new BridgeOrder(new Home(folder), Clock.systemUTC(), CHEAP);
    }

    /// A bridge in a process of its own, to be killed.
    static Process process(Path home) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BridgeProcess.class.getName(),
                                home.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("bridge.out").toFile()))
                .start();
    }

    /// What runs in it.
    static final class BridgeProcess {
        public static void main(String[] arguments) throws Exception {
            var bridge = Bridge.start(order(Path.of(arguments[0])));
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
            bridge.awaitStop();
        }
    }

    Site site() {
        return bridge.site();
    }

    /// @param medium with the given chip, issued
    record Holder(PersonId person, AccountId account, MediumId medium, String uid) {}

    Holder holder(String familyName, String uid, long cents) {
        return holder(site(), familyName, uid, cents);
    }

    static Holder holder(Site site, String familyName, String uid, long cents) {
        var enrolled =
                (EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        ADMIN,
                                        RequestId.fresh(),
                                        PersonDetails.named("Test", familyName),
                                        EnrolOutcome.Duplicates.ACCEPTED);
        var person = enrolled.person().id();
        var account = site.accounts().ofPerson(ADMIN, person).orElseThrow().id();
        if (cents > 0) {
            assertThat(
                            site.accounts()
                                    .topUp(
                                            ADMIN,
                                            RequestId.fresh(),
                                            account,
                                            new Money(cents, EUR),
                                            PaymentMeans.CASH))
                    .isInstanceOf(TopUpOutcome.ToppedUp.class);
        }
        var ordered =
                (CardJobs.OrderOutcome.Ordered)
                        site.cardJobs()
                                .order(
                                        ADMIN,
                                        RequestId.fresh(),
                                        new CardJobs.CardOrder(
                                                person, "virtual:", "virtual:", "standard"));
        var job = ordered.job();
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
        return new Holder(person, account, job.medium(), uid);
    }

    Devices.JoinCode add(String name, DeviceKind kind) {
        return add(site(), name, kind);
    }

    static Devices.JoinCode add(Site site, String name, DeviceKind kind) {
        return ((Devices.AddOutcome.Added)
                        site.devices().add(ADMIN, RequestId.fresh(), name, kind, name, "hall"))
                .code();
    }

    Device device(String name) {
        return site().devices().named(ADMIN, name).orElseThrow().device();
    }

    <D extends VirtualDevice> D join(Class<D> type, String name, DeviceKind kind)
            throws IOException {
        var code = add(name, kind).code();
        var device =
                type.cast(
                        VirtualDevices.start(
                                new VirtualDevices.Order(
                                        folder, name, code, folder.resolve("state-" + name)),
                                Clock.systemUTC()));
        eventually(device::connected);
        eventually(() ->
                site().devices().named(ADMIN, name).orElseThrow().lists().stream()
                        .allMatch(list -> list.confirmedVersion() == list.version()));
        return device;
    }

    long balance(Holder holder) {
        return site().accounts().find(ADMIN, holder.account()).orElseThrow().balance().minor();
    }

    static void eventually(BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        bridge.close();
    }
}
