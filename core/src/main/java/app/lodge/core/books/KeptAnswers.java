package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.REQUEST;

import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Answers that are kept for repeats of a request. They may name people, so they are sealed, dropped
/// after a week, and forgotten when a person whom they name is erased (ID-57).
///
/// A forgotten answer leaves its row: a repeat is then refused and never done twice.
public final class KeptAnswers {

    /// How long a repeat gets its answer again.
    public static final Duration KEPT = Duration.ofDays(7);

    private static final byte[] FORGOTTEN = {};

    private final Sealing sealing;

    public KeptAnswers(Sealing sealing) {
        this.sealing = sealing;
    }

    static boolean forgotten(byte[] sealed) {
        return sealed.length == 0;
    }

    /// @param naming door and answer → whether the answer must go
    /// @return how many went
    public int forget(Tx tx, BiPredicate<String, JsonNode> naming) {
        var gone = 0;
        var rows =
                tx.sql()
                        .select(REQUEST.ID, REQUEST.DOOR, REQUEST.SEALED_ANSWER)
                        .from(REQUEST)
                        .fetch();
        for (var row : rows) {
            var sealed = row.value3();
            if (!forgotten(sealed) && naming.test(row.value2(), Json.tree(sealing.open(sealed)))) {
                replace(tx, row.value1(), FORGOTTEN);
                gone++;
            }
        }
        return gone;
    }

    /// Seals the next answers anew, so that the key they were sealed under can be destroyed. What
    /// cannot be opened any more is forgotten.
    ///
    /// @param stays which sealed bytes need not be touched
    /// @param after request id to go on from, empty at the beginning
    /// @return the id to go on from, empty at the end
    public String reseal(Tx tx, Predicate<byte[]> stays, String after, int atMost) {
        var rows =
                tx.sql()
                        .select(REQUEST.ID, REQUEST.SEALED_ANSWER)
                        .from(REQUEST)
                        .where(REQUEST.ID.gt(after))
                        .orderBy(REQUEST.ID)
                        .limit(atMost)
                        .fetch();
        for (var row : rows) {
            var sealed = row.value2();
            if (!forgotten(sealed) && !stays.test(sealed)) {
                replace(tx, row.value1(), sealedAnew(sealed));
            }
        }
        return rows.size() < atMost ? "" : rows.getLast().value1();
    }

    /// Drops what is older than {@link #KEPT}.
    public int dropOld(Tx tx) {
        return tx.sql()
                .deleteFrom(REQUEST)
                .where(REQUEST.AT.lt(Tx.utc(tx.now().minus(KEPT))))
                .execute();
    }

    private byte[] sealedAnew(byte[] sealed) {
        try {
            return sealing.seal(sealing.open(sealed));
        } catch (IllegalStateException e) {
            return FORGOTTEN; // sealed under a key of before a restore
        }
    }

    private static void replace(Tx tx, String id, byte[] sealed) {
        tx.sql()
                .update(REQUEST)
                .set(REQUEST.SEALED_ANSWER, sealed)
                .where(REQUEST.ID.eq(id))
                .execute();
    }
}
