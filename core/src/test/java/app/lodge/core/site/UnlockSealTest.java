package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.Uid;
import app.lodge.core.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
        var another = new Home(home.folder(), HeldKey.taking(new byte[32]));
        assertThat(UnlockSeal.closeTheFile(another)).isFalse();
        assertThat(home.unlockSecret()).exists();
        assertThat(UnlockSeal.closeTheFile(UnlockSeal.open(home, "Ida", IDAS).orElseThrow()))
                .isTrue();
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
        assertThat(UnlockSeal.remove(home, "Carla")).isTrue();
        assertThat(UnlockSeal.open(home, "Carla", IDAS)).isEmpty();
        assertThat(UnlockSeal.remove(home, "Ben")).isTrue();
        assertThat(UnlockSeal.remove(home, "Ida")).as("the last who can open it").isFalse();
        assertThat(UnlockSeal.openers(home)).containsExactly("Ida");
    }

    @Test
    void aCardOpensWithItsHalfAndItsPinOnly() throws Exception {
        var home = new Home(folder.resolve("carded"));
        Site.create(
                home,
                SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "Ida",
                IDAS.clone(),
                Clock.systemUTC(),
                CHEAP);
        var uid = new Uid("04A1B2C3D4E501");
        byte[] half = new byte[32];
        new SecureRandom().nextBytes(half);
        char[] pin = "271828".toCharArray();
        UnlockSeal.addCard(home, "Ida", uid, HeldKey.taking(new byte[32]), half, pin, CHEAP);
        var opened = UnlockSeal.openByCard(home, uid, half, pin);
        assertThat(UnlockSeal.closeTheFile(opened.orElseThrow())).isTrue();

        assertThat(UnlockSeal.keyFor(home, uid)).isPresent();
        assertThat(UnlockSeal.keyFor(home, new Uid("04FFFFFFFFFF01"))).isEmpty();
        assertThat(UnlockSeal.openByCard(home, uid, half, "271829".toCharArray())).isEmpty();
        half[31] ^= 1;
        assertThat(UnlockSeal.openByCard(home, uid, half, pin)).isEmpty();
        assertThat(UnlockSeal.open(home, "Ida", pin)).as("the PIN is no password").isEmpty();
        try (var site = Site.open(opened.orElseThrow(), Clock.systemUTC(), CHEAP)) {
            assertThat(site.settings()).isNotNull();
        }
    }
}
