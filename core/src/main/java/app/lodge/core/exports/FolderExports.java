package app.lodge.core.exports;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.exports.Exports.Piece;
import app.lodge.core.exports.Exports.Schedule;
import app.lodge.core.privacy.HandedOutNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes scheduled tables into their folders, one at a time, and says in the books how it went.
final class FolderExports {

    private static final Logger LOG = LoggerFactory.getLogger(FolderExports.class);

    /// A table, piece by piece.
    interface Tables {
        Piece read(Actor actor, Entity entity, @Nullable String after);
    }

    private final Books books;
    private final ScheduleStore schedules;
    private final Tables tables;
    private final ReentrantLock writing = new ReentrantLock();

    FolderExports(Books books, ScheduleStore schedules, Tables tables) {
        this.books = books;
        this.schedules = schedules;
        this.tables = tables;
    }

    /// The same at each run: what a killed process left of one, the next one writes over.
    private static String part(long schedule) {
        return ".lodge-export-%d.part".formatted(schedule);
    }

    /// Deletes what a killed process left of an export that is no more.
    void dropPart(Schedule schedule) {
        writing.lock();
        try {
            Files.deleteIfExists(
                    Path.of(schedule.daily().folder()).resolve(part(schedule.number())));
        } catch (IOException e) {
            LOG.warn("What was left of export {} could not be deleted", schedule.number(), e);
        } finally {
            writing.unlock();
        }
    }

    /// @param counts the day for which it is done now; null if it stays due
    boolean write(Actor actor, Schedule schedule, LocalDate day, @Nullable LocalDate counts) {
        writing.lock();
        try {
            return written(actor, schedule, day, counts);
        } finally {
            writing.unlock();
        }
    }

    private boolean written(
            Actor actor, Schedule schedule, LocalDate day, @Nullable LocalDate counts) {
        var daily = schedule.daily();
        var file = BookedExports.name(daily.entity(), day) + "." + daily.format().ending();
        try {
            TableFile.write(
                    Path.of(daily.folder()),
                    file,
                    part(schedule.number()),
                    daily.entity(),
                    daily.format(),
                    after -> {
                        LOG.debug("Export {} goes on after {}", schedule.number(), after);
                        return tables.read(actor, daily.entity(), after);
                    });
            LOG.debug("Export {} is in its folder", schedule.number());
        } catch (IOException e) {
            LOG.warn("Export {} to {} failed", schedule.number(), daily.folder(), e);
            books.write(
                    actor,
                    tx -> {
                        schedules.failed(tx, schedule.number(), String.valueOf(e.getMessage()));
                        return tx.journal(
                                "export.failed",
                                "export:" + schedule.number(),
                                Map.of("entity", daily.entity().name()));
                    });
            return false;
        }
        books.write(
                actor,
                tx -> {
                    schedules.done(tx, schedule.number(), counts);
                    if (daily.entity() == Entity.PEOPLE) {
                        var place = Path.of(daily.folder()).resolve(file);
                        HandedOutNote.everybody(tx, place.toString());
                    }
                    return tx.journal(
                            "export.written",
                            "export:" + schedule.number(),
                            Map.of("entity", daily.entity().name(), "file", file));
                });
        return true;
    }
}
