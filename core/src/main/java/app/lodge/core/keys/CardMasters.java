package app.lodge.core.keys;

import app.lodge.core.keys.CardMaster.Derivation;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The vault's master keys for cards, generation by generation: drawn, shared out, joined from shares,
/// rehearsed, and taken into use (CHAIN-07). Hands out check values and shares, never a key.
public final class CardMasters {

    private final KeyVault vault;

    CardMasters(KeyVault vault) {
        this.vault = vault;
    }

    /// @param made whether custodians made it, in a ceremony
    /// @param inToken whether it lies in a PKCS#11 token and never leaves it
    /// @param checkValue ten hex digits
    public record Facts(
            String siteId,
            int generation,
            int firstVersion,
            boolean made,
            boolean inToken,
            String checkValue) {

        static Facts of(CardMaster master) {
            return new Facts(
                    master.siteId(),
                    master.generation(),
                    master.firstVersion(),
                    master.made(),
                    master.place() instanceof MasterPlace.InToken,
                    master.checkValue());
        }
    }

    /// Of the generation that a version of card keys grows from.
    public Facts facts(int version) {
        return Facts.of(vault.contents().master(version));
    }

    public List<Facts> all() {
        return vault.contents().masters().stream().map(Facts::of).toList();
    }

    /// Whether new master keys go into a token.
    public boolean usesToken() {
        return !(vault.token() instanceof NoToken);
    }

    /// A new master key for the versions from this one on; not in use yet.
    public MasterDraft draw(int firstVersion) {
        var key = new MasterPlace.InVault(VaultContents.key(new SecureRandom()));
        return new MasterDraft(next(firstVersion, key));
    }

    /// The same, made inside the token: nobody can share it out, the token's own backup must do.
    public MasterDraft drawInToken(int firstVersion) throws VaultException {
        var name = tokenName(nextGeneration(firstVersion));
        vault.token().generate(name);
        return new MasterDraft(next(firstVersion, new MasterPlace.InToken(vault.token(), name)));
    }

    private CardMaster next(int firstVersion, MasterPlace place) {
        return new CardMaster(
                nextGeneration(firstVersion),
                firstVersion,
                Derivation.CMAC,
                vault.contents().master(firstVersion).siteId(),
                place);
    }

    private int nextGeneration(int firstVersion) {
        return vault.contents().masters().stream()
                        .filter(one -> one.firstVersion() < firstVersion)
                        .mapToInt(CardMaster::generation)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static String tokenName(int generation) {
        return "lodge-cards-g%d-%08x".formatted(generation, new SecureRandom().nextInt());
    }

    /// The key that a version grows from, to share it out again; empty if it never leaves its token.
    public Optional<MasterDraft> present(int version) {
        var master = vault.contents().master(version);
        return switch (master.place()) {
            case MasterPlace.InVault(HeldKey key) ->
                    Optional.of(
                            new MasterDraft(
                                    new CardMaster(
                                            master.generation(),
                                            master.firstVersion(),
                                            master.derivation(),
                                            master.siteId(),
                                            new MasterPlace.InVault(key.again()))));
            case MasterPlace.InToken _ -> Optional.empty();
        };
    }

    /// Joins shares of one set, at least as many as its threshold.
    ///
    /// @return empty if the check value is not that on the shares: one of them is false
    public static Optional<MasterDraft> join(List<KeyShare> shares) {
        var label = shares.getFirst().label();
        var parts = new TreeMap<Integer, byte[]>();
        shares.forEach(share -> parts.put(share.label().number(), share.bytes()));
        byte[] key = SecretSharing.join(parts);
        parts.values().forEach(part -> Arrays.fill(part, (byte) 0));
        var master =
                new CardMaster(
                        label.generation(),
                        label.firstVersion(),
                        Derivation.of(label.derivation()),
                        label.siteId(),
                        new MasterPlace.InVault(HeldKey.taking(key)));
        if (!master.checkValue().equals(label.checkValue())) {
            master.place().wipe();
            return Optional.empty();
        }
        return Optional.of(new MasterDraft(master));
    }

    /// Whether this very key is in the vault already.
    public boolean has(MasterDraft draft) {
        return all().stream()
                .anyMatch(one ->
                        one.generation() == draft.facts().generation()
                                && one.siteId().equals(draft.facts().siteId())
                                && one.checkValue().equals(draft.facts().checkValue()));
    }

    /// Takes a key into use, for the versions from its first on. Keys of later versions, which a
    /// ceremony cut off left behind, go; so do those of another site. The draft is used up.
    ///
    /// @param secret opens the vault; the caller wipes it
    public void adopt(MasterDraft draft, byte[] secret) throws VaultException {
        var kept = inItsPlace(draft.master());
        try {
            vault.replaceMasters(beside(kept), secret);
        } catch (VaultException | RuntimeException e) {
            if (kept != draft.master() && kept.place() instanceof MasterPlace.InToken in) {
                in.token().remove(in.name());
            }
            throw e;
        }
        if (kept == draft.master()) {
            draft.used();
        }
    }

    private CardMaster inItsPlace(CardMaster master) throws VaultException {
        if (!usesToken() || !(master.place() instanceof MasterPlace.InVault(HeldKey held))) {
            return master;
        }
        var name = tokenName(master.generation());
        byte[] key = held.copy();
        try {
            vault.token().keep(name, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return new CardMaster(
                master.generation(),
                master.firstVersion(),
                master.derivation(),
                master.siteId(),
                new MasterPlace.InToken(vault.token(), name));
    }

    private List<CardMaster> beside(CardMaster master) {
        var masters = new ArrayList<CardMaster>();
        masters.add(master);
        for (var one : vault.contents().masters()) {
            boolean earlier = one.firstVersion() < master.firstVersion();
            boolean later = one.generation() > master.generation();
            if (one.siteId().equals(master.siteId())
                    && one.generation() != master.generation()
                    && earlier != later) {
                masters.add(one);
            }
        }
        masters.sort(Comparator.comparingInt(CardMaster::firstVersion));
        return List.copyOf(masters);
    }

    /// The vault's work for cards as it will be once this draft is in use; the present versions as now.
    public CardKeys rehearsal(MasterDraft draft, InstantSource clock, int version) {
        int first = draft.facts().firstVersion();
        return VaultCardKeys.over(
                asked -> asked >= first ? draft.master() : vault.contents().master(asked),
                clock,
                () -> version);
    }

    /// @throws VaultException if the token lacks a key that the vault counts on
    void requireHeld() throws VaultException {
        for (var one : vault.contents().masters()) {
            if (one.place() instanceof MasterPlace.InToken(KeyToken token, String name)
                    && !token.holds(name)) {
                throw new VaultException(new VaultFault.KeyMissing(token.toString(), name));
            }
        }
    }
}
