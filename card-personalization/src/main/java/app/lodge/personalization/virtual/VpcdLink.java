package app.lodge.personalization.virtual;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays a virtual card on the virtual reader of pcscd (vsmartcard's vpcd): the card is inserted while
/// this is open, and taken off by closing it.
///
/// Every message is a length of two bytes, big-endian, and so many bytes: one byte 00 power off, 01
/// power on, 02 reset, 04 "give the ATR"; more are an APDU.
public final class VpcdLink implements AutoCloseable {

    /// Where Debian's package listens for the card of the first slot.
    public static final int USUAL_PORT = 35963;

    private static final Logger LOG = LoggerFactory.getLogger(VpcdLink.class);
    private static final int RESET = 2;
    private static final int GIVE_ATR = 4;

    private final VirtualCard card;
    private final Socket socket;
    private final Thread thread;

    private VpcdLink(VirtualCard card, Socket socket) {
        this.card = card;
        this.socket = socket;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("vpcd card " + card.uid().hex())
                        .start(this::serve);
    }

    /// @throws IOException if no virtual reader listens there
    public static VpcdLink insert(VirtualCard card, String host, int port, Duration wait)
            throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) wait.toMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        card.reset();
        return new VpcdLink(card, socket);
    }

    private void serve() {
        try (var in = new DataInputStream(socket.getInputStream());
                var out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                acknowledgeAtOnce();
                int length = in.readUnsignedShort();
                acknowledgeAtOnce();
                byte[] message = in.readNBytes(length);
                if (length == 1) {
                    control(message[0], out);
                    continue;
                }
                byte[] answer = card.transmit(message);
                if (answer.length == 0) {
                    return;
                }
                send(out, answer);
            }
        } catch (IOException _) {
            LOG.debug("Virtual card {} left the reader", card.uid().hex());
        } finally {
            close();
        }
    }

    private void control(int code, DataOutputStream out) throws IOException {
        if (code == GIVE_ATR) {
            send(out, card.atr());
        } else if (code >= 0 && code <= RESET) {
            card.reset();
        }
    }

    /// vpcd sends length and body as two segments and waits for the acknowledgement of the first: 40
    /// ms an APDU unless it comes at once.
    private void acknowledgeAtOnce() throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static void send(DataOutputStream out, byte[] bytes) throws IOException {
        byte[] whole = new byte[2 + bytes.length];
        whole[0] = (byte) (bytes.length >> 8);
        whole[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, whole, 2, bytes.length);
        out.write(whole);
        out.flush();
    }

    /// Whether the card still lies on the reader.
    public boolean lies() {
        return thread.isAlive();
    }

    /// Takes the card off.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing the virtual card's socket", e);
        }
    }
}
