package app.lodge.core.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The lines of an exported journal: fields parted by tabs, each line ended by a line feed
/// (`docs/journal-format.md`).
final class JournalLines {

    private static final String NONE = "-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder(1 << 16);

    void header(String site, String firstKey) {
        var fields = String.join("\t", "lodge-journal", "1", site, firstKey);
        var check = SealForm.hash(fields.getBytes(StandardCharsets.UTF_8));
        text.append(fields).append('\t').append(SealForm.hex(check)).append('\n');
    }

    void row(JournalRow row, long operatorId) {
        text.append("row\t").append(row.number()).append('\t').append(time(row.at()));
        field(row.kind());
        text.append('\t').append(operatorId);
        field(row.actor());
        field(row.workstation());
        field(row.subject());
        field(row.content());
        text.append('\t').append(row.hash()).append('\n');
    }

    void seal(Seal seal) {
        text.append(
                        String.join(
                                "\t",
                                "seal",
                                Long.toString(seal.number()),
                                Long.toString(seal.firstRow()),
                                Long.toString(seal.lastRow()),
                                seal.root(),
                                seal.previous(),
                                time(seal.at()),
                                seal.key(),
                                orNone(seal.newKey()),
                                seal.hash(),
                                seal.signature(),
                                orNone(seal.newSignature())))
                .append('\n');
    }

    void end(long rows, long seals, Instant at, byte[] signature) {
        text.append(
                        String.join(
                                "\t",
                                "end",
                                Long.toString(rows),
                                Long.toString(seals),
                                time(at),
                                SealForm.hex(signature)))
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// Only what would end the field or the line is written otherwise.
    private void field(String value) {
        text.append('\t');
        for (var i = 0; i < value.length(); i++) {
            var letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    private static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }
}
