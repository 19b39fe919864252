package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Bridge, broker and lines between them in one piece, in simulated time: what is sent arrives a few
/// milliseconds later, in order, unless the line was cut meanwhile.
public final class SimulatedNetwork implements FieldLink {

    private static final long FASTEST_MILLIS = 1;
    private static final long SLOWEST_MILLIS = 20;

    private final SimulatedTime time;
    private final Random chance;
    private final Map<String, End> ends = new HashMap<>();
    private final Map<String, byte[]> retained = new HashMap<>();
    private @Nullable Listener bridge;

    public SimulatedNetwork(SimulatedTime time, long seed) {
        this.time = time;
        this.chance = new Random(seed);
    }

    /// From here on the bridge hears what devices say.
    public void listen(Listener to) {
        bridge = to;
    }

    DeviceLink link(String device, DeviceLink.Listener listener) {
        var end = new End(device, listener);
        ends.put(device, end);
        return end;
    }

    @Override
    public void push(String device, String tail, Object message) {
        send(device, tail, Json.bytes(message, message.getClass()));
    }

    @Override
    public void pushRetained(String device, String tail, Object message) {
        retained.put(device, Json.bytes(message, message.getClass()));
        push(device, tail, message);
    }

    @Override
    public void answer(String device, Reply reply, Down.Answer answer) {
        push(device, Topics.ANSWER, answer);
    }

    @Override
    public void close() {
        bridge = null;
    }

    private void send(String device, String tail, byte[] payload) {
        var end = ends.get(device);
        if (end != null) {
            end.hear(tail, payload);
        }
    }

    private void tell(String device, String tail, byte[] payload, Reply reply) {
        var open = bridge;
        if (open != null) {
            open.received(device, tail, payload, reply);
        }
    }

    /// A device's connection.
    private final class End implements DeviceLink {

        private final String device;
        private final Listener listener;
        private Instant lastUp = Instant.MIN;
        private Instant lastDown = Instant.MIN;
        private boolean connected;
        private int session;

        End(String device, Listener listener) {
            this.device = device;
            this.listener = listener;
        }

        @Override
        public void start() {
            goOnline();
        }

        @Override
        public void goOnline() {
            time.after(
                    latency(),
                    () -> {
                        if (!connected && ends.get(device) == this) {
                            connected = true;
                            session++;
                            var desired = retained.get(device);
                            if (desired != null) {
                                hear(Topics.DESIRED, desired);
                            }
                            listener.greet();
                        }
                    });
        }

        /// The bridge hears of it from the broker, as of a last will.
        @Override
        public void goOffline() {
            if (connected) {
                connected = false;
                session++;
                time.after(
                        latency(),
                        () ->
                                tell(
                                        device,
                                        Topics.PRESENCE,
                                        "{\"online\":false}".getBytes(StandardCharsets.US_ASCII),
                                        new Reply("", null, true)));
            }
        }

        @Override
        public boolean connected() {
            return connected;
        }

        @Override
        public void renewed(DeviceFolder.Joined now) {
            goOffline();
            goOnline();
        }

        @Override
        public void publish(String tail, byte[] payload, boolean retain) {
            if (connected) {
                lastUp =
                        inOrder(
                                lastUp,
                                () -> tell(device, tail, payload, new Reply("", null, retain)));
            }
        }

        @Override
        public void ask(String id, byte[] payload) {
            publish(Topics.ASK, payload, false);
        }

        void hear(String tail, byte[] payload) {
            if (connected) {
                lastDown = inOrder(lastDown, () -> listener.received(tail, payload));
            }
        }

        /// Passes what was sent before no message of the same direction, and ends with the connection.
        private Instant inOrder(Instant last, Runnable message) {
            var now = time.instant();
            var at = now.plus(latency());
            if (at.isBefore(last)) {
                at = last;
            }
            var during = session;
            time.after(
                    Duration.between(now, at),
                    () -> {
                        if (connected && session == during) {
                            message.run();
                        }
                    });
            return at;
        }

        @Override
        public void close() {
            goOffline();
            ends.remove(device, this);
        }
    }

    private Duration latency() {
        return Duration.ofMillis(chance.nextLong(FASTEST_MILLIS, SLOWEST_MILLIS + 1));
    }
}
