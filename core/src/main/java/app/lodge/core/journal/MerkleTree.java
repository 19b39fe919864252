package app.lodge.core.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Merkle tree of RFC 6962 §2.1 over SHA-256: a leaf is hashed behind 0x00, a node behind 0x01.
///
/// Grows leaf by leaf and keeps only the roots of its full subtrees. Not thread-safe.
final class MerkleTree {

    private final List<byte[]> roots = new ArrayList<>();
    private final MessageDigest sha256 = sha256();
    private long size;

    void add(byte[] leaf) {
        sha256.update((byte) 0);
        var root = sha256.digest(leaf);
        for (var full = size; (full & 1) == 1; full >>= 1) {
            root = node(roots.removeLast(), root);
        }
        roots.add(root);
        size++;
    }

    long size() {
        return size;
    }

    /// The root as it stands; that of no leaves is the hash of nothing.
    byte[] root() {
        if (roots.isEmpty()) {
            return sha256.digest();
        }
        var root = roots.getLast();
        for (var i = roots.size() - 2; i >= 0; i--) {
            root = node(roots.get(i), root);
        }
        return root;
    }

    void clear() {
        roots.clear();
        size = 0;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    /// The audit path of RFC 6962 §2.1.1, from the leaf upwards.
    ///
    /// @param index of the leaf, from 0
    static List<byte[]> path(int index, List<byte[]> leaves) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("Leaf %d of %d".formatted(index, leaves.size()));
        }
        var path = new ArrayList<byte[]>();
        path(index, leaves, path);
        return path;
    }

    private static void path(int index, List<byte[]> leaves, List<byte[]> path) {
        if (leaves.size() == 1) {
            return;
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (index < split) {
            path(index, left, path);
            path.add(root(right));
        } else {
            path(index - split, right, path);
            path.add(root(left));
        }
    }

    /// From a leaf up to the root (RFC 9162 §2.1.3.2).
    ///
    /// @param index of the leaf, from 0, below `size`
    /// @return empty if the path has not the length that it must have
    static Optional<byte[]> climb(byte[] leaf, long index, long size, List<byte[]> path) {
        var tree = new MerkleTree();
        tree.sha256.update((byte) 0);
        var root = tree.sha256.digest(leaf);
        var at = index;
        var last = size - 1;
        for (var step : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = tree.node(step, root);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                root = tree.node(root, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    static byte[] root(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
