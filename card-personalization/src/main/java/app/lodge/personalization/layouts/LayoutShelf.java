package app.lodge.personalization.layouts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.layouts.CardLayouts.PublishOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The layouts that cards are made by: those that ship with the program, as revision 1, and those
/// that the site has published, which never change (ID-46). What was read once is kept.
public final class LayoutShelf {

    /// What everybody's card looks like until the site chooses something else.
    public static final String USUAL = "staff";

    /// What ships, the usual one first.
    public static final List<String> STARTERS =
            List.of(USUAL, "student", "visitor", "resident", "member", "plain");

    private final CardLayouts door;
    private final LayoutProof proof;
    private final LayoutPlans plans;
    private final LayoutReader reader = new LayoutReader();
    private final Map<String, Layout> read = new ConcurrentHashMap<>();

    public LayoutShelf(CardLayouts door, LayoutProof proof, LayoutPlans plans) {
        this.door = door;
        this.proof = proof;
        this.plans = plans;
    }

    /// The newest revision of each layout: first what ships, in its order, then the site's own by id.
    public List<Layout> newest(Actor actor) {
        var newest = new LinkedHashMap<String, String>();
        STARTERS.forEach(id -> newest.put(id, id + "@1"));
        for (var revision : door.published(actor).reversed()) {
            newest.put(revision.layout(), revision.reference());
        }
        return newest.values().stream()
                .flatMap(reference -> find(actor, reference).stream())
                .toList();
    }

    /// @param reference `staff@3`, or `staff` for the newest revision
    public Optional<Layout> find(Actor actor, String reference) {
        int at = reference.indexOf('@');
        if (at < 0) {
            return newest(actor).stream()
                    .filter(layout -> layout.id().equals(reference))
                    .findFirst();
        }
        var kept = read.get(reference);
        if (kept != null) {
            return Optional.of(kept);
        }
        var found = document(actor, reference.substring(0, at), number(reference, at));
        found.ifPresent(layout -> read.put(reference, layout));
        return found;
    }

    /// The layout of a person's next card.
    public Layout of(Actor actor, PersonId person) {
        return door.of(actor, person)
                .flatMap(id -> find(actor, id))
                .or(() -> find(actor, USUAL))
                .orElseThrow();
    }

    /// The plan that a card of the layout is written by; empty if it names one that no new card gets.
    public Optional<EncodingPlan> plan(Actor actor, Layout layout) {
        return plans.of(actor, layout);
    }

    /// The newest layouts that name a plan and whose cards are written by this one now.
    public List<Layout> naming(Actor actor, EncodingPlan plan) {
        return newest(actor).stream()
                .filter(layout -> layout.plan() != null)
                .filter(layout ->
                        plans.of(actor, layout)
                                .filter(it -> it.reference().equals(plan.reference()))
                                .isPresent())
                .toList();
    }

    /// Checks a layout and publishes it as the revision after the one that it was made from.
    public LayoutOutcome publish(Actor actor, RequestId request, int after, String json) {
        return switch (reader.read(json)) {
            case LayoutOutcome.Rejected rejected -> rejected;
            case LayoutOutcome.Overtaken overtaken -> overtaken;
            case LayoutOutcome.Accepted(Layout layout) -> {
                var problems = new ArrayList<>(proof.problems(layout));
                problems.addAll(plans.problems(actor, layout));
                yield problems.isEmpty()
                        ? published(actor, request, after, layout)
                        : new LayoutOutcome.Rejected(problems);
            }
        };
    }

    private LayoutOutcome published(Actor actor, RequestId request, int after, Layout layout) {
        var numbered = layout.at(after + 1);
        var outcome =
                door.publish(
                        actor,
                        request,
                        layout.id(),
                        layout.name(),
                        after,
                        LayoutWriter.write(numbered));
        return switch (outcome) {
            case PublishOutcome.Published(var revision) ->
                    new LayoutOutcome.Accepted(layout.at(revision.revision()));
            case PublishOutcome.Overtaken(var newest) ->
                    new LayoutOutcome.Overtaken(newest.reference());
            case PublishOutcome.Rejected(var problems) -> new LayoutOutcome.Rejected(problems);
        };
    }

    private static int number(String reference, int at) {
        var number = reference.substring(at + 1);
        return number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : 0;
    }

    private Optional<Layout> document(Actor actor, String id, int revision) {
        return door.document(actor, id, revision)
                .map(json -> readable(json, id).at(revision))
                .or(() ->
                        revision == 1 && STARTERS.contains(id)
                                ? Optional.of(starter(id))
                                : Optional.empty());
    }

    /// A layout that ships, as it ships.
    ///
    /// @throws IllegalStateException if none of that id ships
    public static Layout starter(String id) {
        return readable(starterText(id), id).at(1);
    }

    private static Layout readable(String json, String where) {
        return switch (new LayoutReader().read(json)) {
            case LayoutOutcome.Accepted(Layout layout) -> layout;
            case LayoutOutcome.Overtaken(var newest) -> throw new IllegalStateException(newest);
            case LayoutOutcome.Rejected(var problems) ->
                    throw new IllegalStateException(
                            "Published layout %s is damaged: %s".formatted(where, problems));
        };
    }

    private static String starterText(String id) {
        try (var stream = LayoutShelf.class.getResourceAsStream(id + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("Starter layout %s is missing".formatted(id));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
