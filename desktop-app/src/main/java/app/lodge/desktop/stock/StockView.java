package app.lodge.desktop.stock;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The stock behind tabs: what lies where, orders, deliveries with their bad cards, movements, places and
/// kinds of blanks.
public final class StockView implements Screen {

    private final StockViewModel model;
    private final Tabs tabs;
    private final List<Runnable> focuses = new ArrayList<>();
    private final ShelvesPane shelves;
    private final PageFrame frame;

    public StockView(Kit kit, StockViewModel model) {
        this.model = model;
        var sheets = new StockSheets(kit, model);
        kit.sheets().showWhile(model.place().asking().open(), sheets::place);
        kit.sheets().showWhile(model.blank().asking().open(), sheets::blank);
        kit.sheets().showWhile(model.move().asking().open(), sheets::move);
        var orders = new OrderSheets(kit, model);
        kit.sheets().showWhile(model.orderForm().asking().open(), orders::order);
        kit.sheets().showWhile(model.stage().asking().open(), orders::stage);
        kit.sheets().showWhile(model.rules().asking().open(), orders::rules);
        kit.sheets().showWhile(model.receive().asking().open(), orders::receive);
        var counting = new CountSheet(kit, model.count());
        kit.sheets().showWhile(model.count().asking().open(), counting::sheet);
        var preparing = new PrepareSheet(kit, model.prepare());
        kit.sheets().showWhile(model.prepare().asking().open(), preparing::sheet);
        tabs = new Tabs(kit, "stock-tabs", "stock-desk.title");
        shelves = new ShelvesPane(kit, model);
        add("stock-desk.shelves", shelves.node(), shelves::focus);
        var ordered = new OrdersPane(kit, model);
        add("stock-desk.orders", ordered.node(), ordered::focus);
        var lists = new StockLists(kit, model);
        var bad = lists.shares();
        add("stock-desk.bad", bad, bad::requestFocus);
        var moved = lists.movements();
        add("stock-desk.movements", moved, moved::requestFocus);
        var kinds = new KindsPane(kit, model);
        add("stock-desk.kinds", kinds.node(), kinds::focus);
        tabs.pane().getSelectionModel().select(model.tab().get());
        tabs.pane()
                .getSelectionModel()
                .selectedIndexProperty()
                .subscribe((_, now) -> model.tab().set(now.intValue()));
        var again =
                kit.iconButton(
                        "stock-refresh", "station.refresh", Feather.REFRESH_CW, model::refresh);
        frame = new PageFrame(kit, "stock-desk.title", "stock-desk.subtitle", tabs.pane(), again);
    }

    private void add(String titleKey, Node content, Runnable focus) {
        tabs.add(titleKey, content);
        focuses.add(focus);
    }

    private Runnable focus() {
        return focuses.get(Math.max(0, tabs.pane().getSelectionModel().getSelectedIndex()));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        focus().run();
    }

    @Override
    public void open(String subject) {
        tabs.pane().getSelectionModel().select(0);
    }

    @Override
    public void changed(Fact fact) {
        if (fact.kind().startsWith("stock.") || fact.subject().startsWith("medium:")) {
            model.refresh();
        }
    }

    @Override
    public Keys keys() {
        return Keys.ofScreen()
                .on(Keys.key(KeyCode.F2), "keys.stock.receive", shelves::receive)
                .on(Keys.key(KeyCode.F3), "keys.stock.hand-over", shelves::handOver)
                .on(Keys.key(KeyCode.F4), "keys.stock.write-off", shelves::writeOff)
                .on(Keys.key(KeyCode.F7), "keys.stock.count", shelves::count)
                .on(Keys.key(KeyCode.F9), "keys.stock.prepare", shelves::prepare)
                .on(Keys.key(KeyCode.INSERT), "keys.stock.order", shelves::order)
                .on(Keys.key(KeyCode.F6), "keys.next-tab", this::nextTab);
    }

    private void nextTab() {
        tabs.pane()
                .getSelectionModel()
                .select((tabs.pane().getSelectionModel().getSelectedIndex() + 1) % focuses.size());
        focus().run();
    }
}
