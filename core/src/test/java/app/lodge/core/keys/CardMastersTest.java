package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.KeyShare.Reading;
import app.lodge.core.media.Uid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generations of the site's master key: drawn, shared, joined, in use, and found again elsewhere.
@Tag("CHAIN-07")
class CardMastersTest {

    private static final byte[] SECRET = {1};
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Uid UID = new Uid("04A1B2C3D4E5F6");

    @TempDir private Path folder;

    private KeyVault vault(String name) throws VaultException {
        return KeyVault.create(folder.resolve(name + ".lodge"), SECRET, name, CHEAP);
    }

    private static List<KeyShare> shares(MasterDraft draft, int version) {
        return draft.shares(2, 3, version);
    }

    private static KeyShare typed(KeyShare share) {
        return ((Reading.Read) KeyShare.read(share.text())).share();
    }

    @Test
    void earlierVersionsKeepTheirKeysWhenAGenerationComesIntoUse() throws VaultException {
        try (var vault = vault("rathaus")) {
            byte[] before = vault.cardKey("4C4447", 1, 1, UID);
            byte[] sameMaster = vault.cardKey("4C4447", 1, 2, UID);
            try (var draft = vault.cards().draw(2)) {
                assertThat(vault.cardKey("4C4447", 1, 2, UID)).isEqualTo(sameMaster);
                vault.cards().adopt(draft, SECRET);
            }
            assertThat(vault.cardKey("4C4447", 1, 1, UID)).isEqualTo(before);
            byte[] after = vault.cardKey("4C4447", 1, 2, UID);
            assertThat(after).isNotEqualTo(sameMaster);
            try (var again = KeyVault.open(folder.resolve("rathaus.lodge"), SECRET)) {
                assertThat(again.cardKey("4C4447", 1, 1, UID)).isEqualTo(before);
                assertThat(again.cardKey("4C4447", 1, 2, UID)).isEqualTo(after);
                assertThat(again.cards().facts(1).made()).isFalse();
                assertThat(again.cards().facts(7).generation()).isEqualTo(2);
            }
        }
    }

    @Test
    void anyTwoOfThreeSharesGiveAFreshMachineTheSameCardKeys() throws VaultException {
        List<KeyShare> shares;
        byte[] old;
        String check;
        try (var vault = vault("rathaus");
                var draft = vault.cards().draw(2)) {
            shares = shares(draft, 2);
            vault.cards().adopt(draft, SECRET);
            old = vault.cardKey("4C4447", 1, 2, UID);
            check = vault.cards().facts(2).checkValue();
        }
        int machine = 0;
        for (var pair : List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2))) {
            try (var fresh = vault("fresh-" + machine++);
                    var draft =
                            CardMasters.join(pair.stream().map(i -> typed(shares.get(i))).toList())
                                    .orElseThrow()) {
                assertThat(draft.facts().checkValue()).isEqualTo(check);
                assertThat(fresh.cardKey("4C4447", 1, 2, UID)).isNotEqualTo(old);
                fresh.cards().adopt(draft, SECRET);
                assertThat(fresh.cardKey("4C4447", 1, 2, UID)).isEqualTo(old);
                assertThat(fresh.cards().all()).hasSize(1);
            }
        }
    }

    @Test
    void theFirstGenerationOfASiteCanBeSharedToo() throws VaultException {
        try (var vault = vault("rathaus");
                var other = vault("other");
                var present = vault.cards().present(1).orElseThrow()) {
            var two = shares(present, 1).subList(1, 3);
            try (var joined = CardMasters.join(two).orElseThrow()) {
                other.cards().adopt(joined, SECRET);
            }
            assertThat(other.cardKey("000000", 0, 1, UID))
                    .isEqualTo(vault.cardKey("000000", 0, 1, UID));
        }
    }

    @Test
    void sharesOfDifferentSetsDoNotAgree() throws VaultException {
        try (var vault = vault("rathaus");
                var draft = vault.cards().draw(2)) {
            var one = shares(draft, 2);
            var two = shares(draft, 2);
            assertThat(CardMasters.join(List.of(one.get(0), two.get(1)))).isEmpty();
            assertThat(draft.isGivenBy(List.of(one.get(0), one.get(2)))).isTrue();
        }
    }

    @Test
    void aKeyThatNeverCameIntoUseIsForgottenByTheNext() throws VaultException {
        try (var vault = vault("rathaus")) {
            for (int round = 0; round < 2; round++) {
                try (var draft = vault.cards().draw(2)) {
                    vault.cards().adopt(draft, SECRET);
                }
            }
            assertThat(vault.cards().all()).hasSize(2);
        }
    }

    @Test
    void purposeKeysAreThoseOfSp800108() throws VaultException {
        byte[] key = new byte[32];
        new java.util.Random(3).nextBytes(key);
        var master =
                new CardMaster(
                        2,
                        2,
                        CardMaster.Derivation.CMAC,
                        "rathaus",
                        new MasterPlace.InVault(HeldKey.taking(key.clone())));
        var theirs = new KDFCounterBytesGenerator(new CMac(AESEngine.newInstance()));
        byte[] fixed =
                Bytes.join(
                        "lodge/g2/app/4C4447/key1/v2\0rathaus\0\u0080"
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        theirs.init(new KDFCounterParameters(key, fixed, 8));
        byte[] wanted = new byte[16];
        theirs.generateBytes(wanted, 0, 16);
        assertThat(master.purposeKey("4C4447", 1, 2)).isEqualTo(wanted);
    }

    @Test
    void aVaultOfTheFirstLayoutOpensAndKeepsItsCardKeys() {
        byte[] bytes = new byte[1 + 2 + 2 + 4 * 32];
        new java.util.Random(5).nextBytes(bytes);
        bytes[0] = 1;
        bytes[1] = 0;
        bytes[2] = 1;
        bytes[3] = 0;
        bytes[4] = 1;
        var read = VaultContents.decode(bytes, "rathaus", new NoToken());
        var again = VaultContents.decode(read.encode(), "rathaus", new NoToken());
        assertThat(again.master(1).place().key())
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, 5, 37));
        assertThat(again.master(1).cardKey("4C4447", 1, 1, UID))
                .isEqualTo(read.master(1).cardKey("4C4447", 1, 1, UID));
    }

    @Test
    void theFileIsUntouchedWhenTheSecretIsWrong() throws Exception {
        try (var vault = vault("rathaus");
                var draft = vault.cards().draw(2)) {
            byte[] before = Files.readAllBytes(folder.resolve("rathaus.lodge"));
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> vault.cards().adopt(draft, new byte[] {2}))
                    .isInstanceOf(VaultException.class);
            assertThat(Files.readAllBytes(folder.resolve("rathaus.lodge"))).isEqualTo(before);
            assertThat(vault.cards().all()).hasSize(1);
        }
    }
}
