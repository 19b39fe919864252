package app.lodge.desktop.bookkeeping;

import app.lodge.core.books.Fact;
import app.lodge.desktop.accounts.LimitsSheet;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import javafx.scene.Node;

/// Months, dormant accounts, limits of groups, and the rules about money.
public final class BookkeepingView implements Screen {

    private final BookkeepingViewModel model;
    private final PageFrame frame;

    public BookkeepingView(Kit kit, BookkeepingViewModel model) {
        this.model = model;
        var limits = model.groups().limits();
        kit.sheets().showWhile(limits.open(), () -> LimitsSheet.of(kit, limits));
        var tabs =
                new Tabs(kit, "bookkeeping-tabs", "bookkeeping.title")
                        .add("months.tab", new MonthsPane(kit, model.months()).node())
                        .add("dormant.tab", new DormantPane(kit, model.dormant()).node())
                        .add("limits.tab", new GroupLimitsPane(kit, model.groups()).node());
        if (model.rules().mayChange()) {
            tabs.add("rules.tab", new RulesPane(kit, model.rules()).node());
        }
        frame = new PageFrame(kit, "bookkeeping.title", "bookkeeping.subtitle", tabs.pane());
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
