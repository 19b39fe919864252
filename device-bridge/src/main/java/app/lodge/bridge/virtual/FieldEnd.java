package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device's end of the field protocol: it holds what it is given, reports what it holds, keeps its
/// events until they are safe, and asks.
final class FieldEnd implements AutoCloseable {

    static final String PROGRAM = "lodge-virtual 1";

    private static final Logger LOG = LoggerFactory.getLogger(FieldEnd.class);
    private static final long RESEND_SECONDS = 5;
    private static final int RESENT_AT_ONCE = 500;
    private static final int COMMANDS_REMEMBERED = 200;

    private final DeviceFolder folder;
    private volatile DeviceFolder.Joined joined;
    private final NextCertificate next = new NextCertificate();
    private final Outbox outbox;
    private final InstantSource clock;
    private final DeviceLink link;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("virtual-device").daemon(true).factory());
    private final Map<String, CompletableFuture<Down.Answer>> asked = new ConcurrentHashMap<>();

    /// What became of the last commands, by id: one that comes again is answered, not obeyed.
    private final Map<String, byte[]> obeyed =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                            return size() > COMMANDS_REMEMBERED;
                        }
                    });

    private Held held;

    FieldEnd(
            DeviceFolder folder,
            DeviceFolder.Joined joined,
            BridgeAddress bridge,
            InstantSource clock)
            throws IOException {
        this.folder = folder;
        this.joined = joined;
        this.clock = clock;
        this.outbox = new Outbox(folder);
        this.held = folder.held();
        this.link = new DeviceLink(joined, bridge, this::greet, this::received);
        timer.scheduleWithFixedDelay(
                this::sendAgain, RESEND_SECONDS, RESEND_SECONDS, TimeUnit.SECONDS);
    }

    DeviceFolder.Joined joined() {
        return joined;
    }

    DeviceFolder folder() {
        return folder;
    }

    synchronized Held held() {
        return held;
    }

    DeviceLink link() {
        return link;
    }

    Instant now() {
        return clock.instant();
    }

    List<byte[]> unacknowledged() {
        return outbox.unacknowledged();
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
        link.publish(Topics.EVENT, kept.json(), false);
        return kept.seq();
    }

    /// Asks and waits for the answer; empty if there is none in time.
    ///
    /// @param content what belongs to the kind; id, times are added
    Asked ask(String kind, Map<String, ?> content, Duration patience) {
        var id = UUID.randomUUID().toString();
        if (!link.connected()) {
            return new Asked(id, false, Optional.empty());
        }
        var at = now();
        var ask = new LinkedHashMap<String, Object>(content);
        ask.put("id", id);
        ask.put("kind", kind);
        ask.put("at", at.toString());
        ask.put("deadline", at.plus(patience).toString());
        var answer = new CompletableFuture<Down.Answer>();
        asked.put(id, answer);
        try {
            link.ask(id, Json.bytes(ask, Map.class));
            return new Asked(
                    id, true, Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException | ExecutionException e) {
            return new Asked(id, true, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(id, true, Optional.empty());
        } finally {
            asked.remove(id);
        }
    }

    /// @param sent whether the ask went out, so that a late yes may have reserved money
    record Asked(String id, boolean sent, Optional<Down.Answer> answer) {}

    @Override
    public void close() {
        timer.shutdown();
        link.close();
        outbox.close();
    }

    private void greet() {
        var hello =
                Map.of(
                        "protocol",
                        1,
                        "kind",
                        joined.kind(),
                        "program",
                        PROGRAM,
                        "at",
                        now().toString(),
                        "lastSeq",
                        outbox.lastSeq());
        link.publish(Topics.PRESENCE, Json.bytes(Map.of("online", true), Map.class), true);
        link.publish(Topics.HELLO, Json.bytes(hello, Map.class), true);
        report(List.of());
        sendAgain();
        if (NextCertificate.due(joined, now())) {
            next.ask(link, name());
        }
    }

    private String name() {
        return joined.topics().substring(joined.topics().lastIndexOf('/') + 1);
    }

    private void received(String tail, Mqtt5Publish publish) {
        var payload = publish.getPayloadAsBytes();
        if (tail.startsWith(Topics.LIST)) {
            take(tail.substring(Topics.LIST.length()), Json.read(payload, Down.ListDelta.class));
            return;
        }
        switch (tail) {
            case Topics.DESIRED -> take(Json.read(payload, Down.Desired.class));
            case Topics.ACK -> outbox.acked(Json.read(payload, Down.Ack.class).upTo());
            case Topics.ANSWER -> {
                var answer = Json.read(payload, Down.Answer.class);
                var waiting = asked.get(answer.id());
                if (waiting != null) {
                    waiting.complete(answer);
                }
            }
            case Topics.CERTIFICATE -> take(Json.read(payload, Down.Certificate.class));
            case Topics.COMMAND -> obey(Json.read(payload, Down.Command.class));
            default -> LOG.debug("Nothing known of {}", tail);
        }
    }

    private synchronized void take(Down.Desired desired) {
        if (desired.version() <= held.version()) {
            report(List.of());
        } else if (held.fits(desired)) {
            hold(held.with(desired));
            report(List.of());
        } else {
            report(List.of(Topics.WHOLE_DESIRED));
        }
    }

    private synchronized void take(String name, Down.ListDelta delta) {
        if (!held.fits(name, delta)) {
            report(List.of(name));
            return;
        }
        if (delta.version() > held.list(name).version() || delta.base() == 0) {
            hold(held.with(name, delta));
        }
        report(List.of());
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
                    Thread.startVirtualThread(() -> link.renewed(now));
                });
    }

    private void hold(Held next) {
        try {
            folder.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = next;
    }

    private synchronized void report(List<String> whole) {
        var report = new TreeMap<String, Object>();
        report.put("version", held.version());
        report.put("config", held.config());
        report.put("errors", List.of());
        report.put("lists", held.versions());
        report.put("whole", whole);
        link.publish(Topics.REPORTED, Json.bytes(report, Map.class), true);
    }

    private void obey(Down.Command command) {
        if (now().isAfter(command.expires())) {
            result(command.id(), false, "EXPIRED");
            return;
        }
        var before = obeyed.get(command.id());
        if (before != null) {
            link.publish(Topics.RESULT, before, false);
            return;
        }
        switch (command.verb()) {
            case "resend" -> {
                for (var event :
                        outbox.between(
                                Long.parseLong(command.args().getOrDefault("from", "1")),
                                Long.parseLong(command.args().getOrDefault("to", "0")))) {
                    link.publish(Topics.EVENT, event, false);
                }
            }
            case "locate" -> LOG.info("{} shows where it is", joined.topics());
            case "restart" -> Thread.startVirtualThread(() -> link.renewed(joined));
            case "renew" -> next.ask(link, name());
            default -> {
                result(command.id(), false, "UNKNOWN_VERB");
                return;
            }
        }
        result(command.id(), true, "");
    }

    private void result(String id, boolean ok, String detail) {
        var message = Json.bytes(Map.of("id", id, "ok", ok, "detail", detail), Map.class);
        obeyed.put(id, message);
        link.publish(Topics.RESULT, message, false);
    }

    private void sendAgain() {
        if (!link.connected()) {
            return;
        }
        var waiting = new ArrayList<>(outbox.unacknowledged());
        waiting.subList(0, Math.min(RESENT_AT_ONCE, waiting.size()))
                .forEach(event -> link.publish(Topics.EVENT, event, false));
    }
}
