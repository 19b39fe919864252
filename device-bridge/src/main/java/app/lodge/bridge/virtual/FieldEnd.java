package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device's end of the field protocol: it holds what it is given, reports what it holds, keeps its
/// events until they are safe, and asks.
final class FieldEnd implements DeviceLink.Listener, AutoCloseable {

    static final String PROGRAM = "lodge-virtual 1";

    private static final Logger LOG = LoggerFactory.getLogger(FieldEnd.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final DeviceFolder folder;
    private volatile DeviceFolder.Joined joined;
    private final NextCertificate next = new NextCertificate();
    private final Updates updates;
    private final Service service;
    private final Outbox outbox;
    private final EventWindow window;
    private final Surroundings surroundings;
    private final DeviceClock clock;
    private final FaultyLink link;
    private final Surroundings.Repeated sending;
    private final Surroundings.Repeated looking;
    private final Obeying obeying;
    private final Asking asking;
    private final HolderAsking holders;
    private final Keeping keeping;

    FieldEnd(DeviceFolder folder, DeviceFolder.Joined joined, Surroundings surroundings)
            throws IOException {
        this.folder = folder;
        this.joined = joined;
        this.surroundings = surroundings;
        this.clock = new DeviceClock(surroundings.clock());
        this.outbox = new Outbox(folder);
        this.window = new EventWindow(outbox);
        this.service = new Service(folder, outbox);
        this.link = new FaultyLink(joined, surroundings, this, outbox::lastAcknowledged);
        this.keeping = new Keeping(folder, link);
        this.updates = new Updates(link, folder.updates(), () -> this.joined, clock, PROGRAM);
        this.asking = new Asking(link, surroundings, clock);
        this.holders = new HolderAsking(link, surroundings, clock);
        this.obeying =
                new Obeying(
                        joined.topics(),
                        link,
                        outbox,
                        service,
                        clock,
                        () -> surroundings.later(Duration.ZERO, () -> link.renewed(this.joined)),
                        this::askForCertificate);
        this.sending = surroundings.every(EventWindow.PAUSE, this::goOn);
        this.looking = surroundings.every(LOOK, this::lookAfterTheRest);
    }

    DeviceFolder.Joined joined() {
        return joined;
    }

    DeviceFolder folder() {
        return folder;
    }

    Held held() {
        return keeping.held();
    }

    HolderAsking holders() {
        return holders;
    }

    FaultyLink link() {
        return link;
    }

    DeviceClock clock() {
        return clock;
    }

    Outbox outbox() {
        return outbox;
    }

    Service service() {
        return service;
    }

    Updates updates() {
        return updates;
    }

    /// A change at the device's own panel: told as an event, held at once (LOCK-08).
    synchronized long set(String setting, String value) {
        var seq =
                event(
                        "setting",
                        Map.of("setting", setting, "value", value, "base", held().version()));
        keeping.set(setting, value);
        return seq;
    }

    Instant now() {
        return clock.instant();
    }

    List<byte[]> unacknowledged() {
        return outbox.unacknowledged();
    }

    /// All that ever happened here, also what is acknowledged.
    List<byte[]> history() {
        return outbox.between(1, outbox.lastSeq());
    }

    /// Keeps an event and sends it if somebody listens.
    ///
    /// @param content what belongs to the kind; number and time are added
    long event(String kind, Map<String, ?> content) {
        var at = now();
        var kept =
                outbox.keep(seq -> {
                    var event = new TreeMap<String, Object>(content);
                    event.put("seq", seq);
                    event.put("kind", kind);
                    event.put("at", at.toString());
                    return event;
                });
        if (window.goes(kept.seq())) {
            link.publish(Topics.EVENT, kept.json(), false);
        }
        return kept.seq();
    }

    /// Asks and waits for the answer; empty if there is none in time.
    ///
    /// @param content what belongs to the kind; id, times are added
    Asked ask(String kind, Map<String, ?> content, Duration patience) {
        return asking.ask(kind, content, patience);
    }

    /// @param sent whether the ask went out, so that a late yes may have reserved money
    record Asked(String id, boolean sent, Optional<Down.Answer> answer) {}

    @Override
    public void close() {
        sending.close();
        looking.close();
        link.close();
        outbox.close();
    }

    @Override
    public void greet() {
        var hello =
                Map.of(
                        "protocol",
                        1,
                        "kind",
                        joined.kind(),
                        "program",
                        updates.program(),
                        "at",
                        now().toString(),
                        "lastSeq",
                        outbox.lastSeq());
        link.publish(Topics.PRESENCE, Json.bytes(Map.of("online", true), Map.class), true);
        link.publish(Topics.HELLO, Json.bytes(hello, Map.class), true);
        keeping.report(List.of());
        updates.tell();
        send(window.connected());
        lookAfterTheRest();
    }

    private String name() {
        return joined.topics().substring(joined.topics().lastIndexOf('/') + 1);
    }

    @Override
    public void received(String tail, byte[] payload) {
        if (tail.equals(Topics.LIST + Topics.PRICES)) {
            keeping.take(Json.read(payload, Down.PriceDelta.class));
            return;
        }
        if (tail.equals(Topics.LIST + Topics.PINS)) {
            keeping.take(Json.read(payload, Down.PinDelta.class));
            return;
        }
        if (tail.startsWith(Topics.LIST)) {
            keeping.take(
                    tail.substring(Topics.LIST.length()), Json.read(payload, Down.ListDelta.class));
            return;
        }
        switch (tail) {
            case Topics.DESIRED -> keeping.take(Json.read(payload, Down.Desired.class));
            case Topics.ACK -> {
                outbox.acked(Json.read(payload, Down.Ack.class).upTo());
                send(window.acknowledged());
            }
            case Topics.ANSWER -> asking.answered(Json.read(payload, Down.Answer.class));
            case Topics.HOLDER_ANSWER -> holders.answered(payload);
            case Topics.CERTIFICATE -> take(Json.read(payload, Down.Certificate.class));
            case Topics.FILE -> updates.offered(Json.read(payload, Down.File.class));
            case Topics.CHUNK -> updates.received(Json.read(payload, Down.Chunk.class));
            case Topics.COMMAND -> obeying.obey(Json.read(payload, Down.Command.class));
            default -> LOG.debug("Nothing known of {}", tail);
        }
    }

    private void take(Down.Certificate given) {
        next.take(joined, given)
                .ifPresent(now -> {
                    try {
                        folder.write(now);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The certificate could not be kept", e);
                    }
                    joined = now;
                    // Not on the client's own thread, which would wait for itself.
                    surroundings.later(Duration.ZERO, () -> link.renewed(now));
                });
    }

    private void askForCertificate() {
        next.ask(link, name(), now());
    }

    private void goOn() {
        if (link.connected()) {
            send(window.paused());
        }
    }

    private void send(List<byte[]> events) {
        events.forEach(event -> link.publish(Topics.EVENT, event, false));
    }

    private void lookAfterTheRest() {
        if (!link.connected()) {
            return;
        }
        updates.again();
        if (NextCertificate.due(joined, now()) && !next.asked(now())) {
            askForCertificate();
        }
    }
}
