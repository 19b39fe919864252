package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The site's keys: it computes with them and hands out none, save the database's own password
/// (CHAIN-08, CHAIN-12). Those that never change lie in `vault.lodge`; those that an erasure must
/// destroy in `people.keys` beside it (ID-57).
///
/// How keys grow from each other stands in {@link KeyDerivation}. Thread-safe.
public final class KeyVault implements AutoCloseable {

    private final Path path;
    private final String siteId;
    private volatile VaultContents contents;
    private final KeyDerivation derivation;
    private final KeyToken token;
    private final RecordSeal records = new RecordSeal();
    private final Keyring keyring;
    private final PersonRecords people;
    private final ReentrantLock erasing = new ReentrantLock();
    private volatile boolean closed;

    KeyVault(Path path, String siteId, VaultContents contents, Keyring keyring, KeyToken token) {
        this.path = path;
        this.token = token;
        this.siteId = siteId;
        this.derivation = new KeyDerivation(siteId);
        this.contents = contents;
        this.keyring = keyring;
        this.people = new PersonRecords(records, keyring);
    }

    /// Held by whoever destroys keys: one erasure at a time, for each ends with the answers' old key.
    public ReentrantLock erasing() {
        return erasing;
    }

    /// Makes a new vault with fresh keys. Never writes over a file.
    ///
    /// @param secret opens the vault later; the caller wipes it
    /// @param siteId 1 to 20 of lower-case letters, digits and `-`; part of every card key
    public static KeyVault create(Path path, byte[] secret, String siteId, KdfCost cost)
            throws VaultException {
        return VaultOpening.create(path, secret, siteId, cost);
    }

    public static KeyVault open(Path path, byte[] secret) throws VaultException {
        return VaultOpening.open(path, secret);
    }

    /// @param where the token that holds master keys; logged out of when the vault is closed
    public static KeyVault open(Path path, byte[] secret, TokenOrder where) throws VaultException {
        return VaultOpening.open(path, secret, where);
    }

    /// Where a vault's keyring lies: `vault.lodge` has `people.keys`, `other.lodge` has
    /// `other.people.keys`.
    public static Path keyringOf(Path vault) {
        var stem = String.valueOf(vault.getFileName()).replaceFirst("\\.lodge$", "");
        return vault.resolveSibling(stem.equals("vault") ? "people.keys" : stem + ".people.keys");
    }

    /// Writes the same keys under another secret; the file is the old or the new one, never half.
    public void changeSecret(byte[] secret, KdfCost cost) throws VaultException {
        new VaultFile(path).write(siteId, open(), secret, cost);
    }

    /// Its file.
    public Path path() {
        return path;
    }

    public String siteId() {
        return siteId;
    }

    /// Version of card keys that new cards get, 1 to 255.
    public int cardKeyVersion() {
        return contents.cardKeyVersion();
    }

    /// A key that its medium takes in plain.
    byte[] plainKey(PlainKey key, Uid uid) {
        return open().master(key.version()).plainKey(key, uid);
    }

    /// The database's password, 64 hex digits; the caller wipes it.
    public char[] databasePassword() {
        return derivation.hex(open().database(), "database");
    }

    /// A second password, for those databases that have a file password and a user's.
    public char[] databaseUserPassword() {
        return derivation.hex(open().database(), "database-user");
    }

    /// What to store of a new key for one person's records, 32 bytes: useless without the keyring, and
    /// the keyring's without it. Hand it back with each call.
    public byte[] newPersonKey() {
        return openRecords().newKey();
    }

    /// @param aad names the place that the record belongs to; needed again to open it
    public byte[] seal(long personId, byte[] storedKey, byte[] plain, byte[] aad) {
        return openPeople().seal(personId, storedKey, plain, aad);
    }

    /// @throws IllegalStateException if the record was altered, belongs to another place or person, or
    ///     the person's key is destroyed
    public byte[] open(long personId, byte[] storedKey, byte[] sealed, byte[] aad) {
        return openPeople().open(personId, storedKey, sealed, aad);
    }

    /// Whether a person's records can still be opened.
    public boolean keyLives(long personId) {
        open();
        return keyring.lives(personId);
    }

    /// Everybody erased, in the order of erasing.
    public List<ErasedPerson> erased() {
        open();
        return keyring.erased();
    }

    /// The keyring's file, and how often it was written.
    public Path keyringFile() {
        return keyring.path();
    }

    public long keyringGeneration() {
        return keyring.generation();
    }

    /// Everything that the keyring's file holds, in clear: for the proof that nothing is left in it.
    byte[] decodedKeyring() {
        open();
        return keyring.decoded();
    }

    /// Enciphers an answer that is kept for repeats, under a key that erasures renew.
    public byte[] sealAnswer(byte[] plain) {
        return keyring.sealAnswer(openRecords(), plain);
    }

    /// Empty if its key is destroyed.
    public Optional<byte[]> openAnswer(byte[] sealed) {
        return keyring.openAnswer(openRecords(), sealed);
    }

    /// Whether an answer is sealed under the key that will outlive the present erasure.
    public boolean outlivesErasure(byte[] sealedAnswer) {
        open();
        return keyring.sealedByNewest(sealedAnswer);
    }

    /// First half of an erasure: answers get a new key; what the old one sealed can still be opened.
    public void renewAnswerKey() throws VaultException {
        open();
        keyring.renewAnswers();
    }

    /// Second half: the keys of these people, and the answers' old one, are nowhere any more when this
    /// returns. One writing of one file; cut off, it has happened or not.
    public void destroyKeys(Collection<ErasedPerson> people) throws VaultException {
        open();
        keyring.destroy(people);
    }

    /// Enciphers something that is kept outside the vault, under a key of its purpose's own. Nothing
    /// about people: this key lies in every backup.
    public byte[] sealAs(String purpose, byte[] plain) {
        return openRecords()
                .sealUnder(derivation.derive(open().people(), "seal/" + purpose, 32), plain);
    }

    /// @throws IllegalStateException if the bytes were altered or sealed for another purpose
    public byte[] openAs(String purpose, byte[] sealed) {
        return openRecords()
                .openUnder(derivation.derive(open().people(), "seal/" + purpose, 32), sealed);
    }

    /// The keys that seal the journal.
    public SealingKeys signing() {
        return new SealingKeys(records, () -> derivation.derive(open().seal(), "signing-keys", 32));
    }

    /// Keyed digest for lookups over enciphered fields: CMAC-AES-256 under a key of the
    /// label's own, 16 bytes.
    public byte[] index(String label, byte[] value) {
        byte[] key = derivation.derive(open().people(), "index/" + label, 32);
        try {
            return BlockCipher.aes(key).cmac(value);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The master keys that card keys grow from.
    public CardMasters cards() {
        return new CardMasters(this);
    }

    /// Check value of a purpose key, 5 bytes, safe to show and to compare over the phone.
    public byte[] checkValue(String aid, int keyNumber, int version) {
        byte[] key = open().master(version).purposeKey(aid, keyNumber, version);
        try {
            return Diversification.checkValue(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param aid six hex digits, the application as written; `000000` for the card itself
    byte[] cardKey(String aid, int keyNumber, int version, Uid uid) {
        return open().master(version).cardKey(aid, keyNumber, version, uid);
    }

    VaultContents contents() {
        return open();
    }

    KeyToken token() {
        return token;
    }

    /// Other master keys from now on; the file is the old or the new one, never half.
    ///
    /// @param secret opens the vault; the caller wipes it
    synchronized void replaceMasters(List<CardMaster> masters, byte[] secret)
            throws VaultException {
        var before = open();
        var next = before.with(masters);
        new VaultFile(path).rewrite(siteId, next, secret);
        contents = next;
        before.masters().stream()
                .filter(one -> !masters.contains(one))
                .forEach(one -> one.place().wipe());
    }

    /// The keys of a payment terminal, for its eyes only (CHAIN-14).
    ///
    /// @param number the terminal's, which its records carry
    /// @param terminal the terminal's own key, EC on P-256
    public byte[] terminalKeys(int version, long number, PublicKey terminal) {
        return TerminalKeys.seal(siteId, asked -> open().master(asked), version, number, terminal);
    }

    /// Keys of one Classic card's purse, for one payment terminal's eyes only (CHAIN-14).
    public byte[] classicTillKeys(int version, Uid uid, PublicKey terminal) {
        return ClassicTillKeys.seal(
                asked -> open().master(asked), VaultCardKeys.CONTENT, version, uid, terminal);
    }

    /// A person's key itself, the caller wipes it; empty if it is destroyed.
    Optional<byte[]> personLeaf(long personId) {
        return keyring.person(personId);
    }

    private VaultContents open() {
        if (closed) {
            throw new IllegalStateException("The vault of site '%s' is closed".formatted(siteId));
        }
        return contents;
    }

    private PersonRecords openPeople() {
        open();
        return people;
    }

    private RecordSeal openRecords() {
        open();
        return records;
    }

    /// Wipes the keys; nothing can be asked afterwards.
    @Override
    public void close() {
        closed = true;
        contents.wipe();
        keyring.wipe();
        token.close();
    }

    @Override
    public String toString() {
        return "KeyVault[" + siteId + "]";
    }
}
