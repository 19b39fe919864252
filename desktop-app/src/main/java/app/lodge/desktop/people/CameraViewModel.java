package app.lodge.desktop.people;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Background.Running;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.cameras.Cameras.Found;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The live picture of a camera, from which a photograph is taken (ID-11). The camera is open exactly
/// as long as the sheet is.
public final class CameraViewModel {

    private static final Duration BETWEEN = Duration.ofMillis(60);

    private final Session session;
    private final PhotoDesk desk;
    private final Consumer<BufferedImage> taken;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty watching = new SimpleBooleanProperty();
    private final ObservableList<Found> cameras = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Found> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Live> live = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private @Nullable Running running;

    /// @param argb the picture's pixels, row after row, as a screen takes them
    record Live(BufferedImage picture, int[] argb) {

        static Live of(BufferedImage picture) {
            int width = picture.getWidth();
            int height = picture.getHeight();
            return new Live(picture, picture.getRGB(0, 0, width, height, null, 0, width));
        }
    }

    CameraViewModel(Session session, PhotoDesk desk, Consumer<BufferedImage> taken) {
        this.session = session;
        this.desk = desk;
        this.taken = taken;
        open.subscribe(shows -> {
            if (!shows) {
                stop();
            }
        });
    }

    public BooleanProperty open() {
        return open;
    }

    ObservableList<Found> cameras() {
        return cameras;
    }

    ObjectProperty<@Nullable Found> chosen() {
        return chosen;
    }

    /// Null until the first picture, and after a fault.
    ObjectProperty<@Nullable Live> live() {
        return live;
    }

    /// What is awaited, or wrong; null while there is a picture.
    ObjectProperty<@Nullable Message> said() {
        return said;
    }

    /// Opens the sheet and the camera that was used last.
    public void begin() {
        open.set(true);
        look();
    }

    /// Looks for cameras, and begins with the one that was used last.
    void look() {
        stop();
        said.set(Message.of("camera.looking"));
        session.background()
                .run(
                        "camera.looking",
                        new SimpleBooleanProperty(),
                        desk.cameras()::found,
                        this::found);
    }

    private void found(List<Found> found) {
        var remembered = desk.settings().values().camera();
        var all = new ArrayList<>(found);
        boolean unknown = found.stream().noneMatch(one -> one.address().equals(remembered));
        if (!remembered.isEmpty() && unknown) {
            all.add(new Found(remembered, ""));
        }
        cameras.setAll(all);
        chosen.set(
                all.stream()
                        .filter(one -> one.address().equals(remembered))
                        .findFirst()
                        .orElse(all.isEmpty() ? null : all.getFirst()));
        start();
    }

    /// Remembered for the next time.
    void choose(Found camera) {
        chosen.set(camera);
        desk.settings().keep(desk.settings().values().withCamera(camera.address()));
        start();
    }

    /// One camera at a time: another one, or the same again, waits until the last has ended.
    private void start() {
        var camera = chosen.get();
        if (!open.get()) {
            return;
        }
        if (camera == null) {
            said.set(Message.of("camera.none"));
            return;
        }
        stop();
        if (watching.get()) {
            return;
        }
        said.set(Message.of("camera.starting"));
        var shown = new AtomicBoolean(true);
        running =
                session.background()
                        .<Live, Optional<DeviceFault>>run(
                                "camera.running",
                                watching,
                                progress -> watched(camera, progress, shown),
                                next -> show(camera, next, shown),
                                fault -> ended(camera, fault));
    }

    /// Pictures that come faster than they are shown, or than an eye needs, are left out.
    private Optional<DeviceFault> watched(
            Found found, Progress<Live> progress, AtomicBoolean shown) {
        try (var camera = desk.cameras().open(found.address())) {
            long due = System.nanoTime();
            while (!progress.stopRequested()) {
                var picture = camera.next();
                if (System.nanoTime() - due >= 0 && shown.compareAndSet(true, false)) {
                    due = System.nanoTime() + BETWEEN.toNanos();
                    progress.at(Live.of(picture));
                }
            }
            return Optional.empty();
        } catch (DeviceException e) {
            return Optional.of(e.fault());
        }
    }

    private void show(Found camera, Live next, AtomicBoolean shown) {
        shown.set(true);
        if (running != null && camera.equals(chosen.get())) {
            live.set(next);
            said.set(null);
        }
    }

    private void ended(Found camera, Optional<DeviceFault> fault) {
        boolean stopped = running == null;
        running = null;
        live.set(null);
        if (stopped) {
            start();
        } else {
            said.set(fault.map(FaultWords::message).orElse(Message.of("camera.stopped")));
        }
    }

    private void stop() {
        var now = running;
        running = null;
        live.set(null);
        if (now != null) {
            now.stop();
        }
    }

    /// What is seen now becomes a photograph to be cut; the camera goes on, for another one.
    void take() {
        var now = live.get();
        if (now != null) {
            taken.accept(now.picture());
        }
    }
}
