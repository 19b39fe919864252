package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.media.Uid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SoftHSM2 as the token: its library in this process, OpenSC's pkcs11-tool as a second client.
@Tag("CHAIN-07")
@Tag("CHAIN-11")
class Pkcs11TokenTest {

    private static final byte[] SECRET = {1};
    private static final Uid UID = new Uid("04A1B2C3D4E5F6");
    private static Path kept;
    private static Path pulled;

    @TempDir private Path folder;
    private TokenOrder order;

    /// Before the library looks for the first time.
    @BeforeAll
    static void tokens() throws Exception {
        Assumptions.assumeTrue(SoftHsm.found(), "SKIPPED: needs softhsm2");
        kept = SoftHsm.token("lodge");
        pulled = SoftHsm.token("pulled");
        SoftHsm.token("full");
    }

    @BeforeEach
    void order() throws Exception {
        order = order("lodge", SoftHsm.PIN);
        var made = KeyVault.create(vault(), SECRET, "rathaus", new KdfCost(64, 1, 1));
        made.close();
    }

    private Path vault() {
        return folder.resolve("vault.lodge");
    }

    private TokenOrder order(String label, String pin) throws Exception {
        var file = Files.writeString(folder.resolve("pin"), pin + "\n");
        return new TokenOrder(SoftHsm.LIBRARY, label, file);
    }

    private static VaultFault fault(ThrowingCallable call) {
        try {
            call.call();
        } catch (VaultException e) {
            return e.fault();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void theTokensCmacIsThatOfSp80038b() throws Exception {
        // NIST SP 800-38B, appendix D.3: AES-256, 16 bytes
        byte[] key =
                HexFormat.of()
                        .parseHex(
                                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        byte[] message = HexFormat.of().parseHex("6bc1bee22e409f96e93d7e117393172a");
        try (var token = Pkcs11Token.open(order)) {
            token.keep("nist", key);
            assertThat(token.cmac("nist", message))
                    .isEqualTo(HexFormat.of().parseHex("28a7023f452e8f82bd4bf28d8c37c35c"))
                    .isEqualTo(BlockCipher.aes(key).cmac(message));
            token.remove("nist");
            assertThat(token.holds("nist")).isFalse();
        }
    }

    @Test
    void aMasterKeyMadeByCustodiansGoesIntoTheTokenAndGivesTheSameCardKeys() throws Exception {
        try (var vault = KeyVault.open(vault(), SECRET, order);
                var draft = vault.cards().draw(2)) {
            byte[] before = draft.master().cardKey("4C4447", 1, 2, UID);
            vault.cards().adopt(draft, SECRET);
            assertThat(vault.cards().facts(2).inToken()).isTrue();
            assertThat(vault.cardKey("4C4447", 1, 2, UID)).isEqualTo(before);
            assertThat(vault.cards().present(2)).isEmpty();
        }
        try (var again = KeyVault.open(vault(), SECRET, order)) {
            assertThat(again.cards().facts(2).inToken()).isTrue();
            assertThat(again.cards().facts(1).inToken()).isFalse();
        }
    }

    @Test
    void aKeyMadeInTheTokenIsSeenByAnotherClientAndNobodyGetsItOut() throws Exception {
        try (var vault = KeyVault.open(vault(), SECRET, order);
                var draft = vault.cards().drawInToken(2)) {
            vault.cards().adopt(draft, SECRET);
            var name = ((MasterPlace.InToken) draft.master().place()).name();
            assertThatThrownBy(() -> draft.shares(2, 3, 2)).hasMessageContaining("never leaves");
            Assumptions.assumeTrue(
                    Files.exists(Path.of("/usr/bin/pkcs11-tool")), "SKIPPED: needs opensc");
            var said =
                    SoftHsm.run(
                            List.of(
                                    "pkcs11-tool",
                                    "--module",
                                    SoftHsm.LIBRARY.toString(),
                                    "--token-label",
                                    "lodge",
                                    "--login",
                                    "--pin",
                                    SoftHsm.PIN,
                                    "--list-objects",
                                    "--type",
                                    "secrkey"));
            assertThat(said).contains(name).contains("AES length 32");
            assertThat(said).contains("sensitive").contains("never extractable");
            var read =
                    SoftHsm.run(
                            List.of(
                                    "pkcs11-tool",
                                    "--module",
                                    SoftHsm.LIBRARY.toString(),
                                    "--token-label",
                                    "lodge",
                                    "--login",
                                    "--pin",
                                    SoftHsm.PIN,
                                    "--read-object",
                                    "--type",
                                    "secrkey",
                                    "--label",
                                    name));
            assertThat(read).contains("error");
        }
    }

    @Test
    void aDraftThatIsGivenUpLeavesNothingInTheToken() throws Exception {
        try (var vault = KeyVault.open(vault(), SECRET, order)) {
            var draft = vault.cards().drawInToken(2);
            var name = ((MasterPlace.InToken) draft.master().place()).name();
            assertThat(vault.token().holds(name)).isTrue();
            draft.close();
            assertThat(vault.token().holds(name)).isFalse();
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        var wrongPin = order("lodge", "13571357");
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, wrongPin)))
                .isEqualTo(new VaultFault.WrongPin("lodge"));
        var other = order("elsewhere", SoftHsm.PIN);
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, other)))
                .isEqualTo(new VaultFault.TokenMissing("elsewhere"));
        var noPin = new TokenOrder(SoftHsm.LIBRARY, "lodge", folder.resolve("no-pin"));
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, noPin)))
                .isInstanceOf(VaultFault.Unreachable.class);
        var noLibrary = new TokenOrder(folder.resolve("none.so"), "lodge", folder.resolve("pin"));
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, noLibrary)))
                .isInstanceOf(VaultFault.TokenLibrary.class);
        var noCryptoki =
                new TokenOrder(
                        Files.writeString(folder.resolve("x.so"), "x"),
                        "lodge",
                        folder.resolve("pin"));
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, noCryptoki)))
                .isInstanceOf(VaultFault.TokenLibrary.class);
    }

    /// SoftHSM2 counts no wrong PINs and so never says this one itself.
    @Test
    void aLockedPinIsToldFromAWrongOne() {
        assertThat(Pkcs11Token.pinRefused(0xA0, "lodge"))
                .contains(new VaultFault.WrongPin("lodge"));
        assertThat(Pkcs11Token.pinRefused(0xA4, "lodge"))
                .contains(new VaultFault.PinLocked("lodge"));
        assertThat(Pkcs11Token.pinRefused(0x5, "lodge")).isEmpty();
    }

    @Test
    void anotherTokenThanTheOneWithTheKeyIsNamed() throws Exception {
        try (var vault = KeyVault.open(vault(), SECRET, order);
                var draft = vault.cards().draw(2)) {
            vault.cards().adopt(draft, SECRET);
        }
        var full = order("full", SoftHsm.PIN);
        assertThat(fault(() -> KeyVault.open(vault(), SECRET, full)))
                .isInstanceOf(VaultFault.KeyMissing.class);
    }

    @Test
    void aTokenThatIsPulledIsNamedAndGoesOnWhenItIsBack() throws Exception {
        var away = folder.resolve("away");
        try (var vault = KeyVault.open(vault(), SECRET, order("pulled", SoftHsm.PIN));
                var draft = vault.cards().draw(2)) {
            vault.cards().adopt(draft, SECRET);
            byte[] key = vault.cardKey("4C4447", 1, 2, UID);
            Files.move(pulled, away);
            assertThatThrownBy(() -> vault.cardKey("4C4447", 1, 2, UID))
                    .isInstanceOf(TokenUnavailable.class)
                    .hasMessageContaining("'pulled'");
            assertThat(vault.cardKey("4C4447", 1, 1, UID)).hasSize(16);
            Files.move(away, pulled);
            assertThat(vault.cardKey("4C4447", 1, 2, UID)).isEqualTo(key);
        }
    }
}
