package app.lodge.bridge.virtual;

import java.util.Map;

/// A virtual device that has joined: what every kind does alike, by its end of the field protocol.
public abstract sealed class JoinedDevice implements VirtualDevice
        permits VirtualPaymentPoint, VirtualLockerCabinet, CashDevice, VirtualPortal, VirtualSafe {

    final FieldEnd end;

    JoinedDevice(FieldEnd end) {
        this.end = end;
    }

    @Override
    public final boolean connected() {
        return end.link().connected();
    }

    @Override
    public final void goOffline() {
        end.link().goOffline();
    }

    @Override
    public final void goOnline() {
        end.link().goOnline();
    }

    @Override
    public final int unacknowledged() {
        return end.unacknowledged().size();
    }

    /// As it is reported to the bridge, prices and PINs among the others.
    @Override
    public final long listVersion(String list) {
        return end.held().versions().getOrDefault(list, 0L);
    }

    @Override
    public final long tell(String kind, Map<String, ?> content) {
        return end.event(kind, content);
    }

    @Override
    public final DeviceFaults faults() {
        return new DeviceFaults(end);
    }

    @Override
    public final DeviceHands hands() {
        return new DeviceHands(end);
    }

    @Override
    public final void close() {
        end.close();
    }
}
