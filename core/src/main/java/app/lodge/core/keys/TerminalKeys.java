package app.lodge.core.keys;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a payment terminal holds in place of the vault: keys to read purses, to debit them and to make
/// check values, of the newest card key version and the one before (CHAIN-14, CHAIN-15). Card and
/// terminal prove themselves to each other with nobody between them. There is no key to credit in here,
/// and none to change keys.
///
/// On its way and at rest it is sealed to the terminal's own key.
public final class TerminalKeys implements CardKeys {

    private static final List<Integer> HELD =
            List.of(PurseSlots.READ, PurseSlots.DEBIT, PurseSlots.CHECK);

    private static final byte LAYOUT = 1;
    private static final int KEY = 16;

    private final String siteId;
    private final long terminal;
    private final int version;
    private final Map<String, HeldKey> purposes;
    private final CardSessions sessions;
    private final SecureRandom random = new SecureRandom();

    private TerminalKeys(
            String siteId,
            long terminal,
            int version,
            Map<String, HeldKey> purposes,
            InstantSource clock) {
        this.siteId = siteId;
        this.terminal = terminal;
        this.version = version;
        this.sessions = new CardSessions(clock);
        this.purposes = Map.copyOf(purposes);
    }

    /// The set of a terminal, readable by the holder of its private key only. In clear: 1 layout, 1 and
    /// n site id, 8 terminal, 1 version, then for each key 1 slot, 1 version, 16 key.
    ///
    /// @param number of the terminal, which its records carry
    /// @param terminal an EC key on P-256
    static byte[] seal(
            String siteId, CardSecrets secrets, int version, long number, PublicKey terminal) {
        byte[] site = siteId.getBytes(StandardCharsets.US_ASCII);
        int oldest = Math.max(1, version - 1);
        int count = HELD.size() * (version - oldest + 1);
        var out = ByteBuffer.allocate(2 + site.length + Long.BYTES + 1 + count * (2 + KEY));
        out.put(LAYOUT).put((byte) site.length).put(site).putLong(number).put((byte) version);
        for (int slot : HELD) {
            for (int each = oldest; each <= version; each++) {
                byte[] key = secrets.master(each).purposeKey(PurseSlots.APPLICATION, slot, each);
                out.put((byte) slot).put((byte) each).put(key);
                Arrays.fill(key, (byte) 0);
            }
        }
        try {
            return SealedBox.seal(terminal, out.array());
        } finally {
            Arrays.fill(out.array(), (byte) 0);
        }
    }

    /// @throws IllegalArgumentException if it was sealed to another terminal, or changed
    public static TerminalKeys open(byte[] sealed, PrivateKey own, InstantSource clock) {
        byte[] plain = SealedBox.open(own, sealed);
        try {
            var in = ByteBuffer.wrap(plain);
            if (in.get() != LAYOUT) {
                throw new IllegalArgumentException("These keys are not of layout " + LAYOUT);
            }
            byte[] site = new byte[in.get() & 0xFF];
            in.get(site);
            long terminal = in.getLong();
            int version = in.get() & 0xFF;
            var purposes = new HashMap<String, HeldKey>();
            while (in.hasRemaining()) {
                var name = name(in.get(), in.get() & 0xFF);
                byte[] key = new byte[KEY];
                in.get(key);
                purposes.put(name, HeldKey.taking(key));
            }
            return new TerminalKeys(
                    new String(site, StandardCharsets.US_ASCII),
                    terminal,
                    version,
                    purposes,
                    clock);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("These keys are cut short", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String name(int slot, int version) {
        return slot + "/" + version;
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
        byte[] key = key(card.with(), card.uid());
        try {
            return card.finish(answer, key)
                    ? new FinishOutcome.Authenticated(
                            session, card.encryptionKey(), card.macKey(), card.transaction())
                    : new FinishOutcome.Refuted();
        } finally {
            Arrays.fill(key, (byte) 0);
            sessions.end(session);
        }
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
            var held = purposes.get(name(slot, keyVersion));
            if (held != null) {
                return held.with(
                        purpose -> CardMaster.diversified(siteId, purpose, aid, slot, uid));
            }
        }
        throw new IllegalStateException("This terminal does not hold " + wanted);
    }

    @Override
    public String toString() {
        return "TerminalKeys[***]";
    }
}
