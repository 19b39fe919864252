package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import app.lodge.core.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Writes every row that a table's filter finds into a file, however many there are: each page is read beside
/// the screen, put into words on its thread, and written before the next one is read.
final class TableExport {

    private static final int PAGE = 500;

    /// For the screen to say a page in words; it may be drawing.
    private static final long WORDS_SECONDS = 120;

    private final Supplier<Kit> kit;
    private final Background background;
    private final Notices notices;

    TableExport(Supplier<Kit> kit, Background background, Notices notices) {
        this.kit = kit;
        this.background = background;
        this.notices = notices;
    }

    /// How it ended.
    private sealed interface End {
        record Written(int rows) implements End {}

        record Stopped() implements End {}

        /// Another filter is wanted now.
        record Changed() implements End {}

        record TooLong(int most) implements End {}

        record NotWritable() implements End {}
    }

    /// A page that has been read.
    ///
    /// @param before how many were written until then
    private record Reached<T>(List<T> rows, int before) implements Background.Reached {
        @Override
        public Message words() {
            return Message.of("tables.rows-so-far", before);
        }
    }

    <T> void write(Path target, TableView<T> from) {
        var comma = DecimalFormatSymbols.getInstance(kit.get().habits()).getDecimalSeparator();
        char separator = comma == ',' ? ';' : ',';
        var columns = TableText.columns(from);
        var same = unchanged(from);
        BlockingQueue<Optional<List<List<String>>>> said = new ArrayBlockingQueue<>(1);
        var reader = reader(from);
        background.<Reached<T>, End>run(
                "tables.exporting",
                new SimpleBooleanProperty(),
                progress ->
                        written(() -> {
                            var pages = new Pages<>(reader, progress, said);
                            TableFile.write(target, TableText.heading(columns), pages, separator);
                            return pages.written;
                        }),
                page -> said.add(words(columns, page.rows(), same)),
                end -> told(end, target));
    }

    private static <T> Optional<List<List<String>>> words(
            List<TableColumn<T, ?>> columns, List<T> rows, BooleanSupplier same) {
        return same.getAsBoolean() ? Optional.of(TableText.lines(columns, rows)) : Optional.empty();
    }

    @FunctionalInterface
    private interface Writing {
        int rows() throws IOException;
    }

    private static End written(Writing writing) {
        try {
            return new End.Written(writing.rows());
        } catch (BrokenOff e) {
            return e.end;
        } catch (TableFile.TooLong e) {
            return new End.TooLong(e.most());
        } catch (IOException e) {
            return new End.NotWritable();
        }
    }

    private void told(End end, Path target) {
        var file = target.toString();
        switch (end) {
            case End.Written(int rows) -> notices.done(Message.of("tables.exported", rows, file));
            case End.Stopped() -> notices.warn(Message.of("tables.export-stopped", file));
            case End.Changed() -> notices.warn(Message.of("tables.export-changed", file));
            case End.TooLong(int most) ->
                    notices.warn(Message.of("tables.export-too-long", most, file));
            case End.NotWritable() -> notices.warn(Message.of("tables.not-exported", file));
        }
    }

    @SuppressWarnings("unchecked") // put there by Tables.paged, for the same table
    private static <T> PagedList.PageReader<T> reader(TableView<T> from) {
        return from.getProperties().get(PagedList.class) instanceof PagedList<?> list
                ? ((PagedList<T>) list).reader()
                : slices(List.copyOf(from.getItems()));
    }

    /// Asked on the screen's thread, where a filter is changed.
    private static BooleanSupplier unchanged(TableView<?> from) {
        if (from.getProperties().get(PagedList.class) instanceof PagedList<?> list) {
            int begun = list.filters();
            return () -> list.filters() == begun;
        }
        return () -> true;
    }

    private static <T> PagedList.PageReader<T> slices(List<T> all) {
        return (after, limit) -> {
            int from = after == null ? 0 : Integer.parseInt(after);
            int to = Math.min(all.size(), from + limit);
            return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
        };
    }

    /// The file's own: what was written of it is thrown away.
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1;
        private final transient End end;

        private BrokenOff(End end) {
            super(end.toString());
            this.end = end;
        }
    }

    /// The pages of a list, in words, one after the other.
    private static final class Pages<T> implements TableFile.Pages {

        private final PagedList.PageReader<T> reader;
        private final Progress<Reached<T>> progress;
        private final BlockingQueue<Optional<List<List<String>>>> said;
        private @Nullable String after;
        private boolean begun;
        private int written;

        private Pages(
                PagedList.PageReader<T> reader,
                Progress<Reached<T>> progress,
                BlockingQueue<Optional<List<List<String>>>> said) {
            this.reader = reader;
            this.progress = progress;
            this.said = said;
        }

        @Override
        public @Nullable List<List<String>> next() throws IOException {
            if (begun && after == null) {
                return null;
            }
            if (progress.stopRequested()) {
                throw new BrokenOff(new End.Stopped());
            }
            var page = reader.read(after, PAGE);
            begun = true;
            after = page.next();
            progress.at(new Reached<>(page.rows(), written));
            var lines = words();
            written += lines.size();
            return lines;
        }

        private List<List<String>> words() throws IOException {
            try {
                var words = said.poll(WORDS_SECONDS, TimeUnit.SECONDS);
                if (words == null) {
                    throw new IllegalStateException(
                            "The screen put no page into words within %d s"
                                    .formatted(WORDS_SECONDS));
                }
                return words.orElseThrow(() -> new BrokenOff(new End.Changed()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokenOff(new End.Stopped());
            }
        }
    }
}
