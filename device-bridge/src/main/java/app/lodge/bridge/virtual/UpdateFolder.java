package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a device keeps of an update when the power goes.
///
/// ```
/// update.json  what was offered and how far it is
/// update.part  what of it is here already, whole chunks only
/// slots.json   what is installed, and the version before
/// ```
final class UpdateFolder {

    private final Path folder;

    UpdateFolder(Path folder) {
        this.folder = folder;
    }

    /// @param state a word of the protocol
    record Update(Down.File file, String state, String detail) {
        Update at(String next, String said) {
            return new Update(file, next, said);
        }
    }

    Optional<Update> update() {
        return read("update.json", Update.class);
    }

    void write(Update update) {
        write("update.json", Json.bytes(update, Update.class));
    }

    Optional<Slots> slots() {
        return read("slots.json", Slots.class);
    }

    void write(Slots slots) {
        write("slots.json", Json.bytes(slots, Slots.class));
    }

    long received() {
        var part = folder.resolve("update.part");
        try {
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin() {
        try {
            Files.deleteIfExists(folder.resolve("update.part"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(byte[] chunk) {
        try {
            Files.write(
                    folder.resolve("update.part"),
                    chunk,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Upper-case hex.
    String sha256() {
        try {
            var content = Files.readAllBytes(folder.resolve("update.part"));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), type))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) {
        var beside = folder.resolve(name + ".new");
        try {
            Files.write(beside, content);
            Files.move(
                    beside,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
