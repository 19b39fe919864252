package app.lodge.bridge.virtual;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// What a device keeps when the power goes: who it is, what it holds, what it did.
///
/// ```
/// identity.json  private key, certificate, the site's authority, own topics
/// held.json      configuration, lists
/// events.jsonl   every event ever, one a line; also the device's own record
/// acked          the highest number that the bridge said is safe
/// purse-keys     keys to read and debit purses, sealed to the device's own key
/// purse.json     own count of changes to purses, and those that were begun and not ended
/// ```
final class DeviceFolder {

    private final Path folder;

    DeviceFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// @param key PKCS #8 in PEM
    record Joined(
            String key,
            String certificate,
            String authority,
            String topics,
            String kind,
            String currency) {

        Identity identity() {
            return new Identity(
                    Pem.privateKey(key), Pem.certificate(certificate), Pem.certificate(authority));
        }

        @Override
        public String toString() {
            return "Joined[" + topics + "]";
        }
    }

    Optional<Joined> joined() throws IOException {
        return read("identity.json", Joined.class);
    }

    void write(Joined joined) throws IOException {
        var file = write("identity.json", Json.bytes(joined, Joined.class));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Held held() throws IOException {
        return read("held.json", Held.class).orElseGet(Held::nothing);
    }

    void write(Held held) throws IOException {
        write("held.json", Json.bytes(held, Held.class));
    }

    long acked() throws IOException {
        return read("acked", Long.class).orElse(0L);
    }

    void acked(long upTo) throws IOException {
        write("acked", Json.bytes(upTo, Long.class));
    }

    Optional<String> purseKeys() throws IOException {
        return read("purse-keys", String.class);
    }

    void purseKeys(String sealed) throws IOException {
        write("purse-keys", Json.bytes(sealed, String.class));
    }

    PurseLog purseLog() throws IOException {
        return read("purse.json", PurseLog.class).orElseGet(PurseLog::nothing);
    }

    void write(PurseLog log) throws IOException {
        write("purse.json", Json.bytes(log, PurseLog.class));
    }

    Path events() {
        return folder.resolve("events.jsonl");
    }

    private <T> Optional<T> read(String name, Class<T> type) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file)
                ? Optional.of(Json.read(Files.readAllBytes(file), type))
                : Optional.empty();
    }

    private Path write(String name, byte[] content) throws IOException {
        var beside = folder.resolve(name + ".new");
        Files.write(beside, content);
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Files.move(
                beside,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
