package app.lodge.bridge.virtual;

import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import java.time.Duration;
import java.util.Map;

/// What may go wrong with a virtual device, on purpose.
public final class DeviceFaults {

    private final FieldEnd end;

    DeviceFaults(FieldEnd end) {
        this.end = end;
    }

    /// From now on the device's line is this bad; {@link Disturbance#NONE} mends it.
    public void disturb(Disturbance from, long seed) {
        end.link().disturb(from, seed);
    }

    /// From now on the device's clock is off by this, and by so much more with each second.
    public void drift(Duration offset, int partsPerMillion) {
        end.clock().drift(offset, partsPerMillion);
    }

    /// From now on the device has room for so many events that are not safe in the books yet.
    public void limitMemory(int events) {
        end.outbox().limit(events);
    }

    /// What was done to messages so far.
    public Map<Injected, Long> injected() {
        return end.link().injected();
    }
}
