package app.lodge.desktop.people;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.faces.FaceFinder;
import app.lodge.personalization.faces.Faces;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoCrop.CropOutcome;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import app.lodge.personalization.layouts.PhotoFraming;
import app.lodge.personalization.photos.PhotoSample;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A photograph from a file or a camera, cut to the card's ratio and set straight before it is kept; the
/// cut is proposed by the face (ID-11).
public final class CropPhotoViewModel {

    private final PhotoCrop crop = new PhotoCrop();

    private final Session session;
    private final FaceFinder faces;
    private final Supplier<@Nullable Person> person;
    private final Runnable kept;
    private final @Nullable Consumer<PhotoFraming> framed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Picture> picture = new SimpleObjectProperty<>();
    private final ObjectProperty<PhotoFraming> framing =
            new SimpleObjectProperty<>(PhotoFraming.largest(35, 45));
    private final ObservableList<Problem> remarks = FXCollections.observableArrayList();
    private final BooleanProperty fromCamera = new SimpleBooleanProperty();
    private final Once once = new Once();

    /// @param content for the screen to show, smaller than the picture itself
    /// @param sample and `faces`: by which it is judged while the part is moved
    record Picture(byte[] content, PictureOutcome.Upright whole, PhotoSample sample, Faces faces) {

        int width() {
            return whole.image().getWidth();
        }

        int height() {
            return whole.image().getHeight();
        }

        PhotoFraming proposal() {
            return faces.proposal(width(), height());
        }
    }

    /// What the button does: keeps the photograph, or only takes the cut.
    String actionKey() {
        return framed == null ? "photo.keep" : "photo.use-cut";
    }

    private sealed interface Loaded {
        record Shown(Picture picture) implements Loaded {}

        record Refused(List<Problem> problems) implements Loaded {}
    }

    CropPhotoViewModel(
            Session session, FaceFinder faces, Supplier<@Nullable Person> person, Runnable kept) {
        this.session = session;
        this.faces = faces;
        this.person = person;
        this.kept = kept;
        this.framed = null;
    }

    /// Keeps nothing, but says which part was chosen.
    CropPhotoViewModel(Session session, FaceFinder faces, Consumer<PhotoFraming> framed) {
        this.session = session;
        this.faces = faces;
        this.person = () -> null;
        this.kept = () -> {};
        this.framed = framed;
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

    ObjectProperty<PhotoFraming> framing() {
        return framing;
    }

    /// What is remarkable about the part; a person decides, nothing is blocked.
    ObservableList<Problem> remarks() {
        return remarks;
    }

    private void judge() {
        var shown = picture.get();
        remarks.clear();
        if (shown != null) {
            remarks.addAll(shown.faces().remarks(framing.get()));
            remarks.addAll(shown.sample().remarks(framing.get()));
        }
    }

    /// Whether there is a camera to go back to for another one.
    BooleanProperty fromCamera() {
        return fromCamera;
    }

    /// Asks for a file and shows it for cutting.
    public void choose() {
        session.dialogs()
                .chooseFile(
                        "photo.choose",
                        "photo.kind",
                        List.of("*.jpg", "*.jpeg", "*.png", "*.JPG", "*.JPEG", "*.PNG"))
                .ifPresent(this::load);
    }

    void load(Path file) {
        session.background()
                .run("photo.reading", busy, () -> read(file), loaded -> show(loaded, null));
    }

    /// Shows what a camera saw.
    void taken(BufferedImage picture) {
        session.background()
                .run(
                        "photo.reading",
                        busy,
                        () -> looked(new PictureOutcome.Upright(picture)),
                        loaded -> {
                            show(loaded, null);
                            fromCamera.set(true);
                        });
    }

    /// Back to the camera.
    void again() {
        open.set(false);
    }

    /// Shows a file with the part that was chosen before.
    void adjust(Path file, PhotoFraming chosen) {
        session.background()
                .run("photo.reading", busy, () -> read(file), loaded -> show(loaded, chosen));
    }

    private Loaded read(Path file) throws IOException {
        byte[] content;
        try (var stream = Files.newInputStream(file)) {
            content = stream.readNBytes(PhotoCrop.LARGEST_FILE + 1);
        }
        return switch (crop.upright(content)) {
            case PictureOutcome.Upright whole -> looked(whole);
            case PictureOutcome.Rejected(var problems) -> new Loaded.Refused(problems);
        };
    }

    private Loaded looked(PictureOutcome.Upright whole) {
        return new Loaded.Shown(
                new Picture(whole.forScreen(), whole, PhotoSample.of(whole), faces.in(whole)));
    }

    private void show(Loaded loaded, @Nullable PhotoFraming chosen) {
        switch (loaded) {
            case Loaded.Shown(var shown) -> {
                fromCamera.set(false);
                picture.set(shown);
                framing.set(
                        chosen == null
                                ? shown.proposal()
                                : chosen.within(shown.width(), shown.height()));
                judge();
                open.set(true);
            }
            case Loaded.Refused(var problems) -> warn(problems);
        }
    }

    private void warn(List<Problem> problems) {
        problems.forEach(problem -> session.notices().warn(Message.of(problem)));
    }

    /// Moves the cut, in pixels of the picture.
    void move(int right, int down) {
        fit(framing.get().moved(right, down));
    }

    void widen(int by) {
        fit(framing.get().widened(by));
    }

    /// Turns the cut clockwise around its own middle.
    void turn(int halfDegrees) {
        fit(framing.get().turned(halfDegrees));
    }

    /// Back to what was proposed.
    void propose() {
        var shown = picture.get();
        if (shown != null) {
            fit(shown.proposal());
        }
    }

    private void fit(PhotoFraming wished) {
        var shown = picture.get();
        if (shown != null) {
            framing.set(wished.within(shown.width(), shown.height()));
            judge();
        }
    }

    /// Cuts and keeps.
    public void keep() {
        if (framed != null) {
            open.set(false);
            framed.accept(framing.get());
            return;
        }
        var shown = picture.get();
        var whose = person.get();
        if (shown == null || whose == null) {
            return;
        }
        var cut = framing.get();
        var request = once.request();
        session.background()
                .run(
                        "photo.keeping",
                        busy,
                        () -> kept(request, whose, crop.crop(shown.whole(), cut)),
                        this::answered);
    }

    private PhotoOutcome kept(RequestId request, Person whose, CropOutcome cropped) {
        return switch (cropped) {
            case CropOutcome.Cropped photo ->
                    session.doors()
                            .people()
                            .photograph(session.actor(), request, whose.id(), photo.jpeg());
            case CropOutcome.Rejected(var problems) -> new PhotoOutcome.Rejected(problems);
        };
    }

    private void answered(PhotoOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PhotoOutcome.Kept _ -> {
                open.set(false);
                session.notices().done(Message.of("photo.kept"));
                kept.run();
            }
            case PhotoOutcome.Rejected(var problems) -> warn(problems);
        }
    }
}
