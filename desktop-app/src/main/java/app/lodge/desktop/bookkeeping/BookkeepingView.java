package app.lodge.desktop.bookkeeping;

import app.lodge.core.books.Fact;
import app.lodge.desktop.accounts.LimitsSheet;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Months, dormant accounts, limits of groups, and the rules about money.
public final class BookkeepingView implements Screen {

    private final Kit kit;
    private final BookkeepingViewModel model;
    private final PageFrame frame;

    public BookkeepingView(Kit kit, BookkeepingViewModel model) {
        this.kit = kit;
        this.model = model;
        var limits = model.groups().limits();
        kit.sheets().showWhile(limits.open(), () -> LimitsSheet.of(kit, limits));
        var tabs =
                new TabPane(
                        tab("months.tab", new MonthsPane(kit, model.months()).node()),
                        tab("dormant.tab", new DormantPane(kit, model.dormant()).node()),
                        tab("limits.tab", new GroupLimitsPane(kit, model.groups()).node()));
        if (model.rules().mayChange()) {
            tabs.getTabs().add(tab("rules.tab", new RulesPane(kit, model.rules()).node()));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("bookkeeping-tabs");
        tabs.setAccessibleText(kit.text("bookkeeping.title"));
        tabs.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        frame = new PageFrame(kit, "bookkeeping.title", "bookkeeping.subtitle", tabs);
    }

    private Tab tab(String titleKey, Node content) {
        var box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.setPadding(new Insets(14, 0, 0, 0));
        return new Tab(kit.text(titleKey), box);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("period:")) {
            model.months().refresh();
        }
    }
}
