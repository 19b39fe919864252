package app.lodge.bridge.doors;

import app.lodge.core.devices.FieldEvent;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a door has done and the books have not confirmed, in a file that is the old or the new one: a cut
/// at any moment loses nothing and numbers nothing twice.
final class DoorMemory {

    private final Path file;
    private Kept kept;

    /// @param raised codes of alarms that hold
    record Kept(long lastSeq, Set<String> raised, List<FieldEvent> pending) {
        public Kept {
            raised = Set.copyOf(raised);
            pending = List.copyOf(pending);
        }
    }

    /// @param known the highest number that the books have
    DoorMemory(Path folder, String name, long known) {
        file = folder.resolve(name + ".json");
        try {
            Files.createDirectories(folder);
            kept =
                    Files.exists(file)
                            ? Json.read(Files.readAllBytes(file), Kept.class)
                            : new Kept(0, Set.of(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
        if (kept.lastSeq() < known) {
            kept = new Kept(known, kept.raised(), List.of());
        }
    }

    /// @param more beside number, kind and time; codes only
    synchronized void happened(
            String kind, Instant at, String credential, Map<String, Object> more) {
        keep(kind, at, credential, more, kept.raised());
    }

    /// @return false if it held, or did not, already
    synchronized boolean alarm(String code, boolean raised, Instant at) {
        if (kept.raised().contains(code) == raised) {
            return false;
        }
        var held = new TreeSet<>(kept.raised());
        if (raised) {
            held.add(code);
        } else {
            held.remove(code);
        }
        keep("alarm", at, "", Map.of("code", code, "raised", raised), held);
        return true;
    }

    synchronized boolean raised(String code) {
        return kept.raised().contains(code);
    }

    synchronized List<FieldEvent> pending() {
        return kept.pending();
    }

    /// They are safe in the books.
    synchronized void safe(long upTo) {
        var rest = kept.pending().stream().filter(event -> event.seq() > upTo).toList();
        if (rest.size() < kept.pending().size()) {
            write(new Kept(kept.lastSeq(), kept.raised(), rest));
        }
    }

    private void keep(
            String kind,
            Instant at,
            String credential,
            Map<String, Object> more,
            Set<String> raised) {
        var seq = kept.lastSeq() + 1;
        var content = new TreeMap<String, Object>(more);
        content.put("seq", seq);
        content.put("kind", kind);
        content.put("at", at);
        if (!credential.isEmpty()) {
            content.put("credential", credential);
        }
        var pending = new ArrayList<>(kept.pending());
        pending.add(new FieldEvent(seq, kind, at, credential, Json.canonical(content)));
        write(new Kept(seq, raised, pending));
    }

    private void write(Kept next) {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, Json.bytes(next, Kept.class));
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
        kept = next;
    }
}
