package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line that loses, delays, doubles and swaps messages in both directions, and carries some that nobody
/// sent. Undisturbed, it passes everything on at once.
final class FaultyLink implements DeviceLink, DeviceLink.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(FaultyLink.class);

    /// Lost for good is only what the protocol says again; MQTT itself repeats the rest.
    private static final Set<String> SAID_AGAIN =
            Set.of(Topics.EVENT, Topics.ASK, Topics.ACK, Topics.ANSWER);

    private static final Duration SWAP = Duration.ofMillis(250);

    private final Surroundings surroundings;
    private final Listener device;
    private final Supplier<Optional<byte[]>> past;
    private final DeviceLink line;
    private final Map<Injected, Long> injected = new EnumMap<>(Injected.class);
    private Disturbance disturbance = Disturbance.NONE;
    private Random chance = new Random(0);

    /// @param past an event that is safe in the books, to be told again with other content
    FaultyLink(
            DeviceFolder.Joined joined,
            Surroundings surroundings,
            Listener device,
            Supplier<Optional<byte[]>> past) {
        this.surroundings = surroundings;
        this.device = device;
        this.past = past;
        this.line = surroundings.link(joined, this);
    }

    synchronized void disturb(Disturbance from, long seed) {
        disturbance = from;
        chance = new Random(seed);
    }

    synchronized Map<Injected, Long> injected() {
        return new EnumMap<>(injected);
    }

    @Override
    public void publish(String tail, byte[] payload, boolean retain) {
        pass(tail, () -> line.publish(tail, payload, retain));
    }

    @Override
    public void ask(String id, byte[] payload) {
        pass(Topics.ASK, () -> line.ask(id, payload));
    }

    @Override
    public void received(String tail, byte[] payload) {
        pass(tail, () -> hand(tail, payload));
    }

    @Override
    public void greet() {
        device.greet();
    }

    /// What is passed on is passed on without the lock: whoever gets it may answer.
    private void pass(String tail, Runnable message) {
        List<Duration> pauses;
        boolean forging;
        synchronized (this) {
            if (disturbance.equals(Disturbance.NONE)) {
                pauses = List.of(Duration.ZERO);
                forging = false;
            } else {
                pauses = pauses(tail);
                forging = happens(disturbance.forged(), Injected.FORGED);
            }
        }
        for (var pause : pauses) {
            if (pause.isZero()) {
                message.run();
            } else {
                surroundings.later(pause, message);
            }
        }
        if (forging) {
            surroundings.later(SWAP, this::forge);
        }
    }

    /// One for each copy that arrives.
    private List<Duration> pauses(String tail) {
        if (SAID_AGAIN.contains(tail) && happens(disturbance.lost(), Injected.LOST)) {
            return List.of();
        }
        return happens(disturbance.doubled(), Injected.DOUBLED)
                ? List.of(pause(), pause())
                : List.of(pause());
    }

    private Duration pause() {
        var most = disturbance.delay().toMillis();
        var pause = most == 0 ? Duration.ZERO : Duration.ofMillis(chance.nextLong(most + 1));
        if (!pause.isZero()) {
            injected.merge(Injected.DELAYED, 1L, Long::sum);
        }
        return happens(disturbance.swapped(), Injected.SWAPPED)
                ? pause.plus(SWAP).plus(disturbance.delay())
                : pause;
    }

    private boolean happens(int share, Injected what) {
        var does = share > 0 && chance.nextInt(Disturbance.THOUSAND) < share;
        if (does) {
            injected.merge(what, 1L, Long::sum);
        }
        return does;
    }

    /// What an attacker, or a broken device, may send: half a message, a past event with other content, an
    /// answer to nothing, an acknowledgement of what never was.
    private void forge() {
        int kind;
        synchronized (this) {
            kind = chance.nextInt(5);
        }
        switch (kind) {
            case 0 -> line.publish(Topics.EVENT, ascii("{\"seq\":1,"), false);
            case 1 ->
                    past.get()
                            .ifPresent(event -> line.publish(Topics.EVENT, changed(event), false));
            case 2 -> hand(Topics.DESIRED, ascii("{\"version\":"));
            case 3 ->
                    hand(
                            Topics.ANSWER,
                            ascii(
                                    """
                                    {"id":"forged","ok":true,"why":"","hold":1,"compartment":0,\
                                    "time":"2026-01-01T00:00:00Z"}\
                                    """));
            default -> hand(Topics.ACK, ascii("{\"upTo\":" + Long.MAX_VALUE + "}"));
        }
    }

    private void hand(String tail, byte[] payload) {
        try {
            device.received(tail, payload);
        } catch (RuntimeException e) {
            // Nonsense must not end the conversation.
            LOG.warn("A device cannot read {}: {}", tail, e.toString());
        }
    }

    private static byte[] changed(byte[] event) {
        var content = Json.read(event, Map.class);
        @SuppressWarnings("unchecked")
        var forged = new TreeMap<String, Object>((Map<String, Object>) content);
        forged.put("forged", true);
        return ascii(Json.canonical(forged));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public boolean connected() {
        return line.connected();
    }

    @Override
    public void goOnline() {
        line.goOnline();
    }

    @Override
    public void goOffline() {
        line.goOffline();
    }

    @Override
    public void renewed(DeviceFolder.Joined now) {
        line.renewed(now);
    }

    @Override
    public void close() {
        line.close();
    }
}
