package app.lodge.bridge.conformance;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.joining.Attempts;
import app.lodge.bridge.joining.JoinCodebook;
import app.lodge.bridge.joining.JoinServer;
import app.lodge.bridge.link.Broker;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Gate;
import app.lodge.bridge.link.MqttFieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.FieldBooks.JoinOutcome;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.doors.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A field network for devices under test: authority, join port and broker of its own, apart from any site.
final class BenchNetwork implements FieldLink.Listener, Gate, JoinCodebook, AutoCloseable {

    private static final String SITE = "conformance";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final BenchOrder order;
    private final String code;
    private final SiteAuthority authority;
    private final Map<String, Queue<String>> refusals = new ConcurrentHashMap<>();
    private final Map<String, Ear> ears = new ConcurrentHashMap<>();
    private final Map<String, String> serials = new ConcurrentHashMap<>();
    private final JoinServer joining;
    private final Broker broker;
    private final MqttFieldLink link;

    interface Ear {
        void hear(String tail, byte[] payload, FieldLink.Reply reply);
    }

    private BenchNetwork(BenchOrder order) throws IOException {
        this.order = order;
        this.code = code();
        var folder = Files.createDirectories(order.folder());
        authority = SiteAuthority.in(folder, SITE, new Unsealed(), order.clock());
        var server = authority.server(List.of("localhost", "127.0.0.1", "::1", order.listen()));
        var bridge = authority.client("bridge");
        var topics = new Topics(SITE);
        broker =
                Broker.start(
                        folder.resolve("broker"),
                        order.listen(),
                        order.mqttPort(),
                        server,
                        bridge,
                        topics,
                        this);
        joining =
                new JoinServer(
                        new InetSocketAddress(order.listen(), order.joinPort()),
                        server,
                        this,
                        authority,
                        SITE,
                        broker::port,
                        _ -> {},
                        order.currency(),
                        new Attempts(order.clock()));
        link = MqttFieldLink.connect(broker, bridge, topics, this);
        link.listen();
        new Connection(
                        reachable(),
                        0,
                        Pem.certificate(authority.certificate()),
                        broker.port(),
                        joining.port(),
                        ProcessHandle.current().pid())
                .write(folder);
    }

    /// @throws IOException if a port is taken
    static BenchNetwork open(BenchOrder order) throws IOException {
        return new BenchNetwork(order);
    }

    void tell(String device, Ear ear) {
        ears.put(device, ear);
    }

    MqttFieldLink link() {
        return link;
    }

    Conformance.Invitation invitation() {
        return new Conformance.Invitation(
                order.device(),
                code,
                order.listen(),
                joining.port(),
                broker.port(),
                Pem.certificate(authority.certificate()));
    }

    /// A certificate for a device that needs no joining: those of tests.
    Identity admit(String device) {
        var identity = authority.client(device);
        serials.put(device, identity.serial());
        return identity;
    }

    /// Certificate of a key that signs packages, in PEM.
    String signer(byte[] ed25519) {
        return Pem.certificate(authority.certifySigner(ed25519));
    }

    /// Ends the device's connection as a network does that breaks.
    void cut(String device) {
        broker.disconnect(device);
    }

    /// What the broker refused the device: another's topics, another's name.
    List<String> refusals(String device) {
        return List.copyOf(refusals.getOrDefault(device, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public void received(String device, String tail, byte[] payload, FieldLink.Reply reply) {
        var ear = ears.get(device);
        if (ear != null) {
            ear.hear(tail, payload, reply);
        }
    }

    @Override
    public Optional<String> refusalOf(String clientId, String serial) {
        return serial.equals(serials.get(clientId))
                ? Optional.empty()
                : Optional.of("OTHER_CERTIFICATE");
    }

    @Override
    public void refused(String what, String clientId, String detail) {
        refusals.computeIfAbsent(clientId, _ -> new ConcurrentLinkedQueue<>())
                .add(what + " " + detail);
    }

    @Override
    public JoinOutcome redeem(String name, String given, String certificate, Instant until) {
        if (!name.equals(order.device())) {
            return new JoinOutcome.Refused(JoinOutcome.Why.UNKNOWN_DEVICE);
        }
        if (!MessageDigest.isEqual(plain(given), plain(code))) {
            return new JoinOutcome.Refused(JoinOutcome.Why.WRONG_CODE);
        }
        serials.put(name, certificate);
        return new JoinOutcome.Joined(
                new FieldDevice(new DeviceId(1), name, order.kind(), certificate, 0));
    }

    @Override
    public void noteRefusal(String kind, String name, Map<String, String> details) {
        refused(kind, name, details.toString());
    }

    @Override
    public void close() {
        link.close();
        joining.close();
        broker.close();
    }

    private String reachable() {
        return order.listen().equals("0.0.0.0") || order.listen().equals("::")
                ? "127.0.0.1"
                : order.listen();
    }

    private static String code() {
        var random = new SecureRandom();
        var made = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            made.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }

    private static byte[] plain(String code) {
        return code.replace("-", "").strip().getBytes(StandardCharsets.UTF_8);
    }

    /// The authority of a bench stands for nothing: its key opens no site.
    private static final class Unsealed implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
