package app.lodge.desktop.people;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.KeptSignature;
import app.lodge.core.people.Person;
import app.lodge.core.people.SignatureOutcome;
import app.lodge.core.people.SignatureSource;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.signatures.SignaturePicture;
import app.lodge.personalization.signatures.SignaturePicture.SignatureMade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A person's signature: written on the pad or taken from a file, kept, taken away and put back (ID-46).
public final class SignatureViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final SignaturePad pad = new SignaturePad();
    private final ObjectProperty<SignatureMade.@Nullable Ready> fromFile =
            new SimpleObjectProperty<>();
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(Standing.NONE);
    private final ObjectProperty<@Nullable Message> problem = new SimpleObjectProperty<>();
    private final Once once = new Once();
    private @Nullable Person person;

    /// What is kept of the person.
    ///
    /// @param printed null where none is
    /// @param image of the one that is printed
    /// @param last the newest that is kept but not printed; null where one is printed
    public record Standing(
            @Nullable KeptSignature printed,
            byte @Nullable [] image,
            @Nullable KeptSignature last) {
        static final Standing NONE = new Standing(null, null, null);
    }

    private sealed interface Read {
        record Shown(SignatureMade made) implements Read {}

        record Unreadable(Message message) implements Read {}
    }

    SignatureViewModel(Session session) {
        this.session = session;
        pad.lines().subscribe(_ -> written());
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public SignaturePad pad() {
        return pad;
    }

    /// What is written takes the place of a file.
    private void written() {
        once.answered();
        problem.set(null);
        if (!pad.lines().get().isEmpty()) {
            fromFile.set(null);
        }
    }

    /// The signature of a file, as it would be kept; null while the pad is used.
    public ObjectProperty<SignatureMade.@Nullable Ready> fromFile() {
        return fromFile;
    }

    public ObjectProperty<Standing> standing() {
        return standing;
    }

    public ObjectProperty<@Nullable Message> problem() {
        return problem;
    }

    boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PEOPLE);
    }

    String whose() {
        return person == null ? "" : person.details().fullName();
    }

    public void begin(Person of) {
        person = of;
        clear();
        standing.set(Standing.NONE);
        read();
        open.set(true);
    }

    private void read() {
        var of = person;
        if (of == null) {
            return;
        }
        session.background().run("signature.reading", busy, () -> standing(of), this::stands);
    }

    private Standing standing(Person of) {
        var door = session.doors().signatures();
        var history = door.history(session.actor(), of.id());
        var printed = history.stream().filter(KeptSignature::printed).findFirst().orElse(null);
        return new Standing(
                printed,
                printed == null
                        ? null
                        : door.picture(session.actor(), printed.number()).orElse(null),
                printed == null && !history.isEmpty() ? newest(history) : null);
    }

    /// The one that was taken away last.
    private static KeptSignature newest(List<KeptSignature> history) {
        var newest = history.getFirst();
        for (var one : history) {
            var at = one.replacedAt();
            var before = newest.replacedAt();
            newest = at != null && before != null && at.isAfter(before) ? one : newest;
        }
        return newest;
    }

    private void stands(Standing now) {
        standing.set(now);
    }

    public void clear() {
        pad.clear();
        fromFile.set(null);
        problem.set(null);
        once.answered();
    }

    void choose() {
        session.dialogs()
                .chooseFile(
                        "signature.choose",
                        "photo.kind",
                        List.of("*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG"))
                .ifPresent(this::load);
    }

    /// The first of several.
    void dropped(List<Path> files) {
        if (mayChange()) {
            files.stream().findFirst().ifPresent(this::load);
        }
    }

    public void load(Path file) {
        session.background().run("photo.reading", busy, () -> readFile(file), this::loaded);
    }

    private static Read readFile(Path file) {
        try {
            if (Files.size(file) > PhotoCrop.LARGEST_FILE) {
                return new Read.Unreadable(
                        Message.of("photos.too-large", "", PhotoCrop.LARGEST_FILE / 1_000_000));
            }
            return new Read.Shown(SignaturePicture.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new Read.Unreadable(Message.of("photos.file-unreadable", ""));
        }
    }

    private void loaded(Read read) {
        switch (read) {
            case Read.Unreadable(var message) -> problem.set(message);
            case Read.Shown(SignatureMade.Refused(var problems)) -> refuse(problems);
            case Read.Shown(SignatureMade.Ready ready) -> {
                clear();
                fromFile.set(ready);
            }
        }
    }

    private void refuse(List<Problem> problems) {
        problems.stream().findFirst().ifPresent(first -> problem.set(Message.of(first)));
    }

    /// Keeps what is on the pad.
    public void keep() {
        var of = person;
        if (of == null) {
            return;
        }
        var request = once.request();
        var file = Optional.ofNullable(fromFile.get());
        var strokes = pad.strokes();
        session.background()
                .run(
                        "signature.keeping",
                        busy,
                        () ->
                                file.isPresent()
                                        ? kept(request, of, SignatureSource.FILE, file.get())
                                        : kept(
                                                request,
                                                of,
                                                SignatureSource.DRAWN,
                                                SignaturePicture.of(strokes)),
                        this::answered);
    }

    private SignatureOutcome kept(
            RequestId request, Person of, SignatureSource source, SignatureMade made) {
        return switch (made) {
            case SignatureMade.Refused(var problems) -> new SignatureOutcome.Rejected(problems);
            case SignatureMade.Ready ready ->
                    session.doors()
                            .signatures()
                            .keep(session.actor(), request, of.id(), source, ready.png());
        };
    }

    /// From now on none is printed; {@link #putBack} brings it back.
    public void takeAway() {
        var of = person;
        var printed = standing.get().printed();
        if (of != null && printed != null) {
            var request = once.request();
            session.background()
                    .run(
                            "signature.keeping",
                            busy,
                            () ->
                                    session.doors()
                                            .signatures()
                                            .takeAway(
                                                    session.actor(),
                                                    request,
                                                    of.id(),
                                                    printed.number()),
                            this::answered);
        }
    }

    public void putBack() {
        var of = person;
        var last = standing.get().last();
        if (of != null && last != null) {
            var request = once.request();
            session.background()
                    .run(
                            "signature.keeping",
                            busy,
                            () ->
                                    session.doors()
                                            .signatures()
                                            .putBack(
                                                    session.actor(),
                                                    request,
                                                    of.id(),
                                                    last.number()),
                            this::answered);
        }
    }

    private void answered(SignatureOutcome outcome) {
        once.answered();
        switch (outcome) {
            case SignatureOutcome.Kept _ -> {
                clear();
                session.notices().done(Message.of("signature.kept", whose()));
                read();
            }
            case SignatureOutcome.TakenAway _ -> {
                session.notices().done(Message.of("signature.taken-away", whose()));
                read();
            }
            case SignatureOutcome.Overtaken _ -> {
                problem.set(Message.of("signature.overtaken"));
                read();
            }
            case SignatureOutcome.Rejected(var problems) -> refuse(problems);
        }
    }
}
