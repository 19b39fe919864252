package app.lodge.core.keys;

import app.lodge.core.keys.Cryptoki.Triple;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How a master key lies on a token: a private AES key, sensitive, not extractable, for MACs only
/// (PKCS #11 v2.40 §4.4, §2.8).
///
/// @param count of attributes
record TokenKeyTemplate(MemorySegment memory, long count) {

    private static final long SECRET_KEY = 4;
    private static final long AES = 0x1F;
    private static final long CKA_VALUE = 0x11;
    private static final long CKA_VALUE_LEN = 0x161;

    /// Of a key that is given to the token.
    static TokenKeyTemplate of(MemorySegment value, int length, Arena arena, String name) {
        return with(arena, name, secretKey(arena), new Triple(CKA_VALUE, value, length));
    }

    /// Of a key that the token makes itself.
    static TokenKeyTemplate toGenerate(Arena arena, String name) {
        var length = Cryptoki.number(arena, VaultContents.KEY_LENGTH);
        return with(arena, name, new Triple(CKA_VALUE_LEN, length, size()));
    }

    private static TokenKeyTemplate with(Arena arena, String name, Triple... further) {
        var all = new ArrayList<Triple>();
        all.add(new Triple(0x100, Cryptoki.number(arena, AES), size())); // CKA_KEY_TYPE
        all.add(truth(arena, 0x1, true)); // CKA_TOKEN
        all.add(truth(arena, 0x2, true)); // CKA_PRIVATE
        all.add(truth(arena, 0x103, true)); // CKA_SENSITIVE
        all.add(truth(arena, 0x162, false)); // CKA_EXTRACTABLE
        all.add(truth(arena, 0x108, true)); // CKA_SIGN
        all.add(truth(arena, 0x104, false)); // CKA_ENCRYPT
        all.add(label(arena, name));
        all.addAll(List.of(further));
        return new TokenKeyTemplate(Cryptoki.triple(arena, all.toArray(Triple[]::new)), all.size());
    }

    /// CKA_CLASS of every key that Lodge keeps on a token.
    static Triple secretKey(Arena arena) {
        return new Triple(0x0, Cryptoki.number(arena, SECRET_KEY), size());
    }

    /// CKA_LABEL.
    static Triple label(Arena arena, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Triple(0x3, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), bytes.length);
    }

    private static Triple truth(Arena arena, long attribute, boolean value) {
        return new Triple(
                attribute, arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) (value ? 1 : 0)), 1);
    }

    private static long size() {
        return Cryptoki.NUMBER.byteSize();
    }
}
