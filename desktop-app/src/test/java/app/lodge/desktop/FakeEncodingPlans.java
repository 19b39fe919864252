package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.Finding;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Plans in memory: what ships, and what is drafted and published in the test.
final class FakeEncodingPlans implements EncodingPlans {

    private final List<Line> own = new ArrayList<>();
    private String used = "lodge-id@1";

    @Override
    public List<Line> list(Actor actor) {
        var all = new ArrayList<Line>();
        ShippedPlans.all().forEach(plan -> all.add(line(plan, State.SHIPPED)));
        all.addAll(own);
        all.sort(
                Comparator.<Line, String>comparing(one -> one.plan().name())
                        .thenComparing(one -> -one.plan().version()));
        return all;
    }

    private Line line(EncodingPlan plan, State state) {
        var findings = PlanChecks.of(plan);
        int blocking = (int) findings.stream().filter(Finding::blocks).count();
        return new Line(
                plan,
                state,
                state == State.PUBLISHED ? FakePeople.NOW : null,
                plan.reference().equals(used) ? List.of(MediumKind.CARD) : List.of(),
                blocking,
                findings.size() - blocking);
    }

    @Override
    public Optional<Line> find(Actor actor, String name, int version) {
        return list(actor).stream()
                .filter(one -> one.plan().reference().equals(name + "@" + version))
                .findFirst();
    }

    @Override
    public List<Finding> check(Actor actor, EncodingPlan plan) {
        return PlanChecks.of(plan);
    }

    @Override
    public SaveOutcome saveDraft(Actor actor, RequestId request, EncodingPlan plan) {
        int version =
                1
                        + list(actor).stream()
                                .filter(one -> one.state() != State.DRAFT)
                                .filter(one -> one.plan().name().equals(plan.name()))
                                .mapToInt(one -> one.plan().version())
                                .max()
                                .orElse(0);
        discardDraft(actor, request, plan.name());
        var draft = plan.withVersion(version);
        own.add(line(draft, State.DRAFT));
        return new SaveOutcome.Saved(draft, PlanChecks.of(draft));
    }

    @Override
    public void discardDraft(Actor actor, RequestId request, String name) {
        own.removeIf(one -> one.state() == State.DRAFT && one.plan().name().equals(name));
    }

    @Override
    public PublishOutcome publish(Actor actor, RequestId request, String name) {
        var draft =
                own.stream()
                        .filter(one -> one.state() == State.DRAFT)
                        .filter(one -> one.plan().name().equals(name))
                        .findFirst();
        if (draft.isEmpty()) {
            return new PublishOutcome.NoDraft(name);
        }
        var plan = draft.get().plan();
        if (!PlanChecks.sound(plan)) {
            return new PublishOutcome.Unsound(PlanChecks.of(plan));
        }
        own.remove(draft.get());
        own.add(line(plan, State.PUBLISHED));
        return new PublishOutcome.Published(plan);
    }

    @Override
    public RetireOutcome retire(Actor actor, RequestId request, String name, int version) {
        var reference = name + "@" + version;
        var line = find(actor, name, version).filter(one -> one.state() == State.PUBLISHED);
        if (line.isEmpty()) {
            return new RetireOutcome.NotPublished(reference);
        }
        if (reference.equals(used)) {
            return new RetireOutcome.InUse(MediumKind.CARD);
        }
        own.remove(line.get());
        own.add(line(line.get().plan(), State.RETIRED));
        return new RetireOutcome.Retired(line.get().plan());
    }

    @Override
    public ReinstateOutcome reinstate(Actor actor, RequestId request, String name, int version) {
        var line = find(actor, name, version).filter(one -> one.state() == State.RETIRED);
        if (line.isEmpty()) {
            return new ReinstateOutcome.NotRetired(name + "@" + version);
        }
        own.remove(line.get());
        own.add(line(line.get().plan(), State.PUBLISHED));
        return new ReinstateOutcome.Reinstated(line.get().plan());
    }

    @Override
    public UseOutcome use(
            Actor actor, RequestId request, MediumKind kind, String name, int version) {
        used = name + "@" + version;
        return new UseOutcome.InUse(load(actor, name, version), kind);
    }

    @Override
    public EncodingPlan inUse(Actor actor, MediumKind kind) {
        return ShippedPlans.usual(kind);
    }

    @Override
    public EncodingPlan load(Actor actor, String name, int version) {
        return find(actor, name, version).orElseThrow().plan();
    }

    @Override
    public void intend(Actor actor, MediumId medium, String name, int version) {
        // nothing is kept of it here
    }

    @Override
    public Optional<EncodingPlan> of(Actor actor, MediumId medium) {
        return Optional.empty();
    }

    @Override
    public Optional<String> export(Actor actor, String name, int version) {
        return find(actor, name, version).map(one -> one.plan().pretty());
    }

    @Override
    public SaveOutcome take(Actor actor, RequestId request, String file) {
        return saveDraft(actor, request, ShippedPlans.lodgeId());
    }
}
