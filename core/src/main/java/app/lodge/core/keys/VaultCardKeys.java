package app.lodge.core.keys;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.keys.CardMaster.Derivation;
import app.lodge.core.media.Uid;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.IntSupplier;

/// {@link CardKeys} on the vault itself. Made by {@link #over}.
public final class VaultCardKeys implements CardKeys {

    private static final int CHANGE_KEY = 0xC4;
    private static final int CREATE_TRANSACTION_MAC = 0xCE;

    /// Stands where a slot's number would: no application has so many keys.
    private static final int TRANSACTION_MAC = 0x0F;

    private static final int AES_CARD_MASTER = 0x80;
    private static final String CARD = "000000";

    /// Purpose of keys that stand for no slot: content check bytes. Outside every AID that a plan may
    /// name, for `FFFFFF` is reserved (AN10787).
    static final String CONTENT = "FFFFFF";

    /// Stands where the site's number would in keys that are none of its vault's.
    private static final String OPENING = "vault-opening";

    private final CardSecrets secrets;
    private final CardSessions sessions;
    private final IntSupplier version;
    private final SecureRandom random = new SecureRandom();

    private VaultCardKeys(CardSecrets secrets, InstantSource clock, IntSupplier version) {
        this.secrets = secrets;
        this.version = version;
        this.sessions = new CardSessions(clock);
    }

    /// With the version that the vault was made with.
    public static CardKeys over(KeyVault vault, InstantSource clock) {
        return over(vault, clock, vault::cardKeyVersion);
    }

    /// @param version the one that new cards get, 1 to 255
    public static CardKeys over(KeyVault vault, InstantSource clock, IntSupplier version) {
        return over(asked -> vault.contents().master(asked), clock, version);
    }

    /// With a key of their own, outside of the vault: for the card that opens it (CHAIN-07). Their
    /// version is 1 for ever.
    public static CardKeys growing(HeldKey key, InstantSource clock) {
        var alone = new CardMaster(1, 1, Derivation.CMAC, OPENING, new MasterPlace.InVault(key));
        return over(_ -> alone, clock, () -> 1);
    }

    static CardKeys over(CardSecrets secrets, InstantSource clock, IntSupplier version) {
        return new VaultCardKeys(secrets, clock, version);
    }

    @Override
    public KeySet keySet(Actor actor) {
        actor.require(Permission.ISSUE_CARDS);
        int now = version.getAsInt();
        return new KeySet(secrets.master(now).siteId(), now);
    }

    @Override
    public Challenge begin(Actor actor, Authentication authentication) {
        actor.require(permission(authentication));
        byte[] key = key(authentication.key(), authentication.uid());
        byte[] rndA = new byte[authentication.scheme() == Scheme.ISO_DES ? 8 : 16];
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
        actor.require(
                Permission.SEE_MEDIA); // the session is its beginner's, who was asked for more
        CardSession card = sessions.get(actor.operatorId(), session);
        byte[] key = key(card.with(), card.uid());
        try {
            if (!card.finish(answer, key)) {
                sessions.end(session);
                return new FinishOutcome.Refuted();
            }
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        var outcome =
                new FinishOutcome.Authenticated(
                        session, card.encryptionKey(), card.macKey(), card.transaction());
        if (!card.changesKeys()) {
            sessions.end(session);
        }
        return outcome;
    }

    @Override
    public byte[] changeKey(Actor actor, KeyChange change) {
        actor.require(Permission.ISSUE_CARDS);
        CardSession card = sessions.get(actor.operatorId(), change.session());
        CardKey.Site next = change.next();
        if (change.present().keyNumber() != next.keyNumber()) {
            throw new IllegalArgumentException(
                    "%s cannot become %s: another slot".formatted(change.present(), next));
        }
        byte[] fresh = key(next, card.uid());
        byte[] old = key(change.present(), card.uid());
        try {
            boolean own = card.with().keyNumber() == next.keyNumber();
            return cryptogram(card, change, own, fresh, old);
        } finally {
            Arrays.fill(fresh, (byte) 0);
            Arrays.fill(old, (byte) 0);
        }
    }

    private static byte[] cryptogram(
            CardSession card, KeyChange change, boolean own, byte[] fresh, byte[] old) {
        CardKey.Site next = change.next();
        byte[] version = Bytes.of(next.version());
        int keyByte = next.keyNumber() | (next.aid().equals(CARD) ? AES_CARD_MASTER : 0);
        byte[] given = own ? fresh.clone() : Bytes.xor(fresh, old);
        byte[] value = Bytes.join(given, version);
        Arrays.fill(given, (byte) 0);
        byte[] check = own ? new byte[0] : Bytes.crc32(fresh);
        byte[] whole = Bytes.join(value, check);
        try {
            return cryptogram(card, change, keyByte, value, check, whole);
        } finally {
            Arrays.fill(value, (byte) 0);
            Arrays.fill(whole, (byte) 0);
        }
    }

    private static byte[] cryptogram(
            CardSession card,
            KeyChange change,
            int keyByte,
            byte[] value,
            byte[] check,
            byte[] both) {
        var ev2 = card.messagingForKeys();
        if (ev2.isPresent()) {
            byte[] sealed = ev2.get().encryptCommand(change.commandCounter(), both);
            byte[] mac =
                    ev2.get().mac(CHANGE_KEY, change.commandCounter(), Bytes.of(keyByte), sealed);
            return Bytes.join(sealed, mac);
        }
        BlockCipher cipher = card.cipherForKeys();
        byte[] whole = Bytes.crc32(Bytes.of(CHANGE_KEY, keyByte), value);
        byte[] plain = Bytes.join(value, whole, check);
        byte[] padded = Bytes.padZeros(plain, cipher.blockSize());
        try {
            return cipher.encrypt(change.iv(), padded);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(padded, (byte) 0);
        }
    }

    @Override
    public byte[] transactionMacFile(Actor actor, TransactionMacFile file) {
        actor.require(Permission.ISSUE_CARDS);
        CardSession card = sessions.get(actor.operatorId(), file.session());
        var messaging =
                card.messagingForKeys()
                        .orElseThrow(() ->
                                new IllegalStateException("Transaction MAC needs an EV2 session"));
        byte[] key =
                secrets.master(file.version())
                        .cardKey(file.aid(), TRANSACTION_MAC, file.version(), card.uid());
        byte[] plain = Bytes.join(key, Bytes.of(file.version()));
        try {
            byte[] sealed = messaging.encryptCommand(file.commandCounter(), plain);
            byte[] mac =
                    messaging.mac(
                            CREATE_TRANSACTION_MAC, file.commandCounter(), file.header(), sealed);
            return Bytes.join(sealed, mac);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public boolean vouchedFor(Actor actor, TransactionClaim claim) {
        actor.require(Permission.SEE_MEDIA);
        if (claim.counter() < 1 || claim.counter() > TransactionMac.HIGHEST_COUNTER) {
            return false;
        }
        byte[] key =
                secrets.master(claim.version())
                        .cardKey(claim.aid(), TRANSACTION_MAC, claim.version(), claim.uid());
        try {
            var mac = new TransactionMac(key, claim.counter(), claim.uid());
            return MessageDigest.isEqual(mac.valueOf(claim.input()), claim.value());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] contentMac(Actor actor, Uid uid, int version, byte[] content) {
        actor.require(Permission.ISSUE_CARDS);
        byte[] key = secrets.master(version).cardKey(CONTENT, 0, version, uid);
        try {
            byte[] mac = BlockCipher.aes(key).cmac(Bytes.join(uid.bytes(), content));
            return Arrays.copyOf(mac, 8);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] purseCheck(Actor actor, Uid uid, int version, byte[] record) {
        actor.require(Permission.LOAD_PURSES);
        byte[] key =
                secrets.master(version)
                        .cardKey(PurseSlots.APPLICATION, PurseSlots.CHECK, version, uid);
        try {
            return TerminalKeys.purseCheck(key, uid, record);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Finding a card is less than reading a purse, that is less than loading it, and loading it less
    /// than issuing cards.
    private static Permission permission(Authentication authentication) {
        if (authentication.purpose() == Purpose.CONTENT
                && authentication.key() instanceof CardKey.Site(String aid, int _, int _)
                && aid.equals(CardKey.FINDER)) {
            return Permission.SEE_MEDIA;
        }
        if (authentication.purpose() == Purpose.CONTENT
                && authentication.key() instanceof CardKey.Site(String aid, int slot, int _)
                && aid.equals(PurseSlots.APPLICATION)) {
            return switch (slot) {
                case PurseSlots.READ -> Permission.SEE_MEDIA;
                case PurseSlots.DEBIT, PurseSlots.CREDIT -> Permission.LOAD_PURSES;
                default -> Permission.ISSUE_CARDS;
            };
        }
        return Permission.ISSUE_CARDS;
    }

    private byte[] key(CardKey key, Uid uid) {
        return switch (key) {
            case CardKey.FactoryDes _, CardKey.FactoryAes _ -> new byte[16];
            case CardKey.Site(String aid, int number, int version) ->
                    aid.equals(CardKey.FINDER)
                            ? secrets.master(version).purposeKey(aid, number, version)
                            : secrets.master(version).cardKey(aid, number, version, uid);
        };
    }
}
