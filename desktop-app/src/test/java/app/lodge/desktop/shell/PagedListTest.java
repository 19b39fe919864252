package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Page;
import app.lodge.core.work.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A million rows, of which a screen sees forty: each is the right one, none is dropped or doubled, and few
/// are held. Answers come when the test lets them, as they come beside a screen.
@Tag("ID-49")
class PagedListTest {

    private static final int SCREEN = 40;

    private final Later later = new Later();
    private final Source source = new Source(1_000_000);
    private final PagedList<Integer> list = new PagedList<>(later, "people.reading", source::page);

    @Test
    void scrollsAMillionRowsAtRandomAndShowsTheRightOnes() {
        var random = new Random(49);
        list.reload();
        later.answer();
        list.toEnd(() -> {});
        later.answer();
        assertThat(list.rows()).hasSize(1_000_000);
        for (int jump = 0; jump < 2000; jump++) {
            int top = random.nextInt(1_000_000 - SCREEN);
            if (random.nextInt(3) == 0) {
                list.rows().get(random.nextInt(1_000_000)); // passed on the way, not waited for
            }
            seen(top, top);
        }
        seen(0, 0);
        seen(1_000_000 - SCREEN, 1_000_000 - SCREEN);
    }

    @Test
    void readsOnAsSomebodyScrollsWithoutAGap() {
        list.reload();
        later.answer();
        for (int page = 0; page < 300; page++) {
            list.more();
            list.more(); // the bar tells it twice while the read runs
            later.answer();
            seen(list.rows().size() - SCREEN, list.rows().size() - SCREEN);
        }
        assertThat(list.rows()).hasSizeGreaterThan(30_000);
        seen(0, 0);
        seen(15_000, 15_000);
    }

    @Test
    void aRowPutInWhereSomebodyLooksIsNeitherDroppedNorDoublesItsNeighbours() {
        list.reload();
        later.answer();
        for (int page = 0; page < 60; page++) {
            list.more();
            later.answer();
        }
        source.rows.add(1050, -1);
        list.refresh();
        show(1040);
        later.answer();
        var before = show(1040);
        assertThat(before).containsExactlyElementsOf(source.rows.subList(1040, 1080));
        // What was behind it is read on, from where that page ends now.
        assertThat(list.rows().size()).isEqualTo(1100);
        while (list.rows().size() < 3000) {
            list.more();
            later.answer();
        }
        for (int row = 0; row + SCREEN < 3000; row += SCREEN) {
            seen(row, row);
        }
    }

    @Test
    void anotherListBeginsAtItsBeginningWhateverWasUnderWay() {
        list.reload();
        later.answer();
        list.toEnd(() -> {});
        list.clear();
        list.reload();
        later.answer();
        assertThat(list.rows()).hasSize(100);
        seen(0, 0);
    }

    @Test
    void theEndAskedForWhileAPageIsReadIsReachedAll() {
        list.reload();
        var told = new ArrayList<String>();
        list.toEnd(() -> told.add("there"));
        later.answer();
        assertThat(told).containsExactly("there");
        assertThat(list.rows()).hasSize(1_000_000);
    }

    @Test
    void copiedRowsAreReadAgainWhereTheyWerePutAway() {
        list.reload();
        later.answer();
        list.toEnd(() -> {});
        later.answer();
        var got = new ArrayList<Integer>();
        list.whole(List.of(3, 250_000, 999_999), got::addAll);
        later.answer();
        assertThat(got).containsExactly(3, 250_000, 999_999);
        assertThat(list.held()).isLessThanOrEqualTo(PageShelf.MOST);
    }

    /// What a screen shows when all has come that it asked for.
    private void seen(int top, int first) {
        show(top);
        later.answer();
        assertThat(show(top)).containsExactlyElementsOf(source.rows.subList(first, first + SCREEN));
        assertThat(later.waiting).isEmpty();
        assertThat(list.held()).isLessThanOrEqualTo(PageShelf.MOST);
    }

    private List<@Nullable Integer> show(int top) {
        return IntStream.range(top, top + SCREEN).mapToObj(list.rows()::get).toList();
    }

    /// Rows by keyset: a page begins behind the row that the one before ended with.
    private static final class Source {
        private final List<Integer> rows = new ArrayList<>();

        Source(int many) {
            IntStream.range(0, many).forEach(rows::add);
        }

        Page<Integer> page(@Nullable String after, int limit) {
            int from = after == null ? 0 : place(Integer.parseInt(after)) + 1;
            int to = Math.min(from + limit, rows.size());
            var page = List.copyOf(rows.subList(from, to));
            return new Page<>(page, to == rows.size() ? null : page.getLast().toString());
        }

        /// At most one row was put in before it.
        private int place(int row) {
            return row >= 0 && rows.get(row) == row ? row : rows.indexOf(row);
        }
    }

    /// Work that ends when the test says so.
    private static final class Later implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        void answer() {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        @Override
        public <S, R> Running run(
                String titleKey,
                BooleanProperty busy,
                Work<S, R> work,
                Consumer<S> step,
                Consumer<R> done) {
            busy.set(true);
            waiting.add(() -> {
                R result;
                try {
                    result = work.run(Progress.unwatched());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                busy.set(false);
                done.accept(result);
            });
            return new Running() {
                @Override
                public String titleKey() {
                    return titleKey;
                }

                @Override
                public void stop() {}
            };
        }
    }
}
