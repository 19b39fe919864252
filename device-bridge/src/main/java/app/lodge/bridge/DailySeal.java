package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.SealOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals the journal at least once a day of the site (ID-50): soon after midnight, and soon after the
/// start if a day was missed.
final class DailySeal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailySeal.class);
    private static final Actor BRIDGE = Actor.system("bridge");
    private static final long FIRST_SECONDS = 20;
    private static final long LOOK_SECONDS = 300;

    private final Seals seals;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("daily-seal").factory());

    /// @param zone of the site, whenever asked
    DailySeal(Seals seals, InstantSource clock, Supplier<ZoneId> zone) {
        this.seals = seals;
        this.clock = clock;
        this.zone = zone;
    }

    void start() {
        schedule.scheduleWithFixedDelay(this::look, FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /// Seals if there is something to seal and the last seal is not of today.
    void look() {
        try {
            var standing = seals.standing(BRIDGE);
            var last = standing.last();
            if (standing.unsealedRows() > 0
                    && (last == null || day(last.at()).isBefore(day(clock.instant())))) {
                say(seals.seal(BRIDGE));
            }
        } catch (BooksUnavailable e) {
            LOG.warn("The journal could not be sealed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The journal could not be sealed", e);
        }
    }

    private static void say(SealOutcome outcome) {
        switch (outcome) {
            case SealOutcome.Sealed(var seal) ->
                    LOG.info(
                            "Seal {} over rows {} to {}: {}",
                            seal.number(),
                            seal.firstRow(),
                            seal.lastRow(),
                            seal.hash());
            case SealOutcome.NothingNew _ -> {}
            case SealOutcome.Broken(long row, var expected, var found) ->
                    LOG.error(
                            "Journal row {} was changed: its hash should be {} and is {}; nothing was sealed",
                            row,
                            expected,
                            found);
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone.get());
    }

    @Override
    public void close() {
        schedule.shutdown();
        try {
            schedule.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
