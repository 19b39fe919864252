package app.lodge.bridge.link;

import app.lodge.bridge.certificates.Identity;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded MQTT 5 broker, TLS only, clients' certificates required.
///
/// It keeps nothing on the disk: what must not be lost is in the books and in the devices' own stores,
/// so a broker that forgets costs time, not data.
public final class Broker implements FieldBroker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final EmbeddedHiveMQ broker;
    private final BrokerGuard guard;
    private final HandshakeEar ear;
    private final Path folder;
    private final String listen;
    private final int port;

    private Broker(
            EmbeddedHiveMQ broker,
            BrokerGuard guard,
            HandshakeEar ear,
            Path folder,
            String listen,
            int port) {
        this.broker = broker;
        this.guard = guard;
        this.ear = ear;
        this.folder = folder;
        this.listen = listen;
        this.port = port;
    }

    /// Starts the broker and returns when it listens (2 to 8 seconds).
    ///
    /// @param folder for its working files; emptied before and after
    /// @param listen address, not a name
    /// @param port 0 takes a free one
    /// @param server what the broker shows; its key lies in `folder` under a random password while
    ///     the broker runs
    /// @param bridge what the bridge's own client shows
    public static Broker start(
            Path folder,
            String listen,
            int port,
            Identity server,
            Identity bridge,
            Topics topics,
            Gate gate)
            throws IOException {
        empty(folder);
        var chosen = port == 0 ? freePort(listen) : port;
        var configuration = Files.createDirectories(folder.resolve("conf"));
        var password = randomPassword();
        Files.write(configuration.resolve("server.p12"), server.pkcs12(password.toCharArray()));
        Files.write(configuration.resolve("trust.p12"), server.trustPkcs12(password.toCharArray()));
        Files.writeString(
                configuration.resolve("config.xml"),
                configuration(configuration, listen, chosen, password));
        var guard = new BrokerGuard(topics, gate, bridge.serial());
        var extension =
                EmbeddedExtension.builder()
                        .withId("lodge-guard")
                        .withName("Lodge")
                        .withVersion("1")
                        .withPriority(0)
                        .withStartPriority(1_000)
                        .withAuthor("Lodge")
                        .withExtensionMain(guard)
                        .build();
        var broker =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(configuration)
                        .withDataFolder(Files.createDirectories(folder.resolve("data")))
                        .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                        .withEmbeddedExtension(extension)
                        .withoutLoggingBootstrap()
                        .build();
        try {
            broker.start().get();
        } catch (ExecutionException e) {
            empty(folder);
            throw new IOException(
                    "The broker did not start on %s:%d".formatted(listen, chosen), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start of the broker was interrupted", e);
        }
        LOG.info("The broker listens on {}:{}", listen, chosen);
        return new Broker(broker, guard, HandshakeEar.on(chosen, gate), folder, listen, chosen);
    }

    /// The bridge's own client speaks on the loopback interface unless the broker listens elsewhere.
    @Override
    public String host() {
        return listen.equals("0.0.0.0") || listen.equals("::") ? "127.0.0.1" : listen;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void disconnect(String client) {
        guard.disconnect(client);
    }

    @Override
    public void close() {
        ear.close();
        try {
            broker.stop().get();
            broker.close();
        } catch (ExecutionException e) {
            LOG.warn("The broker did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            empty(folder);
        } catch (IOException e) {
            LOG.warn("The broker's folder {} could not be emptied", folder, e);
        }
    }

    private static String configuration(Path folder, String listen, int port, String password) {
        return """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tls-tcp-listener>
              <port>%1$d</port>
              <bind-address>%2$s</bind-address>
              <tls>
                <keystore>
                  <path>%3$s</path>
                  <password>%5$s</password>
                  <private-key-password>%5$s</private-key-password>
                </keystore>
                <truststore>
                  <path>%4$s</path>
                  <password>%5$s</password>
                </truststore>
                <protocols>
                  <protocol>TLSv1.3</protocol>
                  <protocol>TLSv1.2</protocol>
                </protocols>
                <client-authentication-mode>REQUIRED</client-authentication-mode>
              </tls>
            </tls-tcp-listener>
          </listeners>
          <mqtt>
            <queued-messages>
              <max-queue-size>100000</max-queue-size>
            </queued-messages>
          </mqtt>
          <anonymous-usage-statistics>
            <enabled>false</enabled>
          </anonymous-usage-statistics>
          <persistence>
            <mode>in-memory</mode>
          </persistence>
        </hivemq>
        """
                .formatted(
                        port,
                        listen,
                        folder.resolve("server.p12").toAbsolutePath(),
                        folder.resolve("trust.p12").toAbsolutePath(),
                        password);
    }

    private static int freePort(String listen) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(listen))) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
