package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site that only an operator's password opens (CHAIN-07, CHAIN-08).
@Tag("CHAIN-07")
@Tag("CHAIN-08")
class UnlockSealTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final char[] IDAS = "correct horse battery".toCharArray();
    private static final char[] BENS = "quite another password".toCharArray();

    @TempDir private Path folder;

    @Test
    void anOperatorsPasswordOpensASiteThatDoesNotOpenItself() throws Exception {
        var home = new Home(folder.resolve("site"));
        Site.create(
                home,
                SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "Ida",
                IDAS.clone(),
                Clock.systemUTC(),
                CHEAP);
        var secret = Files.readString(home.unlockSecret()).strip();
        UnlockSeal.add(home, "Ida", IDAS, CHEAP);
        UnlockSeal.add(home, "Ben", BENS, CHEAP);
        assertThat(UnlockSeal.isSealed(home)).isFalse();
        assertThat(UnlockSeal.closeTheFile(home, "Ida", BENS)).isFalse();
        assertThat(home.unlockSecret()).exists();
        assertThat(UnlockSeal.closeTheFile(home, "Ida", IDAS)).isTrue();
        assertThat(home.unlockSecret()).doesNotExist();
        assertThat(UnlockSeal.isSealed(home)).isTrue();
        assertThat(
                        Files.readString(
                                home.folder().resolve("unlock.sealed"), StandardCharsets.US_ASCII))
                .doesNotContain(secret);

        assertThatThrownBy(() -> Site.open(home, Clock.systemUTC(), CHEAP))
                .isInstanceOfSatisfying(
                        SiteException.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key())
                                        .isEqualTo("site.secret-sealed"));
        assertThat(UnlockSeal.open(home, "Ida", BENS)).isEmpty();
        assertThat(UnlockSeal.open(home, "Nobody", IDAS)).isEmpty();
        for (var opened :
                new Home[] {
                    UnlockSeal.open(home, "Ida", IDAS).orElseThrow(),
                    UnlockSeal.open(home, "Ben", BENS).orElseThrow()
                }) {
            try (var site = Site.open(opened, Clock.systemUTC(), CHEAP)) {
                assertThat(site.settings()).isNotNull();
                UnlockSeal.add(opened, "Carla", IDAS, CHEAP);
            }
        }
        assertThat(UnlockSeal.open(home, "Carla", IDAS)).isPresent();
    }
}
