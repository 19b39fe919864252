package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.virtual.UpdateFolder.Update;
import app.lodge.core.doors.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A device's side of files: verified before a byte is fetched, fetched in parts from where it was, hashed,
/// installed beside what runs, and taken back if it does not start (ID-60, SAFE-52 to SAFE-56).
final class Updates {

    private static final int AT_ONCE = 8;
    private static final Set<String> OPEN = Set.of("downloading", "downloaded", "installing");

    private final DeviceLink link;
    private final UpdateFolder folder;
    private final Supplier<DeviceFolder.Joined> joined;
    private final InstantSource clock;
    private UpdateFault fault = UpdateFault.NONE;
    private @Nullable Update update;
    private Slots slots;

    /// @param delivered the program that the device came with
    Updates(
            DeviceLink link,
            UpdateFolder folder,
            Supplier<DeviceFolder.Joined> joined,
            InstantSource clock,
            String delivered) {
        this.link = link;
        this.folder = folder;
        this.joined = joined;
        this.clock = clock;
        this.update = folder.update().orElse(null);
        this.slots = folder.slots().orElseGet(() -> Slots.delivered(delivered));
    }

    synchronized String program() {
        return slots.program().title();
    }

    synchronized List<String> shown() {
        return slots.shown().values().stream().map(Slots.Slot::title).sorted().toList();
    }

    /// What goes wrong with the next update.
    synchronized void spoil(UpdateFault next) {
        fault = next;
    }

    synchronized void offered(Down.File file) {
        if (file.action().equals("go-back")) {
            goBack(file);
            return;
        }
        var before = update;
        if (before != null && before.file().id().equals(file.id())) {
            tell();
            again();
            return;
        }
        if (before == null
                || !before.file().sha256().equals(file.sha256())
                || !OPEN.contains(before.state())) {
            folder.begin();
        }
        move(new Update(file, "downloading", ""));
        if (fault == UpdateFault.WRONG_SIGNATURE
                || !PackageProof.holds(file, joined.get().authority(), now())) {
            move("failed", "WRONG_SIGNATURE");
        } else if (fault == UpdateFault.DISK_FULL) {
            move("failed", "DISK_FULL");
        } else {
            again();
        }
    }

    synchronized void received(Down.Chunk chunk) {
        var now = update;
        if (now == null
                || !now.file().id().equals(chunk.id())
                || !now.state().equals("downloading")
                || chunk.number() != next(now)) {
            return;
        }
        var data = chunk.data().clone();
        if (fault == UpdateFault.BAD_HASH) {
            data[0] ^= 1;
        }
        folder.append(data);
        if (folder.received() >= now.file().size()) {
            complete(now);
        } else if (chunk.number() % AT_ONCE == AT_ONCE - 1) {
            tell();
            again();
        }
    }

    /// Goes on where it was: the link stands again, or nothing came for a while.
    synchronized void again() {
        var now = update;
        if (now == null) {
            return;
        }
        switch (now.state()) {
            case "downloading" ->
                    link.publish(
                            Topics.FETCH,
                            Json.bytes(
                                    Map.of(
                                            "id",
                                            now.file().id(),
                                            "from",
                                            next(now),
                                            "count",
                                            AT_ONCE),
                                    Map.class),
                            false);
            case "installing" -> started(now);
            default -> {
                // waits for somebody, or is done
            }
        }
    }

    /// Says how far it is, to a bridge that may have missed it.
    synchronized void tell() {
        var now = update;
        if (now != null) {
            link.publish(
                    Topics.PROGRESS,
                    Json.bytes(
                            Map.of(
                                    "id",
                                    now.file().id(),
                                    "state",
                                    now.state(),
                                    "received",
                                    Math.min(folder.received(), now.file().size()),
                                    "detail",
                                    now.detail()),
                            Map.class),
                    false);
        }
    }

    /// Somebody at the device lets it install what waits (SAFE-53).
    synchronized boolean install() {
        var now = update;
        if (now == null || !now.state().equals("downloaded")) {
            return false;
        }
        var until = now.file().until();
        if (until != null && now().isAfter(until)) {
            move("failed", "PERIOD_OVER");
            return false;
        }
        move("installing", "");
        if (fault == UpdateFault.REBOOT) {
            fault = UpdateFault.NONE;
            restart();
        } else {
            started(now);
        }
        return true;
    }

    private void complete(Update now) {
        if (!folder.sha256().equals(now.file().sha256())) {
            move("failed", "BAD_HASH");
            folder.begin();
            return;
        }
        move("downloaded", "");
        if (now.file().install().equals("at-once")) {
            var unused = install();
        }
    }

    /// The new version's first start.
    private void started(Update now) {
        if (fault == UpdateFault.DOES_NOT_START) {
            move("rolled-back", "DOES_NOT_START");
            return;
        }
        slots = slots.with(now.file());
        folder.write(slots);
        move("installed", "");
        if (now.file().kind().equals("program")) {
            restart();
        }
    }

    private void goBack(Down.File file) {
        var now = update;
        if (now == null || !now.state().equals("went-back")) {
            slots = slots.without(file);
            folder.write(slots);
        }
        move(new Update(file, "went-back", ""));
        if (file.kind().equals("program")) {
            restart();
        }
    }

    /// Not on the client's own thread, which would wait for itself.
    private void restart() {
        Thread.startVirtualThread(() -> link.renewed(joined.get()));
    }

    private void move(String state, String detail) {
        var now = update;
        if (now != null) {
            move(now.at(state, detail));
        }
    }

    private void move(Update next) {
        update = next;
        folder.write(next);
        if (!OPEN.contains(next.state())) {
            fault = UpdateFault.NONE;
        }
        tell();
    }

    private int next(Update now) {
        return Math.toIntExact(folder.received() / now.file().chunk());
    }

    private Instant now() {
        return clock.instant();
    }
}
