package app.lodge.core.keys;

import app.lodge.core.keys.Cryptoki.Failed;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// A PKCS#11 token as a {@link KeyToken}: master keys are sensitive and not extractable, and CMAC-AES is
/// computed inside it (CKM_AES_CMAC). Purpose keys and card keys are computed from its answers in this
/// process and wiped. Tested with SoftHSM2.
///
/// Sessions do not outlive trouble: whenever the token has refused, the next call finds it anew by its
/// label and logs in again, so that a token that was pulled and put back goes on.
final class Pkcs11Token implements KeyToken {

    private static final long AES_KEY_GEN = 0x1080;
    private static final long AES_CMAC = 0x108A;
    private static final long USER = 1;
    private static final long SERIAL_AND_WRITE = 0x6;
    private static final int TOKEN_INFO = 512;
    private static final int LABEL = 32;
    private static final int CMAC = 16;

    private static final long DEVICE_MEMORY = 0x31;
    private static final long PIN_INCORRECT = 0xA0;
    private static final long PIN_INVALID = 0xA1;
    private static final long PIN_RANGE = 0xA2;
    private static final long PIN_LOCKED = 0xA4;
    private static final long ALREADY_LOGGED_IN = 0x100;
    private static final long FUNCTION_FAILED = 0x6;
    private static final long GENERAL_ERROR = 0x5;

    private final TokenOrder order;
    private final Cryptoki library;
    private OptionalLong session = OptionalLong.empty();

    private Pkcs11Token(TokenOrder order, Cryptoki library) {
        this.order = order;
        this.library = library;
    }

    static Pkcs11Token open(TokenOrder order) throws VaultException {
        Pkcs11Token token;
        try {
            token = new Pkcs11Token(order, Cryptoki.of(order.library().toAbsolutePath()));
        } catch (Failed | IllegalArgumentException e) {
            throw new VaultException(
                    new VaultFault.TokenLibrary(
                            order.library().toString(), String.valueOf(e.getMessage())),
                    e);
        }
        token.session();
        return token;
    }

    private synchronized long session() throws VaultException {
        if (session.isPresent()) {
            return session.getAsLong();
        }
        try (var arena = Arena.ofConfined()) {
            var present = slot(arena);
            if (present.isEmpty()) {
                library.restart(); // some libraries see only the tokens that were there at the
                // start
                present = slot(arena);
            }
            long slot =
                    present.orElseThrow(
                            () -> new VaultException(new VaultFault.TokenMissing(order.token())));
            var opened = Cryptoki.number(arena, 0);
            library.call(
                    "C_OpenSession",
                    slot,
                    SERIAL_AND_WRITE,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    opened);
            long handle = Cryptoki.read(opened, 0);
            logIn(arena, handle);
            session = OptionalLong.of(handle);
            return handle;
        } catch (Failed e) {
            throw new VaultException(new VaultFault.TokenMissing(order.token()), e);
        }
    }

    private OptionalLong slot(Arena arena) throws Failed {
        var count = Cryptoki.number(arena, 0);
        library.call("C_GetSlotList", (byte) 1, MemorySegment.NULL, count);
        int slots = (int) Cryptoki.read(count, 0);
        var list = Cryptoki.numbers(arena, new long[Math.max(1, slots)]);
        library.call("C_GetSlotList", (byte) 1, list, count);
        for (int i = 0; i < Math.min(slots, (int) Cryptoki.read(count, 0)); i++) {
            long slot = Cryptoki.read(list, i);
            if (label(arena, slot).equals(order.token())) {
                return OptionalLong.of(slot);
            }
        }
        return OptionalLong.empty();
    }

    private String label(Arena arena, long slot) {
        var about = arena.allocate(TOKEN_INFO, 8);
        try {
            library.call("C_GetTokenInfo", slot, about);
        } catch (Failed e) {
            return ""; // a token that is there and broken hides no other
        }
        byte[] label = about.asSlice(0, LABEL).toArray(ValueLayout.JAVA_BYTE);
        return new String(label, StandardCharsets.UTF_8).strip();
    }

    private void logIn(Arena arena, long handle) throws Failed, VaultException {
        byte[] pin;
        try {
            byte[] line = Files.readAllBytes(order.pinFile());
            int end = line.length;
            while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
                end--;
            }
            pin = Arrays.copyOf(line, end);
            Arrays.fill(line, (byte) 0);
        } catch (IOException e) {
            throw new VaultException(
                    new VaultFault.Unreachable(
                            order.pinFile().toString(), String.valueOf(e.getMessage())),
                    e);
        }
        var memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, pin);
        try {
            library.call("C_Login", handle, USER, memory, (long) pin.length);
        } catch (Failed e) {
            var refused = pinRefused(e.code, order.token());
            if (refused.isPresent()) {
                throw new VaultException(refused.get(), e);
            }
            if (e.code != ALREADY_LOGGED_IN) {
                throw e;
            }
        } finally {
            memory.fill((byte) 0);
            Arrays.fill(pin, (byte) 0);
        }
    }

    /// What a token means that does not let somebody in.
    static Optional<VaultFault> pinRefused(long code, String token) {
        if (code == PIN_INCORRECT || code == PIN_INVALID || code == PIN_RANGE) {
            return Optional.of(new VaultFault.WrongPin(token));
        }
        return code == PIN_LOCKED ? Optional.of(new VaultFault.PinLocked(token)) : Optional.empty();
    }

    @Override
    public synchronized byte[] cmac(String name, byte[] message) {
        try {
            return mac(name, message);
        } catch (Failed | VaultException first) {
            forget();
            try {
                return mac(name, message); // put back meanwhile, or sessions ended
            } catch (Failed | VaultException e) {
                forget();
                throw new TokenUnavailable(order.token(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    private byte[] mac(String name, byte[] message) throws Failed, VaultException {
        long handle = session();
        try (var arena = Arena.ofConfined()) {
            long key =
                    find(arena, handle, name)
                            .orElseThrow(() ->
                                    new VaultException(
                                            new VaultFault.KeyMissing(order.token(), name)));
            library.call("C_SignInit", handle, Cryptoki.mechanism(arena, AES_CMAC), key);
            var data = arena.allocateFrom(ValueLayout.JAVA_BYTE, message);
            var mac = arena.allocate(CMAC);
            var length = Cryptoki.number(arena, CMAC);
            library.call("C_Sign", handle, data, (long) message.length, mac, length);
            byte[] result = mac.toArray(ValueLayout.JAVA_BYTE);
            mac.fill((byte) 0);
            return result;
        }
    }

    private OptionalLong find(Arena arena, long handle, String name) throws Failed {
        var wanted =
                Cryptoki.triple(
                        arena,
                        TokenKeyTemplate.secretKey(arena),
                        TokenKeyTemplate.label(arena, name));
        library.call("C_FindObjectsInit", handle, wanted, 2L);
        try {
            var found = Cryptoki.number(arena, 0);
            var count = Cryptoki.number(arena, 0);
            library.call("C_FindObjects", handle, found, 1L, count);
            return Cryptoki.read(count, 0) == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(Cryptoki.read(found, 0));
        } finally {
            library.call("C_FindObjectsFinal", handle);
        }
    }

    @Override
    public synchronized boolean holds(String name) {
        try (var arena = Arena.ofConfined()) {
            return find(arena, session(), name).isPresent();
        } catch (Failed | VaultException e) {
            forget();
            throw new TokenUnavailable(order.token(), String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public synchronized void keep(String name, byte[] key) throws VaultException {
        try (var arena = Arena.ofConfined()) {
            var value = arena.allocateFrom(ValueLayout.JAVA_BYTE, key);
            try {
                var template = TokenKeyTemplate.of(value, key.length, arena, name);
                var made = Cryptoki.number(arena, 0);
                library.call(
                        "C_CreateObject", session(), template.memory(), template.count(), made);
            } finally {
                value.fill((byte) 0);
            }
        } catch (Failed e) {
            throw refused(e);
        }
    }

    @Override
    public synchronized void generate(String name) throws VaultException {
        try (var arena = Arena.ofConfined()) {
            var template = TokenKeyTemplate.toGenerate(arena, name);
            var made = Cryptoki.number(arena, 0);
            library.call(
                    "C_GenerateKey",
                    session(),
                    Cryptoki.mechanism(arena, AES_KEY_GEN),
                    template.memory(),
                    template.count(),
                    made);
        } catch (Failed e) {
            throw refused(e);
        }
    }

    @Override
    public synchronized void remove(String name) {
        try (var arena = Arena.ofConfined()) {
            long handle = session();
            var key = find(arena, handle, name);
            if (key.isPresent()) {
                library.call("C_DestroyObject", handle, key.getAsLong());
            }
        } catch (Failed | VaultException e) {
            forget();
            throw new TokenUnavailable(order.token(), String.valueOf(e.getMessage()), e);
        }
    }

    private VaultException refused(Failed e) {
        forget();
        return e.code == DEVICE_MEMORY || e.code == FUNCTION_FAILED || e.code == GENERAL_ERROR
                ? new VaultException(
                        new VaultFault.TokenFull(order.token(), String.valueOf(e.getMessage())), e)
                : new VaultException(new VaultFault.TokenMissing(order.token()), e);
    }

    private void forget() {
        if (session.isPresent()) {
            try {
                library.call("C_CloseSession", session.getAsLong());
            } catch (Failed e) {
                // it has ended with its token
            }
            session = OptionalLong.empty();
        }
    }

    @Override
    public synchronized void close() {
        forget();
    }

    /// The token's label.
    @Override
    public String toString() {
        return order.token();
    }
}
