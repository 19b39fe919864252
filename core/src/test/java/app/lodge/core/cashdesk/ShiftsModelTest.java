package app.lodge.core.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.PostgreSqlServer;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is done at two desks in whatever order, with answers lost, requests repeated and the bridge
/// killed in between: the drawers hold what a handful of numbers say, and the books agree.
@Tag("ID-34")
final class ShiftsModelTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private static final int STEPS = 120;

    @Test
    void theDrawersHoldWhatTheModelSays() {
        for (var seed = 1L; seed <= 12; seed++) {
            try (var site = CashSite.inMemory(2)) {
                new ShiftsPlay(site, new Random(seed), "seed " + seed).steps(STEPS);
            }
        }
    }

    @Test
    void oneSeedGivesOneJournalOnBothDatabases() {
        var seed = 20_261_122L;
        try (var onH2 = CashSite.inMemory(2);
                var onPostgreSql = new CashSite(SERVER.database(), 2)) {
            var one = new ShiftsPlay(onH2, new Random(seed), "H2");
            one.steps(300);
            var other = new ShiftsPlay(onPostgreSql, new Random(seed), "PostgreSQL");
            other.steps(300);
            assertThat(other.told()).isEqualTo(one.told());
        }
    }
}
