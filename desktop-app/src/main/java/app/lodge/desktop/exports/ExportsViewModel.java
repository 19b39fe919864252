package app.lodge.desktop.exports;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Exports.Schedule;
import app.lodge.core.exports.Exports.ScheduleOutcome;
import app.lodge.core.exports.Format;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The site's daily exports: which table, where to, when, and how the last one went (ID-54).
public final class ExportsViewModel {

    private final Session session;
    private final ObservableList<Schedule> schedules = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Schedule> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Entity> entity = new SimpleObjectProperty<>(Entity.ACCOUNTING);
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.CSV);
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty at = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private long edited;

    public ExportsViewModel(Session session) {
        this.session = session;
    }

    public boolean allowed() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    public ObservableList<Schedule> schedules() {
        return schedules;
    }

    public ObjectProperty<@Nullable Schedule> chosen() {
        return chosen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public BooleanProperty open() {
        return open;
    }

    public ObjectProperty<Entity> entity() {
        return entity;
    }

    public ObjectProperty<Format> format() {
        return format;
    }

    public StringProperty folder() {
        return folder;
    }

    /// By the site's clock, such as `23:30`.
    public StringProperty at() {
        return at;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean isNew() {
        return edited == 0;
    }

    public void refresh() {
        if (allowed()) {
            session.background()
                    .run(
                            "exports-desk.reading",
                            busy,
                            () -> session.doors().exports().schedules(session.actor()),
                            this::show);
        }
    }

    private void show(List<Schedule> found) {
        var before = chosen.get();
        schedules.setAll(found);
        chosen.set(
                found.stream()
                        .filter(one -> before != null && one.number() == before.number())
                        .findFirst()
                        .orElse(null));
    }

    public void beginNew() {
        begin(0, new Daily(Entity.ACCOUNTING, Format.CSV, "", LocalTime.of(23, 30)));
    }

    public void beginChange() {
        var now = chosen.get();
        if (now != null) {
            begin(now.number(), now.daily());
        }
    }

    private void begin(long number, Daily daily) {
        edited = number;
        entity.set(daily.entity());
        format.set(daily.format());
        folder.set(daily.folder());
        at.set(daily.at().toString());
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var time = time();
        if (time.isEmpty()) {
            problems.setAll(List.of(Problem.of("at", at.get(), "exports-desk.time-malformed")));
            return;
        }
        var wanted = new Daily(entity.get(), format.get(), folder.get().strip(), time.get());
        var number = edited;
        var request = once.request();
        session.background()
                .run(
                        "exports-desk.saving",
                        busy,
                        () ->
                                session.doors()
                                        .exports()
                                        .schedule(session.actor(), request, number, wanted),
                        this::saved);
    }

    private Optional<LocalTime> time() {
        var typed = at.get().strip();
        try {
            return Optional.of(LocalTime.parse(typed.length() == 4 ? "0" + typed : typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void saved(ScheduleOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ScheduleOutcome.Kept(var schedule) -> {
                open.set(false);
                chosen.set(schedule);
                session.notices().done(Message.of("exports-desk.saved"));
                refresh();
            }
            case ScheduleOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void runNow() {
        var now = chosen.get();
        if (now != null) {
            session.background()
                    .run(
                            "exports-desk.writing",
                            busy,
                            () -> session.doors().exports().runNow(session.actor(), now.number()),
                            this::ran);
        }
    }

    private void ran(ScheduleOutcome outcome) {
        switch (outcome) {
            case ScheduleOutcome.Kept(var schedule) -> {
                var place = schedule.daily().folder();
                if (schedule.failedAt() == null) {
                    session.notices().done(Message.of("exports-desk.written", place));
                } else {
                    session.notices()
                            .warn(Message.of("exports-desk.failed", place, schedule.failure()));
                }
            }
            case ScheduleOutcome.Rejected(var found) ->
                    found.forEach(problem -> session.notices().warn(Message.of(problem)));
        }
        refresh();
    }

    public void remove() {
        var now = chosen.get();
        if (now == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "exports-desk.saving",
                        busy,
                        () -> {
                            session.doors()
                                    .exports()
                                    .unschedule(session.actor(), request, now.number());
                            return now;
                        },
                        gone -> {
                            once.answered();
                            session.notices()
                                    .done(
                                            Message.of(
                                                    "exports-desk.removed", gone.daily().folder()));
                            refresh();
                        });
    }
}
