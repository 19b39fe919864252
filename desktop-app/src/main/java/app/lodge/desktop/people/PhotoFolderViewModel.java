package app.lodge.desktop.people;

import app.lodge.desktop.shell.Background.Running;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.faces.FaceFinder;
import app.lodge.personalization.layouts.PhotoFraming;
import app.lodge.personalization.photos.FolderPhoto;
import app.lodge.personalization.photos.FolderPhoto.State;
import app.lodge.personalization.photos.PhotoFolder;
import app.lodge.personalization.photos.PhotoFolder.Count;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Photographs of many people from a folder, or from files dropped at once: looked at, each cut
/// changed by hand where somebody wants to, then kept (ID-11).
public final class PhotoFolderViewModel {

    private final Session session;
    private final PhotoFolder folder;
    private final Runnable kept;
    private final CropPhotoViewModel cutting;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CHOOSE);
    private final ObjectProperty<@Nullable Message> progress = new SimpleObjectProperty<>();
    private final ObservableList<FolderPhoto> rows = FXCollections.observableArrayList();
    private List<FolderPhoto> photos = List.of();
    private Optional<State> shown = Optional.empty();
    private @Nullable FolderPhoto adjusted;
    private @Nullable Running running;

    enum Step {
        CHOOSE,
        PREVIEW,
        RESULT
    }

    PhotoFolderViewModel(Session session, FaceFinder faces, Runnable kept) {
        this.session = session;
        this.kept = kept;
        folder = new PhotoFolder(session.doors().people(), session.doors().portraits(), faces);
        cutting = new CropPhotoViewModel(session, faces, this::framed);
        open.subscribe(shows -> {
            if (!shows && running != null) {
                running.stop();
            }
        });
    }

    public BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    ObjectProperty<Step> step() {
        return step;
    }

    /// How far the work is, while it runs.
    ObjectProperty<@Nullable Message> progress() {
        return progress;
    }

    /// The files that are shown: all of them, or those of one state.
    ObservableList<FolderPhoto> rows() {
        return rows;
    }

    /// The sheet on which a cut is changed.
    public CropPhotoViewModel cutting() {
        return cutting;
    }

    int count(State state) {
        return (int) photos.stream().filter(photo -> photo.state() == state).count();
    }

    int count() {
        return photos.size();
    }

    public void begin() {
        step.set(Step.CHOOSE);
        open.set(true);
    }

    void choose() {
        session.dialogs().chooseFolder("photo-folder.choose").map(List::of).ifPresent(this::load);
    }

    /// Looks at folders and files, as they were chosen or dropped.
    public void load(List<Path> chosen) {
        if (busy.get()) {
            return;
        }
        begin();
        running =
                session.background()
                        .<Count, List<FolderPhoto>>run(
                                "photo-folder.looking",
                                busy,
                                work ->
                                        folder.look(
                                                session.actor(), PhotoFolder.files(chosen), work),
                                this::at,
                                this::looked);
    }

    private void at(Count count) {
        progress.set(Message.of("photo-folder.at", count.done() + 1, count.of()));
    }

    private void looked(List<FolderPhoto> looked) {
        progress.set(null);
        photos = looked;
        step.set(Step.PREVIEW);
        show(Optional.empty());
    }

    void show(Optional<State> state) {
        shown = state;
        rows.setAll(
                photos.stream()
                        .filter(photo -> state.isEmpty() || photo.state() == state.get())
                        .toList());
    }

    /// Shows a file's picture for another cut.
    void adjust(FolderPhoto photo) {
        if (photo.state() == State.READY && !busy.get()) {
            adjusted = photo;
            cutting.adjust(photo.file(), photo.framing().orElseThrow());
        }
    }

    private void framed(PhotoFraming framing) {
        var photo = adjusted;
        if (photo != null) {
            session.background()
                    .run(
                            "photo.reading",
                            busy,
                            () -> folder.framed(session.actor(), photo, framing),
                            now -> changed(photo, now));
        }
    }

    private void changed(FolderPhoto before, FolderPhoto now) {
        var all = new ArrayList<>(photos);
        all.replaceAll(photo -> photo.file().equals(before.file()) ? now : photo);
        photos = List.copyOf(all);
        rows.replaceAll(photo -> photo.file().equals(before.file()) ? now : photo);
    }

    /// How many are in the books now, whether or not they wait for approval.
    int keptCount() {
        return count(State.KEPT) + count(State.PROPOSED);
    }

    /// Keeps those that are ready.
    void keep() {
        var looked = photos;
        running =
                session.background()
                        .<Count, List<FolderPhoto>>run(
                                "photo-folder.keeping",
                                busy,
                                work -> folder.keep(session.actor(), looked, work),
                                this::at,
                                this::done);
    }

    private void done(List<FolderPhoto> after) {
        progress.set(null);
        photos = after;
        step.set(Step.RESULT);
        show(shown.filter(state -> state != State.READY));
        session.notices().done(Message.of("photo-folder.kept", keptCount()));
        kept.run();
    }
}
