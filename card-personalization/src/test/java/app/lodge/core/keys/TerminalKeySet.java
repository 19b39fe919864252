package app.lodge.core.keys;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;

/// A terminal's own key set, as its vault gives it out.
public final class TerminalKeySet {

    private TerminalKeySet() {}

    public static TerminalKeys of(Path vaultFile, byte[] secret) throws Exception {
        try (var vault = KeyVault.open(vaultFile, secret)) {
            return of(vault, InstantSource.system());
        }
    }

    public static TerminalKeys of(KeyVault vault, InstantSource clock) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var own = generator.generateKeyPair();
        return TerminalKeys.open(
                vault.terminalKeys(1, 7, own.getPublic()), own.getPrivate(), clock);
    }
}
