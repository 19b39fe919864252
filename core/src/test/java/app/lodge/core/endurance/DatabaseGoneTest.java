package app.lodge.core.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.JournalBar;
import app.lodge.core.books.PostgreSqlServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A day at the counter in which PostgreSQL throws the writer out in the middle of every step, when half
/// of its rows are written: that is said, nothing is half there, and the same request is done once after
/// all, without a restart.
@Tag("ID-15")
@Tag("ID-20")
final class DatabaseGoneTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private EnduringSite site;
    private List<Integer> before = List.of();
    private int met;
    private int steps;

    @Test
    void whateverIsCutOffInTheMiddleIsSaidAndDoneOnceAfterwards() throws Exception {
        var database = SERVER.database();
        try (var opened = EnduringSite.open(database.url());
                var told = new CuttingOff(database)) {
            site = opened;
            site.now = Story.time(20);
            new Story(() -> opened, 1, 20, told).play();
            assertThat(steps).isGreaterThanOrEqualTo(20);
            assertThat(met).isEqualTo(steps);
            site.requireSound("at the end");
        }
    }

    private final class CuttingOff implements Story.Told, AutoCloseable {
        private final JournalBar bar;

        CuttingOff(BooksSource.PostgreSql database) throws SQLException {
            bar = new JournalBar(database);
        }

        @Override
        public void asking() {
            before = site.rows();
            steps++;
            bar.lower();
        }

        @Override
        public void unavailable(BooksUnavailable why) {
            if (bar.isDown()) {
                met++;
                assertThat(why).hasMessageContaining("The books could not be written");
                bar.lift();
            }
            assertThat(site.rows()).as("step %d", steps).isEqualTo(before);
            site.requireSound("step " + steps);
        }

        @Override
        public void answered(int worker, Story.Answer answer, long balance) {
            bar.lift();
        }

        @Override
        public void close() throws SQLException {
            bar.close();
        }
    }
}
