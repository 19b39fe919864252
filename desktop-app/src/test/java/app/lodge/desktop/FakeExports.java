package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports;
import app.lodge.core.exports.Format;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Daily exports in memory: one that went well, one that fails.
final class FakeExports implements Exports {

    private final List<Schedule> all = new ArrayList<>();

    FakeExports() {
        all.add(
                new Schedule(
                        1,
                        new Daily(Entity.ACCOUNTING, Format.CSV, "/srv/erp", LocalTime.of(23, 30)),
                        LocalDate.of(2026, 11, 22),
                        FakePeople.NOW.minus(Duration.ofHours(10)),
                        null,
                        ""));
        all.add(
                new Schedule(
                        2,
                        new Daily(Entity.PEOPLE, Format.XLSX, "/mnt/lost", LocalTime.of(6, 0)),
                        null,
                        null,
                        FakePeople.NOW,
                        "/mnt/lost"));
    }

    @Override
    public String begin(Actor actor, RequestId request, Entity entity) {
        return "lodge";
    }

    @Override
    public Piece read(Actor actor, Entity entity, @Nullable String after) {
        return new Piece(List.of(), null);
    }

    @Override
    public List<Schedule> schedules(Actor actor) {
        return List.copyOf(all);
    }

    @Override
    public ScheduleOutcome schedule(Actor actor, RequestId request, long number, Daily daily) {
        if (!daily.folder().startsWith("/")) {
            return new ScheduleOutcome.Rejected(
                    List.of(Problem.of("folder", daily.folder(), "exports.folder-absolute")));
        }
        var key = number == 0 ? all.size() + 1L : number;
        all.removeIf(one -> one.number() == key);
        var kept = new Schedule(key, daily, null, null, null, "");
        all.add(kept);
        return new ScheduleOutcome.Kept(kept);
    }

    @Override
    public void unschedule(Actor actor, RequestId request, long number) {
        all.removeIf(one -> one.number() == number);
    }

    @Override
    public ScheduleOutcome runNow(Actor actor, long number) {
        return all.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .<ScheduleOutcome>map(ScheduleOutcome.Kept::new)
                .orElse(new ScheduleOutcome.Rejected(List.of()));
    }

    @Override
    public int runDue(Actor actor) {
        return 0;
    }
}
