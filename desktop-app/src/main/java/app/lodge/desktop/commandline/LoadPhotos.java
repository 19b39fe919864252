package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.people.People;
import app.lodge.core.people.Portraits;
import app.lodge.core.work.Progress;
import app.lodge.personalization.faces.OpenCvFaces;
import app.lodge.personalization.photos.FolderPhoto;
import app.lodge.personalization.photos.FolderPhoto.State;
import app.lodge.personalization.photos.PhotoFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people photos`: shows whose photographs the files of a folder are, and keeps them when told
/// to (ID-11).
@Command(name = "photos")
final class LoadPhotos extends DoorCommand {

    @Parameters(paramLabel = "FOLDER", descriptionKey = "people.photos.folder")
    Path folder;

    @Option(names = "--write", descriptionKey = "people.photos.write")
    boolean write;

    LoadPhotos(Session session) {
        super(session);
        folder = Path.of("");
    }

    @Override
    Answer answer(Doors doors) {
        var files = files();
        var photos =
                new PhotoFolder(
                        doors.door(People.class), doors.door(Portraits.class), new OpenCvFaces());
        var looked = photos.look(doors.actor(), files, Progress.unwatched());
        var after = write ? photos.keep(doors.actor(), looked, Progress.unwatched()) : looked;
        var lines = new ArrayList<String>();
        after.forEach(photo -> lines.add(line(photo)));
        lines.add(
                session.text(
                        "cli.photos.counted",
                        count(after, State.READY),
                        count(after, State.KEPT) + count(after, State.PROPOSED),
                        count(after, State.UNCHANGED),
                        left(after)));
        if (!write && count(after, State.READY) > 0) {
            lines.add(session.text("cli.photos.nothing-written"));
        }
        if (count(after, State.PROPOSED) > 0) {
            lines.add(session.text("cli.photos.waiting", count(after, State.PROPOSED)));
        }
        var facts = facts(after);
        return left(after) == 0
                ? new Answer.Done(facts, lines)
                : new Answer.Refused("cli.photos.left", List.of(left(after)), facts, lines);
    }

    private List<Path> files() {
        if (folder.toString().isBlank() || !Files.isDirectory(folder)) {
            throw new WrongUsage("cli.folder-unreadable", "FOLDER", folder);
        }
        try {
            return PhotoFolder.files(List.of(folder));
        } catch (IOException e) {
            throw new WrongUsage("cli.folder-unreadable", "FOLDER", folder);
        }
    }

    private String line(FolderPhoto photo) {
        var state = session.texts().name("folder-photo", photo.state());
        var whose =
                photo.person()
                        .map(person ->
                                "%07d %s"
                                        .formatted(
                                                person.id().number(), person.details().fullName()))
                        .orElse("");
        return "%-24s  %-12s  %s"
                .formatted(
                        Values.shown(photo.name()),
                        state,
                        Values.shown((whose + "  " + notes(photo)).strip()))
                .stripTrailing();
    }

    private String notes(FolderPhoto photo) {
        return photo.notes().stream()
                .map(session.texts()::problem)
                .collect(Collectors.joining(" "));
    }

    private static int count(List<FolderPhoto> photos, State state) {
        return (int) photos.stream().filter(photo -> photo.state() == state).count();
    }

    private static int left(List<FolderPhoto> photos) {
        return count(photos, State.AMBIGUOUS)
                + count(photos, State.NOBODY)
                + count(photos, State.UNUSABLE);
    }

    private Map<String, Object> facts(List<FolderPhoto> photos) {
        var facts = new LinkedHashMap<String, Object>();
        for (var state : State.values()) {
            facts.put(Values.kebab(state), count(photos, state));
        }
        facts.put("files", photos.stream().map(this::fact).toList());
        return facts;
    }

    private Map<String, Object> fact(FolderPhoto photo) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("file", photo.name());
        fact.put("state", Values.kebab(photo.state()));
        photo.person().ifPresent(person -> fact.put("person", person.id()));
        fact.put("keys", photo.notes().stream().map(Problem::key).toList());
        fact.put("message", notes(photo));
        return fact;
    }
}
