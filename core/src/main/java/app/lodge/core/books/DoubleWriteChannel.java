package app.lodge.core.books;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/// One database file whose writes wait in memory, in pages of 4 KiB, until forced.
///
/// Forcing writes all of them to the side file, flushes it, writes them to the database file and
/// flushes that ({@link WaitingPages}). At opening, a whole side file is applied again and a torn one
/// ignored: either way the file is as it was after one force. Forcing takes two steps: {@link #freeze}
/// sets the pages apart, {@link #settle} gets them onto the disk, and whoever reads and writes goes on
/// beside it.
///
/// The file's lock is taken before anything is applied, so that a second process cannot lay an old side
/// file over a database that the first one writes.
final class DoubleWriteChannel extends FileBaseDefault {

    private static final int PAGE = WaitingPages.PAGE;
    private static final int MOST_WAITING = 8192; // 32 MiB

    private final FileChannel base;
    private final FileChannel side;
    private final FileLock fileLock;
    private final Runnable onClose;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /// Held by whoever writes to the disk.
    private final ReentrantLock forcing = new ReentrantLock();

    private TreeMap<Long, byte[]> waiting = new TreeMap<>();
    private @Nullable Frozen frozen;
    private long size;

    /// How much of the database file still counts; beyond it the file holds what was cut off.
    private long kept;

    private boolean sizeChanged;
    private @Nullable Throwable failure;

    /// What one force writes.
    private record Frozen(TreeMap<Long, byte[]> pages, long size, long kept) {}

    private DoubleWriteChannel(
            FileChannel base, FileChannel side, FileLock fileLock, Runnable onClose)
            throws IOException {
        this.base = base;
        this.side = side;
        this.fileLock = fileLock;
        this.onClose = onClose;
        this.size = base.size();
        this.kept = size;
    }

    /// Takes over both channels, and closes them if the file cannot be opened.
    ///
    /// @throws IOException if another process, or another channel of this one, has the file open
    static DoubleWriteChannel open(FileChannel base, FileChannel side, Runnable onClose)
            throws IOException {
        try {
            var fileLock = tryLock(base);
            if (fileLock == null) {
                throw new IOException("The database file is in use by another process");
            }
            WaitingPages.applyAgain(side, base);
            return new DoubleWriteChannel(base, side, fileLock, onClose);
        } catch (IOException | RuntimeException e) {
            side.close();
            base.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel base) throws IOException {
        try {
            return base.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
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
                var bytes = inMemory(at / PAGE);
                var until = bytes != null ? Math.min(end, nextPage(at)) : onDiskUntil(at, end);
                var length = (int) (until - at);
                if (bytes != null) {
                    target.put(bytes, (int) (at % PAGE), length);
                } else {
                    readFromBase(target, at, length);
                }
                at = until;
            }
            return wanted;
        } finally {
            lock.readLock().unlock();
        }
    }

    private static long nextPage(long at) {
        return (at / PAGE + 1) * PAGE;
    }

    /// Where what lies on the disk alone ends: it is read at once.
    private long onDiskUntil(long at, long end) {
        var until = nextPage(at);
        while (until < end && inMemory(until / PAGE) == null) {
            until = nextPage(until);
        }
        return Math.min(end, until);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        var length = source.remaining();
        if (putAside(source, position)) {
            force(false);
        }
        return length;
    }

    /// @return whether too much waits
    private boolean putAside(ByteBuffer source, long position) throws IOException {
        lock.writeLock().lock();
        try {
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
            return waiting.size() > MOST_WAITING;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        forcing.lock();
        try {
            freeze();
            settle();
        } finally {
            forcing.unlock();
        }
    }

    /// Sets apart everything that was written until now, once what was set apart before is on the disk.
    void freeze() throws IOException {
        forcing.lock();
        try {
            settle();
            lock.writeLock().lock();
            try {
                if (!waiting.isEmpty() || sizeChanged) {
                    frozen = new Frozen(waiting, size, kept);
                    waiting = new TreeMap<>();
                    kept = size;
                    sizeChanged = false;
                }
            } finally {
                lock.writeLock().unlock();
            }
        } finally {
            forcing.unlock();
        }
    }

    /// Returns once everything that was set apart is on the disk. After a failure nothing is forced any
    /// more: the side file may be all that holds the pages of the force before, and must stay until the
    /// file is opened again.
    void settle() throws IOException {
        forcing.lock();
        try {
            var before = failure;
            if (before != null) {
                throw new IOException("The disk failed before; open the books again", before);
            }
            var apart = frozen;
            if (apart == null) {
                return;
            }
            try {
                WaitingPages.force(apart.pages, apart.size, apart.kept, side, base);
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
                throw e;
            }
            lock.writeLock().lock();
            frozen = null;
            lock.writeLock().unlock();
        } finally {
            forcing.unlock();
        }
    }

    @Override
    protected void implTruncate(long newSize) throws IOException {
        lock.writeLock().lock();
        try {
            if (newSize >= size) {
                return;
            }
            var offset = (int) (newSize % PAGE);
            if (offset != 0) {
                Arrays.fill(pageForWriting(newSize / PAGE, false), offset, PAGE, (byte) 0);
            }
            waiting.tailMap((newSize + PAGE - 1) / PAGE, true).clear();
            size = newSize;
            kept = Math.min(kept, newSize);
            sizeChanged = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The lock that has been held since opening.
    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return fileLock;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        forcing.lock();
        try {
            // What nobody forced was promised to nobody. The side file has done its duty, and must
            // not be applied to whatever file a restore may put in this one's place.
            if (failure == null) {
                side.truncate(0);
            }
        } finally {
            forcing.unlock();
            onClose.run();
            side.close();
            base.close();
        }
    }

    private byte[] pageForWriting(long page, boolean whole) throws IOException {
        var bytes = waiting.get(page);
        if (bytes == null) {
            var before = inMemory(page);
            bytes = before == null ? new byte[PAGE] : before.clone();
            if (before == null && !whole) {
                readFromBase(ByteBuffer.wrap(bytes), page * PAGE, PAGE);
            }
            waiting.put(page, bytes);
        }
        return bytes;
    }

    /// The page's newest content, unless the database file holds that, or nobody does.
    private byte @Nullable [] inMemory(long page) {
        var bytes = waiting.get(page);
        var apart = frozen;
        return bytes == null && apart != null && page * PAGE < kept ? apart.pages.get(page) : bytes;
    }

    /// Reads `length` bytes; beyond what counts of the file there are zeros.
    private void readFromBase(ByteBuffer target, long at, int length) throws IOException {
        var part = target.slice(target.position(), length);
        var apart = frozen;
        var counts = apart == null ? kept : Math.min(kept, apart.kept);
        part.limit((int) Math.clamp(counts - at, 0, length));
        while (part.hasRemaining() && base.read(part, at + part.position()) >= 0) {
            // until all is read
        }
        part.limit(length);
        while (part.hasRemaining()) {
            part.put((byte) 0);
        }
        target.position(target.position() + length);
    }
}
