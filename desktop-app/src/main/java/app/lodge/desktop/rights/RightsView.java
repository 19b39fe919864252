package app.lodge.desktop.rights;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// Who may what: resources with their rules, drafts, plans and the calendar.
public final class RightsView implements Screen {

    private final Kit kit;
    private final RightsViewModel model;
    private final DraftsViewModel drafts;
    private final CalendarViewModel calendar;
    private final ResourcesPane resources;
    private final PageFrame frame;

    public RightsView(
            Kit kit, RightsViewModel model, DraftsViewModel drafts, CalendarViewModel calendar) {
        this.kit = kit;
        this.model = model;
        this.drafts = drafts;
        this.calendar = calendar;
        resources = new ResourcesPane(kit, model);
        var tabs = new TabPane(tab("rights.resources", resources.node()));
        if (drafts.allowed()) {
            tabs.getTabs().add(tab("rights.drafts", new DraftsPane(kit, drafts).node()));
        }
        tabs.getTabs().add(tab("rights.calendar", new CalendarPane(kit, calendar).node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("rights-tabs");
        tabs.setAccessibleText(kit.text("rights.title"));
        tabs.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        frame = new PageFrame(kit, "rights.title", "rights.subtitle", tabs);
    }

    private Tab tab(String titleKey, Node content) {
        var padded = new StackPane(content);
        padded.setPadding(new Insets(12, 0, 0, 0));
        return new Tab(kit.text(titleKey), padded);
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
