package app.lodge.core.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A master key in a ceremony: in memory, not in the vault yet. Wiped when closed.
public final class MasterDraft implements AutoCloseable {

    private final CardMaster master;
    private boolean used;

    MasterDraft(CardMaster master) {
        this.master = master;
    }

    CardMaster master() {
        return master;
    }

    public CardMasters.Facts facts() {
        return CardMasters.Facts.of(master);
    }

    /// Shares of a new set, of which any `threshold` give the key. Each is to be closed.
    ///
    /// @param version that new cards get once this key is in use
    /// @throws IllegalStateException if the key never leaves its token
    public List<KeyShare> shares(int threshold, int count, int version) {
        var random = new SecureRandom();
        byte[] set = new byte[2];
        random.nextBytes(set);
        var check = master.checkValue();
        byte[] key = master.place().key();
        var parts = SecretSharing.split(key, threshold, count, random);
        Arrays.fill(key, (byte) 0);
        return parts.entrySet().stream()
                .map(each ->
                        new KeyShare(
                                new KeyShare.Label(
                                        master.siteId(),
                                        HexFormat.of().formatHex(set),
                                        master.generation(),
                                        master.firstVersion(),
                                        version,
                                        master.derivation().code,
                                        threshold,
                                        count,
                                        each.getKey(),
                                        check),
                                each.getValue()))
                .toList();
    }

    /// Whether these shares give this very key.
    public boolean isGivenBy(List<KeyShare> shares) {
        var joined = CardMasters.join(shares);
        joined.ifPresent(MasterDraft::close);
        return joined.isPresent()
                && shares.getFirst().label().checkValue().equals(master.checkValue());
    }

    void used() {
        used = true;
    }

    /// Forgets the key, unless the vault has it now.
    @Override
    public void close() {
        switch (master.place()) {
            case MasterPlace.InVault(HeldKey key) -> {
                if (!used) {
                    key.wipe();
                }
            }
            case MasterPlace.InToken(KeyToken token, String name) -> {
                if (!used) {
                    token.remove(name);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "MasterDraft[***]";
    }
}
