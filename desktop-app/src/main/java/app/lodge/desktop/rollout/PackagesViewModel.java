package app.lodge.desktop.rollout;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Packages.AddOutcome;
import app.lodge.core.rollout.Packages.Draft;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The package library: what there is, what it looks like, and what comes into it.
public final class PackagesViewModel {

    private final Session session;
    private final ObservableList<FieldPackage> packages = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FieldPackage> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<byte @Nullable []> content = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<FieldPackage.Kind> kind =
            new SimpleObjectProperty<>(FieldPackage.Kind.MESSAGE);
    private final ObjectProperty<DeviceKind> deviceKind =
            new SimpleObjectProperty<>(DeviceKind.PAYMENT_POINT);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty version = new SimpleStringProperty("");
    private final StringProperty language = new SimpleStringProperty("");
    private final StringProperty client = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final StringProperty file = new SimpleStringProperty("");
    private final ObjectProperty<byte @Nullable []> draft = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    public PackagesViewModel(Session session) {
        this.session = session;
        chosen.subscribe(this::readContent);
    }

    ObservableList<FieldPackage> packages() {
        return packages;
    }

    ObjectProperty<@Nullable FieldPackage> chosen() {
        return chosen;
    }

    /// Of an image or a message that is chosen; else null.
    ObjectProperty<byte @Nullable []> content() {
        return content;
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty open() {
        return open;
    }

    ObjectProperty<FieldPackage.Kind> kind() {
        return kind;
    }

    ObjectProperty<DeviceKind> deviceKind() {
        return deviceKind;
    }

    StringProperty name() {
        return name;
    }

    StringProperty version() {
        return version;
    }

    StringProperty language() {
        return language;
    }

    StringProperty client() {
        return client;
    }

    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /// Name and size of the file that was chosen.
    StringProperty file() {
        return file;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    boolean mayAdd() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    public void refresh() {
        session.background()
                .run(
                        "packages.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().packages().list(session.actor()),
                        found -> {
                            if (!packages.equals(found)) {
                                packages.setAll(found);
                            }
                        });
    }

    private void readContent(@Nullable FieldPackage one) {
        content.set(null);
        if (one != null && one.kind() != FieldPackage.Kind.PROGRAM) {
            session.background()
                    .run(
                            "packages.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().packages().content(session.actor(), one.number()),
                            found -> found.ifPresent(content::set));
        }
    }

    void begin() {
        problems.clear();
        once.answered();
        List.of(name, version, language, client, file).forEach(text -> text.set(""));
        from.set(null);
        until.set(null);
        draft.set(null);
        open.set(true);
    }

    void chooseFile() {
        session.dialogs()
                .chooseFile("packages.choose-file", "packages.files", List.of("*.*"))
                .ifPresent(this::read);
    }

    private void read(Path path) {
        session.background()
                .run(
                        "packages.reading",
                        busy,
                        () -> {
                            try (var in = Files.newInputStream(path)) {
                                return in.readNBytes(FieldPackage.Kind.PROGRAM.heaviest() + 1);
                            }
                        },
                        bytes -> {
                            draft.set(bytes);
                            file.set(path.getFileName() + " · " + bytes.length / 1024 + " KiB");
                        });
    }

    void add() {
        problems.clear();
        var bytes = draft.get();
        if (bytes == null) {
            problems.add(Problem.of("file", "", "packages.no-file"));
            return;
        }
        var wanted =
                new Draft(
                        kind.get(),
                        name.get().strip(),
                        version.get().strip(),
                        deviceKind.get(),
                        language.get().strip().toLowerCase(Locale.ROOT),
                        client.get().strip(),
                        begin(from.get(), 0),
                        begin(until.get(), 1));
        var request = once.request();
        session.background()
                .run(
                        "packages.adding",
                        busy,
                        () ->
                                session.doors()
                                        .packages()
                                        .add(session.actor(), request, wanted, bytes),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case AddOutcome.Added(var added) -> {
                                    open.set(false);
                                    session.notices()
                                            .done(Message.of("packages.added", added.title()));
                                    refresh();
                                }
                                case AddOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    /// The last day counts to its end.
    private @Nullable Instant begin(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(session.site().zone()).toInstant();
    }
}
