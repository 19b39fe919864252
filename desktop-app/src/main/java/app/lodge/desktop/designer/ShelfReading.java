package app.lodge.desktop.designer;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.layouts.CardLayouts.Draft;
import app.lodge.core.layouts.CardLayouts.Use;
import app.lodge.desktop.designer.LayoutsViewModel.Entry;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all that lies on the shelf, beside the screen: each layout's newest revision, what somebody has
/// begun to change, and each drawn once.
final class ShelfReading {

    /// @param plans the encoding plans to choose from, by reference
    record Read(List<Entry> entries, List<Use> uses, List<Group> groups, List<String> plans) {}

    private final Session session;
    private final CardRenderer renderer;
    private final LayoutShelf shelf;
    private final LayoutPlans plans;
    private final Map<Drawn, Rendering> drawn = new HashMap<>();

    /// What a picture follows from, so that it is drawn only once: a published revision never changes.
    ///
    /// @param document the written layout
    private record Drawn(String document, String site, String language) {}

    ShelfReading(Session session, CardRenderer renderer, LayoutShelf shelf, LayoutPlans plans) {
        this.session = session;
        this.renderer = renderer;
        this.shelf = shelf;
        this.plans = plans;
    }

    /// By one caller at a time.
    synchronized Read read() {
        var actor = session.actor();
        CardLayouts door = session.doors().cardLayouts();
        var people = new PreviewFields(session.site().name());
        var drafts = new ArrayList<>(door.drafts(actor));
        var entries = new ArrayList<Entry>();
        for (var layout : shelf.newest(actor)) {
            var draft =
                    drafts.stream().filter(each -> each.layout().equals(layout.id())).findFirst();
            draft.ifPresent(drafts::remove);
            entries.add(entry(layout, people, draft, true));
        }
        for (var draft : drafts) {
            layout(draft.document())
                    .ifPresent(layout ->
                            entries.add(entry(layout.at(1), people, Optional.of(draft), false)));
        }
        var seen = entries.stream().map(Entry::picture).toList();
        drawn.values().removeIf(picture -> seen.stream().noneMatch(each -> each == picture));
        return new Read(
                entries,
                door.uses(actor),
                session.doors().groups().list(actor),
                plans.choices(actor).stream().map(EncodingPlan::reference).toList());
    }

    private Entry entry(
            Layout layout, PreviewFields people, Optional<Draft> draft, boolean published) {
        var site = session.site();
        var picture =
                drawn.computeIfAbsent(
                        new Drawn(LayoutWriter.write(layout), site.name(), site.language()),
                        _ -> renderer.render(layout, people.usual(site.language())));
        return new Entry(layout, picture, draft, published);
    }

    /// Empty for a document that no reader of today understands.
    static Optional<Layout> layout(String document) {
        return new LayoutReader().read(document) instanceof LayoutOutcome.Accepted(var layout)
                ? Optional.of(layout)
                : Optional.empty();
    }
}
