package app.lodge.personalization.layouts;

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

/// A site's layouts in memory.
public final class SiteLayouts implements CardLayouts {

    private final Map<String, String> documents = new LinkedHashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    public String used = "";

    @Override
    public List<Revision> published(Actor actor) {
        return List.copyOf(revisions).reversed();
    }

    @Override
    public Optional<String> document(Actor actor, String layout, int revision) {
        return Optional.ofNullable(documents.get(layout + "@" + revision));
    }

    @Override
    public PublishOutcome publish(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        for (var each : published(actor)) {
            if (each.layout().equals(layout) && each.revision() > after) {
                return new PublishOutcome.Overtaken(each);
            }
        }
        var revision = new Revision(layout, after + 1, name, Instant.EPOCH, "");
        revisions.add(revision);
        documents.put(revision.reference(), document);
        return new PublishOutcome.Published(revision);
    }

    @Override
    public List<Draft> drafts(Actor actor) {
        return List.of();
    }

    @Override
    public KeepOutcome keepDraft(
            Actor actor, RequestId request, String layout, String name, String document) {
        throw new UnsupportedOperationException(layout);
    }

    @Override
    public void discardDraft(Actor actor, RequestId request, String layout) {
        throw new UnsupportedOperationException(layout);
    }

    @Override
    public PutBackOutcome putDraftBack(
            Actor actor,
            RequestId request,
            String layout,
            String name,
            int after,
            String document) {
        throw new UnsupportedOperationException(layout);
    }

    @Override
    public List<Use> uses(Actor actor) {
        return List.of();
    }

    @Override
    public void use(Actor actor, RequestId request, @Nullable GroupId group, String layout) {
        used = layout;
    }

    @Override
    public Optional<String> of(Actor actor, PersonId person) {
        return used.isEmpty() ? Optional.empty() : Optional.of(used);
    }
}
