package app.lodge.core.books;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.security.SHA256;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database's file as H2 enciphers it (`org.h2.store.fs.encrypt.FileEncrypt`, 2.4.240), by a faster hand: H2's
/// own AES is written in Java and takes most of the time that a page from the disk needs. The format is the same, so
/// that H2 can open the file without this.
///
/// The file is a block of 4 KiB that begins with `H2encrypt`, a line feed and 8 bytes of salt, then {@link Xts}
/// blocks. The key is PBKDF2 with HMAC-SHA-256 of the password in UTF-16 over the salt, 10 rounds, 16 bytes: few,
/// because the password of the books is a random key.
final class CipheredChannel extends FileBaseDefault {

    private static final Logger LOG = LoggerFactory.getLogger(CipheredChannel.class);

    private static final int BLOCK = Xts.BLOCK;
    private static final int SALT_AT = 10;
    private static final int SALT = 8;
    private static final int ROUNDS = 10;
    private static final int KEY = 16;

    private final FileChannel base;
    private final Xts xts;
    private volatile long size;

    /// @param base of a file that H2 has made
    CipheredChannel(FileChannel base, String password) throws IOException {
        var salt = ByteBuffer.allocate(SALT);
        readFully(base, salt, SALT_AT);
        this.base = base;
        this.xts = new Xts(SHA256.getPBKDF2(passwordBytes(password), salt.array(), ROUNDS, KEY));
        this.size = base.size() - BLOCK;
    }

    /// Like H2, which keeps the lower half of each character.
    private static byte[] passwordBytes(String password) {
        var characters = password.toCharArray();
        for (var i = 0; i < characters.length; i++) {
            characters[i] &= 0xff;
        }
        return FilePathEncrypt.getPasswordBytes(characters);
    }

    /// Has an open database read and write through this channel. Where that is not H2 as it is known here, it goes on
    /// with its own.
    static void putInto(MVStore store, FileChannel base, String password) throws IOException {
        try {
            var place =
                    MethodHandles.privateLookupIn(SingleFileStore.class, MethodHandles.lookup())
                            .findVarHandle(SingleFileStore.class, "fileChannel", FileChannel.class);
            var own = (FileChannel) place.get((SingleFileStore) store.getFileStore());
            if (own instanceof CipheredChannel) {
                return;
            }
            var faster = new CipheredChannel(base, password);
            if (faster.size() == own.size() && Arrays.equals(firstBlock(own), firstBlock(faster))) {
                place.set(store.getFileStore(), faster);
                return;
            }
            LOG.warn("H2 enciphers its file in another way than expected; it goes on by itself");
        } catch (ReflectiveOperationException | ClassCastException e) {
            LOG.warn("H2 keeps its file in another way than expected; it goes on by itself", e);
        }
    }

    private static byte[] firstBlock(FileChannel channel) throws IOException {
        var block = ByteBuffer.allocate(BLOCK);
        readFully(channel, block, 0);
        return block.array();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        var wanted = (int) Math.min(target.remaining(), size - position);
        if (wanted <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        var first = position / BLOCK;
        var until = (position + wanted + BLOCK - 1) / BLOCK;
        var blocks = ByteBuffer.allocate(Math.toIntExact((until - first) * BLOCK));
        readFully(base, blocks, (first + 1) * BLOCK);
        for (var number = first; number < until; number++) {
            xts.decipher(number, blocks.array(), (int) (number - first) * BLOCK);
        }
        target.put(blocks.array(), (int) (position - first * BLOCK), wanted);
        return wanted;
    }

    /// @throws IOException also for less than whole blocks, which H2 does not write
    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        var length = source.remaining();
        if (position % BLOCK != 0 || length % BLOCK != 0) {
            throw new IOException(
                    "%d bytes at %d are not whole blocks".formatted(length, position));
        }
        var blocks = ByteBuffer.allocate(length).put(source).flip();
        for (var at = 0; at < length; at += BLOCK) {
            xts.encipher((position + at) / BLOCK, blocks.array(), at);
        }
        var to = position + BLOCK;
        while (blocks.hasRemaining()) {
            to += base.write(blocks, to);
        }
        size = Math.max(size, position + length);
        return length;
    }

    private static void readFully(FileChannel channel, ByteBuffer target, long position)
            throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new EOFException("The database file ends at " + channel.size());
            }
        }
    }

    @Override
    protected void implTruncate(long newSize) throws IOException {
        if (newSize % BLOCK != 0) {
            throw new IOException(newSize + " bytes are not whole blocks");
        }
        if (newSize < size) {
            base.truncate(newSize + BLOCK);
            size = newSize;
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long length, boolean shared)
            throws IOException {
        return base.tryLock(position, length, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
