package app.lodge.core.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A small file that is only ever replaced as a whole: after a power cut there is the old one or the
/// new one.
final class ReplacedFile {

    private final Path path;

    ReplacedFile(Path path) {
        this.path = path;
    }

    /// Written beside, flushed, moved, and the folder flushed.
    void write(byte[] bytes) throws IOException {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(path + " has no folder");
        }
        var beside = Files.createTempFile(folder, path.getFileName() + ".", ".new");
        try {
            try (var out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                writeAll(out, bytes);
                out.force(true);
            }
            Files.move(
                    beside,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        try (var out = FileChannel.open(folder, StandardOpenOption.READ)) {
            out.force(true);
        } catch (IOException _) {
            // Windows opens no folders; there the move is on disk when it returns.
        }
    }

    /// The same, and what the old file's blocks held is overwritten once the new one is durable. A
    /// file system that copies on write, or a drive that levels wear, may keep them all the same.
    void writeOverOld(byte[] bytes) throws IOException {
        try (var old = openOld()) {
            var length = old == null ? 0 : (int) old.size();
            write(bytes);
            if (old != null) {
                var noise = new byte[length];
                new SecureRandom().nextBytes(noise);
                writeAll(old, noise);
                old.force(true);
            }
        }
    }

    private @Nullable FileChannel openOld() throws IOException {
        return Files.exists(path) ? FileChannel.open(path, StandardOpenOption.WRITE) : null;
    }

    private static void writeAll(FileChannel out, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
