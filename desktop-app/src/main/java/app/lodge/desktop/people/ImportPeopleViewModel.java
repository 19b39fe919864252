package app.lodge.desktop.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport.ImportOutcome;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PersonnelImport.Preview;
import app.lodge.core.people.PersonnelImport.PreviewRow;
import app.lodge.core.people.PersonnelImport.Proposal;
import app.lodge.core.people.PersonnelImport.RowState;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Loads a personnel file in three steps: file, columns, preview; nothing is written before the last
/// button (ID-04, ID-05).
public final class ImportPeopleViewModel {

    private final Session session;
    private final Runnable imported;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FILE);
    private final ObjectProperty<@Nullable Proposal> proposal = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ImportOutcome> outcome = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty blockMissing = new SimpleBooleanProperty();
    private final BooleanProperty keepMapping = new SimpleBooleanProperty(true);
    private final Map<String, StringProperty> columns = new LinkedHashMap<>();
    private final Once once = new Once();
    private @Nullable PersonnelFile file;

    enum Step {
        FILE,
        COLUMNS,
        PREVIEW,
        RESULT
    }

    ImportPeopleViewModel(Session session, Runnable imported) {
        this.session = session;
        this.imported = imported;
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

    ObjectProperty<@Nullable Proposal> proposal() {
        return proposal;
    }

    ObjectProperty<@Nullable Preview> preview() {
        return preview;
    }

    ObjectProperty<@Nullable ImportOutcome> outcome() {
        return outcome;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// The preview's rows that are shown: all of them, or those of one state.
    ObservableList<PreviewRow> rows() {
        return rows;
    }

    BooleanProperty blockMissing() {
        return blockMissing;
    }

    BooleanProperty keepMapping() {
        return keepMapping;
    }

    /// Heading of the file → field it goes to, empty for none; in the file's order.
    Map<String, StringProperty> columns() {
        return columns;
    }

    String fileName() {
        return file == null ? "" : file.name();
    }

    public void begin() {
        step.set(Step.FILE);
        problems.clear();
        open.set(true);
    }

    void choose() {
        session.dialogs()
                .chooseFile("import.choose", "import.kind", List.of("*.csv", "*.xlsx", "*.txt"))
                .ifPresent(this::load);
    }

    void load(Path path) {
        problems.clear();
        session.background()
                .run(
                        "import.reading",
                        busy,
                        () -> {
                            var read =
                                    new PersonnelFile(
                                            path.getFileName().toString(),
                                            Files.readAllBytes(path));
                            return Map.entry(
                                    read, session.doors().imports().open(session.actor(), read));
                        },
                        entry -> opened(entry.getKey(), entry.getValue()));
    }

    private void opened(PersonnelFile read, Proposal proposed) {
        file = read;
        proposal.set(proposed);
        problems.setAll(proposed.problems());
        columns.clear();
        proposed.headings()
                .forEach(heading ->
                        columns.put(
                                heading,
                                new SimpleStringProperty(
                                        proposed.mapping().columns().getOrDefault(heading, ""))));
        if (proposed.problems().isEmpty()) {
            step.set(Step.COLUMNS);
        }
    }

    void back() {
        problems.clear();
        step.set(
                switch (step.get()) {
                    case FILE, COLUMNS -> Step.FILE;
                    case PREVIEW -> Step.COLUMNS;
                    case RESULT -> Step.RESULT;
                });
    }

    /// Reads every row and says what would happen to it.
    void look() {
        var read = file;
        if (read == null) {
            return;
        }
        var mapping = mapping();
        boolean keep = keepMapping.get();
        session.background()
                .run(
                        "import.previewing",
                        busy,
                        () -> {
                            if (keep) {
                                session.doors().imports().saveMapping(session.actor(), mapping);
                            }
                            return session.doors()
                                    .imports()
                                    .preview(session.actor(), read, mapping);
                        },
                        this::previewed);
    }

    private void previewed(Preview seen) {
        problems.setAll(seen.problems());
        if (seen.problems().isEmpty()) {
            preview.set(seen);
            blockMissing.set(false);
            step.set(Step.PREVIEW);
            show(seen.count(RowState.FAULTY) > 0 ? Optional.of(RowState.FAULTY) : Optional.empty());
        }
    }

    /// Shows the preview's rows of one state, or all.
    void show(Optional<RowState> state) {
        var seen = preview.get();
        if (seen != null) {
            rows.setAll(
                    seen.rows().stream()
                            .filter(row -> state.isEmpty() || row.state() == state.get())
                            .toList());
        }
    }

    /// Writes what the preview showed.
    void apply() {
        var read = file;
        var seen = preview.get();
        if (read == null || seen == null) {
            return;
        }
        var mapping = mapping();
        List<PersonId> missing =
                blockMissing.get() ? seen.missing().stream().map(Person::id).toList() : List.of();
        var request = once.request();
        session.background()
                .run(
                        "import.applying",
                        busy,
                        () ->
                                session.doors()
                                        .imports()
                                        .apply(session.actor(), request, read, mapping, missing),
                        this::applied);
    }

    private void applied(ImportOutcome done) {
        once.answered();
        problems.setAll(done.problems());
        if (done.problems().isEmpty()) {
            outcome.set(done);
            step.set(Step.RESULT);
            session.notices()
                    .done(Message.of("import.done-notice", done.enrolled(), done.changed()));
            imported.run();
        }
    }

    private Mapping mapping() {
        var chosen = new LinkedHashMap<String, String>();
        columns.forEach((heading, field) -> {
            if (!field.get().isEmpty()) {
                chosen.put(heading, field.get());
            }
        });
        var proposed = proposal.get();
        var name = proposed == null ? "" : proposed.mapping().name();
        return new Mapping(name.isEmpty() ? fileName() : name, chosen);
    }
}
