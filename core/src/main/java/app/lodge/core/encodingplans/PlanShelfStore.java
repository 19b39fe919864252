package app.lodge.core.encodingplans;

import static app.lodge.core.books.tables.Tables.JOURNAL_KEY;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.core.encodingplans.PlanStore.Reference;
import app.lodge.core.encodingplans.PlanStore.Row;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.media.MediumKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Plans with their state: what ships, what is drafted, and what is published and still bears its
/// signature.
final class PlanShelfStore {

    private final SiteSignatures signatures;
    private final String site;
    private final PlanStore store;

    PlanShelfStore(SiteSignatures signatures, String site, PlanStore store) {
        this.signatures = signatures;
        this.site = site;
        this.store = store;
    }

    List<Line> lines(DSLContext sql) {
        var lines = new ArrayList<Line>();
        var uses = uses(sql);
        ShippedPlans.all().forEach(plan -> lines.add(line(plan, State.SHIPPED, null, uses)));
        store.drafts(sql)
                .forEach(draft ->
                        lines.add(
                                line(
                                        Json.read(draft, EncodingPlan.class),
                                        State.DRAFT,
                                        null,
                                        uses)));
        store.published(sql).forEach(row -> lines.add(line(sql, row, uses)));
        lines.sort(
                Comparator.<Line, String>comparing(line -> line.plan().name())
                        .thenComparing(line -> -line.plan().version()));
        return List.copyOf(lines);
    }

    Optional<Line> find(DSLContext sql, String name, int version) {
        return lines(sql).stream()
                .filter(one -> one.plan().name().equals(name) && one.plan().version() == version)
                .findFirst();
    }

    private Line line(DSLContext sql, Row row, Map<MediumKind, Reference> uses) {
        var state =
                !sound(sql, row)
                        ? State.TAMPERED
                        : store.retired(sql, row.reference()) ? State.RETIRED : State.PUBLISHED;
        return line(read(row), state, row.at(), uses);
    }

    /// A document that was altered past reading still has a name.
    private static EncodingPlan read(Row row) {
        return switch (PlanFile.read(row.document())) {
            case PlanFile.Read.Taken(var plan)
                    when plan.name().equals(row.name()) && plan.version() == row.version() ->
                    plan;
            case PlanFile.Read.Taken _, PlanFile.Read.Wrong _ ->
                    new EncodingPlan(
                            row.name(),
                            row.version(),
                            "",
                            new PlannedMedium.Classic(0, false, List.of()),
                            List.of(),
                            List.of());
        };
    }

    private static Line line(
            EncodingPlan plan, State state, @Nullable Instant at, Map<MediumKind, Reference> uses) {
        var findings = PlanChecks.of(plan);
        int blocking = (int) findings.stream().filter(Finding::blocks).count();
        var reference = new Reference(plan.name(), plan.version());
        var kinds =
                state == State.DRAFT
                        ? List.<MediumKind>of()
                        : uses.entrySet().stream()
                                .filter(use -> use.getValue().equals(reference))
                                .map(Map.Entry::getKey)
                                .toList();
        return new Line(plan, state, at, kinds, blocking, findings.size() - blocking);
    }

    /// With those that nobody has named yet.
    Map<MediumKind, Reference> uses(DSLContext sql) {
        var uses = store.uses(sql);
        for (var kind : MediumKind.values()) {
            var usual = ShippedPlans.usual(kind);
            if (kind != MediumKind.APP) {
                uses.putIfAbsent(kind, new Reference(usual.name(), usual.version()));
            }
        }
        return uses;
    }

    /// @throws IllegalStateException if there is no such plan, or its signature does not hold
    EncodingPlan load(DSLContext sql, Reference plan) {
        var shipped = ShippedPlans.find(plan.name(), plan.version());
        if (shipped.isPresent()) {
            return shipped.get();
        }
        var row =
                store.published(sql, plan.name(), plan.version())
                        .orElseThrow(() ->
                                new IllegalStateException("There is no encoding plan " + plan));
        if (!sound(sql, row)) {
            throw new IllegalStateException(
                    "The signature of encoding plan %s does not hold: it was altered"
                            .formatted(plan));
        }
        return read(row);
    }

    private boolean sound(DSLContext sql, Row row) {
        byte[] message = PlanFile.message(site, row.document());
        boolean named =
                PlanFile.read(row.document()) instanceof PlanFile.Read.Taken(var plan)
                        && plan.name().equals(row.name())
                        && plan.version() == row.version();
        boolean ours = sql.fetchExists(JOURNAL_KEY, JOURNAL_KEY.PUBLIC_KEY.eq(row.signed().key()));
        return named && ours && signatures.holds(message, row.signed());
    }

    SiteSignatures.Signed publish(Tx tx, EncodingPlan plan) {
        var document = plan.canonical();
        var signed = signatures.sign(tx, PlanFile.message(site, document));
        store.publish(tx, plan, document, signed);
        return signed;
    }

    int next(DSLContext sql, String name) {
        int shipped =
                ShippedPlans.all().stream()
                        .filter(plan -> plan.name().equals(name))
                        .mapToInt(EncodingPlan::version)
                        .max()
                        .orElse(0);
        return 1 + Math.max(shipped, store.newest(sql, name));
    }
}
