package app.lodge.personalization.ultralight;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.RawCommands;
import app.lodge.personalization.cards.StorageLink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A card of the Ultralight family on a PC/SC reader: pages, what guards them, counters, the maker's
/// signature (MF0ICU2 §7, MF0ULx1 §8 and §10, NTAG213_215_216 §8 and §10). Passwords and counters want
/// a reader that passes the chip's own commands. After any refusal the chip has halted: begin a new
/// link.
public final class UltralightCard {

    private static final int READ_ALL = 4 * UltralightType.PAGE;
    private static final int GET_VERSION = 0x60;
    private static final int AUTHENTICATE = 0x1A;
    private static final int MORE = 0xAF;
    private static final int PASSWORD = 0x1B;
    private static final int READ_COUNTER = 0x39;
    private static final int COUNT_UP = 0xA5;
    private static final int CHECK_TEARING = 0x3E;
    private static final int WHOLE = 0xBD;
    private static final int READ_SIGNATURE = 0x3C;
    private static final int SIGNATURE = 32;
    private static final int DES_BLOCK = 8;
    private static final int KEY = 16;
    private static final int KEY_PAGE = 44;
    private static final int READ_TOO = 0x80;

    /// Where settings say that no page is guarded: past every chip's last.
    private static final int NOWHERE = 0xFF;

    private final StorageLink link;
    private final RawCommands raw;
    private final UltralightType type;
    private final RandomGenerator random;

    public UltralightCard(CardLink link, UltralightType type) {
        this(link, type, new SecureRandom());
    }

    UltralightCard(CardLink link, UltralightType type, RandomGenerator random) {
        this.link = new StorageLink(link);
        this.raw = new RawCommands(link);
        this.type = type;
        this.random = random;
    }

    /// What is done with pages from a certain one on only after authenticating.
    public enum Guarded {
        WRITING,
        READING_AND_WRITING
    }

    /// @return four pages; after the last comes the first
    /// @throws DeviceException with CardRefused if the page is guarded
    public byte[] read(int page) throws DeviceException {
        return link.read(page, READ_ALL).orRefuse("Read");
    }

    /// Writes a page of data.
    public void write(int page, byte[] data) throws DeviceException {
        if (page < UltralightType.FIRST_DATA || page > type.lastData()) {
            throw new IllegalArgumentException("Page %d holds no data".formatted(page));
        }
        put(page, data);
    }

    /// Sets bits that can never be unset.
    ///
    /// @param again the same once more, from whoever decides
    public void burn(Burning bits, Burning again) throws DeviceException {
        if (!bits.equals(again)) {
            throw new IllegalArgumentException(
                    "Page %d is burnt only if the same is asked twice".formatted(bits.page()));
        }
        put(bits.page(), bits.bits());
    }

    private void put(int page, byte[] data) throws DeviceException {
        if (data.length != UltralightType.PAGE) {
            throw new IllegalArgumentException("A page is 4 bytes, not " + data.length);
        }
        link.write(page, data).orRefuse("Write");
    }

    /// The key of an Ultralight C from the factory (MF0ICU2 §7.5.7).
    public static byte[] factoryKey() {
        return Bytes.join(
                "IEMKAERB".getBytes(StandardCharsets.US_ASCII),
                "!NACUOYF".getBytes(StandardCharsets.US_ASCII));
    }

    /// Proves to an Ultralight C that we have its key, and it to us (MF0ICU2 §7.5.5).
    ///
    /// @param key sixteen bytes
    /// @return whether the card took it; if not, it has halted
    /// @throws DeviceException with AnswerForged if the card did not have the key itself
    public boolean authenticate(byte[] key) throws DeviceException {
        requireKey(key);
        var challenge = raw.send(Bytes.of(AUTHENTICATE, 0x00));
        if (challenge.isEmpty() || !answers(challenge.get(), MORE)) {
            return false;
        }
        var cipher = BlockCipher.des(key);
        byte[] sealed = Bytes.slice(challenge.get(), 1, DES_BLOCK);
        byte[] rndB = cipher.decrypt(new byte[DES_BLOCK], sealed);
        byte[] rndA = new byte[DES_BLOCK];
        random.nextBytes(rndA);
        byte[] token = cipher.encrypt(sealed, Bytes.join(rndA, Bytes.rotateLeft(rndB)));
        var proof = raw.send(Bytes.join(Bytes.of(MORE), token));
        if (proof.isEmpty()) {
            return false;
        }
        byte[] iv = Bytes.slice(token, DES_BLOCK, DES_BLOCK);
        boolean proven =
                answers(proof.get(), 0x00)
                        && MessageDigest.isEqual(
                                cipher.decrypt(iv, Bytes.slice(proof.get(), 1, DES_BLOCK)),
                                Bytes.rotateLeft(rndA));
        if (!proven) {
            throw new DeviceException(new DeviceFault.AnswerForged("Authenticate"));
        }
        return true;
    }

    private static boolean answers(byte[] answer, int first) {
        return answer.length == 1 + DES_BLOCK && (answer[0] & 0xFF) == first;
    }

    /// Gives an Ultralight C another key; it goes over the air in plain. A card torn away in the middle
    /// has half of each: {@link #authenticate} to it with {@link #tornKeys}.
    public void changeKey(byte[] key) throws DeviceException {
        requireKey(key);
        byte[] stored = stored(key);
        for (int page = 0; page < KEY / UltralightType.PAGE; page++) {
            put(KEY_PAGE + page, Bytes.slice(stored, page * 4, UltralightType.PAGE));
        }
    }

    /// Every key that an Ultralight C may hold after {@link #changeKey} was torn off.
    public static List<byte[]> tornKeys(byte[] before, byte[] after) {
        byte[] old = stored(before);
        byte[] fresh = stored(after);
        List<byte[]> all = new ArrayList<>();
        for (int pages = KEY / UltralightType.PAGE; pages >= 0; pages--) {
            int written = pages * UltralightType.PAGE;
            byte[] mixed = old.clone();
            System.arraycopy(fresh, 0, mixed, 0, written);
            all.add(stored(mixed));
        }
        return all;
    }

    /// Each half's bytes the other way round; applied twice it is the key again.
    private static byte[] stored(byte[] key) {
        byte[] turned = new byte[KEY];
        for (int i = 0; i < DES_BLOCK; i++) {
            turned[i] = key[DES_BLOCK - 1 - i];
            turned[DES_BLOCK + i] = key[KEY - 1 - i];
        }
        return turned;
    }

    private void requireKey(byte[] key) {
        if (type != UltralightType.ULTRALIGHT_C || key.length != KEY) {
            throw new IllegalArgumentException(
                    "%s takes no key of %d bytes".formatted(type, key.length));
        }
    }

    /// Whether the reader passes this chip's own commands, without which nothing guarded opens again.
    public boolean answers() throws DeviceException {
        return type.tellsVersion()
                ? raw.send(Bytes.of(GET_VERSION)).isPresent()
                : raw.send(Bytes.of(AUTHENTICATE, 0x00)).isPresent();
    }

    /// Opens what a password guards. It goes over the air in plain, and a wrong one counts against the
    /// card where it was set so.
    ///
    /// @param password four bytes and its acknowledgement of two
    /// @return whether the chip took it and answered as it should
    public boolean unlock(byte[] password) throws DeviceException {
        requirePassword(password);
        var answer = raw.send(Bytes.join(Bytes.of(PASSWORD), Bytes.slice(password, 0, 4)));
        return answer.isPresent()
                && MessageDigest.isEqual(answer.get(), Bytes.slice(password, 4, 2));
    }

    /// @param password four bytes and its acknowledgement of two
    public void setPassword(byte[] password) throws DeviceException {
        requirePassword(password);
        put(type.passwordPage() + 1, Bytes.join(Bytes.slice(password, 4, 2), new byte[2]));
        put(type.passwordPage(), Bytes.slice(password, 0, 4));
    }

    private void requirePassword(byte[] password) {
        if (!type.hasPassword() || password.length != 6) {
            throw new IllegalArgumentException(
                    "%s takes no password of %d bytes".formatted(type, password.length));
        }
    }

    /// Guards every page from this one on. Never limits the number of wrong passwords, for a card that
    /// has counted them is lost (AUTHLIM stays 0).
    public void guard(int firstPage, Guarded guarded) throws DeviceException {
        boolean reading = guarded == Guarded.READING_AND_WRITING;
        if (type == UltralightType.ULTRALIGHT_C) {
            put(type.guardPage() + 1, Bytes.of(reading ? 0 : 1, 0, 0, 0));
            put(type.guardPage(), Bytes.of(firstPage, 0, 0, 0));
            return;
        }
        if (!type.hasPassword()) {
            throw new IllegalArgumentException(type + " guards nothing");
        }
        byte[] settings = read(type.configuration());
        byte[] access = Bytes.slice(settings, 4, UltralightType.PAGE);
        access[0] = (byte) (reading ? access[0] | READ_TOO : access[0] & ~READ_TOO);
        put(type.configuration() + 1, access);
        byte[] first = Bytes.slice(settings, 0, UltralightType.PAGE);
        first[3] = (byte) firstPage;
        put(type.configuration(), first);
    }

    /// Takes the guard away.
    public void unguard() throws DeviceException {
        guard(type == UltralightType.ULTRALIGHT_C ? 0x30 : NOWHERE, Guarded.WRITING);
    }

    /// A counter that only goes up.
    ///
    /// @param number 0 to 2 of Ultralight EV1, 2 of NTAG
    /// @param whole false if the card was once torn away while it counted; the value is still right
    public record Counter(int value, boolean whole) {}

    /// @return empty if the reader has no way, or the chip does not tell (NTAG: unless set so)
    public Optional<Counter> counter(int number) throws DeviceException {
        var value = raw.send(Bytes.of(READ_COUNTER, number));
        if (value.isEmpty() || value.get().length != 3) {
            return Optional.empty();
        }
        int count = (int) Bytes.littleEndian(value.get(), 0, 3);
        if (type.counters() < 3) {
            return Optional.of(new Counter(count, true));
        }
        var torn = raw.send(Bytes.of(CHECK_TEARING, number));
        boolean whole =
                torn.isPresent() && torn.get().length == 1 && (torn.get()[0] & 0xFF) == WHOLE;
        return Optional.of(new Counter(count, whole));
    }

    /// @param by 0 to FFFFFF; beyond the end the chip refuses
    public void count(int number, int by) throws DeviceException {
        var answer =
                raw.send(
                        Bytes.join(
                                Bytes.of(COUNT_UP, number),
                                Bytes.littleEndian(by, 3),
                                new byte[1]));
        if (answer.isEmpty()) {
            throw new DeviceException(new DeviceFault.CardRefused("Count", 0x6300));
        }
    }

    /// What the maker signed of the chip's number, 32 bytes; empty if the chip or reader has no way.
    public Optional<byte[]> signature() throws DeviceException {
        return raw.send(Bytes.of(READ_SIGNATURE, 0x00)).filter(it -> it.length == SIGNATURE);
    }
}
