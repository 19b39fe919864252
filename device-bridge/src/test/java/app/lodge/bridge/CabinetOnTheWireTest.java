package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.LiveSurroundings;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualLockerCabinet;
import app.lodge.bridge.virtual.VirtualLockerCabinet.OpenOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.SyncState;
import app.lodge.core.doors.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cabinet needs nothing but a network connection, and what it and the site say to each other is read by
/// nobody on the way, whether the desk manages it or its own panel.
@Tag("LOCK-07")
@Tag("LOCK-09")
final class CabinetOnTheWireTest {

    private static final String SETTING = "ask.timeout";

    @TempDir static Path folder;
    static TestBridge site;

    @BeforeAll
    static void open() throws Exception {
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void overOneLineOfTcpACabinetDoesAllAndNothingOfItIsReadableOnTheLine() throws Exception {
        var ana = site.holder("Wire", "04A1B2C3D4E577", 0);
        var code = site.add("cabinet-wire", DeviceKind.LOCKER_CABINET).code();
        var id = site.device("cabinet-wire").id();
        try (var line = new Tapped();
                var cabinet =
                        (VirtualLockerCabinet)
                                VirtualDevices.start(
                                        new VirtualDevices.Order(
                                                folder,
                                                "cabinet-wire",
                                                code,
                                                folder.resolve("state-wire")),
                                        new LiveSurroundings(
                                                () -> over(line.port()), Clock.systemUTC()))) {
            eventually(cabinet::connected);
            site.site().devices().assign(ADMIN, RequestId.fresh(), id, 5, ana.person());
            eventually(() ->
                    cabinet.open(ana.uid()) instanceof OpenOutcome.Opened opened
                            && !opened.offline());
            site.site().devices().configure(ADMIN, RequestId.fresh(), id, Map.of(SETTING, "5"));
            eventually(() -> "5".equals(cabinet.hands().setting(SETTING)));
            cabinet.hands().set(SETTING, "9");
            eventually(() -> inStep() && "9".equals(desired()));
            assertThat(line.up()).contains("\u0016\u0003").hasSizeGreaterThan(1_000);
            assertThat(line.down()).hasSizeGreaterThan(1_000);
            for (var secret :
                    List.of(ana.uid(), SETTING, "cabinet-wire", "credential", "compartment")) {
                assertThat(line.up()).doesNotContain(secret);
                assertThat(line.down()).doesNotContain(secret);
            }
        }
    }

    @Test
    void inTheClearNobodyIsAnswered() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connection().mqttPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(connect("cabinet-clear"));
            var answer = answer(socket);
            assertThat(answer.isEmpty() || answer.charAt(0) != 0x20)
                    .as("no CONNACK in %s", answer.length())
                    .isTrue();
        }
    }

    /// MQTT 5 CONNECT without a will, a user or a password.
    private static byte[] connect(String client) {
        var packet = new ByteArrayOutputStream();
        var name = client.getBytes(StandardCharsets.US_ASCII);
        packet.write(0x10);
        packet.write(13 + name.length);
        packet.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 30, 0, 0});
        packet.write(name.length);
        packet.writeBytes(name);
        return packet.toByteArray();
    }

    /// All that comes until the other end hangs up.
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return "";
        }
    }

    private static boolean inStep() {
        return site.site().devices().named(ADMIN, "cabinet-wire").orElseThrow().sync()
                == SyncState.IN_SYNC;
    }

    private static Connection connection() {
        return Connection.read(folder).orElseThrow();
    }

    private static Optional<Connection> over(int port) {
        var there = connection();
        return Optional.of(
                new Connection(
                        there.host(),
                        there.port(),
                        there.certificate(),
                        port,
                        there.joinPort(),
                        there.pid(),
                        there.broker()));
    }

    private static String desired() {
        return site.site()
                .devices()
                .named(ADMIN, "cabinet-wire")
                .orElseThrow()
                .desired()
                .getOrDefault(SETTING, "");
    }

    /// A line to the broker that somebody listens on.
    private static final class Tapped implements AutoCloseable {

        private final ServerSocket door;
        private final ByteArrayOutputStream up = new ByteArrayOutputStream();
        private final ByteArrayOutputStream down = new ByteArrayOutputStream();
        private final List<Socket> open = new CopyOnWriteArrayList<>();

        Tapped() throws IOException {
            door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().name("tapped").start(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        /// As characters, one for each byte.
        String up() {
            return up.toString(StandardCharsets.ISO_8859_1);
        }

        String down() {
            return down.toString(StandardCharsets.ISO_8859_1);
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    var cabinet = door.accept();
                    var broker =
                            new Socket(InetAddress.getLoopbackAddress(), connection().mqttPort());
                    open.add(cabinet);
                    open.add(broker);
                    pump(cabinet, broker, up);
                    pump(broker, cabinet, down);
                } catch (IOException e) {
                    // the cabinet tries again, or the test is over
                }
            }
        }

        private static void pump(Socket from, Socket to, OutputStream heard) {
            Thread.ofVirtual()
                    .start(() -> {
                        var bytes = new byte[8_192];
                        try (from;
                                to) {
                            for (var read = from.getInputStream().read(bytes);
                                    read >= 0;
                                    read = from.getInputStream().read(bytes)) {
                                heard.write(bytes, 0, read);
                                to.getOutputStream().write(bytes, 0, read);
                            }
                        } catch (IOException e) {
                            // one end is gone, so the other is
                        }
                    });
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        }
    }
}
