import app.lodge.core.books.Page;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Tables;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// A table of a million rows on a screen, read page by page from a source that answers as a bridge near by: jumps to
/// anywhere and to both ends. A jump has ended when every row that is seen is there and is the right one.
///
/// Arguments: rows (1,000,000), jumps (2,000), milliseconds that an answer takes (2).
public final class ScrollBenchmark {

    private final int rows;
    private final int answer;
    private TableView<Integer> table;
    private PagedList<Integer> list;

    private ScrollBenchmark(int rows, int answer) {
        this.rows = rows;
        this.answer = answer;
    }

    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var jumps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var answer = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        new ScrollBenchmark(rows, answer).measure(jumps);
        System.exit(0);
    }

    private void measure(int jumps) throws Exception {
        Platform.startup(() -> {});
        call(() -> {
            var background = new DesktopWindow(new Stage(), "en").background();
            list = new PagedList<>(background, "people.reading", this::page);
            table = Tables.paged("bench", "bench", list, new Label());
            table.getColumns().add(Tables.number("row", 200, String::valueOf));
            var stage = new Stage();
            stage.setScene(new Scene(table, 800, 900));
            stage.show();
            list.reload();
            return true;
        });
        until(() -> !table.getItems().isEmpty());
        var begun = System.nanoTime();
        call(() -> {
            list.toEnd(() -> {});
            return true;
        });
        until(() -> table.getItems().size() == rows);
        System.out.printf("to the end of %,d rows: %,d ms%n", rows, (System.nanoTime() - begun) / 1_000_000);
        var random = new Random(49);
        var took = new long[jumps];
        for (var jump = 0; jump < jumps; jump++) {
            var to = jump % 100 == 0 ? 0 : jump % 100 == 50 ? rows - 1 : random.nextInt(rows);
            begun = System.nanoTime();
            call(() -> {
                table.scrollTo(to);
                return true;
            });
            until(() -> right(to));
            took[jump] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%d jumps: every visible row there and right; median %.1f ms, 99 %% %.1f ms, longest %.1f ms; %,d rows held%n",
                jumps,
                took[jumps / 2] / 1e6,
                took[jumps * 99 / 100] / 1e6,
                took[jumps - 1] / 1e6,
                call(() -> list.held()));
    }

    private Page<Integer> page(String after, int limit) {
        try {
            Thread.sleep(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var from = after == null ? 0 : Integer.parseInt(after) + 1;
        var to = Math.min(from + limit, rows);
        return new Page<>(
                IntStream.range(from, to).boxed().toList(), to == rows ? null : Integer.toString(to - 1));
    }

    /// Whether the row jumped to is seen, and each row that is seen shows its own number.
    private boolean right(int to) {
        var seen = table.lookupAll(".table-row-cell").stream()
                .filter(TableRow.class::isInstance)
                .map(TableRow.class::cast)
                .filter(row -> row.isVisible() && row.getIndex() >= 0 && row.getIndex() < rows)
                .toList();
        return seen.stream().anyMatch(row -> row.getIndex() == to)
                && seen.stream().allMatch(row ->
                        row.lookupAll(".table-cell").stream()
                                .map(IndexedCell.class::cast)
                                .allMatch(cell -> String.valueOf(row.getIndex()).equals(cell.getText())));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        var end = System.nanoTime() + 120_000_000_000L;
        while (!call(holds)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A page was dropped: waited 120 s for it");
            }
            Thread.sleep(1);
        }
    }

    private static <T> T call(Callable<T> action) throws Exception {
        var task = new FutureTask<T>(action);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
