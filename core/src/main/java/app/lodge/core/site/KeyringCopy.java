package app.lodge.core.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one copy of the keyring that Lodge keeps, `backups/people.keys`: written with every backup and
/// after every erasure, in place of the one before, so that no copy opens more than the keyring does.
record KeyringCopy(Path keyring, Path copy) {

    static final String NAME = "people.keys";

    private static final Logger LOG = LoggerFactory.getLogger(KeyringCopy.class);

    static KeyringCopy of(Home home) {
        return new KeyringCopy(home.keyring(), home.backups().resolve(NAME));
    }

    /// Only where there is a copy already. A copy that cannot be replaced is removed: it would hold
    /// keys that must be gone.
    void refresh() {
        if (!Files.exists(copy)) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            LOG.error("{} could not be written anew; it is removed", copy, e);
            try {
                Files.deleteIfExists(copy);
            } catch (IOException again) {
                LOG.error("{} still holds destroyed keys: remove it by hand", copy, again);
            }
        }
    }

    void write() throws IOException {
        var bytes = Files.readAllBytes(keyring);
        var half = copy.resolveSibling(NAME + ".half");
        try {
            Files.write(half, bytes);
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            overwriteOld();
            Files.move(
                    half,
                    copy,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// A copy can be made again, so the old one goes before the new one is in its place.
    private void overwriteOld() throws IOException {
        if (Files.exists(copy)) {
            try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) channel.size()));
                channel.force(true);
            }
        }
    }
}
