package app.lodge.desktop.commandline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// A file that a command is to write.
final class OutFile {

    private OutFile() {}

    /// Tried before the site is asked, where asking is journalled: nothing is then noted as handed out
    /// that nobody got. A folder will do; it gets a file of a name that is made later.
    static void requireFree(String field, @Nullable Path file) {
        if (file == null || Files.isDirectory(file)) {
            return;
        }
        try {
            Files.delete(Files.createFile(file));
        } catch (FileAlreadyExistsException e) {
            throw new WrongUsage("cli.file-exists", field, file);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unwritable", field, file);
        }
    }

    /// Writes a new file that only its owner may read, where the system knows owners.
    static Path closed(String field, Path file, byte[] content) {
        requireFree(field, file);
        try {
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.write(file, content);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unwritable", field, file);
        }
    }
}
