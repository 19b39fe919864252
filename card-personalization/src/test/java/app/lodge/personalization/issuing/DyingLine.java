package app.lodge.personalization.issuing;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.onewire.SerialLine;
import java.time.Duration;

/// An adapter's line at whose n-th write, once carried out, something dies.
final class DyingLine implements SerialLine {

    private final SerialLine line;
    private final int dyingAt;
    private final Runnable death;
    int writes;

    /// @param dyingAt counted from 1; never if it is less
    DyingLine(SerialLine line, int dyingAt, Runnable death) {
        this.line = line;
        this.dyingAt = dyingAt;
        this.death = death;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        line.write(bytes);
        writes++;
        if (writes == dyingAt) {
            death.run();
        }
    }

    @Override
    public byte[] read(int count, Duration wait) throws DeviceException {
        return line.read(count, wait);
    }

    @Override
    public void drain() throws DeviceException {
        line.drain();
    }

    @Override
    public void speed(int bitsPerSecond) throws DeviceException {
        line.speed(bitsPerSecond);
    }

    @Override
    public void reset() throws DeviceException {
        line.reset();
    }

    @Override
    public void settle(Duration time) {
        line.settle(time);
    }

    @Override
    public void close() {
        line.close();
    }
}
