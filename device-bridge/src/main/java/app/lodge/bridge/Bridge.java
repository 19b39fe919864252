package app.lodge.bridge;

import app.lodge.bridge.alerts.NetworkOutlets;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.doors.DoorService;
import app.lodge.bridge.virtual.HostedDevices;
import app.lodge.bridge.virtual.VirtualRehearsal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.DoorServer;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import app.lodge.core.virtualsite.VirtualSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A site's running bridge: the books, the doors over TLS, the field network (ID-49).
///
/// The doors open first, so that desktops need not wait for the broker; `bridge.json` in the home says
/// how to reach both, and is gone when the bridge has stopped.
public final class Bridge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private final BridgeOrder order;
    private final FileLock lock;
    private final Site site;
    private final SiteAuthority authority;
    private final DoorServer doors;
    private final FieldService field;
    private final DoorService readers;
    private final Nights nights;
    private final HostedDevices virtual;
    private final Minutes minutes;
    private final DailySeal dailySeal;
    private final WatchRounds watch;
    private final Term term;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean stopping;

    private Bridge(
            BridgeOrder order,
            FileLock lock,
            Site site,
            SiteAuthority authority,
            DoorServer doors,
            FieldService field,
            DoorService readers,
            Nights nights,
            HostedDevices virtual) {
        this.virtual = virtual;
        this.order = order;
        this.lock = lock;
        this.site = site;
        this.authority = authority;
        this.doors = doors;
        this.field = field;
        this.readers = readers;
        this.nights = nights;
        this.minutes = Minutes.begin(site.exports(), site.bankFiles(), site.mediaLife());
        this.watch = WatchRounds.begin(site.watch(), site.holderPost());
        this.term =
                site.homeSettings().standby()
                        ? Term.begin(
                                FieldAccess.in(site.books()),
                                HostNames.own() + " " + ProcessHandle.current().pid(),
                                this::close)
                        : Term.ofTheOnlyOne();
        this.dailySeal =
                new DailySeal(
                        site.seals(),
                        order.clock(),
                        () -> site.settings().site(Actor.system("bridge")).zone());
    }

    /// Opens the site and its doors and starts the field network in the background.
    ///
    /// @throws SiteException if there is no site, another bridge runs on the same home, a port is
    ///     taken, or the site cannot be opened
    public static Bridge start(BridgeOrder order) throws SiteException {
        if (!order.home().hasSite()) {
            throw new SiteException(Problem.of("home", order.home().folder(), "site.none"));
        }
        try {
            var lock = order.home().lock();
            if (lock == null) {
                throw new SiteException(
                        Problem.of("home", order.home().folder(), "bridge.already-running"));
            }
            return startLocked(order, lock);
        } catch (IOException e) {
            throw cannotStart(order, e);
        }
    }

    /// How desktops and devices reach this bridge just now.
    public Connection connection() {
        var outside = site.homeSettings().broker();
        return new Connection(
                HostNames.toCall(site.homeSettings().listen()),
                doors.port(),
                Pem.certificate(authority.certificate()),
                field.mqttPort(),
                field.joinPort(),
                ProcessHandle.current().pid(),
                outside == null ? null : outside.getHost());
    }

    public Site site() {
        return site;
    }

    /// Devices without hardware, in this process.
    public VirtualSite virtualSite() {
        return virtual;
    }

    /// Waits until devices can speak.
    ///
    /// @return false if they cannot in this time, or at all; the log says why
    public boolean awaitField(Duration patience) {
        try {
            field.listening().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Returns when the bridge has been stopped, by {@link #close} on another thread.
    public void awaitStop() {
        stopped.join();
    }

    /// Says good-bye to devices, then closes doors, books and vault.
    @Override
    public void close() {
        synchronized (stopped) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        try {
            Files.deleteIfExists(order.home().folder().resolve(Connection.FILE));
        } catch (IOException e) {
            LOG.warn("{} could not be removed", Connection.FILE, e);
        }
        virtual.close();
        term.close();
        watch.close();
        minutes.close();
        nights.close();
        dailySeal.close();
        doors.close();
        readers.close();
        field.close();
        site.close();
        release(lock);
        LOG.info("The bridge of {} has stopped", order.home().folder());
        stopped.complete(null);
    }

    private static Bridge startLocked(BridgeOrder order, FileLock lock)
            throws SiteException, IOException {
        Site site;
        try {
            Site.awaitTurn(order.home());
            site = Site.open(order.home(), order.clock(), order.cost());
        } catch (SiteException e) {
            release(lock);
            throw e;
        }
        try {
            return startOpened(order, lock, site);
        } catch (IOException | RuntimeException e) {
            site.close();
            release(lock);
            throw e;
        }
    }

    private static Bridge startOpened(BridgeOrder order, FileLock lock, Site site)
            throws IOException {
        site.tellThrough(new NetworkOutlets(order.clock()));
        site.rehearseWith(new VirtualRehearsal(new SecureRandom()));
        var listen = site.homeSettings().listen();
        var authority =
                SiteAuthority.in(
                        order.home().folder(),
                        site.vault().siteId(),
                        new VaultSeal(site.vault()),
                        order.clock());
        var server = authority.server(HostNames.of(listen));
        var virtual =
                new HostedDevices(
                        site.homeSettings().virtualSite(),
                        order.home().folder(),
                        site.devices(),
                        site.field(),
                        () -> site.settings().site(Actor.system("bridge")).currency(),
                        order.clock());
        var doors = OfferedDoors.open(order, site, server, virtual);
        doors.start();
        FieldService field;
        try {
            field =
                    FieldService.start(
                            FieldOrders.of(order, site, authority, server),
                            FieldParts.of(
                                    site,
                                    () -> site.settings().site(Actor.system("bridge")).currency()),
                            site.books().changes());
        } catch (IOException | RuntimeException e) {
            doors.close();
            throw e;
        }
        field.serve(site.portal());
        var nights = Nights.begin(site.privacy(), site.purses());
        var readers =
                DoorService.start(
                        order.home().folder().resolve("doors"),
                        site.field(),
                        site.doorBooks(),
                        site.books().changes(),
                        order.clock());
        var bridge =
                new Bridge(order, lock, site, authority, doors, field, readers, nights, virtual);
        bridge.dailySeal.start();
        bridge.announce();
        var unused = field.listening().thenRun(bridge::announce);
        LOG.info("The bridge of {} answers on {}", order.home().folder(), listen);
        return bridge;
    }

    private void announce() {
        synchronized (stopped) {
            if (stopping) {
                return;
            }
            try {
                connection().write(order.home().folder());
            } catch (IOException e) {
                throw new UncheckedIOException("bridge.json could not be written", e);
            }
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            LOG.warn("The home's lock could not be let go", e);
        }
    }

    private static SiteException cannotStart(BridgeOrder order, IOException e) {
        LOG.error("The bridge could not start", e);
        return new SiteException(
                Problem.of(
                        "home",
                        order.home().folder(),
                        "bridge.cannot-start",
                        String.valueOf(e.getMessage())));
    }
}
