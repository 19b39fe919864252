package app.lodge.bridge.virtual;

import app.lodge.bridge.virtual.DeviceFolder.Joined;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A device's place in a simulated site.
final class SimulatedSurroundings implements Surroundings {

    private final SimulatedTime time;
    private final SimulatedNetwork network;
    private final String device;
    private long asks;

    SimulatedSurroundings(SimulatedTime time, SimulatedNetwork network, String device) {
        this.time = time;
        this.network = network;
        this.device = device;
    }

    @Override
    public InstantSource clock() {
        return time;
    }

    @Override
    public DeviceLink link(Joined joined, DeviceLink.Listener listener) {
        return network.link(device, listener);
    }

    @Override
    public Repeated every(Duration pause, Runnable work) {
        var running = new boolean[] {true};
        again(pause, work, running);
        return () -> running[0] = false;
    }

    private void again(Duration pause, Runnable work, boolean[] running) {
        time.after(
                pause,
                () -> {
                    if (running[0]) {
                        work.run();
                        again(pause, work, running);
                    }
                });
    }

    @Override
    public void later(Duration pause, Runnable work) {
        time.after(pause, work);
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> answer, Duration patience) {
        return time.await(answer, patience);
    }

    /// Never twice, also when the device starts again: nobody asks twice in one moment.
    @Override
    public String askId() {
        return "%s-%d-%d".formatted(device, time.instant().toEpochMilli(), ++asks);
    }
}
