package app.lodge.bridge;

import app.lodge.bridge.authorising.LimitDisplay;
import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.joining.Attempts;
import app.lodge.bridge.joining.JoinCodebook;
import app.lodge.bridge.joining.JoinServer;
import app.lodge.bridge.link.Broker;
import app.lodge.bridge.link.DeviceLanes;
import app.lodge.bridge.link.FieldBroker;
import app.lodge.bridge.link.MqttFieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.portal.HolderMessages;
import app.lodge.core.accounts.Payments;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.Changes;
import app.lodge.core.rollout.FieldFiles;
import app.lodge.core.selfservice.Portal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The field network of a site, wired: broker, link, joining, schedules. Starts beside the doors.
final class FieldService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FieldService.class);
    private static final long EXPIRE_SECONDS = 30;
    private static final long DELIVER_SECONDS = 5;
    private static final long BROKER_PAUSE_SECONDS = 1;

    private final FieldOrder order;
    private final Payments payments;
    private final FieldFiles packages;
    private final FieldNetwork network;
    private final JoinServer joining;
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("field-schedule").daemon(true).factory());
    private final CompletableFuture<Integer> listening = new CompletableFuture<>();
    private final Thread starter;
    private volatile @Nullable FieldBroker broker;
    private volatile boolean closing;
    private volatile @Nullable MqttFieldLink link;

    /// @param folder for the broker's working files
    /// @param listen address on which devices reach the broker and join; not a name
    /// @param mqttPort 0 takes a free one; likewise `joinPort`
    /// @param outside a broker that somebody else runs; null for the embedded one
    /// @param site 1 to 20 of lower-case letters, digits and `-`
    /// @param currency ISO 4217 code of what devices charge in
    /// @param language of the texts that devices show to people
    record FieldOrder(
            Path folder,
            String listen,
            int mqttPort,
            int joinPort,
            String site,
            String currency,
            String language,
            SiteAuthority authority,
            Identity server,
            InstantSource clock,
            @Nullable FieldBroker outside) {}

    private FieldService(FieldOrder order, FieldParts parts, Changes changes) throws IOException {
        this.order = order;
        this.payments = parts.payments();
        this.packages = parts.packages();
        this.network =
                new FieldNetwork(
                        parts,
                        order.authority(),
                        this::dropOlderConnection,
                        new LimitDisplay(order.language()),
                        new DeviceLanes(),
                        order.clock());
        network.allAway("BRIDGE_STARTED");
        this.joining =
                new JoinServer(
                        new InetSocketAddress(order.listen(), order.joinPort()),
                        order.server(),
                        JoinCodebook.of(parts.books()),
                        order.authority(),
                        order.site(),
                        this::mqttPort,
                        this::dropOlderConnection,
                        order.currency(),
                        new Attempts(order.clock()));
        changes.listen(network::heard);
        this.starter = Thread.ofPlatform().name("field-start").unstarted(this::startBroker);
    }

    /// Opens the join port and starts the broker in the background.
    static FieldService start(FieldOrder order, FieldParts parts, Changes changes)
            throws IOException {
        var service = new FieldService(order, parts, changes);
        service.starter.start();
        service.schedule.scheduleWithFixedDelay(
                service::dropExpired, EXPIRE_SECONDS, EXPIRE_SECONDS, TimeUnit.SECONDS);
        service.schedule.scheduleWithFixedDelay(
                service::expireHolds, 0, EXPIRE_SECONDS, TimeUnit.SECONDS);
        service.schedule.scheduleWithFixedDelay(
                service.network::deliverAgain, DELIVER_SECONDS, DELIVER_SECONDS, TimeUnit.SECONDS);
        service.schedule.scheduleWithFixedDelay(
                service::advanceRollouts, 1, DELIVER_SECONDS, TimeUnit.SECONDS);
        return service;
    }

    /// Answers self-service portals from now on.
    void serve(Portal portal) {
        network.serve(new HolderMessages(portal, order.clock()));
    }

    int joinPort() {
        return joining.port();
    }

    /// 0 while the broker starts.
    int mqttPort() {
        return listening.isDone() && !listening.isCompletedExceptionally() ? listening.join() : 0;
    }

    /// Completes with the broker's port when devices can speak, or with why they cannot.
    CompletableFuture<Integer> listening() {
        return listening.copy();
    }

    @Override
    public void close() {
        closing = true;
        starter.interrupt();
        schedule.shutdown();
        joining.close();
        try {
            starter.join();
            schedule.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var open = link;
        if (open != null) {
            open.close();
        }
        network.close();
        var running = broker;
        if (running != null) {
            running.close();
        }
        network.allAway("BRIDGE_STOPPED");
    }

    private void startBroker() {
        try {
            var topics = new Topics(order.site());
            var bridge = order.authority().client("bridge");
            var outside = order.outside();
            var started =
                    outside == null
                            ? Broker.start(
                                    order.folder(),
                                    order.listen(),
                                    order.mqttPort(),
                                    order.server(),
                                    bridge,
                                    topics,
                                    network)
                            : outside;
            broker = started;
            var connected = connect(started, bridge, topics, outside != null);
            if (connected == null) {
                return;
            }
            link = connected;
            network.speakOver(connected);
            connected.listen();
            listening.complete(started.port());
        } catch (IOException | RuntimeException e) {
            LOG.error("The field network did not start; the doors work without it", e);
            listening.completeExceptionally(e);
        }
    }

    /// A broker outside may start later than the bridge: it is tried until it is there.
    private @Nullable MqttFieldLink connect(
            FieldBroker to, Identity bridge, Topics topics, boolean patiently) throws IOException {
        while (!closing) {
            try {
                return MqttFieldLink.connect(to, bridge, topics, network);
            } catch (IOException e) {
                if (!patiently) {
                    throw e;
                }
                LOG.warn("The broker at {}:{} is not there yet", to.host(), to.port(), e);
            }
            try {
                TimeUnit.SECONDS.sleep(BROKER_PAUSE_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private void dropOlderConnection(String device) {
        var running = broker;
        if (running != null) {
            running.disconnect(device);
        }
    }

    private void dropExpired() {
        try {
            network.dropExpired();
        } catch (RuntimeException e) {
            LOG.error("Devices whose certificates ended could not be looked for", e);
        }
    }

    private void advanceRollouts() {
        try {
            packages.advance();
        } catch (BooksUnavailable e) {
            LOG.warn("Roll-outs could not go on: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Roll-outs could not go on", e);
        }
    }

    private void expireHolds() {
        try {
            var expired = payments.expireHolds(Actor.system("bridge"));
            if (expired > 0) {
                LOG.info("{} reservations expired", expired);
            }
        } catch (BooksUnavailable e) {
            LOG.warn("Reservations could not expire: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Reservations could not expire", e);
        }
    }
}
