package app.lodge.core.journal;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The journal's seals: what lets an auditor prove alone that nothing was changed since
/// (`docs/journal-format.md`). Sealing reads beside the writer and writes one short row, so no payment
/// waits for it.
public interface Seals {

    /// @param site the site's id, part of what is signed
    static Seals in(Books books, SigningKeys keys, String site) {
        return new BookedSeals(books, keys, site);
    }

    /// Seals what has come since the last seal: at least daily, at period close, before an export. What a person
    /// asks for is an act of staff, and the row of it is the last one under that very seal.
    SealOutcome seal(Actor actor);

    /// Makes a new signing key and seals with both, the old key for the last time.
    SealOutcome rotateKey(Actor actor);

    Standing standing(Actor actor);

    /// Newest first.
    Page<Seal> page(Actor actor, @Nullable String after, int limit);

    /// Recomputes every row's hash and every seal from the first row on.
    Verification verify(Actor actor);

    /// What the code on a receipt says about its journal row: where it stands, and once it is sealed
    /// the way to the signed root. The same row gives the same text while it is not sealed, and from
    /// then on.
    ///
    /// @throws IllegalArgumentException if there is no such row
    String proof(Actor actor, long row, Proving proving);

    /// What proves one row to whoever sees it; check it with {@link Inclusion#of}.
    ///
    /// @throws IllegalArgumentException if there is no such row
    Evidence evidence(Actor actor, long row);

    /// Which text a receipt carries.
    enum Proving {
        /// Row, hash, fingerprint: at the counter, before anything can be sealed.
        ROW_ONLY,
        /// With the way to the seal if there is one.
        UP_TO_THE_SEAL
    }

    sealed interface SealOutcome {
        record Sealed(Seal seal) implements SealOutcome {}

        /// @param last null if there has never been a seal
        record NothingNew(@Nullable Seal last) implements SealOutcome {}

        /// The rows since the last seal do not hold together: nothing was signed.
        record Broken(long atRow, String expected, String found) implements SealOutcome {}
    }

    /// @param fingerprint of the key that signs, in groups of four; empty before the first seal
    /// @param publicKey hexadecimal; empty before the first seal
    /// @param unsealedRows how many rows wait for the next seal
    record Standing(
            String site,
            String fingerprint,
            String publicKey,
            @Nullable Seal last,
            long unsealedRows,
            @Nullable Instant oldestUnsealed) {}

    sealed interface Verification {
        record Intact(long rows, String head, long seals, long unsealedRows, String fingerprint)
                implements Verification {}

        /// @param what disagrees
        /// @param number of the row or seal
        record Broken(What what, long number, String expected, String found)
                implements Verification {}
    }

    enum What {
        ROW_MISSING,
        ROW_HASH,
        SEAL_MISSING,
        SEAL_RANGE,
        SEAL_ROOT,
        SEAL_LINK,
        SEAL_HASH,
        SEAL_SIGNATURE
    }
}
