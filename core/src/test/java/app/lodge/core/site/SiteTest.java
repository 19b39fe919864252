package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteTest {

    static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    @TempDir Path folder;

    @Test
    void aNewSiteOpensAgainAndItsAdministratorSignsIn() throws Exception {
        var home = new Home(folder.resolve("home"));
        create(home, "correct horse");
        try (var site = Site.open(home, CLOCK, CHEAP)) {
            assertThat(site.settings().site(Actor.system("t")).name()).isEqualTo("Hof");
            assertThat(site.operators().signIn("chief", "correct horse".toCharArray(), "desk"))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            assertThat(site.journal().verify(Actor.system("t")))
                    .isInstanceOf(app.lodge.core.journal.Journal.Verification.Intact.class);
        }
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsLeft() throws Exception {
        var home = new Home(folder.resolve("home"));
        assertThatThrownBy(() -> create(home, "short"))
                .isInstanceOfSatisfying(
                        SiteException.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting("field")
                                        .containsExactly("password"));
        assertThat(home.hasSite()).isFalse();
        create(home, "long enough now");
        assertThatThrownBy(() -> create(home, "long enough now")).isInstanceOf(SiteException.class);
    }

    @Test
    void anotherSecretOpensNothing() throws Exception {
        var home = new Home(folder.resolve("home"));
        create(home, "correct horse");
        Files.writeString(home.unlockSecret(), "0000");
        assertThatThrownBy(() -> Site.open(home, CLOCK, CHEAP))
                .isInstanceOfSatisfying(
                        SiteException.class,
                        e -> assertThat(e.problems().getFirst().key()).isEqualTo("site.vault"));
    }

    static void create(Home home, String password) throws SiteException {
        Site.create(
                home,
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de"),
                "chief",
                password.toCharArray(),
                CLOCK,
                CHEAP);
    }
}
