package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.file.Path;
import java.util.Map;

/// What a vault holds, for programs that are to come to the same keys without our code.
public final class OpenedVault {

    private final KeyVault vault;
    private final VaultFile.Sealed opened;

    public OpenedVault(Path path, byte[] secret) throws VaultException {
        vault = KeyVault.open(path, secret);
        opened = new VaultFile(path).read(secret, new NoToken());
    }

    public String siteId() {
        return opened.siteId();
    }

    public byte[] siteMaster() {
        return opened.contents().masters().getFirst().place().key();
    }

    /// Generation of the master key and version of the card keys.
    public Map<String, Integer> numbers() {
        return Map.of(
                "generation",
                opened.contents().masters().getFirst().generation(),
                "version",
                vault.cardKeyVersion());
    }

    public byte[] cardKey(String aid, int keyNumber, Uid uid) {
        return vault.cardKey(aid, keyNumber, vault.cardKeyVersion(), uid);
    }
}
