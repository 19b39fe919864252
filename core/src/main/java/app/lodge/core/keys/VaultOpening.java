package app.lodge.core.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Makes vaults and opens them: the vault's file, the keyring beside it, and the token if there is one.
final class VaultOpening {

    private static final Pattern SITE_ID = Pattern.compile("[a-z0-9-]{1,20}");

    private VaultOpening() {}

    static KeyVault create(Path path, byte[] secret, String siteId, KdfCost cost)
            throws VaultException {
        if (!SITE_ID.matcher(siteId).matches()) {
            throw new IllegalArgumentException(
                    "Site id '%s' must be 1 to 20 of a-z, 0-9 and -".formatted(siteId));
        }
        var ring = KeyVault.keyringOf(path);
        for (var file : new Path[] {path, ring}) {
            if (Files.exists(file)) {
                throw new VaultException(new VaultFault.AlreadyThere(file.toString()));
            }
        }
        var contents = VaultContents.fresh(siteId, new SecureRandom());
        var keyring =
                Keyring.create(new KeyringFile(ring, siteId), () -> fileKey(siteId, contents));
        new VaultFile(path).write(siteId, contents, secret, cost);
        return new KeyVault(path, siteId, contents, keyring, new NoToken());
    }

    static KeyVault open(Path path, byte[] secret) throws VaultException {
        return open(path, secret, new NoToken());
    }

    static KeyVault open(Path path, byte[] secret, TokenOrder where) throws VaultException {
        var token = Pkcs11Token.open(where);
        try {
            var vault = open(path, secret, token);
            vault.cards().requireHeld();
            return vault;
        } catch (VaultException | RuntimeException e) {
            token.close();
            throw e;
        }
    }

    static KeyVault open(Path path, byte[] secret, KeyToken token) throws VaultException {
        var read = new VaultFile(path).read(secret, token);
        var keyring =
                Keyring.open(
                        new KeyringFile(KeyVault.keyringOf(path), read.siteId()),
                        () -> fileKey(read.siteId(), read.contents()));
        return new KeyVault(path, read.siteId(), read.contents(), keyring, token);
    }

    private static byte[] fileKey(String siteId, VaultContents contents) {
        return new KeyDerivation(siteId).derive(contents.people(), "keyring", 32);
    }
}
