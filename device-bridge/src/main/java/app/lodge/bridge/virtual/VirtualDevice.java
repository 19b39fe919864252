package app.lodge.bridge.virtual;

/// A device without hardware, as somebody who stands before it sees it.
public sealed interface VirtualDevice extends AutoCloseable permits JoinedDevice {

    boolean connected();

    /// Pulls the network cable.
    void goOffline();

    void goOnline();

    /// How many events the bridge has not yet said to be safe.
    int unacknowledged();

    /// Version of a list that the device holds; 0 for none.
    long listVersion(String list);

    /// Something happens at the device that is no matter of its kind: `alarm`, `level`.
    ///
    /// @param content what belongs to the kind of event; number and time are added
    /// @return the event's number
    long tell(String kind, java.util.Map<String, ?> content);

    /// What may go wrong with it, on purpose.
    DeviceFaults faults();

    /// What can be done at a device of any kind.
    DeviceHands hands();

    @Override
    void close();
}
