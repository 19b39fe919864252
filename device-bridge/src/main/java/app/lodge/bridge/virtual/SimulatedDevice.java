package app.lodge.bridge.virtual;

import app.lodge.core.virtualsite.Disturbance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A payment point in a simulated site: it can lose its power in the middle of a write and start again.
public final class SimulatedDevice {

    private final String name;
    private final Path state;
    private final DeviceFolder.Joined joined;
    private final Surroundings surroundings;
    private final Disturbance disturbance;
    private final long seed;
    private VirtualPaymentPoint point;

    /// @param state its own store
    /// @param topics under which it speaks; the network is simulated, so it needs no certificate
    public SimulatedDevice(
            String name,
            Path state,
            String topics,
            String currency,
            SimulatedTime time,
            SimulatedNetwork network,
            Disturbance disturbance,
            long seed)
            throws IOException {
        this.name = name;
        this.state = state;
        this.joined = new DeviceFolder.Joined("", "", "", topics, "PAYMENT_POINT", currency);
        this.surroundings = new SimulatedSurroundings(time, network, name);
        this.disturbance = disturbance;
        this.seed = seed;
        this.point = start();
    }

    public String name() {
        return name;
    }

    public VirtualPaymentPoint point() {
        return point;
    }

    public OwnRecord record() throws IOException {
        return OwnRecord.read(name, state);
    }

    /// The power goes while a line is being written, and comes back.
    public void tear() {
        try {
            point.close();
            new DeviceFolder(state).tear();
            point = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VirtualPaymentPoint start() throws IOException {
        var started =
                (VirtualPaymentPoint)
                        VirtualDevices.start(new DeviceFolder(state), joined, surroundings);
        started.faults().disturb(disturbance, seed);
        return started;
    }
}
