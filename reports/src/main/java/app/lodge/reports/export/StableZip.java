package app.lodge.reports.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Takes the moment of writing out of a workbook, so that the same table gives the same bytes: entry
/// times, and the creation time in the document's properties.
final class StableZip {

    /// The oldest moment that a zip entry can carry.
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private StableZip() {}

    static byte[] of(byte[] zip) {
        var stable = new ByteArrayOutputStream(zip.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(stable)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LONG_AGO);
                out.putNextEntry(copy);
                out.write(
                        entry.getName().equals("docProps/core.xml")
                                ? withoutCreation(in.readAllBytes())
                                : in.readAllBytes());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be read from memory", e);
        }
        return stable.toByteArray();
    }

    private static byte[] withoutCreation(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
