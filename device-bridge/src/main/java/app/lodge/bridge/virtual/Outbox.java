package app.lodge.bridge.virtual;

import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// The device's event store: an event is on the disk before anybody hears of it, and stays until the
/// bridge has said that it is safe.
final class Outbox implements AutoCloseable {

    private final DeviceFolder folder;
    private final FileChannel file;
    private final TreeMap<Long, byte[]> events = new TreeMap<>();
    private long acked;
    private int room = Integer.MAX_VALUE;

    /// Reads what is there; half a line at the end, from a cut of the power, is cut off.
    Outbox(DeviceFolder folder) throws IOException {
        this.folder = folder;
        this.acked = folder.acked();
        var path = folder.events();
        var content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        var start = 0;
        for (var end = 0; end < content.length; end++) {
            if (content[end] == '\n') {
                var line = Arrays.copyOfRange(content, start, end);
                events.put(Json.tree(line).get("seq").asLong(), line);
                start = end + 1;
            }
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(start);
        file.position(start);
    }

    /// Keeps the next event.
    ///
    /// @param make builds the event for its number
    synchronized Kept keep(LongFunction<Map<String, ?>> make) {
        var seq = lastSeq() + 1;
        var line = Json.canonical(make.apply(seq)).getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        try {
            while (out.hasRemaining()) {
                file.write(out);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("Event " + seq + " could not be kept", e);
        }
        events.put(seq, line);
        return new Kept(seq, line);
    }

    @SuppressWarnings("ArrayRecordComponent") // read only, package-private
    record Kept(long seq, byte[] json) {}

    synchronized void acked(long upTo) {
        if (upTo <= acked || upTo > lastSeq()) {
            return;
        }
        try {
            folder.acked(upTo);
        } catch (IOException e) {
            throw new UncheckedIOException("The acknowledgement could not be kept", e);
        }
        acked = upTo;
    }

    /// From now on there is room for so many events that are not safe yet.
    synchronized void limit(int events) {
        room = events;
    }

    synchronized boolean full() {
        return unacknowledged().size() >= room;
    }

    synchronized Optional<byte[]> lastAcknowledged() {
        return Optional.ofNullable(events.get(acked));
    }

    /// All events up to this number are safe in the books.
    synchronized long acknowledged() {
        return acked;
    }

    synchronized long lastSeq() {
        return events.isEmpty() ? 0 : events.lastKey();
    }

    synchronized List<byte[]> unacknowledged() {
        return List.copyOf(events.tailMap(acked, false).values());
    }

    synchronized List<byte[]> between(long from, long to) {
        return from > to ? List.of() : List.copyOf(events.subMap(from, true, to, true).values());
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
