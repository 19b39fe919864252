package app.lodge.core.people.index;

import java.util.Arrays;

/// A lean table from 64-bit digests to numbers, several to a digest: open addressing over two arrays,
/// 16 bytes a place. Digests may collide, so who looks something up checks what was found. Of numbers
/// with one digest the first {@link #MOST_TO_A_DIGEST} are kept: a mail box shared by a whole works
/// must not slow the table down.
public final class LongLookup {

    static final int MOST_TO_A_DIGEST = 16;

    private static final long FREE = 0;
    private static final long GONE = -1;

    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int used;

    /// @param value above zero
    public synchronized void add(long key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("Number %d is not above zero".formatted(value));
        }
        if (used * 2 >= keys.length) {
            grow();
        }
        var i = place(key, keys.length);
        var same = 0;
        while (values[i] != FREE) {
            if (keys[i] == key && values[i] != GONE && ++same == MOST_TO_A_DIGEST) {
                return;
            }
            i = (i + 1) & (keys.length - 1);
        }
        keys[i] = key;
        values[i] = value;
        used++;
    }

    public synchronized void remove(long key, long value) {
        for (var i = place(key, keys.length); values[i] != FREE; i = (i + 1) & (keys.length - 1)) {
            if (keys[i] == key && values[i] == value) {
                values[i] = GONE;
                return;
            }
        }
    }

    public synchronized long[] find(long key) {
        var found = new long[0];
        for (var i = place(key, keys.length); values[i] != FREE; i = (i + 1) & (keys.length - 1)) {
            if (keys[i] == key && values[i] != GONE) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = values[i];
            }
        }
        return found;
    }

    /// FNV-1a over the text's characters, finished as in SplitMix64.
    public static long digest(char kind, String text) {
        var hash = 0xcbf29ce484222325L ^ kind;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        used = 0;
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] > 0) {
                add(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int place(long key, int size) {
        return (int) key & (size - 1);
    }
}
