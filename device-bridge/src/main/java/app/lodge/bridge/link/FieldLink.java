package app.lodge.bridge.link;

import org.jspecify.annotations.Nullable;

/// The bridge's way to its devices: messages to them out, messages of them in.
///
/// Publishing never waits and never fails: whatever a device did not get, it gets again, because the
/// device's own reports and acknowledgements decide, not what carries them.
public interface FieldLink extends AutoCloseable {

    /// @param tail such as {@link Topics#ACK}
    void push(String device, String tail, Object message);

    /// Kept for the device's next visit.
    void pushRetained(String device, String tail, Object message);

    /// Answers where the device asked to be answered, if that is its own topic.
    void answer(String device, Reply reply, Down.Answer answer);

    @Override
    void close();

    /// Gets every message of every device, on the link's own thread: hand over and return.
    interface Listener {
        void received(String device, String tail, byte[] payload, Reply reply);

        /// A line of the broker's own log of errors, where it tells.
        default void brokerSays(String line) {}

        /// The broker is away: nobody knows which devices are there.
        default void lost() {}
    }

    /// Where an answer is to go (MQTT 5 response topic and correlation data).
    ///
    /// @param topic empty for the usual one
    /// @param retained whether the device had the broker keep the message
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, handed back as they came
    record Reply(String topic, byte @Nullable [] correlation, boolean retained) {}
}
