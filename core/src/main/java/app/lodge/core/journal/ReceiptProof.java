package app.lodge.core.journal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The text of a receipt's code (`docs/journal-format.md`), made of the letters that a QR code packs
/// densest: digits, capitals, `:` and `-`.
final class ReceiptProof {

    private static final String NAME = "LODGE:1:";
    private static final String NONE = "-";

    private ReceiptProof() {}

    static String ofRow(String site, long row, byte[] hash, byte @Nullable [] key) {
        return NAME
                + String.join(
                        ":",
                        site.toUpperCase(Locale.ROOT),
                        Long.toString(row),
                        SealForm.hex(hash),
                        key == null ? NONE : SealForm.fingerprint(key));
    }

    static String upTo(Seal seal, String site, long row, byte[] hash, List<byte[]> path) {
        var steps = new StringBuilder();
        path.forEach(step -> steps.append(SealForm.hex(step)));
        var newKey = seal.newKey();
        return ofRow(site, row, hash, SealForm.bytes(seal.key()))
                + ":"
                + String.join(
                        ":",
                        Long.toString(seal.number()),
                        Long.toString(seal.firstRow()),
                        Long.toString(seal.lastRow()),
                        seal.previous(),
                        Long.toString(SealForm.micros(seal.at())),
                        seal.key(),
                        newKey == null ? NONE : newKey,
                        seal.signature(),
                        path.isEmpty() ? NONE : steps);
    }
}
