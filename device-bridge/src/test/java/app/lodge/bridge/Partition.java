package app.lodge.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// A line between devices and their broker that can be cut: nothing passes, nothing is refused, and what
/// was open is dead.
final class Partition implements AutoCloseable {

    private final ServerSocket door;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /// @param target port on this machine, asked anew for each connection; 0 while nobody listens
    Partition(IntSupplier target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("partition").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = true;
        closeAll();
    }

    void mend() {
        cut = false;
        closeAll();
    }

    @Override
    public void close() throws IOException {
        door.close();
        closeAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var device = door.accept();
                open.add(device);
                var port = target.getAsInt();
                if (!cut && port > 0) {
                    join(device, port);
                } else if (port == 0) {
                    quietly(device);
                }
            } catch (IOException e) {
                // the device's other end tries again, or the test is over
            }
        }
    }

    private void join(Socket device, int port) throws IOException {
        try {
            var broker = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(broker);
            pump(device, broker);
            pump(broker, device);
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        in.transferTo(out);
                    } catch (IOException e) {
                        // one end is gone, so the other is
                    } finally {
                        quietly(from);
                        quietly(to);
                    }
                });
    }

    private void closeAll() {
        open.forEach(this::quietly);
    }

    private void quietly(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it was closed
        }
    }
}
