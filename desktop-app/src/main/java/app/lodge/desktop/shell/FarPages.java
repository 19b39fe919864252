package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import app.lodge.core.work.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reading on to the end of a long list: of all but the last pages only where they are.
final class FarPages {

    private FarPages() {}

    /// @param page null for one that is only passed by
    record Read<T>(String after, int size, @Nullable String next, @Nullable Page<T> page) {}

    /// Stops between two pages when it is asked to.
    static <T> List<Read<T>> from(
            String from, int limit, PagedList.PageReader<T> reader, Progress<String> progress) {
        List<Read<T>> all = new ArrayList<>();
        String after = from;
        while (after != null && !progress.stopRequested()) {
            var page = reader.read(after, limit);
            all.add(new Read<>(after, page.rows().size(), page.next(), page));
            int past = all.size() - 1 - PageShelf.MOST / limit;
            if (past >= 0) {
                var passed = all.get(past);
                all.set(past, new Read<>(passed.after(), passed.size(), passed.next(), null));
            }
            after = page.next();
        }
        return all;
    }
}
