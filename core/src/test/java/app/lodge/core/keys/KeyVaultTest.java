package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("CHAIN-07")
@Tag("CHAIN-08")
class KeyVaultTest {

    private static final byte[] SECRET = "correct horse".getBytes(StandardCharsets.UTF_8);
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final byte[] AAD = "person".getBytes(StandardCharsets.UTF_8);
    private static final Uid CARD = new Uid("04112233445566");

    @TempDir private Path folder;
    private Path file;
    private KeyVault vault;

    @BeforeEach
    void makeVault() throws VaultException {
        file = folder.resolve("vault.lodge");
        vault = KeyVault.create(file, SECRET, "rathaus", CHEAP);
    }

    @Test
    void opensWithItsSecretAndComputesTheSame() throws VaultException {
        var opened = KeyVault.open(file, SECRET);

        assertThat(opened.siteId()).isEqualTo("rathaus");
        assertThat(opened.databasePassword()).hasSize(64).isEqualTo(vault.databasePassword());
        assertThat(opened.cardKey("4C4447", 1, 1, CARD))
                .isEqualTo(vault.cardKey("4C4447", 1, 1, CARD));
        assertThat(opened.checkValue("4C4447", 1, 1)).isEqualTo(vault.checkValue("4C4447", 1, 1));
        byte[] signing = vault.signing().fresh();
        assertThat(opened.signing().publicKey(signing))
                .isEqualTo(vault.signing().publicKey(signing));
    }

    @Test
    void saysThatTheSecretIsWrong() {
        assertThat(fault(() -> KeyVault.open(file, new byte[] {1})))
                .isEqualTo(new VaultFault.WrongSecret(file.toString()));
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path elsewhere = folder.resolve("none");

        assertThat(fault(() -> KeyVault.open(elsewhere, SECRET)))
                .isEqualTo(new VaultFault.Missing(elsewhere.toString()));
    }

    @Test
    void neverWritesOverAVault() {
        assertThat(fault(() -> KeyVault.create(file, SECRET, "other", CHEAP)))
                .isEqualTo(new VaultFault.AlreadyThere(file.toString()));
    }

    @Test
    void findsEveryFlippedByteAndEveryShortenedFile() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x10;
            Files.write(file, flipped);
            assertThat(fault(() -> KeyVault.open(file, SECRET)))
                    .as("byte %d", i)
                    .isInstanceOf(VaultFault.Damaged.class);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(fault(() -> KeyVault.open(file, SECRET)))
                    .as("length %d", length)
                    .isInstanceOf(VaultFault.Damaged.class);
        }
    }

    @Test
    void keepsItsKeysUnderAnotherSecret() throws VaultException {
        byte[] other = {7, 7, 7};
        byte[] signing = vault.signing().fresh();
        vault.changeSecret(other, CHEAP);

        assertThat(fault(() -> KeyVault.open(file, SECRET)))
                .isInstanceOf(VaultFault.WrongSecret.class);
        assertThat(KeyVault.open(file, other).signing().publicKey(signing))
                .isEqualTo(vault.signing().publicKey(signing));
        assertThat(folder).isDirectoryContaining("glob:**vault.lodge");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("vault.lodge", "people.keys");
    }

    @Test
    void showsNoKeyInTheFileNorInItsText() throws Exception {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);

        assertThat(raw).doesNotContain(new String(vault.databasePassword()));
        assertThat(vault.toString()).isEqualTo("KeyVault[rathaus]");
    }

    @Test
    @Tag("CHAIN-12")
    void givesEachCardSlotAndVersionAKeyOfItsOwn() {
        byte[] key = vault.cardKey("4C4447", 1, 1, CARD);

        assertThat(key)
                .hasSize(16)
                .isNotEqualTo(vault.cardKey("4C4447", 2, 1, CARD))
                .isNotEqualTo(vault.cardKey("4C4447", 1, 2, CARD))
                .isNotEqualTo(vault.cardKey("000000", 1, 1, CARD))
                .isNotEqualTo(vault.cardKey("4C4447", 1, 1, new Uid("04112233445567")));
    }

    @Test
    @Tag("ID-01")
    void opensARecordOnlyForItsPersonPlaceAndKey() {
        byte[] key = vault.newPersonKey();
        byte[] record = "Ada Lovelace".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = vault.seal(7, key, record, AAD);

        assertThat(vault.open(7, key, sealed, AAD)).isEqualTo(record);
        assertThatThrownBy(() -> vault.open(8, key, sealed, AAD))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(7, key, sealed, new byte[0]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(7, vault.newPersonKey(), sealed, AAD))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(7, key, sealed, AAD))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void signsWithAKeyThatItAloneOpens() throws VaultException {
        byte[] message = {1, 2, 3};
        byte[] key = vault.signing().fresh();
        byte[] signature = vault.signing().sign(key, message);

        var check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(vault.signing().publicKey(key)));
        check.update(message, 0, message.length);
        assertThat(check.verifySignature(signature)).isTrue();
        assertThat(vault.signing().publicKey(vault.signing().fresh()))
                .isNotEqualTo(vault.signing().publicKey(key));
        var other = KeyVault.create(folder.resolve("other.lodge"), SECRET, "rathaus", CHEAP);
        assertThatThrownBy(() -> other.signing().sign(key, message))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersNothingOnceClosed() {
        vault.close();

        assertThatThrownBy(() -> vault.cardKey("4C4447", 1, 1, CARD))
                .hasMessageContaining("closed");
        assertThatThrownBy(vault::newPersonKey).hasMessageContaining("closed");
        assertThatThrownBy(vault::databasePassword).hasMessageContaining("closed");
    }

    private static VaultFault fault(Opening opening) {
        return catchThrowableOfType(VaultException.class, opening::open).fault();
    }

    private interface Opening {
        KeyVault open() throws VaultException;
    }
}
