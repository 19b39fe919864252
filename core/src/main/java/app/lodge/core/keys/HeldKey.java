package app.lodge.core.keys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.Function;

/// A key that is kept longer than one computation: outside of the heap, so that no dump of the heap, no
/// copying of the collector and no `toString` ever has it (CHAIN-08). It comes into the heap for one
/// computation at a time, as an array that is wiped after it. Thread-safe.
public final class HeldKey {

    private final MemorySegment memory;

    private HeldKey(byte[] key) {
        memory = Arena.ofAuto().allocate(key.length);
        MemorySegment.copy(key, 0, memory, ValueLayout.JAVA_BYTE, 0, key.length);
    }

    /// @param key wiped here
    public static HeldKey taking(byte[] key) {
        try {
            return new HeldKey(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param use gets the key for as long as it runs
    <T> T with(Function<byte[], T> use) {
        byte[] key = copy();
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The caller wipes it.
    public byte[] copy() {
        return memory.toArray(ValueLayout.JAVA_BYTE);
    }

    HeldKey again() {
        return with(HeldKey::new);
    }

    void wipe() {
        memory.fill((byte) 0);
    }

    @Override
    public String toString() {
        return "HeldKey[***]";
    }
}
