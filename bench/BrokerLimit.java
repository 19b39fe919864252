import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What the wire alone allows: Mosquitto, as many clients, and a responder that answers every ask at once and
/// does nothing. In the clear, so less than a field network with mutual TLS must do.
final class BrokerLimit {

    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto");
    private static final int WARMING_UP = 5;

    private BrokerLimit() {}

    static void measure(int clients, int rate, int seconds) throws Exception {
        var program = PROGRAMS.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
        if (program.isEmpty()) {
            FieldBenchmark.say("SKIPPED: the limit of the wire needs mosquitto");
            return;
        }
        var folder = Files.createTempDirectory("lodge-bench-mosquitto");
        var port = freePort();
        Files.writeString(
                folder.resolve("conf"),
                "listener %d 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\nmax_queued_messages 100000\n"
                        .formatted(port));
        var mosquitto =
                new ProcessBuilder(program.get(), "-c", folder.resolve("conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        try {
            awaitOpen(port);
            respond(port);
            var asking = new ArrayList<Asking>();
            for (var number = 0; number < clients; number++) {
                asking.add(new Asking(port, number));
            }
            ask(asking, rate, WARMING_UP, "warming up");
            ask(asking, rate, seconds, "measured");
        } finally {
            mosquitto.destroy();
        }
    }

    private static void respond(int port) throws Exception {
        var responder = client(port, "bridge");
        responder.publishes(
                MqttGlobalPublishFilter.ALL,
                ask ->
                        responder
                                .publishWith()
                                .topic(ask.getTopic().toString().replace("/up/", "/down/"))
                                .payload(ask.getPayloadAsBytes())
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .send());
        responder.subscribeWith().topicFilter("d/+/up/ask").qos(MqttQos.AT_LEAST_ONCE).send().get();
    }

    private static void ask(List<Asking> clients, int rate, int seconds, String name)
            throws InterruptedException {
        var all = rate * seconds;
        var took = new long[all];
        var left = new CountDownLatch(all);
        var began = System.nanoTime();
        for (var i = 0; i < all; i++) {
            var due = began + i * 1_000_000_000L / rate;
            for (var rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            var turn = i;
            clients.get(i % clients.size())
                    .ask(i, () -> {
                        took[turn] = System.nanoTime() - due;
                        left.countDown();
                    });
        }
        var answered = left.await(30, TimeUnit.SECONDS);
        Arrays.sort(took);
        FieldBenchmark.say(
                "limit of the wire, %s: Mosquitto in the clear, %d clients, %d/s, median %.1f ms, p99 %.1f ms%s",
                name,
                clients.size(),
                rate,
                took[all / 2] / 1e6,
                took[all * 99 / 100] / 1e6,
                answered ? "" : "; some were never answered");
    }

    private static Mqtt5AsyncClient client(int port, String name) throws Exception {
        var client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildAsync();
        client.connect().get(20, TimeUnit.SECONDS);
        return client;
    }

    private static void awaitOpen(int port) {
        FieldBenchmark.until(() -> {
            try (var _ = new java.net.Socket("127.0.0.1", port)) {
                return true;
            } catch (java.io.IOException e) {
                return false;
            }
        });
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// One client, which hears the answers to its own asks.
    private static final class Asking {

        private final java.util.Map<String, Runnable> waiting =
                new java.util.concurrent.ConcurrentHashMap<>();
        private final Mqtt5AsyncClient client;
        private final String topic;

        Asking(int port, int number) throws Exception {
            topic = "d/" + number;
            client = client(port, "till-" + number);
            client.publishes(
                    MqttGlobalPublishFilter.ALL,
                    answer -> {
                        var done =
                                waiting.remove(
                                        new String(
                                                answer.getPayloadAsBytes(),
                                                StandardCharsets.US_ASCII));
                        if (done != null) {
                            done.run();
                        }
                    });
            client.subscribeWith()
                    .topicFilter(topic + "/down/ask")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send()
                    .get();
        }

        void ask(int id, Runnable answered) {
            var text = String.valueOf(id);
            waiting.put(text, answered);
            client.publishWith()
                    .topic(topic + "/up/ask")
                    .payload(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
        }
    }
}
