package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The hash of the newest journal row, in the one writer's memory.
final class ChainHead {

    private byte @Nullable [] newest;
    private byte @Nullable [] kept;

    byte[] hash(DSLContext sql) {
        var known = newest;
        if (known == null) {
            known =
                    sql.select(JOURNAL.HASH)
                            .from(JOURNAL)
                            .orderBy(JOURNAL.ID.desc())
                            .limit(1)
                            .fetchOptional(JOURNAL.HASH)
                            .orElse(Chain.START);
            newest = known;
            kept = known;
        }
        return known;
    }

    void moveTo(byte[] hash) {
        newest = hash;
    }

    void keep() {
        kept = newest;
    }

    void takeBack() {
        newest = kept;
    }

    void forget() {
        newest = null;
        kept = null;
    }
}
