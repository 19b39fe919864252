package app.lodge.core.books;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/// The side file's content: every page that one force writes, so that a power cut in the middle of
/// writing the database file can be mended.
///
/// Big-endian: magic (8 bytes), size of the database file (8), how much of the file before still counts
/// (8), number of pages (4), then each page's number (8) and content (4,096), then the CRC-32C of all of
/// that (4).
final class WaitingPages {

    static final int PAGE = 4096;

    private static final long MAGIC = 0x4C4F444745445732L; // LODGEDW2
    private static final int HEADER = 8 + 8 + 8 + 4;
    private static final int CRC = 4;
    private static final int LONGEST_RUN = 256;

    private WaitingPages() {}

    /// Returns once the pages are on the disk, in the database file.
    static void force(
            SortedMap<Long, byte[]> pages, long size, long kept, FileChannel side, FileChannel base)
            throws IOException {
        var image =
                ByteBuffer.allocate(
                        Math.addExact(HEADER + CRC, Math.multiplyExact(pages.size(), 8 + PAGE)));
        image.putLong(MAGIC).putLong(size).putLong(kept).putInt(pages.size());
        pages.forEach((page, bytes) -> image.putLong(page).put(bytes));
        image.putInt(crc(image.duplicate().flip()));
        writeFully(side, image.flip(), 0);
        side.force(false); // its content and its size; times of the file are of no interest
        apply(image.rewind(), base);
    }

    /// Brings the database file to the last whole force. A torn side file means that the database file
    /// was not touched since the force before.
    static void applyAgain(FileChannel side, FileChannel base) throws IOException {
        if (side.size() < HEADER + CRC || side.size() > Integer.MAX_VALUE) {
            return;
        }
        var image = ByteBuffer.allocate((int) side.size());
        while (image.hasRemaining() && side.read(image, image.position()) >= 0) {
            // until all is read
        }
        image.flip();
        if (image.limit() < HEADER + CRC || image.getLong(0) != MAGIC) {
            return;
        }
        var pages = image.getInt(HEADER - 4);
        var length = HEADER + (long) pages * (8 + PAGE);
        if (pages < 0 || length + CRC > image.limit()) {
            return;
        }
        if (image.getInt((int) length) != crc(image.slice(0, (int) length))) {
            return;
        }
        apply(image.limit((int) length), base);
    }

    private static void apply(ByteBuffer image, FileChannel base) throws IOException {
        image.getLong();
        var size = image.getLong();
        var kept = image.getLong();
        var pages = image.getInt();
        if (base.size() > kept) {
            base.truncate(kept); // what was cut off must not come back where the file grows again
        }
        writeRuns(image, pages, size, base);
        if (base.size() > size) {
            base.truncate(size);
        }
        base.force(false);
    }

    /// Pages that lie side by side go out in one write: the database writes in long runs.
    private static void writeRuns(ByteBuffer image, int pages, long size, FileChannel base)
            throws IOException {
        var run = ByteBuffer.allocate(Math.min(pages, LONGEST_RUN) * PAGE);
        var start = 0L;
        for (var i = 0; i < pages; i++) {
            var at = image.getLong() * PAGE;
            if (run.position() > 0 && (at != start + run.position() || !run.hasRemaining())) {
                writeFully(base, run.flip(), start);
                run.clear();
            }
            if (run.position() == 0) {
                start = at;
            }
            var length = (int) Math.clamp(size - at, 0, PAGE);
            run.put(image.slice(image.position(), length));
            image.position(image.position() + PAGE);
        }
        writeFully(base, run.flip(), start);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long at)
            throws IOException {
        var position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    private static int crc(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
