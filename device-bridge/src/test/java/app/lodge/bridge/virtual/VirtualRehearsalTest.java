package app.lodge.bridge.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keyversions.CardRehearsal.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys before they come into use, on virtual cards.
@Tag("CHAIN-07")
class VirtualRehearsalTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    @TempDir private Path folder;

    @Test
    void aCardIsEncodedReadRolledOverAndReadAgainAndSoIsANewOne() throws Exception {
        var vault = vault("north");
        assertThat(new VirtualRehearsal(new Random(7)).rehearse(keys(vault, 1), keys(vault, 2)))
                .isInstanceOfSatisfying(
                        Result.Passed.class, passed -> assertThat(passed.steps()).hasSize(6));
    }

    @Test
    void keysThatDoNotFollowThePresentOnesAreFoundAtTheRollOver() throws Exception {
        var present = keys(vault("north"), 1);
        var strange = keys(vault("south"), 2);
        assertThat(new VirtualRehearsal(new Random(7)).rehearse(present, strange))
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.step()).isEqualTo("roll-over"));
    }

    private KeyVault vault(String site) throws Exception {
        return KeyVault.create(
                folder.resolve(site + ".lodge"), new byte[] {1}, site, new KdfCost(64, 1, 1));
    }

    private static CardKeys keys(KeyVault vault, int version) {
        return VaultCardKeys.over(vault, CLOCK, () -> version);
    }
}
