package app.lodge.core.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.FillableDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day at the counter, a month's closing among it, in which the disk is full at each step: that is said,
/// nothing is half there after the restart that it takes, and the same request is done once after all.
@Tag("ID-15")
@Tag("ID-20")
final class DiskFullTest {

    @TempDir Path folder;
    private EnduringSite site;
    private List<Integer> before = List.of();
    private int met;
    private int steps;

    @AfterEach
    void close() {
        FillableDisk.full(false);
        site.close();
    }

    @Test
    void whateverMeetsAFullDiskIsSaidAndDoneOnceAfterwards() {
        open();
        new Story(() -> site, 1, 20, new Filling()).play();
        assertThat(steps).isGreaterThanOrEqualTo(20);
        assertThat(met).isEqualTo(steps);
        assertThat(site.rows()).isEqualTo(undisturbed());
        site.requireSound("at the end");
    }

    private List<Integer> undisturbed() {
        try (var other = EnduringSite.open(folder.resolve("other").toString())) {
            new Story(() -> other, 1, 20, (_, _, _) -> {}).play();
            return other.rows();
        }
    }

    private void open() {
        FillableDisk.full(false);
        site = EnduringSite.fillable(folder.resolve("books"));
        site.now = Story.time(20);
    }

    private final class Filling implements Story.Told {
        @Override
        public void asking() {
            before = site.rows();
            steps++;
            FillableDisk.full(true);
        }

        @Override
        public void unavailable(BooksUnavailable why) {
            met++;
            assertThat(why).hasMessageContaining("No space left on device");
            site.close();
            open();
            assertThat(site.rows()).as("step %d", steps).isEqualTo(before);
            site.requireSound("step " + steps);
        }

        @Override
        public void answered(int worker, Story.Answer answer, long balance) {
            FillableDisk.full(false);
        }
    }
}
