package app.lodge.bridge.virtual;

import app.lodge.core.devices.ReaderMedium;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// A locker cabinet with fixed assignment (LOCK-40): opens the compartment that its list or the bridge
/// gives the credential. Its dual reader takes the kinds of medium that its configuration says, the others
/// it refuses by itself, connected or not (LOCK-28).
public final class VirtualLockerCabinet implements VirtualDevice {

    private static final String NOT_TAKEN = "MEDIUM_NOT_TAKEN";
    private static final int LONGEST_WORD = 16;

    private final FieldEnd end;

    VirtualLockerCabinet(FieldEnd end) {
        this.end = end;
    }

    /// What the cabinet did after a medium was held to it.
    public sealed interface OpenOutcome {

        /// @param seq number of the event that reports it
        /// @param offline by the cabinet's own list, without the bridge
        record Opened(long seq, int compartment, boolean offline) implements OpenOutcome {}

        /// @param why a word of the protocol, or `MEMORY_FULL`, `OFFLINE`, `NOT_ON_ALLOW_LIST`
        record Refused(String why) implements OpenOutcome {}
    }

    /// A medium is held to a reader that does not tell its kind.
    ///
    /// @param credential upper-case hex
    public OpenOutcome open(String credential) {
        return open(credential, "");
    }

    /// A medium is held to the reader.
    ///
    /// @param credential upper-case hex
    /// @param medium its kind as the reader tells it, such as `desfire`; empty if it does not
    public synchronized OpenOutcome open(String credential, String medium) {
        if (end.outbox().full()) {
            return new OpenOutcome.Refused("MEMORY_FULL");
        }
        var held = end.held();
        if (end.service().locked()) {
            return refused(credential, "OUT_OF_SERVICE");
        }
        if (!medium.isEmpty() && !takes(medium)) {
            var told = medium.substring(0, Math.min(LONGEST_WORD, medium.length()));
            end.event(
                    "refused", Map.of("credential", credential, "why", NOT_TAKEN, "medium", told));
            return new OpenOutcome.Refused(NOT_TAKEN);
        }
        var asking = new TreeMap<String, Object>();
        asking.put("credential", credential);
        asking.put("compartment", 0);
        if (!medium.isEmpty()) {
            asking.put("medium", medium);
        }
        var asked = end.ask("open", asking, Duration.ofSeconds(held.number("ask.timeout", 3)));
        return asked.answer()
                .map(answer ->
                        answer.ok()
                                ? opened(credential, answer.compartment(), false)
                                : refused(credential, answer.why()))
                .orElseGet(() -> withoutBridge(credential));
    }

    private boolean takes(String medium) {
        return ReaderMedium.of(medium)
                .filter(kind -> kind.takenBy(end.held().config()))
                .isPresent();
    }

    @Override
    public DeviceHands hands() {
        return new DeviceHands(end);
    }

    @Override
    public boolean connected() {
        return end.link().connected();
    }

    @Override
    public void goOffline() {
        end.link().goOffline();
    }

    @Override
    public void goOnline() {
        end.link().goOnline();
    }

    @Override
    public int unacknowledged() {
        return end.unacknowledged().size();
    }

    @Override
    public long listVersion(String list) {
        return end.held().list(list).version();
    }

    @Override
    public long tell(String kind, Map<String, ?> content) {
        return end.event(kind, content);
    }

    @Override
    public DeviceFaults faults() {
        return new DeviceFaults(end);
    }

    @Override
    public void close() {
        end.close();
    }

    private OpenOutcome withoutBridge(String credential) {
        var held = end.held();
        if (held.setting("offline.rule", "list").equals("refuse")) {
            return refused(credential, "OFFLINE");
        }
        var compartments = held.list("allow").entries().get(credential);
        return compartments == null || compartments.isEmpty()
                ? refused(credential, "NOT_ON_ALLOW_LIST")
                : opened(credential, compartments.getFirst(), true);
    }

    private OpenOutcome opened(String credential, int compartment, boolean offline) {
        var seq =
                end.event(
                        "opened",
                        Map.of(
                                "credential",
                                credential,
                                "compartment",
                                compartment,
                                "offline",
                                offline));
        return new OpenOutcome.Opened(seq, compartment, offline);
    }

    private OpenOutcome refused(String credential, String why) {
        end.event("refused", Map.of("credential", credential, "why", why));
        return new OpenOutcome.Refused(why);
    }
}
