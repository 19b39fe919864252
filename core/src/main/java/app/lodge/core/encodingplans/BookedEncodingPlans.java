package app.lodge.core.encodingplans;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.encodingplans.PlanStore.Reference;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans in the books.
final class BookedEncodingPlans implements EncodingPlans {

    private static final int LONGEST = 60_000;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Books books;
    private final String site;
    private final PlanStore store = new PlanStore();
    private final PlanShelfStore shelf;

    BookedEncodingPlans(Books books, SiteSignatures signatures, String site) {
        this.books = books;
        this.site = site;
        this.shelf = new PlanShelfStore(signatures, site, store);
    }

    @Override
    public List<Line> list(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(shelf::lines);
    }

    @Override
    public Optional<Line> find(Actor actor, String name, int version) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> shelf.find(sql, name, version));
    }

    @Override
    public List<Finding> check(Actor actor, EncodingPlan plan) {
        actor.require(Permission.SEE_MEDIA);
        return PlanChecks.of(plan);
    }

    @Override
    public SaveOutcome saveDraft(Actor actor, RequestId request, EncodingPlan plan) {
        actor.require(Permission.CHANGE_SETTINGS);
        if (!plan.name().matches("[a-z0-9-]{1,30}")) {
            return new SaveOutcome.NotSaved(List.of(Problem.of("name", plan.name(), "plan.name")));
        }
        if (plan.canonical().length() > LONGEST) {
            return new SaveOutcome.NotSaved(
                    List.of(Problem.of("file", plan.canonical().length(), "plan.file-long")));
        }
        return books.once(
                actor,
                request,
                "encoding-plans.save",
                plan.canonical(),
                SaveOutcome.class,
                tx -> saved(tx, plan));
    }

    private SaveOutcome saved(Tx tx, EncodingPlan plan) {
        var draft = plan.withVersion(shelf.next(tx.sql(), plan.name()));
        store.save(tx, draft);
        tx.journal("plans.drafted", subject(draft), Map.of("sha256", hash(draft)));
        return new SaveOutcome.Saved(draft, PlanChecks.of(draft));
    }

    @Override
    public void discardDraft(Actor actor, RequestId request, String name) {
        actor.require(Permission.CHANGE_SETTINGS);
        books.once(
                actor,
                request,
                "encoding-plans.discard",
                name,
                Boolean.class,
                tx -> {
                    if (store.draft(tx.sql(), name).isPresent()) {
                        store.discard(tx, name);
                        tx.journal("plans.discarded", "plan:" + name, Map.of());
                    }
                    return true;
                });
    }

    @Override
    public PublishOutcome publish(Actor actor, RequestId request, String name) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "encoding-plans.publish",
                name,
                PublishOutcome.class,
                tx -> {
                    var kept = store.draft(tx.sql(), name);
                    if (kept.isEmpty()) {
                        return new PublishOutcome.NoDraft(name);
                    }
                    var draft =
                            Json.read(kept.get(), EncodingPlan.class)
                                    .withVersion(shelf.next(tx.sql(), name));
                    if (!PlanChecks.sound(draft)) {
                        return new PublishOutcome.Unsound(PlanChecks.of(draft));
                    }
                    var signed = shelf.publish(tx, draft);
                    store.discard(tx, name);
                    tx.journal(
                            "plans.published",
                            subject(draft),
                            Map.of(
                                    "sha256",
                                    hash(draft),
                                    "signature",
                                    HEX.formatHex(signed.signature()),
                                    "irreversible",
                                    draft.irreversible().stream().map(Enum::name).toList()));
                    return new PublishOutcome.Published(draft);
                });
    }

    @Override
    public RetireOutcome retire(Actor actor, RequestId request, String name, int version) {
        actor.require(Permission.CHANGE_SETTINGS);
        var plan = new Reference(name, version);
        return books.once(
                actor,
                request,
                "encoding-plans.retire",
                plan.toString(),
                RetireOutcome.class,
                tx -> {
                    var line = shelf.find(tx.sql(), name, version);
                    if (line.isEmpty() || line.get().state() != State.PUBLISHED) {
                        return new RetireOutcome.NotPublished(plan.toString());
                    }
                    if (!line.get().uses().isEmpty()) {
                        return new RetireOutcome.InUse(line.get().uses().getFirst());
                    }
                    store.retire(tx, plan);
                    tx.journal("plans.retired", "plan:" + plan, Map.of());
                    return new RetireOutcome.Retired(line.get().plan());
                });
    }

    @Override
    public ReinstateOutcome reinstate(Actor actor, RequestId request, String name, int version) {
        actor.require(Permission.CHANGE_SETTINGS);
        var plan = new Reference(name, version);
        return books.once(
                actor,
                request,
                "encoding-plans.reinstate",
                plan.toString(),
                ReinstateOutcome.class,
                tx -> {
                    var line = shelf.find(tx.sql(), name, version);
                    if (line.isEmpty() || line.get().state() != State.RETIRED) {
                        return new ReinstateOutcome.NotRetired(plan.toString());
                    }
                    store.reinstate(tx, plan);
                    tx.journal("plans.reinstated", "plan:" + plan, Map.of());
                    return new ReinstateOutcome.Reinstated(line.get().plan());
                });
    }

    @Override
    public UseOutcome use(
            Actor actor, RequestId request, MediumKind kind, String name, int version) {
        actor.require(Permission.CHANGE_SETTINGS);
        var plan = new Reference(name, version);
        return books.once(
                actor,
                request,
                "encoding-plans.use",
                kind + " " + plan,
                UseOutcome.class,
                tx -> {
                    var line = shelf.find(tx.sql(), name, version);
                    boolean usable =
                            line.isPresent()
                                    && (line.get().state() == State.PUBLISHED
                                            || line.get().state() == State.SHIPPED);
                    if (!usable) {
                        return new UseOutcome.NotPublished(plan.toString());
                    }
                    if (line.get().plan().medium().forContactKeys()
                            != (kind == MediumKind.CONTACT_KEY)) {
                        return new UseOutcome.NotForKind(plan.toString(), kind);
                    }
                    store.use(tx, kind, plan);
                    tx.journal("plans.used", "plan:" + plan, Map.of("kind", kind.name()));
                    return new UseOutcome.InUse(line.get().plan(), kind);
                });
    }

    @Override
    public EncodingPlan inUse(Actor actor, MediumKind kind) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> {
            var named = shelf.uses(sql).get(kind);
            return named == null ? ShippedPlans.usual(kind) : shelf.load(sql, named);
        });
    }

    @Override
    public EncodingPlan load(Actor actor, String name, int version) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> shelf.load(sql, new Reference(name, version)));
    }

    @Override
    public void intend(Actor actor, MediumId medium, String name, int version) {
        actor.require(Permission.ISSUE_CARDS);
        books.write(
                actor,
                tx -> {
                    store.intend(tx, medium, new Reference(name, version));
                    return tx.journal(
                            "medium.plan-chosen",
                            "medium:" + medium.number(),
                            Map.of("plan", name, "version", version));
                });
    }

    @Override
    public Optional<EncodingPlan> of(Actor actor, MediumId medium) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.of(sql, medium).map(plan -> shelf.load(sql, plan)));
    }

    @Override
    public Optional<String> export(Actor actor, String name, int version) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> {
            var row = store.published(sql, name, version);
            if (row.isPresent()) {
                shelf.load(sql, row.get().reference());
                var signed = row.get().signed();
                return Optional.of(
                        PlanFile.signed(
                                row.get().document(),
                                site,
                                HEX.formatHex(signed.key()),
                                HEX.formatHex(signed.signature())));
            }
            return shelf.find(sql, name, version)
                    .map(line -> new PlanFile(line.plan(), "", "", "").text());
        });
    }

    @Override
    public SaveOutcome take(Actor actor, RequestId request, String file) {
        actor.require(Permission.CHANGE_SETTINGS);
        return switch (PlanFile.read(file)) {
            case PlanFile.Read.Taken(var plan) -> saveDraft(actor, request, plan);
            case PlanFile.Read.Wrong(var problem) -> new SaveOutcome.NotSaved(List.of(problem));
        };
    }

    private static String subject(EncodingPlan plan) {
        return "plan:" + plan.reference();
    }

    private static String hash(EncodingPlan plan) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance("SHA-256")
                            .digest(plan.canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
