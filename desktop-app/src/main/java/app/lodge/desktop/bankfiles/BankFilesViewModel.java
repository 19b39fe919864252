package app.lodge.desktop.bankfiles;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.Creditor;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What waits for the bank, the files that were made, and what comes back (ID-28, ID-29, ID-64).
public final class BankFilesViewModel {

    private static final int FILES = 200;

    private final Session session;
    private final ObservableList<BankFile> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Creditor> creditor = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BankFile> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final RunViewModel collection;
    private final RunViewModel payout;
    private final CreditorViewModel details;
    private final ReturnsViewModel returns;
    private final Once once = new Once();

    public BankFilesViewModel(Session session) {
        this.session = session;
        collection = new RunViewModel(session, Kind.COLLECTION, this::refresh);
        payout = new RunViewModel(session, Kind.PAYOUT, this::refresh);
        details = new CreditorViewModel(session, this::refresh);
        returns = new ReturnsViewModel(session, this::refresh);
    }

    public boolean allowed() {
        return session.actor().may(Permission.MOVE_MONEY);
    }

    public boolean mayChangeDetails() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    /// Newest first.
    public ObservableList<BankFile> files() {
        return files;
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Creditor> creditor() {
        return creditor;
    }

    public ObjectProperty<@Nullable BankFile> chosen() {
        return chosen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public RunViewModel run(Kind kind) {
        return switch (kind) {
            case COLLECTION -> collection;
            case PAYOUT -> payout;
        };
    }

    public CreditorViewModel details() {
        return details;
    }

    public ReturnsViewModel returns() {
        return returns;
    }

    private record Reading(
            List<BankFile> files,
            Creditor creditor,
            List<RunViewModel.Row> debits,
            List<RunViewModel.Row> transfers) {}

    public void refresh() {
        if (allowed()) {
            session.background().run("bank-desk.reading", busy, this::read, this::show);
        }
    }

    private Reading read() {
        var door = session.doors().bankFiles();
        var names = new PersonNames(session);
        return new Reading(
                door.files(session.actor(), FILES),
                door.creditor(session.actor()),
                collection.read(names),
                payout.read(names));
    }

    private void show(Reading reading) {
        files.setAll(reading.files());
        creditor.set(reading.creditor());
        collection.show(reading.debits());
        payout.show(reading.transfers());
        chosen.set(null);
    }

    public void changeDetails() {
        var now = creditor.get();
        details.begin(now == null ? Creditor.NONE : now);
    }

    static boolean confirmable(@Nullable BankFile file) {
        return file != null && file.state() == BankFile.State.WRITTEN;
    }

    boolean anyStored() {
        return files.stream().anyMatch(file -> file.state() == BankFile.State.STORED);
    }

    /// Tries again to write what is not in its folder.
    public void resume() {
        session.background()
                .run(
                        "bank-desk.writing",
                        busy,
                        () -> session.doors().bankFiles().resume(session.actor()),
                        left -> {
                            if (left.isEmpty()) {
                                session.notices().done(Message.of("bank-desk.all-written"));
                            } else {
                                session.notices()
                                        .warn(Message.of("bank-desk.still-unwritten", left.size()));
                            }
                            refresh();
                        });
    }

    /// The bank has carried the chosen file out; asks first, for that money is out, and its payments are settled.
    public void carriedOut() {
        var file = chosen.get();
        if (file == null || !confirmable(file)) {
            return;
        }
        session.dialogs()
                .confirm(
                        Message.of("bank-desk.carried-asks", file.name()),
                        Message.of(
                                "bank-desk.carried-explains",
                                String.valueOf(file.orders()),
                                file.amount()),
                        "bank-desk.carried",
                        () -> confirm(file));
    }

    private void confirm(BankFile file) {
        var request = once.request();
        session.background()
                .run(
                        "bank-desk.writing",
                        busy,
                        () ->
                                session.doors()
                                        .bankFiles()
                                        .carriedOut(session.actor(), request, file.number()),
                        this::confirmed);
    }

    private void confirmed(List<Problem> problems) {
        once.answered();
        if (problems.isEmpty()) {
            session.notices().done(Message.of("bank-desk.carried-done"));
        }
        problems.forEach(problem -> session.notices().warn(Message.of(problem)));
        refresh();
    }
}
