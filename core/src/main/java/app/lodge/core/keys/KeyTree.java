package app.lodge.core.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key for each of 2³² people out of one root, any of which can be destroyed for good (ID-57).
///
/// A tree of sixteen branches and eight levels: a child is HMAC-SHA-256 of its nibble under its parent,
/// a person's key the leaf. To destroy a leaf, every node above it goes and its siblings on each level
/// stay: all the others can still be computed, the destroyed one by nobody (a puncturable pseudorandom
/// function). So the file stays small, does not change when people are enrolled, and opens the older
/// backups of everybody who was not erased. Thread-safe.
final class KeyTree {

    static final int LEVELS = 8;
    static final long LEAVES = 1L << 4 * LEVELS;
    private static final int CACHED_LEVEL = 7;
    private static final int BRANCHES = 16;

    /// @param prefix the upper nibbles of the numbers below this node, `level` of them
    record Place(int level, long prefix) {}

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Place, HeldKey> nodes;
    private final Map<Long, HeldKey> cache = new ConcurrentHashMap<>();

    /// @param nodes none of which lies below another
    KeyTree(Map<Place, HeldKey> nodes) {
        this.nodes = new HashMap<>(nodes);
    }

    static KeyTree fresh(SecureRandom random) {
        return new KeyTree(Map.of(new Place(0, 0), VaultContents.key(random)));
    }

    /// Empty if the key was destroyed; the caller wipes it.
    Optional<byte[]> key(long leaf) {
        check(leaf);
        lock.readLock().lock();
        try {
            var from = leaf >>> 4 * (LEVELS - CACHED_LEVEL);
            var cached = cache.get(from);
            if (cached != null) {
                return Optional.of(down(cached, CACHED_LEVEL, leaf, LEVELS));
            }
            for (var level = LEVELS; level >= 0; level--) {
                var node = nodes.get(place(leaf, level));
                if (node != null) {
                    if (level <= CACHED_LEVEL) {
                        cache.put(from, HeldKey.taking(down(node, level, leaf, CACHED_LEVEL)));
                    }
                    return Optional.of(down(node, level, leaf, LEVELS));
                }
            }
            return Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    boolean lives(long leaf) {
        check(leaf);
        lock.readLock().lock();
        try {
            for (var level = 0; level <= LEVELS; level++) {
                if (nodes.containsKey(place(leaf, level))) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The tree without some leaves; this one is not changed.
    KeyTree without(Iterable<Long> leaves) {
        lock.readLock().lock();
        try {
            var copies = new HashMap<Place, HeldKey>();
            nodes.forEach((place, key) -> copies.put(place, key.again()));
            var punctured = new KeyTree(copies);
            leaves.forEach(punctured::puncture);
            return punctured;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void puncture(long leaf) {
        check(leaf);
        for (var level = 0; level <= LEVELS; level++) {
            var node = nodes.remove(place(leaf, level));
            if (node != null) {
                keepSiblings(node.copy(), level, leaf);
                node.wipe();
                return;
            }
        }
    }

    /// @param node wiped here
    private void keepSiblings(byte[] node, int from, long leaf) {
        var parent = node;
        for (var level = from; level < LEVELS; level++) {
            var onTheWay = nibble(leaf, level);
            var below = place(leaf, level).prefix() << 4;
            for (var branch = 0; branch < BRANCHES; branch++) {
                if (branch != onTheWay) {
                    nodes.put(
                            new Place(level + 1, below | branch),
                            HeldKey.taking(child(parent, branch)));
                }
            }
            var next = child(parent, onTheWay);
            Arrays.fill(parent, (byte) 0);
            parent = next;
        }
        Arrays.fill(parent, (byte) 0);
    }

    int size() {
        return nodes.size();
    }

    void each(BiConsumer<Place, HeldKey> use) {
        nodes.forEach(use);
    }

    void wipe() {
        lock.writeLock().lock();
        try {
            nodes.values().forEach(HeldKey::wipe);
            cache.values().forEach(HeldKey::wipe);
            nodes.clear();
            cache.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// @return a key of its own, never the one given
    private static byte[] down(HeldKey node, int from, long leaf, int to) {
        var key = node.copy();
        for (var level = from; level < to; level++) {
            var next = child(key, nibble(leaf, level));
            Arrays.fill(key, (byte) 0);
            key = next;
        }
        return key;
    }

    private static Place place(long leaf, int level) {
        return new Place(level, leaf >>> 4 * (LEVELS - level));
    }

    private static int nibble(long leaf, int level) {
        return (int) (leaf >>> 4 * (LEVELS - 1 - level)) & 0xF;
    }

    private static byte[] child(byte[] parent, int branch) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(parent, "HmacSHA256"));
            return mac.doFinal(new byte[] {(byte) branch});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static void check(long leaf) {
        if (leaf < 0 || leaf >= LEAVES) {
            throw new IllegalArgumentException(
                    "Person %d is outside 0 to %d".formatted(leaf, LEAVES - 1));
        }
    }
}
