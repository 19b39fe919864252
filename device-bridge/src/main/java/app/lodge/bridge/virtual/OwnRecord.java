package app.lodge.bridge.virtual;

import app.lodge.core.devices.FieldBooks.BookedEvent;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A virtual device's own record, beside what the books hold of it: event by event, cent by cent.
public record OwnRecord(String device, List<String> events) {

    private static final List<String> PAYMENTS = List.of("payment");

    public OwnRecord {
        events = List.copyOf(events);
    }

    /// @param state the device's own store
    public static OwnRecord read(String device, Path state) throws IOException {
        var file = new DeviceFolder(state).events();
        if (!Files.exists(file)) {
            return new OwnRecord(device, List.of());
        }
        var text = Files.readString(file);
        // Half a line was never kept: nobody was told of it.
        return new OwnRecord(
                device, text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
    }

    /// @param seq 0 for the record as a whole
    public record Difference(String device, long seq, What what) {

        public enum What {
            NOT_IN_THE_BOOKS,
            NOT_IN_THE_RECORD,
            OTHER_CONTENT,
            OTHER_AMOUNT
        }
    }

    /// In minor units, as the device counts it.
    public long paid() {
        return events.stream().mapToLong(OwnRecord::amount).sum();
    }

    /// Empty if both agree.
    public List<Difference> differences(List<BookedEvent> booked) {
        var books = new TreeMap<Long, BookedEvent>();
        booked.forEach(event -> books.put(event.seq(), event));
        var found = new ArrayList<Difference>();
        for (var event : events) {
            var seq = Json.tree(bytes(event)).path("seq").asLong();
            var there = books.remove(seq);
            if (there == null) {
                found.add(new Difference(device, seq, Difference.What.NOT_IN_THE_BOOKS));
            } else if (!there.content().equals(event)) {
                found.add(new Difference(device, seq, Difference.What.OTHER_CONTENT));
            } else if (there.minor() != amount(event)) {
                found.add(new Difference(device, seq, Difference.What.OTHER_AMOUNT));
            }
        }
        books.keySet()
                .forEach(seq ->
                        found.add(new Difference(device, seq, Difference.What.NOT_IN_THE_RECORD)));
        return found;
    }

    private static long amount(String event) {
        var content = Json.tree(bytes(event));
        return PAYMENTS.contains(content.path("kind").asText())
                ? content.path("amount").path("minor").asLong()
                : 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
