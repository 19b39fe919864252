package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Rights.RuleOutcome;
import app.lodge.core.rights.Rule;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All that there is to use, and the rules about one of it; rules for groups are made here, at once or in a
/// draft (ID-35, ID-36).
public final class RightsViewModel {

    /// @param holder the person's or group's name
    /// @param plan its plan's name; empty for none
    public record Line(Rule rule, String holder, String plan) {}

    private final Session session;
    private final ObservableList<Resource> resources = FXCollections.observableArrayList();
    private final ObservableList<Line> rules = FXCollections.observableArrayList();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<Draft> drafts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Resource> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty ruling = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final ObjectProperty<Effect> effect = new SimpleObjectProperty<>(Effect.GRANT);
    private final ObjectProperty<@Nullable Plan> plan = new SimpleObjectProperty<>();
    private final RuleSpan span;
    private final ObjectProperty<@Nullable Draft> into = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final NewResourceViewModel fresh;
    private final Once once = new Once();
    private final Runnable draftChanged;

    /// @param draftChanged called when a draft got another change
    public RightsViewModel(Session session, Runnable draftChanged) {
        this.session = session;
        this.draftChanged = draftChanged;
        span = new RuleSpan(session.site().zone());
        fresh = new NewResourceViewModel(session, busy, this::added);
    }

    public ObservableList<Resource> resources() {
        return resources;
    }

    public ObservableList<Line> rules() {
        return rules;
    }

    public ObservableList<Plan> plans() {
        return plans;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    /// Those that are open.
    public ObservableList<Draft> drafts() {
        return drafts;
    }

    public ObjectProperty<@Nullable Resource> chosen() {
        return chosen;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Something more to use.
    public NewResourceViewModel fresh() {
        return fresh;
    }

    /// The sheet that makes a rule.
    public BooleanProperty ruling() {
        return ruling;
    }

    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    public ObjectProperty<Effect> effect() {
        return effect;
    }

    public ObjectProperty<@Nullable Plan> plan() {
        return plan;
    }

    /// From when until when.
    public RuleSpan span() {
        return span;
    }

    /// Null for at once.
    public ObjectProperty<@Nullable Draft> into() {
        return into;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_RIGHTS);
    }

    public void refresh() {
        var wanted = chosen.get();
        session.background()
                .run("rights.reading", busy, () -> RightsReading.of(session, wanted), this::show);
    }

    private void show(RightsReading reading) {
        if (!resources.equals(reading.resources())) {
            resources.setAll(reading.resources());
        }
        rules.setAll(reading.rules());
        plans.setAll(reading.plans());
        groups.setAll(reading.groups());
        drafts.setAll(reading.drafts());
    }

    public void choose(Resource resource) {
        if (!resource.equals(chosen.get())) {
            chosen.set(resource);
            rules.clear();
            refresh();
        }
    }

    private void added(Resource resource) {
        chosen.set(resource);
        refresh();
    }

    public void beginRule() {
        group.set(null);
        plan.set(null);
        span.clear();
        into.set(null);
        effect.set(Effect.GRANT);
        problems.clear();
        once.answered();
        ruling.set(true);
    }

    public void putRule() {
        var what = chosen.get();
        var whom = group.get();
        if (what == null || whom == null) {
            problems.setAll(List.of(Problem.of("group", "", "rights.choose-group")));
            return;
        }
        var when = span.read();
        if (!when.problems().isEmpty()) {
            problems.setAll(when.problems());
            return;
        }
        var during = plan.get();
        change(
                new Change.Put(
                        new Rule.Wanted(
                                what.id(),
                                Holder.group(whom.id().number()),
                                effect.get(),
                                during == null ? null : during.id(),
                                when.from(),
                                when.until())));
    }

    public void withdraw(Line line) {
        act(
                request ->
                        session.doors()
                                .rights()
                                .withdraw(session.actor(), request, line.rule().id()),
                line.holder());
    }

    private void change(Change.Put put) {
        var draft = into.get();
        if (draft == null) {
            act(
                    request -> session.doors().rights().put(session.actor(), request, put.wanted()),
                    Objects.requireNonNull(group.get()).name());
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rightDrafts()
                                        .change(session.actor(), request, draft.id(), put),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case DraftOutcome.Done(var changed) -> {
                                    ruling.set(false);
                                    session.notices()
                                            .done(Message.of("rights.into-draft", changed.name()));
                                    draftChanged.run();
                                }
                                case DraftOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    private void act(Function<RequestId, RuleOutcome> verb, String whom) {
        var request = once.request();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case RuleOutcome.Done _ -> {
                                    ruling.set(false);
                                    session.notices().done(Message.of("rights.saved", whom));
                                    refresh();
                                }
                                case RuleOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }
}
