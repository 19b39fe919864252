package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Pushes kept in the books.
final class BookedPushes implements Pushes {

    private static final int MOST = 500;

    private final Books books;

    BookedPushes(Books books) {
        this.books = books;
    }

    @Override
    public PreviewOutcome preview(Actor actor, Aim aim, Map<String, String> changes) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return shown(books.read(sql -> PushPlanStore.plan(sql, aim, changes)));
    }

    @Override
    public PushOutcome push(
            Actor actor, RequestId request, Aim aim, Map<String, String> changes, String seen) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "pushes.push",
                List.of(aim.code(), new TreeMap<>(changes), seen),
                PushOutcome.class,
                tx ->
                        send(
                                tx,
                                aim instanceof Aim.Template ? Kind.TEMPLATE : Kind.PUSH,
                                aim.code(),
                                PushPlanStore.plan(tx.sql(), aim, changes),
                                seen,
                                null));
    }

    @Override
    public PreviewOutcome previewUndo(Actor actor, long push) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return shown(books.read(sql -> PushPlanStore.undo(sql, push)));
    }

    @Override
    public PushOutcome undo(Actor actor, RequestId request, long push, String seen) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "pushes.undo",
                List.of(push, seen),
                PushOutcome.class,
                tx -> {
                    var aim = PushStore.find(tx.sql(), push).map(PushStore.Head::aim).orElse("");
                    var plan = PushPlanStore.undo(tx.sql(), push);
                    return send(tx, Kind.UNDO, aim, plan, seen, push);
                });
    }

    @Override
    public List<Push> list(Actor actor, int limit) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> PushStore.newest(sql, Math.clamp(limit, 1, MOST)));
    }

    @Override
    public List<Sent> sent(Actor actor, long push) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql ->
                PushStore.rows(sql, push).stream()
                        .map(row -> {
                            var device = DeviceStore.find(sql, row.device()).orElseThrow();
                            return new Sent(
                                    PushPlanStore.change(
                                            device.device(), row.setting(), row.from(), row.to()),
                                    row.version(),
                                    device.report().version() >= row.version());
                        })
                        .toList());
    }

    @Override
    public List<Conflict> conflicts(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> PanelStore.conflicts(sql, MOST));
    }

    @Override
    public Optional<Conflict> seen(Actor actor, RequestId request, long conflict) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var noted =
                books.once(
                        actor,
                        request,
                        "pushes.seen",
                        conflict,
                        Noted.class,
                        tx -> new Noted(PanelStore.seen(tx, conflict).orElse(null)));
        return Optional.ofNullable(noted.conflict());
    }

    /// What is kept of the answer.
    record Noted(@Nullable Conflict conflict) {}

    private static PreviewOutcome shown(PushPlan plan) {
        return plan.problems().isEmpty()
                ? new PreviewOutcome.Shown(plan.preview())
                : new PreviewOutcome.Rejected(plan.problems());
    }

    private static PushOutcome send(
            Tx tx, Kind kind, String aim, PushPlan plan, String seen, @Nullable Long undoes) {
        if (!plan.problems().isEmpty()) {
            return new PushOutcome.Rejected(plan.problems());
        }
        var preview = plan.preview();
        if (!preview.seen().equals(seen)) {
            return new PushOutcome.Overtaken(preview);
        }
        if (plan.empty()) {
            return new PushOutcome.Rejected(
                    List.of(Problem.of("changes", "", "pushes.nothing-changes")));
        }
        return new PushOutcome.Pushed(
                PushStore.push(tx.sql(), PushStore.write(tx, kind, aim, plan, undoes)));
    }
}
