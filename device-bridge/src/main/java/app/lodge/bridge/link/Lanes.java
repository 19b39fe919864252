package app.lodge.bridge.link;

/// Where the bridge works on what devices say: work of one lane runs in order.
public interface Lanes extends AutoCloseable {

    /// @param lane such as {@link DeviceLanes#ASK} or `event`
    void run(String device, String lane, Runnable work);

    /// Lets running work end; what waits is dropped and comes again.
    @Override
    void close();
}
