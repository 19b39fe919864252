package app.lodge.core.work;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there as a whole or not at all: written beside, forced to the disk, then renamed.
public final class WholeFile {

    private WholeFile() {}

    /// Makes the folder if it is not there; replaces a file of the name.
    public static void write(Path folder, String name, byte[] content) throws IOException {
        write(folder, name, out -> out.write(content));
    }

    /// Makes the folder if it is not there; replaces a file of the name.
    public static void write(Path folder, String name, Content content) throws IOException {
        Files.createDirectories(folder);
        writeBeside(Files.createTempFile(folder, "." + name, ".part"), folder, name, content);
    }

    /// Makes the folder if it is not there; replaces a file of the name. What a killed process left of
    /// its part is written over: for files that one process at a time writes again and again.
    ///
    /// @param part the name under which it is written
    public static void write(Path folder, String name, String part, Content content)
            throws IOException {
        Files.createDirectories(folder);
        writeBeside(folder.resolve(part), folder, name, content);
    }

    private static void writeBeside(Path part, Path folder, String name, Content content)
            throws IOException {
        try {
            try (var file = new FileOutputStream(part.toFile())) {
                var out = new BufferedOutputStream(new StaysOpen(file));
                content.to(out);
                out.flush();
                file.getFD().sync();
            }
            Files.move(
                    part,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What is to stand in it.
    @FunctionalInterface
    public interface Content {
        /// May close the stream.
        void to(OutputStream out) throws IOException;
    }

    /// Still there to be forced to the disk when its writer has closed it.
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
