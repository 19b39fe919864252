package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Connection;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device's connection: MQTT 5 over mutual TLS.
final class MqttDeviceLink implements DeviceLink {

    private static final Logger LOG = LoggerFactory.getLogger(MqttDeviceLink.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 10;

    private volatile DeviceFolder.Joined joined;
    private final String name;
    private final BridgeAddress bridge;
    private final Listener listener;
    private final Thread keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean wanted = true;
    private boolean closing;
    private @Nullable Mqtt5AsyncClient client;

    /// That of the newest connection.
    private long connection;

    MqttDeviceLink(DeviceFolder.Joined joined, BridgeAddress bridge, Listener listener) {
        this.joined = joined;
        this.name = joined.topics().substring(joined.topics().lastIndexOf('/') + 1);
        this.bridge = bridge;
        this.listener = listener;
        this.keeper = Thread.ofVirtual().name("link-" + name).unstarted(this::keep);
    }

    @Override
    public void start() {
        keeper.start();
    }

    @Override
    public boolean connected() {
        var open = current();
        return open != null && open.getState().isConnected();
    }

    @Override
    public void goOnline() {
        want(true);
    }

    @Override
    public void goOffline() {
        want(false);
        leave();
    }

    @Override
    public void renewed(DeviceFolder.Joined now) {
        joined = now;
        leave();
        wake();
    }

    @Override
    public void publish(String tail, byte[] payload, boolean retain) {
        var open = current();
        if (open == null || !open.getState().isConnected()) {
            return;
        }
        open.publishWith()
                .topic(joined.topics() + "/up/" + tail)
                .payload(payload)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .contentType("application/json")
                .send()
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.debug("{} {} was not sent", name, tail, failure);
                    }
                });
    }

    @Override
    public void ask(String id, byte[] payload) {
        var open = current();
        if (open != null) {
            open.publishWith()
                    .topic(joined.topics() + "/up/" + Topics.ASK)
                    .payload(payload)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .contentType("application/json")
                    .responseTopic(joined.topics() + "/down/" + Topics.ANSWER)
                    .correlationData(id.getBytes(StandardCharsets.US_ASCII))
                    .send();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            keeper.join(TimeUnit.SECONDS.toMillis(2 * PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave();
    }

    private void want(boolean online) {
        lock.lock();
        try {
            wanted = online;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Mqtt5AsyncClient current() {
        lock.lock();
        try {
            return client;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        while (true) {
            lock.lock();
            try {
                if (closing) {
                    return;
                }
                var open = client;
                if (wanted && (open == null || !open.getState().isConnected())) {
                    client = null;
                } else {
                    // Whoever leaves wakes it: thousands of links need not look all the time.
                    changed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    continue;
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
            tryToConnect();
        }
    }

    private void tryToConnect() {
        try {
            var address = bridge.find().orElse(null);
            if (address != null && address.mqttPort() > 0) {
                connect(address);
                return;
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("{} cannot connect: {}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            if (!closing) {
                changed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void connect(Connection address)
            throws InterruptedException, ExecutionException, TimeoutException {
        var number = begun();
        var fresh =
                new DeviceConversation(name, joined)
                        .begin(address, () -> ended(number), this::take);
        lock.lock();
        try {
            client = fresh;
        } finally {
            lock.unlock();
        }
        listener.greet();
    }

    private long begun() {
        lock.lock();
        try {
            return ++connection;
        } finally {
            lock.unlock();
        }
    }

    /// The client calls itself connected while it tells that it is not: so it is let go of here.
    private void ended(long number) {
        lock.lock();
        try {
            if (number == connection) {
                client = null;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(Mqtt5Publish publish) {
        var start = joined.topics() + "/down/";
        var topic = publish.getTopic().toString();
        if (!topic.startsWith(start)) {
            return;
        }
        try {
            listener.received(topic.substring(start.length()), publish.getPayloadAsBytes());
        } catch (RuntimeException e) {
            // Nonsense must not end the conversation.
            LOG.warn("{} cannot read {}: {}", name, topic, e.toString());
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        var open = current();
        if (open != null) {
            new DeviceConversation(name, joined).end(open);
        }
    }
}
