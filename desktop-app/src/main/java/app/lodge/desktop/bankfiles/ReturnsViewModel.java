package app.lodge.desktop.bankfiles;

import app.lodge.core.books.Problem;
import app.lodge.core.topups.BankFiles.ReturnRow;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.core.topups.BankFiles.Returns;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A file of returns from the bank: shown against the orders and transfers first, then done (ID-29).
public final class ReturnsViewModel {

    private static final long LARGEST_FILE = 16L << 20;

    private final Session session;
    private final Runnable done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<ReturnRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ReturnsFile> file = new SimpleObjectProperty<>();
    private final Once once = new Once();

    ReturnsViewModel(Session session, Runnable done) {
        this.session = session;
        this.done = done;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ObservableList<ReturnRow> rows() {
        return rows;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public long ready() {
        return rows.stream().filter(row -> row.state() == ReturnState.READY).count();
    }

    public void choose() {
        session.dialogs()
                .chooseFile(
                        "bank-returns.title",
                        "bank-returns.files",
                        List.of("*.csv", "*.xlsx", "*.xml"))
                .ifPresent(this::preview);
    }

    private void preview(Path path) {
        session.background()
                .run(
                        "bank-returns.reading",
                        busy,
                        () -> {
                            var read = read(path);
                            return new Preview(
                                    read,
                                    session.doors()
                                            .bankFiles()
                                            .previewReturns(session.actor(), read));
                        },
                        this::show);
    }

    private static ReturnsFile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new IOException("%s is larger than %d bytes".formatted(path, LARGEST_FILE));
        }
        return new ReturnsFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }

    private record Preview(ReturnsFile file, Returns returns) {}

    private void show(Preview preview) {
        file.set(preview.file());
        rows.setAll(preview.returns().rows());
        problems.setAll(preview.returns().problems());
        once.answered();
        open.set(true);
    }

    public void apply() {
        var chosen = file.get();
        if (chosen == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "bank-returns.reading",
                        busy,
                        () ->
                                session.doors()
                                        .bankFiles()
                                        .applyReturns(session.actor(), request, chosen),
                        returns -> {
                            once.answered();
                            open.set(false);
                            session.notices()
                                    .done(
                                            Message.of(
                                                    "bank-returns.done",
                                                    returns.count(ReturnState.RETURNED_NOW)));
                            done.run();
                        });
    }
}
