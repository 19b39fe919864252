package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last day that is closed, in the one writer's memory: asked for with every posting.
final class ClosedPeriods {

    private final PeriodStore store = new PeriodStore();
    private @Nullable Optional<LocalDate> through;

    boolean closed(Tx tx, LocalDate day) {
        return through(tx).filter(last -> !day.isAfter(last)).isPresent();
    }

    Optional<LocalDate> through(Tx tx) {
        var known = through;
        if (known == null) {
            known = store.closedThrough(tx.sql());
            through = known;
        }
        return known;
    }

    /// Called within the transaction that closes, so that the next posting knows.
    void forget(Tx tx) {
        through = null;
        tx.onRollback(() -> through = null);
    }
}
