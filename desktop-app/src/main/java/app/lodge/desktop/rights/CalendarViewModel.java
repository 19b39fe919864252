package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.rights.Rights.Holiday;
import app.lodge.core.rights.Rights.HolidayOutcome;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Rights.PlanOutcome;
import app.lodge.core.rights.WeekPlan;
import app.lodge.core.rights.WeekPlan.Holidays;
import app.lodge.core.rights.Window;
import app.lodge.desktop.shell.HoursFields;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Weekly plans and the site's holidays (ID-37).
public final class CalendarViewModel {

    private final Session session;
    private final int year;
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObservableList<Holiday> holidays = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty planning = new SimpleBooleanProperty();
    private final BooleanProperty dating = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final HoursFields windows = new HoursFields();
    private final BooleanProperty asUsual = new SimpleBooleanProperty();
    private final StringProperty day = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    /// @param year whose calendar is shown, and the year after it
    public CalendarViewModel(Session session, int year) {
        this.session = session;
        this.year = year;
    }

    public ObservableList<Plan> plans() {
        return plans;
    }

    public ObservableList<Holiday> holidays() {
        return holidays;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// The sheet of a plan.
    public BooleanProperty planning() {
        return planning;
    }

    /// The sheet of a holiday.
    public BooleanProperty dating() {
        return dating;
    }

    public StringProperty name() {
        return name;
    }

    /// Separated by blanks or lines.
    public HoursFields windows() {
        return windows;
    }

    public BooleanProperty asUsual() {
        return asUsual;
    }

    /// `2026-12-25`.
    public StringProperty day() {
        return day;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_RIGHTS);
    }

    private record Reading(List<Plan> plans, List<Holiday> holidays) {}

    public void refresh() {
        session.background()
                .run(
                        "rights.reading",
                        busy,
                        () -> {
                            var rights = session.doors().rights();
                            var days = new ArrayList<Holiday>();
                            days.addAll(rights.holidays(session.actor(), year));
                            days.addAll(rights.holidays(session.actor(), year + 1));
                            return new Reading(rights.plans(session.actor()), days);
                        },
                        reading -> {
                            plans.setAll(reading.plans());
                            holidays.setAll(reading.holidays());
                        });
    }

    public void beginPlan() {
        begin("", List.of(), false);
        windows.add();
    }

    public void beginChange(Plan plan) {
        begin(plan.name(), plan.week().windows(), plan.week().holidays() == Holidays.AS_USUAL);
    }

    private void begin(String present, List<Window> hours, boolean usual) {
        name.set(present);
        windows.show(hours);
        asUsual.set(usual);
        problems.clear();
        planning.set(true);
    }

    public void savePlan() {
        switch (windows.entered("windows")) {
            case HoursFields.Entered.Faulty(var found) -> problems.setAll(found);
            case HoursFields.Entered.Hours(var hours) when hours.isEmpty() ->
                    problems.setAll(List.of(Problem.of("windows", "", "hours.none")));
            case HoursFields.Entered.Hours(var hours) ->
                    save(
                            new WeekPlan(
                                    hours,
                                    asUsual.get() ? Holidays.AS_USUAL : Holidays.OWN_WINDOWS));
        }
    }

    private void save(WeekPlan week) {
        var request = RequestId.fresh();
        var wanted = name.get().strip();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rights()
                                        .putPlan(session.actor(), request, wanted, week),
                        outcome -> {
                            switch (outcome) {
                                case PlanOutcome.Done(var plan) -> {
                                    planning.set(false);
                                    session.notices().done(Message.of("rights.saved", plan.name()));
                                    refresh();
                                }
                                case PlanOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    public void beginHoliday() {
        name.set("");
        day.set("");
        problems.clear();
        dating.set(true);
    }

    public void saveHoliday() {
        try {
            var date = LocalDate.parse(day.get().strip());
            var wanted = name.get().strip();
            act(date, wanted);
        } catch (DateTimeParseException e) {
            problems.setAll(List.of(Problem.of("day", day.get(), "rights.day-malformed")));
        }
    }

    private void act(LocalDate date, String wanted) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rights()
                                        .putHoliday(session.actor(), request, date, wanted),
                        this::answered);
    }

    public void remove(Holiday holiday) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rights()
                                        .removeHoliday(session.actor(), request, holiday.day()),
                        this::answered);
    }

    private void answered(HolidayOutcome outcome) {
        switch (outcome) {
            case HolidayOutcome.Done(var holiday) -> {
                dating.set(false);
                session.notices().done(Message.of("rights.saved", holiday.name()));
                refresh();
            }
            case HolidayOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
