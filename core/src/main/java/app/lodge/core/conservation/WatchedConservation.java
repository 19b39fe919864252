package app.lodge.core.conservation;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps the last look until it is too old.
final class WatchedConservation implements Conservation {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int SHARE_OF_TIME = 20;

    private final Books books;
    private @Nullable Standing last;

    WatchedConservation(Books books) {
        this.books = books;
    }

    @Override
    public synchronized Standing look(Actor actor) {
        if (!actor.may(Permission.SEE_ACCOUNTS) && !actor.may(Permission.SEE_JOURNAL)) {
            throw new NotPermitted(actor.name(), Permission.SEE_ACCOUNTS.name());
        }
        var known = last;
        return known != null && young(known) ? known : fresh();
    }

    @Override
    public synchronized Standing lookNow(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        return fresh();
    }

    private boolean young(Standing standing) {
        var pause = standing.took().multipliedBy(SHARE_OF_TIME);
        return books.clock()
                .instant()
                .isBefore(
                        standing.at()
                                .plus(
                                        pause.compareTo(LOOK_AGAIN_AFTER) > 0
                                                ? pause
                                                : LOOK_AGAIN_AFTER));
    }

    private Standing fresh() {
        var at = books.clock().instant();
        var checks =
                books.snapshot(sql ->
                        new Look(
                                        new ConservationStore(sql),
                                        new SideBooksStore(sql),
                                        new KioskBooksStore(sql))
                                .checks());
        var standing = new Standing(at, Duration.between(at, books.clock().instant()), checks);
        last = standing;
        return standing;
    }
}
