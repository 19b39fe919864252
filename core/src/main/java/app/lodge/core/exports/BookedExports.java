package app.lodge.core.exports;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Scope;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.HandedOutNote;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tables read piece by piece from the books.
final class BookedExports implements Exports {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final int LONGEST_FOLDER = 400;
    private static final int MOST_SCHEDULES = 50;

    private final Books books;
    private final Register register;
    private final Supplier<SiteSettings> settings;
    private final ExportStore store = new ExportStore();
    private final ScheduleStore schedules = new ScheduleStore();
    private final FolderExports folders;

    BookedExports(Books books, Register register, Supplier<SiteSettings> settings) {
        this.books = books;
        this.register = register;
        this.settings = settings;
        this.folders = new FolderExports(books, schedules, this::read);
    }

    @Override
    public String begin(Actor actor, RequestId request, Entity entity) {
        permit(actor, entity);
        return books.once(
                actor,
                request,
                "exports.begin",
                List.of(entity),
                String.class,
                tx -> {
                    tx.journal("data.exported", "site", Map.of("entity", entity.name()));
                    if (entity == Entity.PEOPLE) {
                        HandedOutNote.everybody(tx, actor.workstation());
                    }
                    return name(entity, today());
                });
    }

    static String name(Entity entity, LocalDate day) {
        return "lodge-%s-%s"
                .formatted(entity.name().toLowerCase(Locale.ROOT).replace('_', '-'), day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(books.clock().instant(), settings.get().zone());
    }

    /// All or nothing: a table is the whole site's.
    private static void permit(Actor actor, Entity entity) {
        actor.require(entity.permission());
        if (!(actor.mandate().scope() instanceof Scope.Site)) {
            throw new NotPermitted(actor.name(), "export " + entity.name());
        }
    }

    @Override
    public Piece read(Actor actor, Entity entity, @Nullable String after) {
        permit(actor, entity);
        return entity == Entity.PEOPLE
                ? people(actor, after)
                : store.piece(books, entity, settings.get().currency(), after);
    }

    private Piece people(Actor actor, @Nullable String after) {
        var page = register.page(actor, after == null ? 0 : Long.parseLong(after));
        var rows = new ArrayList<List<String>>(page.size());
        for (var person : page) {
            var details = person.details();
            rows.add(
                    List.of(
                            Long.toString(person.id().number()),
                            person.state().name(),
                            PersonField.PERSONNEL_NUMBER.of(details),
                            details.givenName(),
                            details.familyName(),
                            PersonField.BIRTH_DATE.of(details),
                            details.email(),
                            details.phone(),
                            details.group(),
                            details.street(),
                            details.houseNumber(),
                            details.postcode(),
                            details.town(),
                            details.country(),
                            person.changedAt().toString(),
                            details.branch()));
        }
        return new Piece(rows, page.isEmpty() ? null : Long.toString(page.getLast().id().number()));
    }

    @Override
    public List<Schedule> schedules(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.read(schedules::all);
    }

    @Override
    public ScheduleOutcome schedule(Actor actor, RequestId request, long number, Daily daily) {
        actor.require(Permission.CHANGE_SETTINGS);
        permit(actor, daily.entity());
        var problems = problems(number, daily);
        if (!problems.isEmpty()) {
            return new ScheduleOutcome.Rejected(problems);
        }
        var kept =
                books.once(
                        actor,
                        request,
                        "exports.schedule",
                        List.of(number, daily),
                        Kept.class,
                        tx -> {
                            var key = schedules.put(tx, number, daily);
                            tx.journal(
                                    "export.scheduled",
                                    "export:" + key,
                                    Map.of(
                                            "entity", daily.entity().name(),
                                            "format", daily.format().name(),
                                            "folder", daily.folder(),
                                            "at", daily.at().toString()));
                            return new Kept(key);
                        });
        return new ScheduleOutcome.Kept(
                books.read(sql -> schedules.find(sql, kept.number())).orElseThrow());
    }

    /// The kept answer.
    private record Kept(long number) {}

    private List<Problem> problems(long number, Daily daily) {
        var problems = new ArrayList<Problem>();
        if (!absolute(daily.folder())) {
            problems.add(Problem.of("folder", daily.folder(), "exports.folder-absolute"));
        }
        var known = books.read(schedules::all);
        if (number != 0 && known.stream().noneMatch(one -> one.number() == number)) {
            problems.add(Problem.of("export", number, "exports.unknown"));
        }
        if (number == 0 && known.size() >= MOST_SCHEDULES) {
            problems.add(Problem.of("export", known.size(), "exports.most", MOST_SCHEDULES));
        }
        return problems;
    }

    private static boolean absolute(String folder) {
        try {
            return folder.length() <= LONGEST_FOLDER && Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public void unschedule(Actor actor, RequestId request, long number) {
        actor.require(Permission.CHANGE_SETTINGS);
        books.read(sql -> schedules.find(sql, number)).ifPresent(folders::dropPart);
        books.once(
                actor,
                request,
                "exports.unschedule",
                List.of(number),
                Boolean.class,
                tx -> {
                    if (schedules.remove(tx, number)) {
                        tx.journal("export.unscheduled", "export:" + number, Map.of());
                    }
                    return true;
                });
    }

    @Override
    public int runDue(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        var now = books.clock().instant();
        var local = now.atZone(settings.get().zone());
        var written = 0;
        for (var schedule : books.read(schedules::all)) {
            var last = schedule.lastOn();
            var failed = schedule.failedAt();
            if (local.toLocalTime().isBefore(schedule.daily().at())
                    || last != null && !last.isBefore(local.toLocalDate())
                    || failed != null && failed.plus(AGAIN_AFTER).isAfter(now)) {
                continue;
            }
            written +=
                    folders.write(actor, schedule, local.toLocalDate(), local.toLocalDate())
                            ? 1
                            : 0;
        }
        return written;
    }

    @Override
    public ScheduleOutcome runNow(Actor actor, long number) {
        actor.require(Permission.CHANGE_SETTINGS);
        var found = books.read(sql -> schedules.find(sql, number));
        if (found.isEmpty()) {
            return new ScheduleOutcome.Rejected(
                    List.of(Problem.of("export", number, "exports.unknown")));
        }
        var schedule = found.get();
        permit(actor, schedule.daily().entity());
        folders.write(actor, schedule, today(), schedule.lastOn());
        return new ScheduleOutcome.Kept(
                books.read(sql -> schedules.find(sql, number)).orElseThrow());
    }
}
