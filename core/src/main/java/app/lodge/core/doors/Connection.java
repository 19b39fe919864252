package app.lodge.core.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How to reach a running bridge: written by the bridge as `bridge.json` into its home, copied to
/// other workstations by hand.
///
/// @param certificate the bridge's certificate in PEM (RFC 7468): callers trust this one and no other
/// @param mqttPort where field devices connect, `joinPort` where they join; 0 while they start
/// @param pid the bridge's process
/// @param broker host of a broker outside; null where the bridge's own host has it
public record Connection(
        String host,
        int port,
        String certificate,
        int mqttPort,
        int joinPort,
        long pid,
        @Nullable String broker) {

    /// With the broker in the bridge.
    public Connection(
            String host, int port, String certificate, int mqttPort, int joinPort, long pid) {
        this(host, port, certificate, mqttPort, joinPort, pid, null);
    }

    public static final String FILE = "bridge.json";

    /// The connection that the bridge of this home left, if one runs or ran.
    public static Optional<Connection> read(Path home) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(home.resolve(FILE)), Connection.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes to a temporary name and moves, so that nobody reads half of it.
    public void write(Path home) throws IOException {
        var temporary = home.resolve(FILE + ".new");
        Files.write(temporary, Json.bytes(this, Connection.class));
        Files.move(
                temporary,
                home.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Where devices reach the broker.
    public String mqttHost() {
        return broker == null ? host : broker;
    }

    public String address() {
        return host + ":" + port;
    }
}
