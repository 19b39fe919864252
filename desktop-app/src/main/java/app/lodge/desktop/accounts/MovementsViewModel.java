package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The movements of the account that is shown: why they are looked at, which of them, and as a file
/// (ID-21, ID-55).
public final class MovementsViewModel {

    private static final int EXPORT_PAGE = 500;

    private final Session session;
    private final PagedList<Movement> rows;
    private final FilterViewModel filter;
    private final ObjectProperty<LookPurpose> purpose =
            new SimpleObjectProperty<>(LookPurpose.COUNTER);
    private final BooleanProperty filtering = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /// Both are read beside the screen.
    private volatile LookPurpose purposeNow = LookPurpose.COUNTER;

    private volatile @Nullable AccountId shown;

    MovementsViewModel(Session session, SavedFilters kept) {
        this.session = session;
        rows = new PagedList<>(session.background(), "accounts.reading", this::read);
        filter = new FilterViewModel(session, kept, this::readAgain);
        purpose.set(purposes().getFirst());
        purposeNow = purpose.get();
        purpose.subscribe((_, now) -> {
            purposeNow = now;
            readAgain();
        });
    }

    private Page<Movement> read(@Nullable String after, int limit) {
        var id = shown;
        return id == null
                ? new Page<>(List.of(), null)
                : session.doors()
                        .statements()
                        .page(session.actor(), id, purposeNow, filter.now(), after, limit);
    }

    private void readAgain() {
        if (shown != null) {
            rows.clear();
            rows.reload();
        }
    }

    public PagedList<Movement> paged() {
        return rows;
    }

    public ObservableList<Movement> rows() {
        return rows.rows();
    }

    public FilterViewModel filter() {
        return filter;
    }

    /// Whether the filters are on the screen.
    public BooleanProperty filtering() {
        return filtering;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Why the movements are looked at; another one than the counter's shows all of them, and is
    /// journalled.
    public ObjectProperty<LookPurpose> purpose() {
        return purpose;
    }

    /// The purposes that this operator has, the one to begin with first.
    public List<LookPurpose> purposes() {
        var journalled =
                Arrays.stream(LookPurpose.values()).filter(one -> one != LookPurpose.COUNTER);
        return (session.actor().may(Permission.TOP_UP)
                        ? Stream.concat(Stream.of(LookPurpose.COUNTER), journalled)
                        : journalled)
                .toList();
    }

    /// Each person's movements are asked for anew.
    void show(Account account) {
        var id = account.id();
        boolean another = !id.equals(shown);
        if (another) {
            shown = null;
            purpose.set(purposes().getFirst());
            rows.clear();
            session.background()
                    .run("accounts.reading", busy, () -> choices(account), filter::show);
        }
        shown = id;
        rows.reload();
    }

    private FilterViewModel.Choices choices(Account account) {
        var statements = session.doors().statements();
        var id = account.id();
        return new FilterViewModel.Choices(
                statements.places(session.actor(), id),
                statements.centres(session.actor(), id),
                statements.clerks(session.actor(), id),
                statements.media(session.actor(), id),
                account.balance().currency());
    }

    /// Saves all that the filter finds, as CSV (ID-54).
    public void export() {
        var id = shown;
        if (id == null) {
            return;
        }
        session.dialogs()
                .chooseTarget("accounts.save-movements", "movements-%d.csv".formatted(id.number()))
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "accounts.exporting",
                                        busy,
                                        () -> write(id, target),
                                        name ->
                                                session.notices()
                                                        .done(Message.of("notice.saved", name))));
    }

    private String write(AccountId id, Path target) throws java.io.IOException {
        var all = new ArrayList<Movement>();
        @Nullable String next = null;
        do {
            var page =
                    session.doors()
                            .statements()
                            .page(session.actor(), id, purposeNow, filter.now(), next, EXPORT_PAGE);
            all.addAll(page.rows());
            next = page.next();
        } while (next != null);
        Files.write(target, MovementsCsv.of(session, all));
        return target.getFileName().toString();
    }
}
