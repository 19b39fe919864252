package app.lodge.bridge.link;

/// The broker between the bridge and its devices: embedded, or somebody else's by `mqtt.broker`.
public interface FieldBroker extends AutoCloseable {

    /// Where the bridge's own client reaches it.
    String host();

    int port();

    /// The topic on which it tells of its errors; empty for none.
    default String errors() {
        return "";
    }

    /// Ends a device's connection, where the bridge can; the books refuse what it says all the same.
    void disconnect(String client);

    @Override
    void close();
}
