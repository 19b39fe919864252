package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-57")
class KeyTreeTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverIsNotErasedKeepsTheSameKeyInWhateverOrderOthersGo(long seed) {
        var random = new Random(seed);
        var tree = KeyTree.fresh(new SecureRandom());
        var people = new ArrayList<Long>(List.of(0L, 1L, 15L, 16L, 255L, 256L, 0xFFFF_FFFFL));
        for (var i = 0; i < 60; i++) {
            people.add((long) random.nextInt(5_000));
        }
        Map<Long, byte[]> keys = new HashMap<>();
        people.forEach(one -> keys.put(one, tree.key(one).orElseThrow()));
        Set<Long> gone = new HashSet<>();
        var now = tree;
        for (var i = 0; i < 40; i++) {
            var next = people.get(random.nextInt(people.size()));
            gone.add(next);
            now = now.without(List.of(next));
            for (var one : keys.entrySet()) {
                assertThat(now.lives(one.getKey()))
                        .as("seed %d, %d without %s", seed, one.getKey(), gone)
                        .isEqualTo(!gone.contains(one.getKey()));
                if (gone.contains(one.getKey())) {
                    assertThat(now.key(one.getKey())).isEmpty();
                } else {
                    assertThat(now.key(one.getKey())).contains(one.getValue());
                }
            }
        }
    }

    @Test
    void noNodeThatIsLeftLeadsToAKeyThatWent() {
        var tree = KeyTree.fresh(new SecureRandom()).without(List.of(12_345L));
        tree.each((place, _) -> {
            assertThat(12_345L >>> 4 * (KeyTree.LEVELS - place.level()))
                    .as("%s is above the leaf", place)
                    .isNotEqualTo(place.prefix());
            return null;
        });
        assertThat(tree.size()).isEqualTo(8 * 15);
    }

    @Test
    void aThousandErasedOfAHundredThousandTakeLessThanAMegabyte() throws Exception {
        var vault = KeyVault.create(folder.resolve("vault.lodge"), SECRET, "rathaus", CHEAP);
        var random = new Random(7);
        var people = new ArrayList<ErasedPerson>();
        for (var i = 0; i < 1_000; i++) {
            people.add(new ErasedPerson(1 + random.nextInt(100_000), Instant.EPOCH, i));
        }
        vault.destroyKeys(people);
        assertThat(vault.keyringFile().toFile().length()).isLessThan(1_000_000);
        var again = KeyVault.open(folder.resolve("vault.lodge"), SECRET);
        assertThat(again.erased()).isEqualTo(vault.erased());
        people.forEach(one -> assertThat(again.keyLives(one.person())).isFalse());
    }

    @Test
    void whatWasSealedBeforeOpensForTheLivingAndForNobodyElseAfterwards() throws Exception {
        var file = folder.resolve("vault.lodge");
        var vault = KeyVault.create(file, SECRET, "rathaus", CHEAP);
        byte[] place = {9};
        byte[] seed = vault.newPersonKey();
        byte[] gone = vault.seal(7, seed, new byte[] {1}, place);
        byte[] stays = vault.seal(8, seed, new byte[] {2}, place);
        byte[] answer = vault.sealAnswer(new byte[] {3});
        vault.renewAnswerKey();
        assertThat(vault.outlivesErasure(answer)).isFalse();
        assertThat(vault.openAnswer(answer)).contains(new byte[] {3});

        vault.destroyKeys(List.of(new ErasedPerson(7, Instant.EPOCH, 1)));
        for (var opened : List.of(vault, KeyVault.open(file, SECRET))) {
            assertThat(opened.keyLives(7)).isFalse();
            assertThat(opened.open(8, seed, stays, place)).containsExactly(2);
            assertThat(opened.openAnswer(answer)).isEmpty();
            assertThat(opened.openAnswer(opened.sealAnswer(new byte[] {4})))
                    .contains(new byte[] {4});
        }
        var windows = OpenedKeys.everyWindow(file, SECRET);
        assertThat(OpenedKeys.opens(windows, 7, seed, gone, place)).isFalse();
        assertThat(OpenedKeys.opens(windows, 7, seed, answer, place)).isFalse();
    }

    @Test
    void theSearchForKeysFindsOneThatIsThere() throws Exception {
        var file = folder.resolve("vault.lodge");
        var vault = KeyVault.create(file, SECRET, "rathaus", CHEAP);
        vault.destroyKeys(List.of(new ErasedPerson(7, Instant.EPOCH, 1)));
        byte[] seed = vault.newPersonKey();
        byte[] sealed = vault.seal(6, seed, new byte[] {1}, new byte[] {9});
        assertThat(
                        OpenedKeys.opens(
                                OpenedKeys.everyWindow(file, SECRET),
                                6,
                                seed,
                                sealed,
                                new byte[] {9}))
                .as("6 is a sibling of 7, so its leaf lies in the file")
                .isTrue();
    }
}
