package app.lodge.personalization.photos;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoSource;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Whose;
import app.lodge.core.work.Progress;
import app.lodge.personalization.faces.FaceFinder;
import app.lodge.personalization.faces.Faces;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoCrop.CropOutcome;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import app.lodge.personalization.layouts.PhotoFraming;
import app.lodge.personalization.photos.FolderPhoto.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Photographs of many people from a folder: looked at first, kept when somebody says so (ID-11).
/// One bad file spoils no other, and the same folder once more changes nothing.
public final class PhotoFolder {

    /// What file managers leave behind.
    private static final Set<String> NO_PICTURES = Set.of("thumbs.db", "desktop.ini");

    private final PhotoCrop crop = new PhotoCrop();
    private final People people;
    private final Portraits portraits;
    private final FaceFinder faces;

    /// @param faces proposes what is cut out of each
    public PhotoFolder(People people, Portraits portraits, FaceFinder faces) {
        this.people = people;
        this.portraits = portraits;
        this.faces = faces;
    }

    /// How far a long look or keep is.
    public record Count(int done, int of) {}

    /// The files that somebody chose or dropped, and those directly in folders among them, in order
    /// of name; hidden ones and those of file managers stay out.
    public static List<Path> files(List<Path> chosen) throws IOException {
        var files = new ArrayList<Path>();
        for (var one : chosen) {
            if (Files.isDirectory(one)) {
                try (var inside = Files.list(one)) {
                    inside.filter(file -> !Files.isDirectory(file)).forEach(files::add);
                }
            } else {
                files.add(one);
            }
        }
        return files.stream()
                .distinct()
                .filter(file -> !name(file).startsWith("."))
                .filter(file -> !NO_PICTURES.contains(name(file).toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(PhotoFolder::name))
                .toList();
    }

    /// What would become of each file; writes nothing. Asked to stop, it answers with those looked at.
    public List<FolderPhoto> look(Actor actor, List<Path> files, Progress<Count> progress) {
        var whose = whose(actor, files);
        var ofPerson = ofPerson(files, whose);
        var looked = new ArrayList<FolderPhoto>();
        for (int i = 0; i < files.size() && !progress.stopRequested(); i++) {
            progress.at(new Count(i, files.size()));
            looked.add(look(actor, files.get(i), whose.get(i), ofPerson));
        }
        return looked;
    }

    private List<Whose> whose(Actor actor, List<Path> files) {
        var whose = new ArrayList<Whose>();
        for (int from = 0; from < files.size(); from += Portraits.MOST_FILES) {
            int to = Math.min(files.size(), from + Portraits.MOST_FILES);
            var names = files.subList(from, to).stream().map(PhotoFolder::name).toList();
            whose.addAll(portraits.whose(actor, names));
        }
        return whose;
    }

    private static Map<PersonId, List<Path>> ofPerson(List<Path> files, List<Whose> whose) {
        var ofPerson = new HashMap<PersonId, List<Path>>();
        for (int i = 0; i < files.size(); i++) {
            if (whose.get(i) instanceof Whose.One(var person, _)) {
                ofPerson.computeIfAbsent(person.id(), _ -> new ArrayList<>()).add(files.get(i));
            }
        }
        return ofPerson;
    }

    private FolderPhoto look(
            Actor actor, Path file, Whose whose, Map<PersonId, List<Path>> ofPerson) {
        return switch (whose) {
            case Whose.Nobody() ->
                    FolderPhoto.left(
                            file,
                            State.NOBODY,
                            Optional.empty(),
                            List.of(note(file, "photos.of-nobody")));
            case Whose.Several(var several) ->
                    FolderPhoto.left(
                            file,
                            State.AMBIGUOUS,
                            Optional.empty(),
                            List.of(note(file, "photos.of-several", named(several))));
            case Whose.One(var person, _) ->
                    ofPerson.getOrDefault(person.id(), List.of()).stream()
                            .filter(other -> !other.equals(file))
                            .findFirst()
                            .map(other ->
                                    FolderPhoto.left(
                                            file,
                                            State.AMBIGUOUS,
                                            Optional.of(person),
                                            List.of(note(file, "photos.twice", name(other)))))
                            .orElseGet(() -> ofOne(actor, file, person));
        };
    }

    private static String named(List<Person> several) {
        return several.stream()
                .map(person ->
                        "%s (%07d)".formatted(person.details().fullName(), person.id().number()))
                .collect(Collectors.joining(", "));
    }

    private FolderPhoto ofOne(Actor actor, Path file, Person person) {
        return switch (read(file)) {
            case PictureOutcome.Rejected(var problems) ->
                    FolderPhoto.left(file, State.UNUSABLE, Optional.of(person), problems);
            case PictureOutcome.Upright picture -> {
                var image = picture.image();
                var seen = faces.in(picture);
                var framing = seen.proposal(image.getWidth(), image.getHeight());
                yield framed(actor, file, person, picture, seen, framing);
            }
        };
    }

    /// The same file with another part of it, as somebody chose by hand.
    public FolderPhoto framed(Actor actor, FolderPhoto photo, PhotoFraming framing) {
        var person = photo.person().orElseThrow();
        return switch (read(photo.file())) {
            case PictureOutcome.Rejected(var problems) -> photo.become(State.UNUSABLE, problems);
            case PictureOutcome.Upright picture ->
                    framed(actor, photo.file(), person, picture, faces.in(picture), framing);
        };
    }

    private FolderPhoto framed(
            Actor actor,
            Path file,
            Person person,
            PictureOutcome.Upright picture,
            Faces seen,
            PhotoFraming framing) {
        return switch (crop.crop(picture, framing)) {
            case CropOutcome.Rejected(var problems) ->
                    FolderPhoto.left(file, State.UNUSABLE, Optional.of(person), problems);
            case CropOutcome.Cropped cropped ->
                    has(actor, person, cropped.jpeg())
                            ? FolderPhoto.left(
                                    file, State.UNCHANGED, Optional.of(person), List.of())
                            : new FolderPhoto(
                                    file,
                                    State.READY,
                                    Optional.of(person),
                                    Optional.of(framing),
                                    cropped.thumbnail(),
                                    remarks(picture, seen, framing));
        };
    }

    private static List<Problem> remarks(
            PictureOutcome.Upright picture, Faces seen, PhotoFraming framing) {
        var remarks = new ArrayList<>(seen.remarks(framing));
        remarks.addAll(PhotoSample.of(picture).remarks(framing));
        return remarks;
    }

    private boolean has(Actor actor, Person person, byte[] jpeg) {
        return people.photo(actor, person.id()).filter(now -> Arrays.equals(now, jpeg)).isPresent()
                || portraits.history(actor, person.id()).stream()
                        .filter(photo -> photo.state() == PhotoState.PROPOSED)
                        .flatMap(photo -> portraits.picture(actor, photo.number()).stream())
                        .anyMatch(waiting -> Arrays.equals(waiting, jpeg));
    }

    /// Keeps those that are READY, each for itself; asked to stop, the others stay as they are.
    public List<FolderPhoto> keep(Actor actor, List<FolderPhoto> looked, Progress<Count> progress) {
        var after = new ArrayList<FolderPhoto>();
        for (var photo : looked) {
            progress.at(new Count(after.size(), looked.size()));
            after.add(
                    photo.state() == State.READY && !progress.stopRequested()
                            ? kept(actor, photo)
                            : photo);
        }
        return after;
    }

    private FolderPhoto kept(Actor actor, FolderPhoto photo) {
        return switch (read(photo.file())) {
            case PictureOutcome.Rejected(var problems) -> photo.become(State.UNUSABLE, problems);
            case PictureOutcome.Upright picture ->
                    switch (crop.crop(picture, photo.framing().orElseThrow())) {
                        case CropOutcome.Rejected(var problems) ->
                                photo.become(State.UNUSABLE, problems);
                        case CropOutcome.Cropped cropped -> kept(actor, photo, cropped.jpeg());
                    };
        };
    }

    private FolderPhoto kept(Actor actor, FolderPhoto photo, byte[] jpeg) {
        var id = photo.person().orElseThrow().id();
        return switch (portraits.handIn(actor, RequestId.fresh(), id, PhotoSource.FOLDER, jpeg)) {
            case PhotoOutcome.Kept(_, var state) ->
                    photo.become(
                            state == PhotoState.PROPOSED ? State.PROPOSED : State.KEPT, List.of());
            case PhotoOutcome.Rejected(var problems) -> photo.become(State.UNUSABLE, problems);
        };
    }

    private PictureOutcome read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return crop.upright(stream.readNBytes(PhotoCrop.LARGEST_FILE + 1));
        } catch (IOException e) {
            return new PictureOutcome.Rejected(List.of(note(file, "photos.file-unreadable")));
        }
    }

    private static Problem note(Path file, String key, Object... arguments) {
        return Problem.of("file", name(file), key, arguments);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
