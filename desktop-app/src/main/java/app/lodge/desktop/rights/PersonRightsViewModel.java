package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.Rights.Entry;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Rights.RuleOutcome;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.Why;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What one person may, each right with its origin; granted and withdrawn with one click; and why it is so,
/// also at a past moment (ID-35, ID-36).
public final class PersonRightsViewModel {

    private final Session session;
    private final ZoneId zone;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Resource> resources = FXCollections.observableArrayList();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Resource> resource = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Plan> plan = new SimpleObjectProperty<>();
    private final RuleSpan span;
    private final ObjectProperty<@Nullable Why> why = new SimpleObjectProperty<>();
    private final StringProperty moment = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private PersonId person = new PersonId(0);
    private String name = "";

    /// @param zone the site's, in which moments are typed
    public PersonRightsViewModel(Session session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
        span = new RuleSpan(zone);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public String name() {
        return name;
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    /// All that there is to use.
    public ObservableList<Resource> resources() {
        return resources;
    }

    public ObservableList<Plan> plans() {
        return plans;
    }

    public ObjectProperty<@Nullable Resource> resource() {
        return resource;
    }

    /// Null for at all times.
    public ObjectProperty<@Nullable Plan> plan() {
        return plan;
    }

    /// From when until when what is granted or refused holds.
    public RuleSpan span() {
        return span;
    }

    public ReadOnlyObjectProperty<@Nullable Why> why() {
        return why;
    }

    /// When it is asked about, `2026-05-03 07:12`; empty for now.
    public StringProperty moment() {
        return moment;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_RIGHTS);
    }

    public void begin(PersonId of, String fullName) {
        person = of;
        name = fullName;
        entries.clear();
        problems.clear();
        why.set(null);
        moment.set("");
        plan.set(null);
        span.clear();
        resource.set(null);
        refresh();
    }

    private record Reading(List<Entry> entries, List<Resource> resources, List<Plan> plans) {}

    private void refresh() {
        var of = person;
        session.background()
                .run(
                        "rights.reading",
                        busy,
                        () -> {
                            var rights = session.doors().rights();
                            return new Reading(
                                    rights.ofPerson(session.actor(), of),
                                    rights.resources(session.actor()),
                                    rights.plans(session.actor()));
                        },
                        reading -> {
                            entries.setAll(reading.entries());
                            if (!resources.equals(reading.resources())) {
                                resources.setAll(reading.resources());
                            }
                            if (!plans.equals(reading.plans())) {
                                plans.setAll(reading.plans());
                            }
                            open.set(true); // its choices are known now
                        });
    }

    /// Grants what is chosen, at once.
    public void grant() {
        put(Effect.GRANT);
    }

    /// Refuses what is chosen, whatever groups say.
    public void refuse() {
        put(Effect.REFUSAL);
    }

    private void put(Effect effect) {
        var what = resource.get();
        if (what == null) {
            problems.setAll(List.of(Problem.of("resource", "", "rights.choose-resource")));
            return;
        }
        var when = span.read();
        if (!when.problems().isEmpty()) {
            problems.setAll(when.problems());
            return;
        }
        var during = plan.get();
        var wanted =
                new Rule.Wanted(
                        what.id(),
                        Holder.person(person.number()),
                        effect,
                        during == null ? null : during.id(),
                        when.from(),
                        when.until());
        act(
                request -> session.doors().rights().put(session.actor(), request, wanted),
                effect == Effect.GRANT ? "rights.granted" : "rights.refused",
                what.name());
    }

    public void withdraw(Entry entry, Rule rule) {
        act(
                request -> session.doors().rights().withdraw(session.actor(), request, rule.id()),
                "rights.withdrawn",
                entry.resource().name());
    }

    private void act(Function<RequestId, RuleOutcome> verb, String notice, String what) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            switch (outcome) {
                                case RuleOutcome.Done _ -> {
                                    problems.clear();
                                    why.set(null);
                                    session.notices().done(Message.of(notice, what, name));
                                    refresh();
                                }
                                case RuleOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    /// Why the person may use it, or not, at the moment that is typed.
    public void explain(Resource what) {
        var at = at();
        if (at.isEmpty() && !moment.get().isBlank()) {
            problems.setAll(List.of(Problem.of("moment", moment.get(), "rights.moment-malformed")));
            return;
        }
        problems.clear();
        var of = person;
        session.background()
                .run(
                        "rights.reading",
                        busy,
                        () ->
                                session.doors()
                                        .rights()
                                        .why(session.actor(), of, what.id(), at.orElse(null)),
                        answer -> why.set(answer.orElse(null)));
    }

    private Optional<Instant> at() {
        return RuleSpan.moment(moment.get(), zone);
    }
}
