package app.lodge.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres.Rollup;
import app.lodge.core.doors.Json;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.Settings.SettingsOutcome;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From how many people on a count is shown is the site's own setting.
@Tag("ID-56")
final class SmallestGroupTest {

    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SiteSettings HOF =
            SiteSettings.of("Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de");

    @TempDir Path folder;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
        var cost = new KdfCost(64, 1, 1);
        Site.create(home, HOF, "chief", "correct horse".toCharArray(), clock, cost);
        site = Site.open(home, clock, cost);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void itIsFiveUnlessSetAndOlderSettingsHaveNone() {
        assertThat(HOF.smallestShown()).isEqualTo(5);
        var older =
                Json.read(
                        Json.text(HOF, SiteSettings.class).replace("\"smallestGroup\":5,", ""),
                        SiteSettings.class);
        assertThat(older.smallestGroup()).isNull();
        assertThat(older.smallestShown()).isEqualTo(5);
    }

    @Test
    void oneAloneIsNeverAGroupAndAHundredIsTheMost() {
        assertThat(change(1)).isInstanceOf(SettingsOutcome.Rejected.class);
        assertThat(change(101)).isInstanceOf(SettingsOutcome.Rejected.class);
        assertThat(((SettingsOutcome.Rejected) change(0)).problems())
                .extracting("field")
                .containsExactly("smallestGroup");
        assertThat(change(2)).isInstanceOf(SettingsOutcome.Changed.class);
        assertThat(site.settings().site(CHIEF).smallestShown()).isEqualTo(2);
    }

    @Test
    void aCostCentresPeopleAreToldFromTheSitesOwnNumberOn() {
        site.costCentres()
                .add(CHIEF, RequestId.fresh(), "4711", "Labor", CostCentre.OverBudget.REFUSE);
        charged(1);
        charged(2);
        charged(3);
        assertThat(people()).as("three of at least five").isNull();
        change(4);
        assertThat(people()).as("three of at least four").isNull();
        change(3);
        assertThat(people()).isEqualTo(3);
    }

    private Long people() {
        return site.costCentres().rollup(CHIEF, TODAY, TODAY).stream()
                .map(Rollup::people)
                .toList()
                .getFirst();
    }

    /// As the ledger leaves it for one account.
    private void charged(long account) {
        site.books()
                .write(
                        CHIEF,
                        tx -> {
                            tx.sql().execute("set referential_integrity false");
                            return tx.sql()
                                    .execute(
                                            """
                                            insert into cost_centre_charge
                                                (posting_id, centre_id, account_id, charged_on, amount, given_back)
                                            values (?, 1, ?, ?, 100, 0)\
                                            """,
                                            account,
                                            account,
                                            TODAY);
                        });
    }

    private SettingsOutcome change(int smallest) {
        return site.settings()
                .change(
                        CHIEF,
                        RequestId.fresh(),
                        new SiteSettings(
                                HOF.name(),
                                HOF.currency(),
                                HOF.zone(),
                                HOF.language(),
                                HOF.maximumBalance(),
                                HOF.holdMinutes(),
                                HOF.lateAfterMinutes(),
                                smallest));
    }
}
