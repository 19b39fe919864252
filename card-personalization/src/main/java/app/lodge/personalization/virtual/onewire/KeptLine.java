package app.lodge.personalization.virtual.onewire;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.onewire.SerialLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Writes the key's memory to a file when the line is closed.
record KeptLine(VirtualKeyLine line, Path file, MemoryButton button) implements SerialLine {

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        line.write(bytes);
    }

    @Override
    public byte[] read(int count, Duration wait) throws DeviceException {
        return line.read(count, wait);
    }

    @Override
    public void drain() {
        line.drain();
    }

    @Override
    public void speed(int bitsPerSecond) {
        line.speed(bitsPerSecond);
    }

    @Override
    public void reset() {
        line.reset();
    }

    @Override
    public void settle(Duration time) {
        line.settle(time);
    }

    @Override
    public void close() {
        line.close();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, button.memory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
