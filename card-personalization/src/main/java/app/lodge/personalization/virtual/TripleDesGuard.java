package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.ultralight.UltralightType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// The mutual authentication of Ultralight C (MF0ICU2 §7.5.5 to §7.5.8).
final class TripleDesGuard implements PageGuard {

    private static final int AUTHENTICATE = 0x1A;
    private static final int MORE = 0xAF;
    private static final int BLOCK = 8;
    private static final int AUTH0 = 42 * UltralightType.PAGE;
    private static final int AUTH1 = 43 * UltralightType.PAGE;
    private static final int KEY_PAGE = 44;
    private static final int KEY = KEY_PAGE * UltralightType.PAGE;
    private static final int PAGES = 48;

    private final byte[] memory;
    private final Random random;
    private byte[] challenge = new byte[0];
    private byte[] rndB = new byte[0];
    private boolean open;

    TripleDesGuard(byte[] memory, Random random) {
        this.memory = memory;
        this.random = random;
        memory[AUTH0] = PAGES;
        byte[] known = "BREAKMEIFYOUCAN!".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(known, 0, memory, KEY, known.length);
    }

    private BlockCipher cipher() {
        byte[] key = new byte[2 * BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            key[i] = memory[KEY + BLOCK - 1 - i];
            key[BLOCK + i] = memory[KEY + 2 * BLOCK - 1 - i];
        }
        return BlockCipher.des(key);
    }

    @Override
    public Optional<byte[]> prove(byte[] command) {
        open = false;
        if (command.length == 2 && command[0] == AUTHENTICATE) {
            rndB = new byte[BLOCK];
            random.nextBytes(rndB);
            challenge = cipher().encrypt(new byte[BLOCK], rndB);
            return Optional.of(Bytes.join(Bytes.of(MORE), challenge));
        }
        if (command.length != 1 + 2 * BLOCK
                || (command[0] & 0xFF) != MORE
                || challenge.length == 0) {
            return Optional.empty();
        }
        byte[] token = Bytes.slice(command, 1, 2 * BLOCK);
        byte[] plain = cipher().decrypt(challenge, token);
        challenge = new byte[0];
        if (!Arrays.equals(Bytes.slice(plain, BLOCK, BLOCK), Bytes.rotateLeft(rndB))) {
            return Optional.empty();
        }
        open = true;
        byte[] proof = Bytes.rotateLeft(Arrays.copyOf(plain, BLOCK));
        byte[] sealed = cipher().encrypt(Bytes.slice(token, BLOCK, BLOCK), proof);
        return Optional.of(Bytes.join(Bytes.of(0x00), sealed));
    }

    @Override
    public int readable() {
        boolean readingIsFree = (memory[AUTH1] & 1) != 0;
        return open || readingIsFree ? KEY_PAGE : Math.min(KEY_PAGE, memory[AUTH0] & 0xFF);
    }

    @Override
    public boolean writable(int page) {
        return open || page < (memory[AUTH0] & 0xFF);
    }

    @Override
    public byte[] shown(byte[] whole) {
        return whole;
    }

    @Override
    public void close() {
        open = false;
        challenge = new byte[0];
    }
}
