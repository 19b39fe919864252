package app.lodge.bridge.virtual;

/// A device's connection, tried again until it stands or the device is told to stay offline.
interface DeviceLink extends AutoCloseable {

    void start();

    boolean connected();

    void goOnline();

    /// Leaves, and says so.
    void goOffline();

    /// Connects anew, as whom it says now.
    void renewed(DeviceFolder.Joined now);

    /// Sends if somebody listens; never waits.
    void publish(String tail, byte[] payload, boolean retain);

    void ask(String id, byte[] payload);

    @Override
    void close();

    /// The device behind the connection.
    interface Listener {

        /// Each time the connection stands.
        void greet();

        void received(String tail, byte[] payload);
    }
}
