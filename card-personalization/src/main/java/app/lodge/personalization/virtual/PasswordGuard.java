package app.lodge.personalization.virtual;

import app.lodge.personalization.ultralight.UltralightType;
import java.util.Arrays;
import java.util.Optional;

/// Password, acknowledgement, and a limit of wrong ones (MF0ULx1 §8.6, NTAG213_215_216 §8.8).
final class PasswordGuard implements PageGuard {

    private static final int AUTHENTICATE = 0x1B;
    private static final int PAGE = UltralightType.PAGE;
    private static final int READ_TOO = 0x80;
    private static final int LIMIT = 0x07;

    private final byte[] memory;
    private final UltralightType type;
    private boolean open;
    private int wrong;

    PasswordGuard(byte[] memory, UltralightType type) {
        this.memory = memory;
        this.type = type;
        int at = type.configuration() * PAGE;
        memory[at + 3] = (byte) 0xFF;
        Arrays.fill(memory, at + 2 * PAGE, at + 3 * PAGE, (byte) 0xFF);
    }

    @Override
    public Optional<byte[]> prove(byte[] command) {
        open = false;
        if (command.length != 5 || command[0] != AUTHENTICATE) {
            return Optional.empty();
        }
        int limit = access() & LIMIT;
        if (limit != 0 && wrong >= limit) {
            return Optional.empty();
        }
        int at = type.passwordPage() * PAGE;
        if (!Arrays.equals(command, 1, 5, memory, at, at + PAGE)) {
            wrong++;
            return Optional.empty();
        }
        wrong = 0;
        open = true;
        return Optional.of(Arrays.copyOfRange(memory, at + PAGE, at + PAGE + 2));
    }

    private int access() {
        return memory[(type.configuration() + 1) * PAGE] & 0xFF;
    }

    private int firstGuarded() {
        return memory[type.configuration() * PAGE + 3] & 0xFF;
    }

    @Override
    public int readable() {
        boolean all = open || (access() & READ_TOO) == 0;
        return all ? type.pages() : Math.min(type.pages(), firstGuarded());
    }

    @Override
    public boolean writable(int page) {
        return open || page < firstGuarded();
    }

    @Override
    public byte[] shown(byte[] whole) {
        byte[] shown = whole.clone();
        int at = type.passwordPage() * PAGE;
        Arrays.fill(shown, at, at + 2 * PAGE, (byte) 0);
        return shown;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
