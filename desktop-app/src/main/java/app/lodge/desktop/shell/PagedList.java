package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A long list read page by page as somebody scrolls.
///
/// One read runs at a time; a reload asked for meanwhile runs when it has ended, so that typing into
/// a search box asks no more often than answers come.
public final class PagedList<T> {

    private static final int PAGE = 100;

    private final Background background;
    private final String titleKey;
    private final PageReader<T> reader;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private @Nullable String next;
    private boolean stale;

    public PagedList(Background background, String titleKey, PageReader<T> reader) {
        this.background = background;
        this.titleKey = titleKey;
        this.reader = reader;
    }

    public ObservableList<T> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy;
    }

    /// True once the first page has arrived: only then is "nothing found" true.
    public ReadOnlyBooleanProperty loaded() {
        return loaded;
    }

    /// Reads from the beginning, as many rows as were shown.
    public void reload() {
        if (busy.get()) {
            stale = true;
            return;
        }
        int wanted = Math.max(PAGE, Math.min(500, rows.size()));
        background.run(titleKey, busy, () -> reader.read(null, wanted), this::show);
    }

    /// Reads the next page, if there is one.
    public void more() {
        if (busy.get() || next == null) {
            return;
        }
        var after = next;
        background.run(titleKey, busy, () -> reader.read(after, PAGE), this::append);
    }

    public void clear() {
        rows.clear();
        next = null;
        loaded.set(false);
    }

    private void show(Page<T> page) {
        next = page.next();
        if (!rows.equals(page.rows())) {
            rows.setAll(page.rows());
        }
        loaded.set(true);
        readAgainIfStale();
    }

    private void append(Page<T> page) {
        next = page.next();
        List<T> all = new ArrayList<>(rows);
        all.addAll(page.rows());
        rows.setAll(all);
        readAgainIfStale();
    }

    private void readAgainIfStale() {
        if (stale) {
            stale = false;
            reload();
        }
    }

    /// Reads one page behind the screen.
    @FunctionalInterface
    public interface PageReader<T> {
        Page<T> read(@Nullable String after, int limit);
    }
}
