package app.lodge.reports.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Takes the moment of writing out of a workbook, so that the same table gives the same bytes: the
/// creation time in the document's properties, and entry times.
///
/// Entries are found by the central directory (PKWARE APPNOTE 4.3.12), because the workbook's writer
/// leaves sizes out of the local headers in a way that the JDK's stream reader does not take.
final class StableZip {

    /// The oldest moment that a zip entry can carry.
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private static final int END_OF_DIRECTORY = 22; // bytes, without a comment

    private StableZip() {}

    static byte[] of(byte[] zip) {
        var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var end = zip.length - END_OF_DIRECTORY;
        var count = in.getShort(end + 10) & 0xFFFF;
        var at = in.getInt(end + 16);
        var stable = new ByteArrayOutputStream(zip.length);
        try (var out = new ZipOutputStream(stable)) {
            for (var i = 0; i < count; i++) {
                var nameLength = in.getShort(at + 28) & 0xFFFF;
                var name = new String(zip, at + 46, nameLength, StandardCharsets.UTF_8);
                var content = inflated(in, in.getInt(at + 42), in.getInt(at + 20));
                var entry = new ZipEntry(name);
                entry.setTimeLocal(LONG_AGO);
                out.putNextEntry(entry);
                out.write(name.equals("docProps/core.xml") ? withoutCreation(content) : content);
                out.closeEntry();
                at +=
                        46
                                + nameLength
                                + (in.getShort(at + 30) & 0xFFFF)
                                + (in.getShort(at + 32) & 0xFFFF);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be written to memory", e);
        }
        return stable.toByteArray();
    }

    /// @param header where the entry's local header begins
    private static byte[] inflated(ByteBuffer zip, int header, int compressed) throws IOException {
        var begin =
                header
                        + 30
                        + (zip.getShort(header + 26) & 0xFFFF)
                        + (zip.getShort(header + 28) & 0xFFFF);
        var content = new ByteArrayOutputStream();
        var inflater = new Inflater(true);
        try (var out = new InflaterOutputStream(content, inflater)) {
            out.write(zip.array(), begin, compressed);
        } finally {
            inflater.end();
        }
        return content.toByteArray();
    }

    private static byte[] withoutCreation(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
