package app.lodge.bridge.osdp;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// What a reader without hardware would notice: cards, keys, its cover, its power, its inputs; each as the
/// answer of the standard that tells of it.
final class ReaderState {

    static final int INPUTS = 4;

    private final Deque<byte[]> events = new ConcurrentLinkedDeque<>();
    private final boolean[] inputs = new boolean[INPUTS];
    private volatile boolean tamper;
    private volatile boolean powerFailing;

    /// The oldest that no panel was told of; null if there is none.
    byte @Nullable [] nextEvent() {
        return events.poll();
    }

    void tap(byte[] number) {
        var event = new byte[5 + number.length];
        event[0] = 0x50;
        event[3] = (byte) (number.length * 8);
        event[4] = (byte) (number.length * 8 >> 8);
        System.arraycopy(number, 0, event, 5, number.length);
        events.add(event);
    }

    /// @param keys digits, `*`, `#`
    void press(String keys) {
        var event = new byte[3 + keys.length()];
        event[0] = 0x53;
        event[2] = (byte) keys.length();
        for (var i = 0; i < keys.length(); i++) {
            event[3 + i] =
                    switch (keys.charAt(i)) {
                        case '*' -> 0x7F;
                        case '#' -> 0x0D;
                        default -> (byte) keys.charAt(i);
                    };
        }
        events.add(event);
    }

    void tamper(boolean open) {
        tamper = open;
        events.add(localStatus());
    }

    void powerFailing(boolean failing) {
        powerFailing = failing;
        events.add(localStatus());
    }

    void input(int number, boolean active) {
        synchronized (inputs) {
            inputs[number] = active;
        }
        events.add(inputStatus());
    }

    byte[] localStatus() {
        return new byte[] {0x48, (byte) (tamper ? 1 : 0), (byte) (powerFailing ? 1 : 0)};
    }

    byte[] inputStatus() {
        var status = new byte[1 + INPUTS];
        status[0] = 0x49;
        synchronized (inputs) {
            for (var i = 0; i < INPUTS; i++) {
                status[1 + i] = (byte) (inputs[i] ? 1 : 0);
            }
        }
        return status;
    }
}
