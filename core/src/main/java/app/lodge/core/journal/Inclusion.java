package app.lodge.core.journal;

import app.lodge.core.books.Chain;
import java.util.List;

/// Whether a journal row is what was written then: its content gives its hash, the hash lies under a
/// seal's root, and the seal is signed. Computed where it is shown, from nothing but the row and its
/// evidence (ID-50).
public sealed interface Inclusion {

    /// @param seal under whose root the row lies
    /// @param path the hashes on the way from the row to the root
    record Proven(Seal seal, List<String> path) implements Inclusion {}

    /// The row has its hash and waits for the next seal.
    record NotSealed() implements Inclusion {}

    record Broken(What what, String expected, String found) implements Inclusion {}

    /// What does not agree.
    enum What {
        ROW_HASH,
        SEAL_RANGE,
        SEAL_ROOT,
        SEAL_SIGNATURE
    }

    static Inclusion of(JournalRow row, Evidence evidence) {
        var hash =
                Chain.hash(
                        SealForm.bytes(evidence.previous()),
                        row.number(),
                        row.at(),
                        row.kind(),
                        evidence.operatorId(),
                        row.actor(),
                        row.workstation(),
                        row.subject(),
                        row.content());
        if (!SealForm.hex(hash).equals(row.hash())) {
            return new Broken(What.ROW_HASH, SealForm.hex(hash), row.hash());
        }
        var seal = evidence.seal();
        if (seal == null) {
            return new NotSealed();
        }
        if (row.number() < seal.firstRow() || row.number() > seal.lastRow()) {
            return new Broken(
                    What.SEAL_RANGE,
                    Long.toString(row.number()),
                    seal.firstRow() + "–" + seal.lastRow());
        }
        var root =
                MerkleTree.climb(
                        hash,
                        row.number() - seal.firstRow(),
                        seal.rows(),
                        evidence.path().stream().map(SealForm::bytes).toList());
        if (root.isEmpty() || !SealForm.hex(root.get()).equals(seal.root())) {
            return new Broken(What.SEAL_ROOT, seal.root(), root.map(SealForm::hex).orElse("–"));
        }
        var signed =
                SealForm.signedBy(
                        SealForm.bytes(seal.key()),
                        seal.message(evidence.site()),
                        SealForm.bytes(seal.signature()));
        return signed
                ? new Proven(seal, evidence.path())
                : new Broken(What.SEAL_SIGNATURE, seal.fingerprint(), seal.signature());
    }
}
