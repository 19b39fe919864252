package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where each page of a long list begins, as far as it has been read, and the rows of those pages that were
/// looked at last. A page that was put away is read again from where it began, so it holds the same rows.
final class PageShelf<T> {

    /// Rows that are held at most, however long the list; a screen shows some 60.
    static final int MOST = 2000;

    private final List<Place> places = new ArrayList<>();
    private final LinkedHashMap<Integer, List<T>> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> stale = new HashSet<>();
    private int rowsHeld;

    /// One page.
    ///
    /// @param start number of its first row, from 0
    /// @param after what it was read with; null on the first one
    /// @param next what the one behind it is read with; null if there is none
    record Place(int start, @Nullable String after, int limit, int size, @Nullable String next) {

        Place {
            if (start < 0 || limit < 1 || size < 0) {
                throw new IllegalArgumentException(
                        "A page of %d rows from %d, limit %d".formatted(size, start, limit));
            }
        }

        int end() {
            return start + size;
        }

        boolean same(Page<?> read) {
            return size == read.rows().size() && Objects.equals(next, read.next());
        }
    }

    int rows() {
        return places.isEmpty() ? 0 : places.getLast().end();
    }

    int pages() {
        return places.size();
    }

    int rowsHeld() {
        return rowsHeld;
    }

    Place place(int page) {
        return places.get(page);
    }

    /// The one that has a row.
    int pageOf(int row) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (places.get(middle).start() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Rows of one page.
    ///
    /// @param rows counted from the page's first
    record Part(Place place, List<Integer> rows) {}

    /// Rows in their order, by the page that has them.
    List<Part> parts(List<Integer> wanted) {
        List<Part> parts = new ArrayList<>();
        for (int row : wanted) {
            var place = place(pageOf(row));
            if (parts.isEmpty() || !parts.getLast().place().equals(place)) {
                parts.add(new Part(place, new ArrayList<>()));
            }
            parts.getLast().rows().add(row - place.start());
        }
        return parts;
    }

    /// Null while its page is put away.
    @Nullable T row(int row) {
        int page = pageOf(row);
        var rows = held.get(page);
        return rows == null ? null : rows.get(row - places.get(page).start());
    }

    /// The first held row of which something is true.
    OptionalInt find(Predicate<T> wanted) {
        for (int page = 0; page < places.size(); page++) {
            if (held.containsKey(page)) {
                int start = places.get(page).start();
                for (int row = start; row < places.get(page).end(); row++) {
                    if (wanted.test(row(row))) {
                        return OptionalInt.of(row);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    /// Whether a page has to be read before its rows can be believed.
    boolean missing(int page) {
        return page < places.size() && (!held.containsKey(page) || stale.contains(page));
    }

    /// All that is held is shown until it has been read again.
    void doubt() {
        stale.addAll(held.keySet());
    }

    /// Where the next page begins, if one is known to follow.
    @Nullable String next() {
        return places.isEmpty() ? null : places.getLast().next();
    }

    /// Puts the next page behind the last one.
    void append(@Nullable String after, int limit, Page<T> read) {
        passBy(after, limit, read.rows().size(), read.next());
        hold(places.size() - 1, read.rows());
    }

    /// Puts the next page behind the last one and holds none of its rows.
    void passBy(@Nullable String after, int limit, int size, @Nullable String next) {
        places.add(new Place(rows(), after, limit, size, next));
    }

    /// Puts back a page that was read again. If it ends elsewhere by now, those behind it are forgotten:
    /// they would double or drop rows.
    void put(int page, Page<T> read) {
        var place = places.get(page);
        if (!place.same(read)) {
            forgetFrom(page);
            append(place.after(), place.limit(), read);
            return;
        }
        hold(page, read.rows());
    }

    void clear() {
        forgetFrom(0);
    }

    private void forgetFrom(int page) {
        places.subList(page, places.size()).clear();
        for (int each : List.copyOf(held.keySet())) {
            if (each >= page) {
                drop(each);
            }
        }
    }

    private void hold(int page, List<T> rows) {
        drop(page);
        held.put(page, rows);
        rowsHeld += rows.size();
        while (rowsHeld > MOST && held.size() > 1) {
            drop(held.firstEntry().getKey());
        }
    }

    private void drop(int page) {
        var rows = held.remove(page);
        stale.remove(page);
        if (rows != null) {
            rowsHeld -= rows.size();
        }
    }
}
