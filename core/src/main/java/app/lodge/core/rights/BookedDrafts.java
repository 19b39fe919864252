package app.lodge.core.rights;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.rights.RightDrafts.DraftOutcome.Done;
import app.lodge.core.rights.RightDrafts.DraftOutcome.Rejected;
import app.lodge.core.settings.SiteSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Drafts in the books.
final class BookedDrafts implements RightDrafts {

    private static final int MOST_CHANGES = 500;

    private final Books books;
    private final Supplier<SiteSettings> settings;

    BookedDrafts(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
    }

    @Override
    public List<Draft> list(Actor actor) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.read(DraftStore::all);
    }

    @Override
    public DraftOutcome begin(Actor actor, RequestId request, String name) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rightDrafts.begin",
                name,
                DraftOutcome.class,
                tx -> {
                    var problems = RuleCheckStore.name(name, false);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    var id = DraftStore.begin(tx, name.strip());
                    tx.journal("right.draft-begun", subject(id), Map.of());
                    return new Done(DraftStore.find(tx.sql(), id).orElseThrow());
                });
    }

    @Override
    public DraftOutcome change(Actor actor, RequestId request, DraftId draft, Change change) {
        actor.require(Permission.CHANGE_RIGHTS);
        return edit(
                actor,
                request,
                "rightDrafts.change",
                List.of(draft, change),
                draft,
                (tx, before) -> {
                    var problems = check(tx, before, change);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    var changes = new ArrayList<>(before.changes());
                    changes.add(change);
                    return written(tx, draft, changes);
                });
    }

    @Override
    public DraftOutcome drop(Actor actor, RequestId request, DraftId draft, Change change) {
        actor.require(Permission.CHANGE_RIGHTS);
        return edit(
                actor,
                request,
                "rightDrafts.drop",
                List.of(draft, change),
                draft,
                (tx, before) -> {
                    var changes = new ArrayList<>(before.changes());
                    if (!changes.remove(change)) {
                        return new Rejected(
                                List.of(Problem.of("change", "", "rights.change-unknown")));
                    }
                    return written(tx, draft, changes);
                });
    }

    @Override
    public PreviewOutcome preview(Actor actor, DraftId draft) {
        actor.require(Permission.CHANGE_RIGHTS);
        actor.require(Permission.SEE_PEOPLE);
        var now = books.clock().instant();
        var zone = settings.get().zone();
        return books.snapshot(sql ->
                DraftStore.find(sql, draft)
                        .<PreviewOutcome>map(found ->
                                new PreviewOutcome.Seen(
                                        PreviewStore.preview(sql, found, now, zone)))
                        .orElseGet(() -> new PreviewOutcome.Rejected(unknown(draft))));
    }

    @Override
    public PublishOutcome publish(Actor actor, RequestId request, DraftId draft, long basis) {
        actor.require(Permission.CHANGE_RIGHTS);
        return books.once(
                actor,
                request,
                "rightDrafts.publish",
                List.of(draft, basis),
                PublishOutcome.class,
                tx -> {
                    var found = open(tx, draft);
                    if (found instanceof Rejected(var problems)) {
                        return new PublishOutcome.Rejected(problems);
                    }
                    var present = DraftStore.basis(tx.sql());
                    if (present != basis) {
                        return new PublishOutcome.Moved(present);
                    }
                    var changes = ((Done) found).draft().changes();
                    changes.forEach(change -> publish(tx, change));
                    DraftStore.decide(tx, draft, State.PUBLISHED);
                    tx.journal(
                            "right.draft-published",
                            subject(draft),
                            Map.of("changes", changes.size()));
                    return new PublishOutcome.Published(
                            DraftStore.find(tx.sql(), draft).orElseThrow());
                });
    }

    private static void publish(Tx tx, Change change) {
        switch (change) {
            case Change.Put(var wanted) -> RuleWriting.put(tx, wanted);
            case Change.Withdraw(var id) ->
                    RightStore.rule(tx.sql(), id)
                            .filter(rule -> rule.endedAt() == null)
                            .ifPresent(rule -> RuleWriting.withdraw(tx, rule));
            case Change.Replan(var id, var week) ->
                    CalendarStore.plans(tx.sql(), tx.now()).stream()
                            .filter(plan -> plan.id().equals(id))
                            .findFirst()
                            .ifPresent(plan ->
                                    tx.journal(
                                            "right.plan-changed",
                                            "plan:" + id.number(),
                                            Map.of(
                                                    "version",
                                                    CalendarStore.version(tx, plan, week)
                                                            .version())));
        }
    }

    @Override
    public DraftOutcome discard(Actor actor, RequestId request, DraftId draft) {
        actor.require(Permission.CHANGE_RIGHTS);
        return edit(
                actor,
                request,
                "rightDrafts.discard",
                draft,
                draft,
                (tx, _) -> {
                    DraftStore.decide(tx, draft, State.DISCARDED);
                    tx.journal("right.draft-discarded", subject(draft), Map.of());
                    return new Done(DraftStore.find(tx.sql(), draft).orElseThrow());
                });
    }

    @FunctionalInterface
    private interface Editing {
        DraftOutcome in(Tx tx, Draft before);
    }

    private DraftOutcome edit(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            DraftId draft,
            Editing editing) {
        return books.once(
                actor,
                request,
                door,
                content,
                DraftOutcome.class,
                tx ->
                        switch (open(tx, draft)) {
                            case Done(var before) -> editing.in(tx, before);
                            case Rejected rejected -> rejected;
                        });
    }

    private static DraftOutcome open(Tx tx, DraftId id) {
        return DraftStore.find(tx.sql(), id)
                .map(
                        (Function<Draft, DraftOutcome>)
                                draft ->
                                        draft.state() == State.OPEN
                                                ? new Done(draft)
                                                : new Rejected(
                                                        List.of(
                                                                Problem.of(
                                                                        "draft",
                                                                        id.number(),
                                                                        "rights.draft-decided"))))
                .orElseGet(() -> new Rejected(unknown(id)));
    }

    private static List<Problem> check(Tx tx, Draft draft, Change change) {
        if (draft.changes().size() >= MOST_CHANGES) {
            return List.of(
                    Problem.of("draft", draft.id().number(), "rights.changes-many", MOST_CHANGES));
        }
        return switch (change) {
            case Change.Put(var wanted) -> RuleCheckStore.rule(tx.sql(), wanted);
            case Change.Withdraw(var id) ->
                    RightStore.rule(tx.sql(), id).filter(rule -> rule.endedAt() == null).isPresent()
                            ? List.of()
                            : List.of(Problem.of("rule", id.number(), "rights.rule-unknown"));
            case Change.Replan(var plan, var week) ->
                    CalendarStore.planExists(tx.sql(), plan)
                            ? RuleCheckStore.plan(week)
                            : List.of(Problem.of("plan", plan.number(), "rights.plan-unknown"));
        };
    }

    private static DraftOutcome written(Tx tx, DraftId draft, List<Change> changes) {
        var people = new HashMap<Integer, Long>();
        for (var i = 0; i < changes.size(); i++) {
            var holder =
                    switch (changes.get(i)) {
                        case Change.Put(var wanted) -> wanted.holder();
                        case Change.Withdraw(var id) ->
                                RightStore.rule(tx.sql(), id).map(Rule::holder).orElse(null);
                        case Change.Replan _ -> null;
                    };
            if (holder != null && holder.kind() == Holder.Kind.PERSON) {
                people.put(i, holder.number());
            }
        }
        DraftStore.write(tx, draft, changes, people);
        tx.journal("right.draft-changed", subject(draft), Map.of("changes", changes.size()));
        return new Done(DraftStore.find(tx.sql(), draft).orElseThrow());
    }

    private static List<Problem> unknown(DraftId id) {
        return List.of(Problem.of("draft", id.number(), "rights.draft-unknown"));
    }

    private static String subject(DraftId id) {
        return "right-draft:" + id.number();
    }
}
