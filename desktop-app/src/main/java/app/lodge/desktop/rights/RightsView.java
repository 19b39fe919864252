package app.lodge.desktop.rights;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import javafx.scene.Node;

/// Who may what: resources with their rules, drafts, plans and the calendar.
public final class RightsView implements Screen {

    private final RightsViewModel model;
    private final DraftsViewModel drafts;
    private final CalendarViewModel calendar;
    private final ResourcesPane resources;
    private final PageFrame frame;

    public RightsView(
            Kit kit, RightsViewModel model, DraftsViewModel drafts, CalendarViewModel calendar) {
        this.model = model;
        this.drafts = drafts;
        this.calendar = calendar;
        resources = new ResourcesPane(kit, model);
        var tabs =
                new Tabs(kit, "rights-tabs", "rights.title")
                        .add("rights.resources", resources.node());
        if (drafts.allowed()) {
            tabs.add("rights.drafts", new DraftsPane(kit, drafts).node());
        }
        tabs.add("rights.calendar", new CalendarPane(kit, calendar).node());
        frame = new PageFrame(kit, "rights.title", "rights.subtitle", tabs.pane());
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        drafts.refresh();
        calendar.refresh();
        resources.focus();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.kind().startsWith("right.") || fact.kind().startsWith("group.")) {
            model.refresh();
            drafts.refresh();
            calendar.refresh();
        }
    }
}
