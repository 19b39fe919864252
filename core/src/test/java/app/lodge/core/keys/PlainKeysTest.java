package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Role;
import app.lodge.core.media.Uid;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("CHAIN-11")
@Tag("ID-47")
class PlainKeysTest {

    private static final Actor CLERK = new Actor(3, "clerk", Role.CLERK, "desk");
    private static final Uid FOUR = new Uid("DEADBEEF");
    private static final Uid SEVEN = new Uid("04112233445566");

    @TempDir private Path folder;
    private PlainKeys keys;

    @BeforeEach
    void openVault() throws VaultException {
        keys =
                PlainKeys.over(
                        KeyVault.create(
                                folder.resolve("v"),
                                new byte[] {1},
                                "rathaus",
                                new KdfCost(64, 1, 1)));
    }

    @Test
    void everyCardSectorSideAndVersionHasAKeyOfItsOwn() {
        List<PlainKey> all =
                List.of(
                        new PlainKey.ClassicSector(1, PlainKey.Side.A, 1),
                        new PlainKey.ClassicSector(1, PlainKey.Side.B, 1),
                        new PlainKey.ClassicSector(2, PlainKey.Side.A, 1),
                        new PlainKey.ClassicSector(1, PlainKey.Side.A, 2),
                        new PlainKey.UltralightPassword(1),
                        new PlainKey.UltralightC(1),
                        new PlainKey.Plus(0x9000, 1),
                        new PlainKey.Plus(0x9001, 1));

        assertThat(all.stream().map(key -> keys.key(CLERK, key, FOUR)))
                .doesNotHaveDuplicates()
                .extracting(key -> key.length)
                .containsExactly(6, 6, 6, 6, 6, 16, 16, 16);
        for (PlainKey key : all) {
            assertThat(keys.key(CLERK, key, SEVEN)).isNotEqualTo(keys.key(CLERK, key, FOUR));
            assertThat(keys.key(CLERK, key, FOUR)).isEqualTo(keys.key(CLERK, key, FOUR));
        }
    }

    @Test
    void onlyWhoMayIssueCardsGetsThem() {
        var auditor = new Actor(4, "auditor", Role.AUDITOR, "desk");

        assertThatThrownBy(() -> keys.key(auditor, new PlainKey.UltralightC(1), SEVEN))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void thereAreNoSuchSectorsOrVersions() {
        assertThatThrownBy(() -> new PlainKey.ClassicSector(40, PlainKey.Side.A, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlainKey.UltralightC(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
