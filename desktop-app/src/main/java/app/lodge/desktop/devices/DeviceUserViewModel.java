package app.lodge.desktop.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.DeviceUsers.Outcome;
import app.lodge.core.devices.DeviceUsers.User;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Says who may do what at a safe, from the first day to the last (SAFE-63).
public final class DeviceUserViewModel {

    private final Session session;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final PersonChoice person;
    private final Map<DeviceDuty, BooleanProperty> may = new EnumMap<>(DeviceDuty.class);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable DeviceId safe;

    DeviceUserViewModel(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        person = new PersonChoice(session);
        Stream.of(DeviceDuty.values()).forEach(duty -> may.put(duty, new SimpleBooleanProperty()));
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    public PersonChoice person() {
        return person;
    }

    public BooleanProperty may(DeviceDuty duty) {
        return Objects.requireNonNull(may.get(duty));
    }

    /// Its first day; nothing for at once.
    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /// Its last day; nothing for no end.
    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin(DeviceId of) {
        safe = of;
        person.clear();
        may.values().forEach(duty -> duty.set(false));
        may(DeviceDuty.DEPOSIT).set(true);
        from.set(null);
        until.set(null);
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var who = person.chosen().get();
        if (who == null) {
            problems.setAll(List.of(Problem.of("person", "", "device-user.no-person")));
            return;
        }
        var right =
                new DeviceRight(
                        Stream.of(DeviceDuty.values()).filter(duty -> may(duty).get()).toList(),
                        Objects.requireNonNullElse(day(from.get(), 0), Instant.EPOCH),
                        day(until.get(), 1));
        var whose = new PersonId(who.number());
        ask((users, request) ->
                users.put(session.actor(), request, Objects.requireNonNull(safe), whose, right));
    }

    public void remove(User user) {
        ask((users, request) -> users.remove(session.actor(), request, user.safe(), user.person()));
    }

    private @Nullable Instant day(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(session.site().zone()).toInstant();
    }

    private void ask(BiFunction<DeviceUsers, RequestId, Outcome> deed) {
        problems.clear();
        var request = once.request();
        session.background()
                .run(
                        "device-user.saving",
                        busy,
                        () -> deed.apply(session.doors().deviceUsers(), request),
                        this::answered);
    }

    private void answered(Outcome outcome) {
        once.answered();
        switch (outcome) {
            case Outcome.Done _, Outcome.Gone _ -> {
                open.set(false);
                session.notices().done(Message.of("device-user.sent"));
                changed.run();
            }
            case Outcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
