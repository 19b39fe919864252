package app.lodge.desktop.secrets;

import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Virtual cards that lie in the test's process, and a reader for them in another: a card has its own
/// keys in its memory, and that memory is not the workstation's.
final class CardBench implements AutoCloseable {

    private final ServerSocket server;
    private final List<VirtualCard> cards = new ArrayList<>();

    CardBench(int count) throws IOException {
        var random = new SecureRandom();
        for (int i = 0; i < count; i++) {
            var uid = new byte[7];
            random.nextBytes(uid);
            uid[0] = 0x04;
            cards.add(VirtualDesfire.blank(Generation.EV3, Uid.of(uid), random));
        }
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    List<Uid> uids() {
        return cards.stream().map(VirtualCard::uid).toList();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept();
                    var in = new DataInputStream(socket.getInputStream());
                    var out = new DataOutputStream(socket.getOutputStream())) {
                var card = cards.get(in.readInt());
                card.reset();
                answer(out, card.atr());
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    answer(out, card.transmit(in.readNBytes(length)));
                }
            } catch (IOException e) {
                // the reader was closed, or the bench
            }
        }
    }

    private static void answer(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /// One card of a bench in another process.
    static CardReader reader(int port, int number) {
        return new CardReader() {
            @Override
            public String name() {
                return "far";
            }

            @Override
            public String path() {
                return "in-process";
            }

            @Override
            public CardLink connect(Duration wait) {
                return new FarLink(port, number);
            }

            @Override
            public boolean awaitRemoval(Duration wait) {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static final class FarLink implements CardLink {

        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final byte[] atr;

        FarLink(int port, int number) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                in = new DataInputStream(socket.getInputStream());
                out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(number);
                out.flush();
                atr = in.readNBytes(in.readInt());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] atr() {
            return atr.clone();
        }

        @Override
        public byte[] transmit(byte[] apdu) {
            try {
                answer(out, apdu);
                return in.readNBytes(in.readInt());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
