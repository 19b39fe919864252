package app.lodge.bridge.link;

import app.lodge.bridge.certificates.Identity;
import app.lodge.core.doors.Json;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bridge's connection to the MQTT broker.
public final class MqttFieldLink implements FieldLink {

    private static final Logger LOG = LoggerFactory.getLogger(MqttFieldLink.class);
    private static final Logger WIRE = LoggerFactory.getLogger("app.lodge.wire.mqtt");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Topics topics;
    private final String errors;
    private final Mqtt5AsyncClient client;
    private final Listener listener;

    private MqttFieldLink(
            Topics topics, String errors, Mqtt5AsyncClient client, Listener listener) {
        this.topics = topics;
        this.errors = errors;
        this.client = client;
        this.listener = listener;
    }

    /// Connects, and reconnects by itself from then on. Hears nothing before {@link #listen}.
    ///
    /// @throws IOException if the broker does not answer, or refuses the bridge
    public static MqttFieldLink connect(
            FieldBroker broker, Identity bridge, Topics topics, Listener listener)
            throws IOException {
        var client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(BrokerGuard.BRIDGE)
                        .serverHost(broker.host())
                        .serverPort(broker.port())
                        .sslConfig(
                                MqttClientSslConfig.builder()
                                        .keyManagerFactory(bridge.keyManagers())
                                        .trustManagerFactory(bridge.trustManagers())
                                        .build())
                        .automaticReconnect()
                        .initialDelay(200, TimeUnit.MILLISECONDS)
                        .maxDelay(5, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addDisconnectedListener(context -> {
                            LOG.info("The field link is down: {}", context.getCause().getMessage());
                            listener.lost();
                        })
                        .buildAsync();
        var link = new MqttFieldLink(topics, broker.errors(), client, listener);
        client.publishes(MqttGlobalPublishFilter.ALL, link::take);
        link.waitFor(client.connectWith().cleanStart(true).keepAlive(30).send(), "connect");
        return link;
    }

    public Topics topics() {
        return topics;
    }

    @Override
    public void push(String device, String tail, Object message) {
        send(topics.down(device, tail), message, false, null);
    }

    @Override
    public void pushRetained(String device, String tail, Object message) {
        send(topics.down(device, tail), message, true, null);
    }

    /// Bytes as they are, for those who try what a device does with nonsense.
    public void pushBytes(String device, String tail, byte[] payload) {
        send(topics.down(device, tail), payload, false, null);
    }

    @Override
    public void answer(String device, Reply reply, Down.Answer answer) {
        var own = topics.down(device, "");
        var topic =
                reply.topic().startsWith(own) && reply.topic().matches("[^+#]+")
                        ? reply.topic()
                        : topics.down(device, Topics.ANSWER);
        send(topic, answer, false, reply.correlation());
    }

    @Override
    public void close() {
        try {
            client.disconnect().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The field link was closed already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From here on the listener hears what devices say.
    public void listen() throws IOException {
        waitFor(
                client.subscribeWith()
                        .topicFilter(topics.allUp())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .retainAsPublished(true)
                        .send(),
                "subscribe");
        if (!errors.isEmpty()) {
            client.subscribeWith()
                    .topicFilter(errors)
                    .qos(MqttQos.AT_MOST_ONCE)
                    .send()
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            LOG.info("The broker does not tell of its errors: {}", errors, failure);
                        }
                    });
        }
    }

    private void send(String topic, Object message, boolean retain, byte @Nullable [] correlation) {
        send(topic, Json.bytes(message, message.getClass()), retain, correlation);
    }

    private void send(String topic, byte[] json, boolean retain, byte @Nullable [] correlation) {
        WIRE.debug("→ {} {} bytes", topic, json.length);
        if (WIRE.isTraceEnabled() && !Topics.secret(topic)) {
            WIRE.trace("→ {} {}", topic, new String(json, StandardCharsets.UTF_8));
        }
        client.publishWith()
                .topic(topic)
                .payload(json)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .contentType("application/json")
                .correlationData(correlation)
                .send()
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("{} was not sent: {}", topic, failure.getMessage());
                    }
                });
    }

    private void take(Mqtt5Publish publish) {
        var topic = publish.getTopic().toString();
        var payload = publish.getPayloadAsBytes();
        WIRE.debug("← {} {} bytes", topic, payload.length);
        if (WIRE.isTraceEnabled() && !Topics.secret(topic)) {
            WIRE.trace("← {} {}", topic, new String(payload, StandardCharsets.UTF_8));
        }
        if (topic.equals(errors)) {
            listener.brokerSays(new String(payload, StandardCharsets.UTF_8));
            return;
        }
        topics.read(topic)
                .ifPresent(up -> {
                    try {
                        listener.received(up.device(), up.tail(), payload, reply(publish));
                    } catch (RuntimeException e) {
                        LOG.error("A message on {} failed", topic, e);
                    }
                });
    }

    private static Reply reply(Mqtt5Publish publish) {
        return new Reply(
                publish.getResponseTopic().map(Object::toString).orElse(""),
                publish.getCorrelationData().map(MqttFieldLink::bytes).orElse(null),
                publish.isRetain());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private <T> void waitFor(java.util.concurrent.CompletableFuture<T> step, String what)
            throws IOException {
        try {
            step.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The broker did not let the bridge " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the bridge would " + what, e);
        }
    }
}
