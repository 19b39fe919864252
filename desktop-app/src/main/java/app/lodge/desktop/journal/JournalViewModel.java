package app.lodge.desktop.journal;

import app.lodge.core.books.Page;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of the journal.
public final class JournalViewModel {

    private final Session session;
    private final JournalFilterViewModel filter;
    private final PagedList<JournalRow> rows;
    private final EntryViewModel entry;

    /// Read beside the screen.
    private volatile Filter wanted = Filter.all();

    public JournalViewModel(Session session, SavedFilters kept) {
        this.session = session;
        rows = new PagedList<>(session.background(), "journal.reading", this::read);
        filter = new JournalFilterViewModel(session, kept);
        entry = new EntryViewModel(session);
        filter.applied()
                .subscribe((_, now) -> {
                    wanted = now;
                    rows.reload();
                });
    }

    /// Goes on where a text is found seldom, until a page is full, the journal ends or another filter is wanted.
    private Page<JournalRow> read(@Nullable String after, int limit) {
        var asked = wanted;
        if (JournalFilterViewModel.reasonMissing(asked)) {
            return new Page<>(List.of(), null);
        }
        var found = new ArrayList<JournalRow>();
        var from = after;
        do {
            var page =
                    session.doors()
                            .journal()
                            .page(session.actor(), asked, from, limit - found.size());
            found.addAll(page.rows());
            from = page.next();
        } while (from != null
                && found.size() < limit
                && !asked.text().isEmpty()
                && asked.equals(wanted));
        return new Page<>(found, from);
    }

    public JournalFilterViewModel filter() {
        return filter;
    }

    public PagedList<JournalRow> rows() {
        return rows;
    }

    /// The opened row.
    public EntryViewModel entry() {
        return entry;
    }

    public void refresh() {
        rows.refresh();
    }
}
