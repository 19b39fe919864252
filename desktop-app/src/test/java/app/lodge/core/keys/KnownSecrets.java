package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every secret that a site's vault holds or makes, for a search that must not find them.
public final class KnownSecrets {

    private static final List<String> APPLICATIONS =
            List.of("000000", "4C4447", "4C4F50", "4C4450", "FFFFFF");
    private static final int SLOTS = 5;

    private KnownSecrets() {}

    /// @param shares of a master key that the vault does not hold itself
    /// @return by name
    public static Map<String, byte[]> of(
            Path file, byte[] secret, List<Uid> cards, List<Long> people, List<char[]> shares)
            throws VaultException {
        var known = new LinkedHashMap<String, byte[]>();
        try (var vault = KeyVault.open(file, secret)) {
            var contents = vault.contents();
            known.put("key of people's keyring", contents.people().copy());
            known.put("key of seals", contents.seal().copy());
            known.put("key of the database", contents.database().copy());
            known.put(
                    "password of the database",
                    HexFormat.of().parseHex(new String(vault.databasePassword())));
            var masters = new ArrayList<>(contents.masters());
            if (!shares.isEmpty()) {
                masters.add(CardMasters.join(read(shares)).orElseThrow().master());
            }
            for (var master : masters) {
                if (master.place() instanceof MasterPlace.InVault) {
                    of(master, cards, known);
                }
            }
            for (long person : people) {
                vault.personLeaf(person)
                        .ifPresent(key -> known.put("key of person " + person, key));
            }
        }
        return known;
    }

    private static List<KeyShare> read(List<char[]> shares) {
        return shares.stream()
                .map(KeyShare::read)
                .map(KeyShare.Reading.Read.class::cast)
                .map(KeyShare.Reading.Read::share)
                .toList();
    }

    private static void of(CardMaster master, List<Uid> cards, Map<String, byte[]> known) {
        var name = "generation " + master.generation();
        known.put("master key of " + name, master.place().key());
        for (int version = master.firstVersion(); version < master.firstVersion() + 3; version++) {
            for (var aid : APPLICATIONS) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    var place = "%s, %s/%d v%d".formatted(name, aid, slot, version);
                    known.put("purpose key of " + place, master.purposeKey(aid, slot, version));
                    for (var uid : cards) {
                        known.put(
                                "card key of %s, %s".formatted(place, uid.hex()),
                                master.cardKey(aid, slot, version, uid));
                    }
                }
            }
            for (var uid : cards) {
                known.put(
                        "plain key of %s v%d, %s".formatted(name, version, uid.hex()),
                        master.plainKey(new PlainKey.UltralightC(version), uid));
            }
        }
    }

    /// The shares' own bytes, as they lie in what was typed.
    public static Map<String, byte[]> ofShares(List<char[]> shares) {
        var known = new LinkedHashMap<String, byte[]>();
        for (var share : read(shares)) {
            known.put("share " + share.label().number(), share.bytes());
        }
        return known;
    }

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
