package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Layouts in memory.
public final class FakeLayouts implements CardLayouts {

    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private final Map<String, String> documents = new LinkedHashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    public final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>(List.of(new Use(null, "student")));

    @Override
    public synchronized List<Revision> published(Actor actor) {
        return List.copyOf(revisions).reversed();
    }

    @Override
    public synchronized Optional<String> document(Actor actor, String layout, int revision) {
        return Optional.ofNullable(documents.get(layout + "@" + revision));
    }

    @Override
    public synchronized PublishOutcome publish(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        for (var each : revisions) {
            if (each.layout().equals(layout) && each.revision() > after) {
                return new PublishOutcome.Overtaken(each);
            }
        }
        var revision = new Revision(layout, after + 1, name, AT, "");
        revisions.add(revision);
        documents.put(revision.reference(), document);
        drafts.remove(layout);
        return new PublishOutcome.Published(revision);
    }

    @Override
    public synchronized List<Draft> drafts(Actor actor) {
        return List.copyOf(drafts.values());
    }

    @Override
    public synchronized KeepOutcome keepDraft(
            Actor actor, RequestId request, String layout, String name, String document) {
        var problems =
                name.isBlank()
                        ? List.of(
                                app.lodge.core.books.Problem.of(
                                        "name", name, "card-layouts.name", 80))
                        : List.<app.lodge.core.books.Problem>of();
        if (!problems.isEmpty()) {
            return new KeepOutcome.NotKept(problems);
        }
        var draft = new Draft(layout, name, document, AT);
        drafts.put(layout, draft);
        return new KeepOutcome.Kept(draft);
    }

    @Override
    public synchronized void discardDraft(Actor actor, RequestId request, String layout) {
        drafts.remove(layout);
    }

    @Override
    public synchronized PutBackOutcome putDraftBack(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        for (var each : revisions) {
            if (each.layout().equals(layout) && each.revision() > after) {
                return new PutBackOutcome.Overtaken(each);
            }
        }
        var begun = drafts.get(layout);
        if (begun != null) {
            return new PutBackOutcome.BegunAnew(begun);
        }
        var draft = new Draft(layout, name, document, AT);
        drafts.put(layout, draft);
        return new PutBackOutcome.PutBack(draft);
    }

    @Override
    public synchronized List<Use> uses(Actor actor) {
        return List.copyOf(uses);
    }

    @Override
    public synchronized void use(
            Actor actor, RequestId request, @Nullable GroupId group, String layout) {
        uses.removeIf(use -> java.util.Objects.equals(use.group(), group));
        if (!layout.isEmpty()) {
            uses.add(new Use(group, layout));
        }
    }

    @Override
    public Optional<String> of(Actor actor, PersonId person) {
        return Optional.empty();
    }
}
