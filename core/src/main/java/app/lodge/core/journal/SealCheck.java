package app.lodge.core.journal;

import app.lodge.core.books.Books;
import app.lodge.core.books.Chain;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One pass over all rows and seals, recomputing both. Stops at the first thing that disagrees.
final class SealCheck {

    private static final int ROWS_AT_ONCE = 5_000;

    private final Books books;
    private final String site;
    private final SealStore store = new SealStore();
    private final MerkleTree tree = new MerkleTree();
    private final Deque<Seal> ahead = new ArrayDeque<>();
    private @Nullable Seal last;
    private long number;
    private byte[] hash = Chain.START;

    SealCheck(Books books, String site) {
        this.books = books;
        this.site = site;
    }

    Verification run() {
        var journal = new JournalStore();
        while (true) {
            var from = number;
            var links = books.read(sql -> journal.linksAfter(sql, from, ROWS_AT_ONCE));
            for (var link : links) {
                var fault = take(link);
                if (fault != null) {
                    return fault;
                }
            }
            if (links.size() < ROWS_AT_ONCE) {
                return end();
            }
        }
    }

    private Verification.@Nullable Broken take(JournalStore.Link link) {
        var row = link.row();
        if (row.number() != number + 1) {
            return new Verification.Broken(
                    What.ROW_MISSING, number + 1, "row " + (number + 1), "row " + row.number());
        }
        number++;
        hash = link.hashAfter(hash);
        if (!SealForm.hex(hash).equals(row.hash())) {
            return new Verification.Broken(What.ROW_HASH, number, SealForm.hex(hash), row.hash());
        }
        tree.add(hash);
        var seal = next();
        return seal != null && seal.lastRow() == number ? take(seal) : null;
    }

    private @Nullable Seal next() {
        if (ahead.isEmpty()) {
            ahead.addAll(books.read(sql -> store.endingAfter(sql, number - 1, 500)));
        }
        return ahead.peek();
    }

    private Verification.@Nullable Broken take(Seal seal) {
        ahead.remove();
        var before = last;
        last = seal;
        var expectedNumber = before == null ? 1 : before.number() + 1;
        if (seal.number() != expectedNumber) {
            return broken(
                    What.SEAL_MISSING,
                    expectedNumber,
                    "seal " + expectedNumber,
                    "seal " + seal.number());
        }
        var first = number - tree.size() + 1;
        if (seal.firstRow() != first) {
            return broken(What.SEAL_RANGE, seal.number(), "row " + first, "row " + seal.firstRow());
        }
        var root = SealForm.hex(tree.root());
        tree.clear();
        if (!seal.root().equals(root)) {
            return broken(What.SEAL_ROOT, seal.number(), root, seal.root());
        }
        var previous = before == null ? SealForm.hex(SealForm.NO_SEAL) : before.hash();
        if (!seal.previous().equals(previous)) {
            return broken(What.SEAL_LINK, seal.number(), previous, seal.previous());
        }
        return signature(seal, before);
    }

    private Verification.@Nullable Broken signature(Seal seal, @Nullable Seal before) {
        var message = seal.message(site);
        var hashed = SealForm.hex(SealForm.hash(message));
        if (!seal.hash().equals(hashed)) {
            return broken(What.SEAL_HASH, seal.number(), hashed, seal.hash());
        }
        var key = before == null ? seal.key() : before.keyAfterwards();
        var newKey = seal.newKey();
        var newSignature = seal.newSignature();
        var good =
                seal.key().equals(key)
                        && signed(seal.key(), message, seal.signature())
                        && (newKey == null
                                || newSignature != null && signed(newKey, message, newSignature));
        return good
                ? null
                : broken(What.SEAL_SIGNATURE, seal.number(), "key " + key, "key " + seal.key());
    }

    private static boolean signed(String key, byte[] message, String signature) {
        return SealForm.signedBy(SealForm.bytes(key), message, SealForm.bytes(signature));
    }

    private Verification end() {
        // Rows written since the pass may be sealed by now; rows that are gone may not.
        var beyond = books.snapshot(store::beyondTheLastRow);
        if (beyond.isPresent()) {
            return broken(
                    What.ROW_MISSING,
                    beyond.get().lastRow(),
                    "row " + beyond.get().lastRow(),
                    "row " + number);
        }
        var seal = last;
        return new Verification.Intact(
                number,
                SealForm.hex(hash),
                seal == null ? 0 : seal.number(),
                tree.size(),
                seal == null ? "" : seal.fingerprint());
    }

    private static Verification.Broken broken(
            What what, long number, String expected, String found) {
        return new Verification.Broken(what, number, expected, found);
    }
}
