package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.Json;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a device begins to speak with the broker, and how it says good-bye: presence, last will, its own topics.
///
/// @param name of the device, which is the MQTT client's too
record DeviceConversation(String name, DeviceFolder.Joined joined) {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConversation.class);
    private static final long PATIENCE_SECONDS = 10;

    /// Connects and listens; whoever fails leaves nothing open.
    ///
    /// @param heard gets what comes, on the client's threads
    Mqtt5AsyncClient begin(Connection address, Runnable ended, Consumer<Mqtt5Publish> heard)
            throws InterruptedException, ExecutionException, TimeoutException {
        var identity = joined.identity();
        var fresh =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost(address.mqttHost())
                        .serverPort(address.mqttPort())
                        .sslConfig(
                                MqttClientSslConfig.builder()
                                        .keyManagerFactory(identity.keyManagers())
                                        .trustManagerFactory(identity.trustManagers())
                                        .build())
                        .addDisconnectedListener(_ -> ended.run())
                        .buildAsync();
        try {
            connect(fresh, heard);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            fresh.disconnect();
            throw e;
        }
        return fresh;
    }

    private void connect(Mqtt5AsyncClient fresh, Consumer<Mqtt5Publish> heard)
            throws InterruptedException, ExecutionException, TimeoutException {
        fresh.publishes(MqttGlobalPublishFilter.ALL, heard);
        fresh.connectWith()
                .cleanStart(true)
                .keepAlive(15)
                .willPublish()
                .topic(joined.topics() + "/up/" + Topics.PRESENCE)
                .payload(Json.bytes(Map.of("online", false), Map.class))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .applyWillPublish()
                .send()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        fresh.subscribeWith()
                .topicFilter(joined.topics() + "/down/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Says that it goes, and goes.
    void end(Mqtt5AsyncClient open) {
        try {
            open.publishWith()
                    .topic(joined.topics() + "/up/" + Topics.PRESENCE)
                    .payload(Json.bytes(Map.of("online", false), Map.class))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .retain(true)
                    .send()
                    .get(2, TimeUnit.SECONDS);
            open.disconnect().get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{} was disconnected already", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
