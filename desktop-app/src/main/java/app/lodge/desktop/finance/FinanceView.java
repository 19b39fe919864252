package app.lodge.desktop.finance;

import app.lodge.core.books.Fact;
import app.lodge.desktop.bankfiles.BankFilesPane;
import app.lodge.desktop.costcentres.CostCentresPane;
import app.lodge.desktop.groups.GroupsPane;
import app.lodge.desktop.kiosks.KiosksPane;
import app.lodge.desktop.products.ProductsPane;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import app.lodge.desktop.topups.TopUpsPane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Six neighbours behind tabs: cost centres, groups, top-ups, bank files, kiosks, products and prices.
public final class FinanceView implements Screen {

    /// One tab.
    ///
    /// @param facts beginnings of the kinds that concern it
    private record Place(Runnable refresh, Runnable focus, List<String> facts) {}

    private final FinanceViewModel model;
    private final Tabs tabs;
    private final List<Place> places = new ArrayList<>();
    private final PageFrame frame;

    public FinanceView(Kit kit, FinanceViewModel model) {
        this.model = model;
        this.tabs = new Tabs(kit, "finance-tabs", "finance.title");
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
        var kiosks = new KiosksPane(kit, model.kiosks());
        add(
                "kiosks.title",
                kiosks.node(),
                new Place(model.kiosks()::refresh, kiosks::focus, List.of("kiosk", "device.")));
        var products = new ProductsPane(kit, model.products());
        add(
                "prices.title",
                products.node(),
                new Place(
                        model.products()::refresh,
                        products::focus,
                        List.of("product.", "price", "group.", "device.added")));
        tabs.pane().getSelectionModel().select(Math.min(model.tab().get(), places.size() - 1));
        tabs.pane()
                .getSelectionModel()
                .selectedIndexProperty()
                .subscribe((_, now) -> {
                    model.tab().set(now.intValue());
                    place().refresh().run();
                });
        frame = new PageFrame(kit, "finance.title", "finance.subtitle", tabs.pane());
    }

    private void add(String titleKey, Node content, Place place) {
        tabs.add(titleKey, content);
        places.add(place);
    }

    private Place place() {
        return places.get(Math.max(0, tabs.pane().getSelectionModel().getSelectedIndex()));
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

    @Override
    public Keys keys() {
        return Keys.ofScreen().on(Keys.key(KeyCode.F6), "keys.next-tab", this::nextTab);
    }

    private void nextTab() {
        tabs.pane()
                .getSelectionModel()
                .select((tabs.pane().getSelectionModel().getSelectedIndex() + 1) % places.size());
        place().focus().run();
    }
}
