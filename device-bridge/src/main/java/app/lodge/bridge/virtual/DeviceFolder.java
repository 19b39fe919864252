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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a device keeps when the power goes: who it is, what it holds, what it did.
///
/// ```
/// identity.json  private key, certificate, the site's authority, own topics
/// held.json      configuration, lists
/// events.jsonl   every event ever, one a line; also the device's own record
/// acked          the highest number that the bridge said is safe
/// update.*       a file that is being fetched; slots.json what is installed
/// locked         whether it is out of service
/// operator       who is logged on, so that a start after a power cut can say that they are not
/// purse-keys     keys to read and debit purses, sealed to the device's own key
/// classic-keys.json  keys to debit the Classics that were here, each sealed to the device's own key
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

    boolean locked() throws IOException {
        return read("locked", Boolean.class).orElse(false);
    }

    void locked(boolean out) throws IOException {
        write("locked", Json.bytes(out, Boolean.class));
    }

    Optional<String> purseKeys() throws IOException {
        return read("purse-keys", String.class);
    }

    void purseKeys(String sealed) throws IOException {
        write("purse-keys", Json.bytes(sealed, String.class));
    }

    /// Chip in hex → what the bridge sealed.
    Map<String, String> classicKeys() throws IOException {
        var kept = new TreeMap<String, String>();
        read("classic-keys.json", ClassicKeys.class).ifPresent(one -> kept.putAll(one.sealed()));
        return kept;
    }

    void classicKeys(Map<String, String> sealed) throws IOException {
        write("classic-keys.json", Json.bytes(new ClassicKeys(sealed), ClassicKeys.class));
    }

    private record ClassicKeys(Map<String, String> sealed) {}

    PurseLog purseLog() throws IOException {
        return read("purse.json", PurseLog.class).orElseGet(PurseLog::nothing);
    }

    void write(PurseLog log) throws IOException {
        write("purse.json", Json.bytes(log, PurseLog.class));
    }

    /// As if the power had gone in the middle of writing an event. For a device that does not run.
    void tear() throws IOException {
        Files.writeString(
                events(),
                "{\"amount\":{\"currency\":\"EUR\",\"mi",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    UpdateFolder updates() {
        return new UpdateFolder(folder);
    }

    Optional<TillOperators.OnDuty> onDuty() throws IOException {
        return read("operator", TillOperators.OnDuty.class);
    }

    void onDuty(TillOperators.@Nullable OnDuty operator) throws IOException {
        if (operator == null) {
            Files.deleteIfExists(folder.resolve("operator"));
        } else {
            write("operator", Json.bytes(operator, TillOperators.OnDuty.class));
        }
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
