package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Periods.PeriodOutcome.Changed;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.journal.Seals;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole site: what was closed can be proved from the moment on in which it was closed.
@Tag("ID-50")
final class ClosedMonthSealedTest {

    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk");

    @TempDir Path folder;

    @Test
    void aClosedMonthIsSealedAtOnce() throws Exception {
        var home = new Home(folder.resolve("home"));
        SiteTest.create(home, "correct horse");
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            var october = YearMonth.of(2026, 10);
            site.periods().startClosing(CHIEF, RequestId.fresh(), october);
            assertThat(site.seals().standing(CHIEF).last()).isNull();
            assertThat(site.periods().close(CHIEF, RequestId.fresh(), october))
                    .isInstanceOf(Changed.class);
            var closed =
                    site.books()
                            .read(sql ->
                                    sql.fetchSingle(
                                                    "select max(id) from journal where kind = 'period.closed'")
                                            .get(0, Long.class));
            var seal = site.seals().standing(CHIEF).last();
            assertThat(seal).isNotNull();
            assertThat(seal.lastRow()).isGreaterThanOrEqualTo(closed);
            assertThat(site.seals().verify(CHIEF)).isInstanceOf(Seals.Verification.Intact.class);
        }
    }
}
