package app.lodge.core.media;

import static app.lodge.core.media.MediaDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.keyversions.KeyVersions.Held;
import app.lodge.core.keyversions.KeyVersions.RollOverOutcome;
import app.lodge.core.media.Media.RenewOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Card keys go on to the next version one at a time, and every live card is accounted for.
@Tag("CHAIN-07")
class KeyVersionsTest {

    private static final Actor ADMINISTRATOR = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");

    @TempDir private Path folder;
    private final MediaDesk desk = new MediaDesk();
    private final PersonId ada = desk.person(PersonState.ACTIVE);
    private KeyVault vault;
    private KeyVersions versions;

    @BeforeEach
    void open() throws VaultException {
        vault =
                KeyVault.create(
                        folder.resolve("vault.lodge"),
                        new byte[] {1},
                        "rathaus",
                        new KdfCost(64, 1, 1));
        versions = KeyVersions.in(desk.books, vault);
    }

    @AfterEach
    void close() {
        desk.close();
        vault.close();
    }

    private RollOverOutcome rollOver(int from) {
        return versions.rollOver(ADMINISTRATOR, RequestId.fresh(), from);
    }

    private Medium renew(Medium medium, int version) {
        var outcome =
                desk.media.renewed(CLERK, RequestId.fresh(), medium.id(), medium.uid(), version);
        return ((RenewOutcome.Renewed) outcome).medium();
    }

    @Test
    void aNewSiteHasTheFirstVersionAndEachHasACheckValueOfItsOwn() {
        var first = versions.status(CLERK);
        assertThat(first.current()).isEqualTo(1);
        assertThat(first.since()).isNull();
        assertThat(first.held()).isEmpty();
        rollOver(1);
        var second = versions.status(CLERK);
        assertThat(second.current()).isEqualTo(2);
        assertThat(second.since()).isNotNull();
        assertThat(second.checkValue()).hasSize(10).isNotEqualTo(first.checkValue());
        assertThat(desk.journal()).endsWith("keys.rolled-over keys:2");
    }

    @Test
    void cardsAreCountedByVersionUntilTheLastIsRenewed() {
        var card = desk.issued(ada);
        var lost = desk.issued(desk.person(PersonState.ACTIVE));
        desk.media.block(CLERK, RequestId.fresh(), lost.id(), BlockReason.LOST);
        rollOver(1);
        assertThat(versions.status(CLERK).held()).containsExactly(new Held(1, 1, 1));
        assertThat(rollOver(2)).isEqualTo(new RollOverOutcome.StillInUse(2));

        assertThat(renew(card, 2).keyVersion()).isEqualTo(2);
        assertThat(versions.status(CLERK).held())
                .containsExactly(new Held(2, 1, 0), new Held(1, 0, 1));
        assertThat(versions.status(CLERK).toRenew()).isEqualTo(1);

        desk.issued(lost.holder());
        assertThat(versions.status(CLERK).held())
                .as("replaced: its keys open nothing any more")
                .extracting(Held::blocked)
                .containsOnly(0L);
    }

    @Test
    void repeatedOrByTwoPeopleItGoesOnOnce() {
        var request = RequestId.fresh();
        var done = versions.rollOver(ADMINISTRATOR, request, 1);
        assertThat(versions.rollOver(ADMINISTRATOR, request, 1)).isEqualTo(done);
        assertThat(rollOver(1)).isEqualTo(new RollOverOutcome.AlreadyOn(2));
        assertThat(versions.status(CLERK).current()).isEqualTo(2);
    }

    @Test
    void notWhileACardIsBeingMade() {
        desk.ordered(ada);
        assertThat(rollOver(1)).isEqualTo(new RollOverOutcome.CardsInMaking(1));
    }

    @Test
    void version255IsTheLast() {
        for (int version = 1; version < KeyVersions.LAST; version++) {
            assertThat(rollOver(version)).isInstanceOf(RollOverOutcome.RolledOver.class);
        }
        assertThat(rollOver(KeyVersions.LAST)).isEqualTo(new RollOverOutcome.NoneLeft());
    }

    @Test
    void aCardIsRenewedOnlyWithItsOwnChipAndWhileItLives() {
        var card = desk.issued(ada);
        assertThat(desk.media.renewed(CLERK, RequestId.fresh(), card.id(), desk.freshUid(), 2))
                .isEqualTo(new RenewOutcome.NotPossible(MediumState.ACTIVE));
        desk.issued(ada);
        assertThat(desk.media.renewed(CLERK, RequestId.fresh(), card.id(), card.uid(), 2))
                .isEqualTo(new RenewOutcome.NotPossible(MediumState.REPLACED));
    }

    @Test
    void aClerkSeesButDoesNotGoOn() {
        assertThatThrownBy(() -> versions.rollOver(CLERK, RequestId.fresh(), 1))
                .isInstanceOf(NotPermitted.class);
        assertThat(versions.status(CLERK).current()).isEqualTo(1);
    }
}
