package app.lodge.desktop.shell;

import java.util.Collections;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows of a long list as a table sees them: as many as are known. A row whose page was put away is
/// null until it has been read again, which asking for it begins.
final class PagedRows<T> extends ObservableListBase<@Nullable T> {

    private final PageShelf<T> shelf;
    private final IntConsumer ask;
    private int size;

    /// @param ask told the page of a row that is not there
    PagedRows(PageShelf<T> shelf, IntConsumer ask) {
        this.shelf = shelf;
        this.ask = ask;
    }

    @Override
    public @Nullable T get(int row) {
        java.util.Objects.checkIndex(row, size);
        int page = shelf.pageOf(row);
        if (shelf.missing(page)) {
            ask.accept(page);
        }
        return row < shelf.rows() ? shelf.row(row) : null;
    }

    @Override
    public int size() {
        return size;
    }

    /// There are other rows from the first one on.
    void replaced() {
        int before = size;
        size = shelf.rows();
        beginChange();
        nextReplace(0, size, Collections.nCopies(before, null));
        endChange();
    }

    /// There are more or fewer at the end.
    void resized() {
        int before = size;
        size = shelf.rows();
        beginChange();
        if (size > before) {
            nextAdd(before, size);
        } else if (size < before) {
            nextRemove(size, Collections.nCopies(before - size, null));
        }
        endChange();
    }
}
