package app.lodge.desktop.finance;

import app.lodge.core.books.Fact;
import app.lodge.desktop.bankfiles.BankFilesPane;
import app.lodge.desktop.costcentres.CostCentresPane;
import app.lodge.desktop.groups.GroupsPane;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.topups.TopUpsPane;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Four neighbours behind tabs: cost centres, groups, top-ups, bank files.
public final class FinanceView implements Screen {

    /// One tab.
    ///
    /// @param facts beginnings of the kinds that concern it
    private record Place(Runnable refresh, Runnable focus, List<String> facts) {}

    private final Kit kit;
    private final FinanceViewModel model;
    private final TabPane tabs = new TabPane();
    private final List<Place> places = new ArrayList<>();
    private final PageFrame frame;

    public FinanceView(Kit kit, FinanceViewModel model) {
        this.kit = kit;
        this.model = model;
        var centres = new CostCentresPane(kit, model.centres());
        add(
                "centres.title",
                centres.node(),
                new Place(
                        model.centres()::refresh,
                        centres::focus,
                        List.of("cost-centre.", "posting.")));
        var groups = new GroupsPane(kit, model.groups(), model.currency());
        add(
                "groups-desk.title",
                groups.node(),
                new Place(model.groups()::refresh, groups::focus, List.of("group.")));
        if (model.seesOrders()) {
            var topUps = new TopUpsPane(kit, model.orders(), model.rules(), model.mandates());
            add(
                    "orders.title",
                    topUps.node(),
                    new Place(
                            () -> {
                                model.orders().refresh();
                                model.rules().refresh();
                            },
                            topUps::focus,
                            List.of("top-up", "mandate.")));
        }
        if (model.bankFiles().allowed()) {
            var bank = new BankFilesPane(kit, model.bankFiles());
            add(
                    "bank-desk.title",
                    bank.node(),
                    new Place(
                            model.bankFiles()::refresh,
                            bank::focus,
                            List.of("collection.", "payout.", "bank-file.", "creditor.")));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("finance-tabs");
        tabs.setAccessibleText(kit.text("finance.title"));
        tabs.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        tabs.getSelectionModel().select(Math.min(model.tab().get(), places.size() - 1));
        tabs.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((_, now) -> {
                    model.tab().set(now.intValue());
                    place().refresh().run();
                });
        frame = new PageFrame(kit, "finance.title", "finance.subtitle", tabs);
    }

    private void add(String titleKey, Node content, Place place) {
        var padded = new StackPane(content);
        padded.setPadding(new Insets(12, 0, 0, 0));
        VBox.setVgrow(padded, Priority.ALWAYS);
        tabs.getTabs().add(new Tab(kit.text(titleKey), padded));
        places.add(place);
    }

    private Place place() {
        return places.get(Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        place().refresh().run();
        place().focus().run();
    }

    @Override
    public void changed(Fact fact) {
        if (place().facts().stream().anyMatch(fact.kind()::startsWith)) {
            place().refresh().run();
        }
    }

    /// F6 goes to the next tab.
    @Override
    public boolean pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.F6) {
            return false;
        }
        tabs.getSelectionModel()
                .select((tabs.getSelectionModel().getSelectedIndex() + 1) % places.size());
        place().focus().run();
        return true;
    }
}
