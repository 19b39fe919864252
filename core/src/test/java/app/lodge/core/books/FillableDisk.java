package app.lodge.core.books;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/// The real books on real files, on a disk that can be full: every write to it then fails.
public final class FillableDisk {

    // H2 opens file systems by name, so what they share is shared by all.
    private static final AtomicBoolean FULL = new AtomicBoolean();

    private FillableDisk() {}

    public static Books open(Path file, String key, InstantSource clock, Sealing sealing) {
        FilePath.register(new Files());
        return Books.open(
                new EmbeddedStorage(new BooksSource.EmbeddedFile(file, key), "fillable", 1L << 20),
                clock,
                sealing);
    }

    public static void full(boolean now) {
        FULL.set(now);
    }

    /// The double-write layer over the disk.
    public static final class Files extends DoubleWriteFiles {
        @Override
        public String getScheme() {
            return "fillable";
        }

        @Override
        FileChannel openBelow(Path file) throws IOException {
            return new Limited(super.openBelow(file));
        }
    }

    private static final class Limited extends FileBaseDefault {
        private final FileChannel real;

        Limited(FileChannel real) {
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (FULL.get()) {
                throw new IOException("No space left on device");
            }
            return real.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
