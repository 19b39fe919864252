package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A long list read page by page as somebody scrolls. However far, only the rows looked at last are held
/// ({@link PageShelf}); the others are read again when somebody comes back to them.
///
/// One read runs at a time; a reload asked for meanwhile runs when it has ended, so that typing into
/// a search box asks no more often than answers come.
public final class PagedList<T> {

    private static final int PAGE = 100;
    private static final int WIDE = 500;

    /// As many pages as one screen can lie across.
    private static final int ASKED = 3;

    private final Background background;
    private final String titleKey;
    private final PageReader<T> reader;
    private final PageShelf<T> shelf = new PageShelf<>();
    private final PagedRows<T> rows = new PagedRows<>(shelf, this::ask);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private final Deque<Integer> asked = new ArrayDeque<>();
    private boolean stale;
    private boolean moreWanted;
    private @Nullable Runnable ending;
    private int age;
    private int filters;

    public PagedList(Background background, String titleKey, PageReader<T> reader) {
        this.background = background;
        this.titleKey = titleKey;
        this.reader = reader;
    }

    /// All that are known; one that is not held is null until it has arrived.
    @SuppressWarnings("NullAway") // tables show null as an empty row
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

    /// Counts pages that were read again: rows that were null are there.
    ReadOnlyIntegerProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    /// How many rows are in memory.
    public int held() {
        return shelf.rowsHeld();
    }

    /// The first of the rows in memory of which something is true.
    public OptionalInt find(Predicate<T> wanted) {
        return shelf.find(wanted);
    }

    /// Reads each page as the screen does.
    PageReader<T> reader() {
        return reader;
    }

    /// Counts the lists that were asked for; what was read of one does not go on in the next.
    int filters() {
        return filters;
    }

    /// Another list is wanted: read from the beginning, as many rows as were shown.
    public void reload() {
        filters++;
        again();
    }

    private void again() {
        if (busy.get()) {
            stale = true;
            return;
        }
        int wanted = Math.max(PAGE, Math.min(WIDE, rows.size()));
        background.run(titleKey, busy, () -> reader.read(null, wanted), page -> show(page, wanted));
    }

    /// What is looked at is read again, and the rest when somebody comes to it: the place in the list stays.
    public void refresh() {
        if (rows.size() <= WIDE) {
            again();
            return;
        }
        shelf.doubt();
        arrived();
    }

    /// Reads the next page, if there is one.
    public void more() {
        if (busy.get()) {
            moreWanted = true;
            return;
        }
        var after = shelf.next();
        if (after != null) {
            int begun = age;
            background.run(
                    titleKey,
                    busy,
                    () -> reader.read(after, PAGE),
                    page -> append(begun, after, page));
        }
    }

    /// Reads on to the last page; none but the last ones are held.
    ///
    /// @param done told when it is there; not if it was stopped before
    public void toEnd(Runnable done) {
        if (busy.get()) {
            ending = done;
            return;
        }
        var after = shelf.next();
        if (after == null) {
            done.run();
        } else {
            int begun = age;
            background.run(
                    titleKey,
                    busy,
                    (Background.Work<String, List<FarPages.Read<T>>>)
                            progress -> FarPages.from(after, WIDE, reader, progress),
                    _ -> {},
                    all -> appendAll(begun, all, done));
        }
    }

    /// Rows of the list in its order, those that are not held read again beside the screen.
    void whole(List<Integer> wanted, Consumer<List<T>> done) {
        if (wanted.stream().noneMatch(row -> shelf.row(row) == null)) {
            List<T> all = new ArrayList<>();
            wanted.forEach(row -> all.add(shelf.row(row)));
            done.accept(all);
            return;
        }
        var parts = shelf.parts(wanted);
        background.run(
                titleKey,
                new SimpleBooleanProperty(),
                () -> {
                    List<T> read = new ArrayList<>();
                    for (var part : parts) {
                        var page = reader.read(part.place().after(), part.place().limit()).rows();
                        part.rows().stream()
                                .filter(row -> row < page.size())
                                .forEach(row -> read.add(page.get(row)));
                    }
                    return read;
                },
                done);
    }

    public void clear() {
        filters++;
        begin();
        moreWanted = false;
        ending = null;
        rows.replaced();
        loaded.set(false);
    }

    /// There is another list; what is under way belongs to the one before.
    private void begin() {
        age++;
        shelf.clear();
        asked.clear();
    }

    private void ask(int page) {
        if (!asked.contains(page)) {
            asked.addLast(page);
            if (asked.size() > ASKED) {
                asked.removeFirst();
            }
        }
        readAsked();
    }

    /// The page asked for last first: whoever scrolls on does not wait for what they have passed.
    private void readAsked() {
        while (!busy.get() && !asked.isEmpty()) {
            int page = asked.removeLast();
            if (shelf.missing(page)) {
                int begun = age;
                var place = shelf.place(page);
                background.run(
                        titleKey,
                        busy,
                        () -> reader.read(place.after(), place.limit()),
                        read -> put(begun, page, place, read));
            }
        }
    }

    private void put(int begun, int page, PageShelf.Place place, Page<T> read) {
        if (begun == age && page < shelf.pages() && shelf.place(page).equals(place)) {
            shelf.put(page, read);
            if (rows.size() != shelf.rows()) {
                rows.resized();
            }
            arrived();
        }
        goOn();
    }

    private void arrived() {
        arrivals.set(arrivals.get() + 1);
    }

    private void show(Page<T> page, int limit) {
        boolean same = shelf.pages() == 1 && shelf.place(0).same(page) && rows.equals(page.rows());
        if (!same) {
            begin();
            shelf.append(null, limit, page);
            rows.replaced();
        }
        loaded.set(true);
        goOn();
    }

    private void append(int begun, String after, Page<T> page) {
        if (begun == age && after.equals(shelf.next())) {
            shelf.append(after, PAGE, page);
            rows.resized();
        }
        goOn();
    }

    private void appendAll(int begun, List<FarPages.Read<T>> all, Runnable done) {
        if (begun == age && !all.isEmpty() && all.getFirst().after().equals(shelf.next())) {
            all.forEach(this::append);
            rows.resized();
            if (shelf.next() == null) {
                done.run();
            }
        }
        goOn();
    }

    private void append(FarPages.Read<T> each) {
        var page = each.page();
        if (page == null) {
            shelf.passBy(each.after(), WIDE, each.size(), each.next());
        } else {
            shelf.append(each.after(), WIDE, page);
        }
    }

    /// What was asked for while a read ran.
    private void goOn() {
        if (stale) {
            stale = false;
            moreWanted = false;
            again();
            return;
        }
        readAsked();
        var end = ending;
        if (end != null && !busy.get()) {
            ending = null;
            toEnd(end);
        }
        if (moreWanted && !busy.get()) {
            moreWanted = false;
            more();
        }
    }

    /// Reads one page behind the screen.
    @FunctionalInterface
    public interface PageReader<T> {
        Page<T> read(@Nullable String after, int limit);
    }
}
