package app.lodge.core.keys;

import app.lodge.core.books.Actor;
import app.lodge.core.doors.Json;
import app.lodge.core.media.Uid;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a payment terminal holds in place of the vault: keys to read purses, to debit them and to make
/// check values, of the newest card key version and the one before (CHAIN-14, CHAIN-15). Card and
/// terminal prove themselves to each other with nobody between them. There is no key to credit in here,
/// and none to change keys.
///
/// On its way and at rest it is sealed to the terminal's own key.
public final class TerminalKeys implements CardKeys {

    private static final List<Integer> HELD =
            List.of(PurseSlots.READ, PurseSlots.DEBIT, PurseSlots.CHECK);

    private final String siteId;
    private final long terminal;
    private final int version;
    private final Map<String, byte[]> purposes;
    private final CardSessions sessions;
    private final SecureRandom random = new SecureRandom();

    private TerminalKeys(Content content, InstantSource clock) {
        this.siteId = content.siteId();
        this.terminal = content.terminal();
        this.version = content.version();
        this.sessions = new CardSessions(clock);
        var opened = new HashMap<String, byte[]>();
        content.keys().forEach((name, key) -> opened.put(name, HexFormat.of().parseHex(key)));
        this.purposes = Map.copyOf(opened);
    }

    /// @param keys `slot/version` → purpose key in hex
    private record Content(String siteId, long terminal, int version, Map<String, String> keys) {
        @Override
        public String toString() {
            return "Content[" + siteId + "]";
        }
    }

    /// The set of a terminal, readable by the holder of its private key only.
    ///
    /// @param number of the terminal, which its records carry
    /// @param terminal an EC key on P-256
    static byte[] seal(
            String siteId, CardSecrets secrets, int version, long number, PublicKey terminal) {
        var keys = new TreeMap<String, String>();
        for (int slot : HELD) {
            for (int each = Math.max(1, version - 1); each <= version; each++) {
                byte[] key = secrets.master(each).purposeKey(PurseSlots.APPLICATION, slot, each);
                keys.put(slot + "/" + each, HexFormat.of().formatHex(key));
                Arrays.fill(key, (byte) 0);
            }
        }
        return SealedBox.seal(
                terminal, Json.bytes(new Content(siteId, number, version, keys), Content.class));
    }

    /// @throws IllegalArgumentException if it was sealed to another terminal, or changed
    public static TerminalKeys open(byte[] sealed, PrivateKey own, InstantSource clock) {
        return new TerminalKeys(Json.read(SealedBox.open(own, sealed), Content.class), clock);
    }

    /// The number that the terminal's records carry.
    public long terminal() {
        return terminal;
    }

    @Override
    public KeySet keySet(Actor actor) {
        return new KeySet(siteId, version);
    }

    @Override
    public Challenge begin(Actor actor, Authentication authentication) {
        if (authentication.purpose() != Purpose.CONTENT) {
            throw new IllegalStateException("A terminal changes no keys");
        }
        byte[] key = key(authentication.key(), authentication.uid());
        byte[] rndA = new byte[16];
        random.nextBytes(rndA);
        try {
            var session = new CardSession(authentication, key, rndA);
            return new Challenge(sessions.keep(actor.operatorId(), session), session.token());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public FinishOutcome finish(Actor actor, String session, byte[] answer) {
        CardSession card = sessions.get(actor.operatorId(), session);
        sessions.end(session);
        return card.finish(answer)
                ? new FinishOutcome.Authenticated(
                        session, card.encryptionKey(), card.macKey(), card.transaction())
                : new FinishOutcome.Refuted();
    }

    @Override
    public byte[] changeKey(Actor actor, KeyChange change) {
        throw new IllegalStateException("A terminal changes no keys");
    }

    @Override
    public byte[] transactionMacFile(Actor actor, TransactionMacFile file) {
        throw new IllegalStateException("A terminal makes no files");
    }

    @Override
    public boolean vouchedFor(Actor actor, TransactionClaim claim) {
        throw new IllegalStateException("A terminal judges no transactions");
    }

    @Override
    public byte[] contentMac(Actor actor, Uid uid, int keyVersion, byte[] content) {
        throw new IllegalStateException("A terminal writes no IDs");
    }

    @Override
    public byte[] purseCheck(Actor actor, Uid uid, int keyVersion, byte[] record) {
        byte[] key =
                key(new CardKey.Site(PurseSlots.APPLICATION, PurseSlots.CHECK, keyVersion), uid);
        try {
            return purseCheck(key, uid, record);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static byte[] purseCheck(byte[] key, Uid uid, byte[] record) {
        return Arrays.copyOf(BlockCipher.aes(key).cmac(Bytes.join(uid.bytes(), record)), 8);
    }

    private byte[] key(CardKey wanted, Uid uid) {
        if (wanted instanceof CardKey.Site(String aid, int slot, int keyVersion)
                && aid.equals(PurseSlots.APPLICATION)) {
            byte[] purpose = purposes.get(slot + "/" + keyVersion);
            if (purpose != null) {
                return CardMaster.diversified(siteId, purpose, aid, slot, uid);
            }
        }
        throw new IllegalStateException("This terminal does not hold " + wanted);
    }

    @Override
    public String toString() {
        return "TerminalKeys[***]";
    }
}
