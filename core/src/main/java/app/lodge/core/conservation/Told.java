package app.lodge.core.conservation;

import app.lodge.core.conservation.ConservationStore.Entry;
import app.lodge.core.conservation.ConservationStore.Header;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One posting as it is believed: as the journal tells it, or as the ledger does where the journal's row
/// is damaged.
///
/// @param device 0 for none
/// @param undoes the posting that it reverses or refunds; 0 for none
/// @param tax in minor units
record Told(
        long posting,
        String kind,
        LocalDate day,
        long device,
        long undoes,
        long tax,
        List<Line> lines) {

    private static final String DEVICE = "device:";

    record Line(long account, String currency, long amount) {}

    /// @param content null where the journal's row is damaged
    /// @param header null where the ledger has no such row
    /// @return empty if nobody tells anything
    static Optional<Told> of(
            long posting,
            @Nullable JsonNode content,
            @Nullable Header header,
            List<Entry> entries) {
        if (content != null) {
            return Optional.of(ofJournal(posting, content, header == null ? 0 : header.device()));
        }
        return Optional.ofNullable(header)
                .map(row ->
                        new Told(
                                posting,
                                row.kind(),
                                row.day(),
                                row.device(),
                                row.undoes(),
                                row.tax(),
                                entries.stream()
                                        .map(entry ->
                                                new Line(
                                                        entry.account(),
                                                        entry.currency(),
                                                        entry.amount()))
                                        .toList()));
    }

    private static Told ofJournal(long posting, JsonNode content, long otherDevice) {
        var lines = new ArrayList<Line>();
        content.path("entries")
                .forEach(entry ->
                        lines.add(
                                new Line(
                                        entry.path("account").asLong(),
                                        entry.path("currency").asText(),
                                        entry.path("amount").asLong())));
        var tax = 0L;
        for (var line : content.path("taxes")) {
            tax += line.path("tax").asLong();
        }
        return new Told(
                posting,
                content.path("kind").asText(),
                LocalDate.parse(content.path("businessDate").asText()),
                device(content, otherDevice),
                content.path("reverses").asLong(content.path("refunds").asLong()),
                tax,
                List.copyOf(lines));
    }

    /// Whoever reported it is its device; the ledger knows for what was posted otherwise.
    static long device(JsonNode content, long otherwise) {
        var origin = content.path("origin").asText();
        return origin.startsWith(DEVICE)
                ? Long.parseLong(origin.substring(DEVICE.length()))
                : otherwise;
    }
}
