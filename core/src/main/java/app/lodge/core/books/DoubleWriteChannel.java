package app.lodge.core.books;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;

/// One database file whose writes wait in memory, in pages of 4 KiB, until forced.
///
/// Forcing writes all of them with a CRC-32C to `<file>.dw`, flushes it, writes them to the database
/// file and flushes that. At opening, a whole `.dw` is applied again and a torn one ignored: either
/// way the file is as it was after one force.
final class DoubleWriteChannel extends FileBaseDefault {

    private static final int PAGE = 4096;
    private static final long MAGIC = 0x4C4F444745445731L; // LODGEDW1
    private static final int HEADER = 8 + 8 + 4;
    private static final int MOST_WAITING = 8192; // 32 MiB

    private final FileChannel base;
    private final FileChannel side;
    private final Runnable onClose;
    private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long size;
    private boolean sizeChanged;

    private DoubleWriteChannel(FileChannel base, FileChannel side, Runnable onClose)
            throws IOException {
        this.base = base;
        this.side = side;
        this.onClose = onClose;
        this.size = base.size();
    }

    static DoubleWriteChannel open(Path file, Runnable onClose) throws IOException {
        var base = openOrCreate(file);
        var side = openOrCreate(file.resolveSibling(file.getFileName() + ".dw"));
        applyAgain(side, base);
        return new DoubleWriteChannel(base, side, onClose);
    }

    private static FileChannel openOrCreate(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public long size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        lock.readLock().lock();
        try {
            if (position >= size) {
                return -1;
            }
            var wanted = (int) Math.min(target.remaining(), size - position);
            var at = position;
            var end = position + wanted;
            while (at < end) {
                var page = at / PAGE;
                var offset = (int) (at % PAGE);
                var length = (int) Math.min(PAGE - offset, end - at);
                var bytes = waiting.get(page);
                if (bytes != null) {
                    target.put(bytes, offset, length);
                } else {
                    readFromBase(target, at, length);
                }
                at += length;
            }
            return wanted;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        lock.writeLock().lock();
        try {
            var length = source.remaining();
            var at = position;
            while (source.hasRemaining()) {
                var offset = (int) (at % PAGE);
                var part = Math.min(PAGE - offset, source.remaining());
                source.get(pageForWriting(at / PAGE, part == PAGE), offset, part);
                at += part;
            }
            if (at > size) {
                size = at;
                sizeChanged = true;
            }
            if (waiting.size() > MOST_WAITING) {
                forceWaiting();
            }
            return length;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        lock.writeLock().lock();
        try {
            forceWaiting();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    protected void implTruncate(long newSize) throws IOException {
        lock.writeLock().lock();
        try {
            if (newSize >= size) {
                return;
            }
            size = newSize;
            sizeChanged = true;
            waiting.tailMap((newSize + PAGE - 1) / PAGE, true).clear();
            var offset = (int) (newSize % PAGE);
            if (offset != 0) {
                Arrays.fill(pageForWriting(newSize / PAGE, false), offset, PAGE, (byte) 0);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        // What nobody forced was promised to nobody.
        onClose.run();
        side.close();
        base.close();
    }

    private byte[] pageForWriting(long page, boolean whole) throws IOException {
        var bytes = waiting.get(page);
        if (bytes == null) {
            bytes = new byte[PAGE];
            if (!whole && page * PAGE < Math.min(size, base.size())) {
                readFromBase(ByteBuffer.wrap(bytes), page * PAGE, PAGE);
            }
            waiting.put(page, bytes);
        }
        return bytes;
    }

    /// Reads `length` bytes; beyond the end of the file there are zeros.
    private void readFromBase(ByteBuffer target, long at, int length) throws IOException {
        var part = target.slice(target.position(), length);
        while (part.hasRemaining()) {
            if (base.read(part, at + part.position()) < 0) {
                while (part.hasRemaining()) {
                    part.put((byte) 0);
                }
            }
        }
        target.position(target.position() + length);
    }

    private void forceWaiting() throws IOException {
        if (waiting.isEmpty() && !sizeChanged) {
            return;
        }
        var image = ByteBuffer.allocate(HEADER + waiting.size() * (8 + PAGE) + 4);
        image.putLong(MAGIC).putLong(size).putInt(waiting.size());
        waiting.forEach((page, bytes) -> image.putLong(page).put(bytes));
        image.putInt(crc(image.duplicate().flip()));
        writeFully(side, image.flip(), 0);
        side.force(false);
        apply(image.rewind(), base);
        waiting.clear();
        sizeChanged = false;
    }

    private static void applyAgain(FileChannel side, FileChannel base) throws IOException {
        if (side.size() < HEADER + 4 || side.size() > Integer.MAX_VALUE) {
            return;
        }
        var image = ByteBuffer.allocate((int) side.size());
        while (image.hasRemaining() && side.read(image, image.position()) >= 0) {
            // until all is read
        }
        image.flip();
        var pages = image.getInt(16);
        var length = HEADER + (long) pages * (8 + PAGE);
        if (image.getLong(0) != MAGIC || pages < 0 || length + 4 > image.limit()) {
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
        var pages = image.getInt();
        for (var i = 0; i < pages; i++) {
            var at = image.getLong() * PAGE;
            var length = (int) Math.clamp(size - at, 0, PAGE);
            writeFully(base, image.slice(image.position(), length), at);
            image.position(image.position() + PAGE);
        }
        if (base.size() > size) {
            base.truncate(size);
        }
        base.force(true);
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
