package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Page;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.InlineBackground;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that nobody has scrolled through is exported whole: more rows than a screen ever holds.
@Tag("ID-49")
class LongExportTest {

    private static final int ROWS = PageShelf.MOST + 700;

    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    private final List<Message> told = new CopyOnWriteArrayList<>();
    private volatile Runnable between = () -> {};

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    /// Each page of a thousand that are asked for has what was asked for.
    private Page<Integer> page(@Nullable String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after);
        if (from > 0) {
            between.run();
        }
        int to = Math.min(ROWS, from + limit);
        return new Page<>(
                IntStream.range(from, to).boxed().toList(), to < ROWS ? String.valueOf(to) : null);
    }

    @Test
    void everyRowIsInTheFileInItsOrderThoughOnlyTheFirstPageWasRead() throws Exception {
        var list = new PagedList<>(new InlineBackground(), "people.reading", this::page);
        var file = folder.resolve("rows.csv");
        Toolkit.run(() -> {
            var table = table(list);
            assertThat(table.getItems()).hasSize(100);
            export(new InlineBackground()).write(file, table);
            assertThat(table.getItems()).as("the screen is as it was").hasSize(100);
        });
        assertThat(Files.readAllLines(file).stream().skip(1))
                .containsExactlyElementsOf(
                        IntStream.range(0, ROWS).mapToObj(row -> "\"%d\"".formatted(row)).toList());
        assertThat(told).containsExactly(Message.of("tables.exported", ROWS, file.toString()));
    }

    @Test
    void theSameRowsAreInTheWorkbook() throws Exception {
        var list = new PagedList<>(new InlineBackground(), "people.reading", this::page);
        var file = folder.resolve("rows.xlsx");
        Toolkit.run(() -> export(new InlineBackground()).write(file, table(list)));
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            assertThat(book.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(0)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, ROWS).mapToObj(String::valueOf).toList());
        }
    }

    @Test
    void anotherFilterMeanwhileLeavesNoFileOfTwoLists() throws Exception {
        var list = new PagedList<>(new InlineBackground(), "people.reading", this::page);
        var file = folder.resolve("rows.csv");
        Toolkit.run(() -> {
            var table = table(list);
            between = list::reload;
            export(new InlineBackground()).write(file, table);
        });
        assertThat(told).containsExactly(Message.of("tables.export-changed", file.toString()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itSaysHowFarItIsAndStopsWhenAskedTo() throws Exception {
        var background = new FxBackground(thrown -> told.add(Message.of(thrown.toString())));
        var list = new PagedList<>(new InlineBackground(), "people.reading", this::page);
        var file = folder.resolve("rows.csv");
        var reached = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        between =
                () -> {
                    reached.countDown();
                    await(asked);
                };
        Toolkit.run(() -> export(background).write(file, table(list)));
        await(reached);
        Toolkit.run(() -> {
            assertThat(background.running().getFirst().where().getValue())
                    .isEqualTo(Message.of("tables.rows-so-far", 0));
            background.running().getFirst().stop();
        });
        asked.countDown();
        OnScreen.until(() -> !told.isEmpty());
        assertThat(told).containsExactly(Message.of("tables.export-stopped", file.toString()));
        assertThat(folder).isEmptyDirectory();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private TableExport export(Background background) {
        var kit = new Kit(new Texts(Locale.ENGLISH), (_, _) -> {}, ZoneOffset.UTC);
        return new TableExport(() -> kit, background, new Heard());
    }

    private static TableView<Integer> table(PagedList<Integer> list) {
        list.reload();
        var table = Tables.paged("rows", "rows", list, new Label());
        table.getColumns().add(Tables.number("Row", 90, String::valueOf));
        return table;
    }

    private final class Heard implements Notices {
        @Override
        public void done(Message message) {
            told.add(message);
        }

        @Override
        public void done(Message message, Runnable undo) {
            told.add(message);
        }

        @Override
        public void warn(Message message) {
            told.add(message);
        }
    }
}
