package app.lodge.bridge.doors;

import app.lodge.bridge.osdp.ControlPanel;
import app.lodge.bridge.osdp.LineAddress;
import app.lodge.bridge.osdp.ReaderPlace;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.Changes;
import app.lodge.core.books.Fact;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.rights.PassRights;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All doors of the site that the bridge speaks to, on their lines; follows their settings (ID-38, ID-39,
/// LOCK-30).
public final class DoorService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DoorService.class);

    /// A wish to open that was asked for longer ago is not done any more.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Path folder;
    private final FieldBooks field;
    private final DoorBooks books;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("doors").daemon(true).factory());
    private final Map<LineAddress, Running> lines = new HashMap<>();
    private final AtomicBoolean toArrange = new AtomicBoolean();

    /// A line and what it was started with.
    private record Running(
            ControlPanel panel,
            Map<FieldDevice, FieldBooks.Desired> with,
            List<Door> doors,
            List<ExecutorService> lanes) {}

    private DoorService(Path folder, FieldBooks field, DoorBooks books, InstantSource clock) {
        this.folder = folder;
        this.field = field;
        this.books = books;
        this.clock = clock;
    }

    /// @param folder where doors keep what the books have not got yet
    public static DoorService start(
            Path folder, FieldBooks field, DoorBooks books, Changes changes, InstantSource clock) {
        var service = new DoorService(folder, field, books, clock);
        service.schedule.execute(service::arrange);
        service.schedule.scheduleWithFixedDelay(service::look, 1, 1, TimeUnit.SECONDS);
        changes.listen(service::heard);
        return service;
    }

    private void heard(List<Fact> facts) {
        try {
            for (var fact : facts) {
                switch (fact.kind()) {
                    case "device.added", "device.configured" -> arrangeSoon();
                    case "door.open-asked" -> schedule.execute(() -> open(fact));
                    default -> {
                        if (PassRights.mayChange(fact.kind())) {
                            schedule.execute(() -> doors().forEach(Door::rightsChanged));
                        }
                    }
                }
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The doors are closing");
        }
    }

    /// Once for however many devices were configured at a time: it looks at all of them.
    private void arrangeSoon() {
        if (toArrange.compareAndSet(false, true)) {
            schedule.execute(this::arrange);
        }
    }

    private void open(Fact fact) {
        if (clock.instant().isAfter(fact.at().plus(FRESH))) {
            LOG.warn("{} was to be opened at {}: too late now", fact.subject(), fact.at());
            return;
        }
        doors().stream()
                .filter(door -> fact.subject().equals("device:" + door.device().id().number()))
                .forEach(Door::openFromDesk);
    }

    private List<Door> doors() {
        return lines.values().stream().flatMap(line -> line.doors().stream()).toList();
    }

    private void look() {
        doors().forEach(Door::look);
    }

    /// Starts, stops and starts anew the lines whose doors or settings are others.
    private void arrange() {
        toArrange.set(false);
        try {
            var wanted = new HashMap<LineAddress, Map<FieldDevice, FieldBooks.Desired>>();
            for (var device : field.devices()) {
                if (device.kind() == DeviceKind.DOOR) {
                    var desired = field.desired(device.id());
                    // what it has done changes its number, not the door
                    var same = new FieldDevice(device.id(), device.name(), device.kind(), null, 0);
                    Optional.ofNullable(DoorSettings.of(desired.config()).line())
                            .ifPresentOrElse(
                                    line ->
                                            wanted.computeIfAbsent(line, _ -> new HashMap<>())
                                                    .put(same, desired),
                                    () -> cannot(device, desired));
                }
            }
            for (var line : new HashMap<>(lines).entrySet()) {
                if (!line.getValue().with().equals(wanted.get(line.getKey()))) {
                    lines.remove(line.getKey());
                    stop(line.getValue());
                }
            }
            wanted.forEach((line, doors) -> {
                if (!lines.containsKey(line)) {
                    lines.put(line, begin(line, doors));
                }
            });
        } catch (BooksUnavailable e) {
            LOG.warn("The doors could not be arranged: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The doors could not be arranged", e);
        }
    }

    private Running begin(LineAddress line, Map<FieldDevice, FieldBooks.Desired> with) {
        var doors = new ArrayList<Door>();
        var lanes = new ArrayList<ExecutorService>();
        var places = new ArrayList<ReaderPlace>();
        var taken = new HashSet<Integer>();
        with.forEach((device, desired) -> {
            var settings = DoorSettings.of(desired.config());
            if (!taken.add(settings.address())) {
                LOG.warn("{} has the address of another reader of {}", device.name(), line);
                return;
            }
            var lane =
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform()
                                    .name("door-" + device.name())
                                    .daemon(true)
                                    .factory());
            var seq = field.named(device.name()).map(FieldDevice::lastSeq).orElse(0L);
            var door =
                    new Door(
                            device,
                            settings,
                            desired,
                            field,
                            books,
                            new DoorMemory(folder, device.name(), seq),
                            clock,
                            lane);
            lanes.add(lane);
            doors.add(door);
            places.add(
                    new ReaderPlace(
                            device.name(),
                            settings.address(),
                            settings.secureOnly(),
                            new StoredReaderKeys(books, device.id()),
                            door));
        });
        var panel = ControlPanel.start(line, places);
        doors.forEach(door -> door.hangsOn(panel));
        return new Running(panel, with, doors, lanes);
    }

    private void cannot(FieldDevice device, FieldBooks.Desired desired) {
        if (!desired.config().getOrDefault("line", "").isEmpty()) {
            field.reported(
                    Actor.device(device.id().number(), device.name()),
                    device.id(),
                    new FieldBooks.Report(
                            0,
                            Map.of(),
                            List.of("line: tcp:host:port or serial:/dev/…@9600"),
                            Map.of()));
        }
    }

    private static void stop(Running line) {
        line.panel().close();
        for (var lane : line.lanes()) {
            lane.shutdown();
            try {
                if (!lane.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("A door's work did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Says good-bye to the readers; to be called before the books close.
    @Override
    public void close() {
        schedule.shutdown();
        try {
            if (!schedule.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The doors' schedule did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.values().forEach(DoorService::stop);
        lines.clear();
    }
}
