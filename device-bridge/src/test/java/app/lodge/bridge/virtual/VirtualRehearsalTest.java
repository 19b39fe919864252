package app.lodge.bridge.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keyversions.CardRehearsal.Result;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.TreeSet;
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

    /// Keys that go wrong anywhere on the way, as late as the last reading of the new card.
    @Test
    void keysThatDoNotOpenWhatWasWrittenWithThemNeverPass() throws Exception {
        var vault = vault("north");
        var strange = keys(vault("south"), 2);
        var asked = new int[1];
        new VirtualRehearsal(new Random(7))
                .rehearse(keys(vault, 1), wrongFrom(99, asked, keys(vault, 2), strange));
        int all = asked[0];
        assertThat(all).isGreaterThan(6);
        var steps = new TreeSet<String>();
        for (int good = 0; good < all; good++) {
            var next = wrongFrom(good, new int[1], keys(vault, 2), strange);
            assertThat(new VirtualRehearsal(new Random(7)).rehearse(keys(vault, 1), next))
                    .as("%d of %d sessions with the right keys", good, all)
                    .isInstanceOfSatisfying(
                            Result.Failed.class, failed -> steps.add(failed.step()));
        }
        assertThat(steps).contains("roll-over", "read-rolled", "encode-next", "read-next");
    }

    /// @param good sessions that the right keys open
    /// @param asked counts sessions
    private static CardKeys wrongFrom(int good, int[] asked, CardKeys right, CardKeys wrong) {
        return (CardKeys)
                Proxy.newProxyInstance(
                        CardKeys.class.getClassLoader(),
                        new Class<?>[] {CardKeys.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("begin")) {
                                asked[0]++;
                            }
                            try {
                                return method.invoke(asked[0] > good ? wrong : right, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private KeyVault vault(String site) throws Exception {
        return KeyVault.create(
                folder.resolve(site + ".lodge"), new byte[] {1}, site, new KdfCost(64, 1, 1));
    }

    private static CardKeys keys(KeyVault vault, int version) {
        return VaultCardKeys.over(vault, CLOCK, () -> version);
    }
}
