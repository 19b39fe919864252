package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Roll-outs kept in the books.
final class BookedRollouts implements Rollouts {

    private static final int SHOWN = 200;

    private final Books books;

    BookedRollouts(Books books) {
        this.books = books;
    }

    @Override
    public PreviewOutcome preview(Actor actor, Order order) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var now = books.clock().instant();
        return books.read(sql -> {
            var plan = RolloutPlanStore.plan(sql, order, now);
            return plan.problems().isEmpty()
                    ? new PreviewOutcome.Shown(
                            plan.stages().stream().flatMap(List::stream).toList(),
                            plan.stages().size())
                    : new PreviewOutcome.Rejected(plan.problems());
        });
    }

    @Override
    public StartOutcome start(Actor actor, RequestId request, Order order) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "rollouts.start",
                Arrays.asList(
                        order.packageNumber(),
                        order.aim().code(),
                        order.stages(),
                        order.install(),
                        order.startsAt(),
                        order.endsAt()),
                StartOutcome.class,
                tx -> {
                    var plan = RolloutPlanStore.plan(tx.sql(), order, tx.now());
                    if (!plan.problems().isEmpty()) {
                        return new StartOutcome.Rejected(plan.problems());
                    }
                    var number = RolloutStore.insert(tx, order, plan.stages());
                    tx.journal(
                            "rollout.ordered",
                            "rollout:" + number,
                            Map.of(
                                    "package",
                                    order.packageNumber(),
                                    "aim",
                                    order.aim().code(),
                                    "stages",
                                    plan.stages().size()));
                    Advance.one(tx, get(tx, number));
                    return new StartOutcome.Started(get(tx, number));
                });
    }

    @Override
    public List<Rollout> list(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> RolloutStore.newest(sql, SHOWN));
    }

    @Override
    public Optional<Progress> find(Actor actor, long rollout) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql ->
                RolloutStore.find(sql, rollout)
                        .map(found -> new Progress(found, RolloutStore.devices(sql, rollout))));
    }

    @Override
    public ChangeOutcome stop(Actor actor, RequestId request, long rollout) {
        return change(
                actor,
                request,
                "rollouts.stop",
                rollout,
                Set.of(State.PLANNED, State.RUNNING),
                (tx, found) -> {
                    RolloutStore.state(tx, rollout, State.STOPPED, found.stage());
                    tx.journal("rollout.stopped", "rollout:" + rollout, Map.of());
                });
    }

    @Override
    public ChangeOutcome goOn(Actor actor, RequestId request, long rollout) {
        return change(
                actor,
                request,
                "rollouts.goOn",
                rollout,
                Set.of(State.STOPPED),
                (tx, found) -> {
                    RolloutStore.neverStop(tx, rollout);
                    RolloutStore.state(
                            tx,
                            rollout,
                            found.stage() == 0 ? State.PLANNED : State.RUNNING,
                            found.stage());
                    tx.journal("rollout.continued", "rollout:" + rollout, Map.of());
                    Advance.one(tx, get(tx, rollout));
                });
    }

    @Override
    public ChangeOutcome rollBack(Actor actor, RequestId request, long rollout) {
        return change(
                actor,
                request,
                "rollouts.rollBack",
                rollout,
                Set.of(State.RUNNING, State.STOPPED, State.DONE, State.ENDED),
                Advance::back);
    }

    private ChangeOutcome change(
            Actor actor,
            RequestId request,
            String call,
            long rollout,
            Set<State> from,
            BiConsumer<Tx, Rollout> work) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                call,
                rollout,
                ChangeOutcome.class,
                tx -> {
                    var found = RolloutStore.find(tx.sql(), rollout).orElse(null);
                    if (found == null) {
                        return new ChangeOutcome.Rejected(
                                List.of(Problem.of("rollout", rollout, "rollouts.unknown")));
                    }
                    if (!from.contains(found.state())) {
                        return new ChangeOutcome.Rejected(
                                List.of(Problem.of("rollout", rollout, "rollouts.not-now")));
                    }
                    work.accept(tx, found);
                    return new ChangeOutcome.Changed(get(tx, rollout));
                });
    }

    private static Rollout get(Tx tx, long number) {
        return RolloutStore.find(tx.sql(), number).orElseThrow();
    }
}
