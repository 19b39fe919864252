package app.lodge.core.exports;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Register;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything out of Lodge, for other systems (ID-54).
public interface Exports {

    static Exports in(Books books, Register register, Supplier<SiteSettings> settings) {
        return new BookedExports(books, register, settings);
    }

    /// Writes down who takes what.
    ///
    /// @return the file's name without ending, such as `lodge-people-2026-11-22`
    String begin(Actor actor, RequestId request, Entity entity);

    /// Reads on; the pieces in order are the table, in order of the first column.
    ///
    /// @param after a piece's `next`, or null for the first
    Piece read(Actor actor, Entity entity, @Nullable String after);

    /// @param rows as many cells as the entity has columns; empty for none
    /// @param next null at the end
    record Piece(List<List<String>> rows, @Nullable String next) {}

    List<Schedule> schedules(Actor actor);

    /// @param number 0 for a new one
    ScheduleOutcome schedule(Actor actor, RequestId request, long number, Daily daily);

    void unschedule(Actor actor, RequestId request, long number);

    /// Writes what is due: once a day, at the first call after its time; what failed is tried again
    /// after ten minutes. The bridge calls it every minute.
    ///
    /// @return how many files were written
    int runDue(Actor actor);

    /// Writes one now; it stays due at its time all the same.
    ///
    /// @return the export as it stands then, with the failure if there was one
    ScheduleOutcome runNow(Actor actor, long number);

    /// @param folder absolute, on the bridge's machine
    /// @param at by the site's clock
    record Daily(Entity entity, Format format, String folder, LocalTime at) {}

    /// @param lastOn the last day it was written for
    /// @param writtenAt when it was written last, on whose wish ever
    /// @param failedAt null if the last try went well
    record Schedule(
            long number,
            Daily daily,
            @Nullable LocalDate lastOn,
            @Nullable Instant writtenAt,
            @Nullable Instant failedAt,
            String failure) {}

    /// What became of it.
    sealed interface ScheduleOutcome {

        record Kept(Schedule schedule) implements ScheduleOutcome {}

        record Rejected(List<Problem> problems) implements ScheduleOutcome {}
    }
}
