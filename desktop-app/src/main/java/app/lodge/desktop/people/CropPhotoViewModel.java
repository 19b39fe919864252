package app.lodge.desktop.people;

import app.lodge.core.people.Person;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A photograph from a file, cut to the card's ratio before it is kept (ID-11).
public final class CropPhotoViewModel {

    private static final long LARGEST_FILE = 40_000_000;

    private final Session session;
    private final Supplier<@Nullable Person> person;
    private final Runnable kept;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Picture> picture = new SimpleObjectProperty<>();
    private final ObjectProperty<PhotoCrop> crop = new SimpleObjectProperty<>(largestOf(35, 45));
    private final Once once = new Once();

    /// @param content the file's bytes, for the screen to show
    record Picture(byte[] content, BufferedImage image) {}

    CropPhotoViewModel(Session session, Supplier<@Nullable Person> person, Runnable kept) {
        this.session = session;
        this.person = person;
        this.kept = kept;
    }

    private static PhotoCrop largestOf(int width, int height) {
        return PhotoCrop.largest(width, height);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    ObjectProperty<@Nullable Picture> picture() {
        return picture;
    }

    ObjectProperty<PhotoCrop> crop() {
        return crop;
    }

    /// Asks for a file and shows it for cutting.
    public void choose() {
        session.dialogs()
                .chooseFile(
                        "photo.choose",
                        "photo.kind",
                        List.of("*.jpg", "*.jpeg", "*.png", "*.bmp", "*.JPG", "*.PNG"))
                .ifPresent(this::load);
    }

    void load(Path file) {
        session.background().run("photo.reading", busy, () -> read(file), this::show);
    }

    private static Optional<Picture> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            return Optional.empty();
        }
        var content = Files.readAllBytes(file);
        return PhotoCrop.picture(content).map(image -> new Picture(content, image));
    }

    private void show(Optional<Picture> read) {
        if (read.isEmpty()) {
            session.notices().warn(Message.of("photo.unreadable"));
            return;
        }
        var image = read.get().image();
        picture.set(read.get());
        crop.set(largestOf(image.getWidth(), image.getHeight()));
        open.set(true);
    }

    /// Moves the cut, in pixels of the picture.
    void move(int right, int down) {
        fit(crop.get().moved(right, down));
    }

    void widen(int by) {
        fit(crop.get().widened(by));
    }

    private void fit(PhotoCrop wished) {
        var shown = picture.get();
        if (shown != null) {
            crop.set(wished.within(shown.image().getWidth(), shown.image().getHeight()));
        }
    }

    /// Cuts and keeps.
    public void keep() {
        var shown = picture.get();
        var whose = person.get();
        if (shown == null || whose == null) {
            return;
        }
        var cut = crop.get();
        var request = once.request();
        session.background()
                .run(
                        "photo.keeping",
                        busy,
                        () ->
                                session.doors()
                                        .people()
                                        .photograph(
                                                session.actor(),
                                                request,
                                                whose.id(),
                                                cut.jpegOf(shown.image())),
                        this::answered);
    }

    private void answered(PhotoOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PhotoOutcome.Kept _ -> {
                open.set(false);
                session.notices().done(Message.of("photo.kept"));
                kept.run();
            }
            case PhotoOutcome.Rejected(var problems) ->
                    problems.forEach(problem -> session.notices().warn(Message.of(problem)));
        }
    }
}
