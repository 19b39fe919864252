package app.lodge.core.endurance;

import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.min;

import app.lodge.core.books.PostgreSqlServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clock that is set back, even into a month that is closed: everything goes on, in the order of the
/// numbers, and nothing goes into the closed month.
@Tag("ID-15")
@Tag("ID-20")
final class ClockSetBackTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "H2", "PostgreSQL"})
    void bookingGoesOnAndNothingGoesIntoAClosedMonth(String books) {
        var where =
                switch (books) {
                    case "memory" -> "mem:" + UUID.randomUUID();
                    case "H2" -> folder.resolve("books").toString();
                    default -> SERVER.database().url();
                };
        try (var site = EnduringSite.open(where)) {
            new Story(() -> site, 1, 20, (_, _, _) -> {}).play(); // closes October
            var closed = site.rows().get(1);
            site.now = EnduringSite.START.plus(Duration.ofDays(3));
            new Story(() -> site, 2, 1, (_, _, _) -> {}).play();
            new Story(() -> site, 3, 30, (_, _, _) -> {}).play();
            site.requireSound("with the clock set back");
            var first =
                    site.books.read(sql ->
                            sql.select(min(LEDGER_POSTING.BUSINESS_DATE))
                                    .from(LEDGER_POSTING)
                                    .where(LEDGER_POSTING.ID.gt((long) closed))
                                    .fetchSingle()
                                    .value1());
            assertThat(first).isAfterOrEqualTo(LocalDate.of(2026, 11, 1));
        }
    }
}
