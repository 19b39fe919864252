package app.lodge.desktop.stock;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
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

    /// F2 takes a box in, F3 hands over, F4 writes off, F7 counts, F9 prepares, Insert orders, F6 goes to
    /// the next tab.
    @Override
    public boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F4 && event.isAltDown()) {
            return false;
        }
        @Nullable Runnable matter =
                switch (event.getCode()) {
                    case F2 -> shelves::receive;
                    case F3 -> shelves::handOver;
                    case F4 -> shelves::writeOff;
                    case F7 -> shelves::count;
                    case F9 -> shelves::prepare;
                    case INSERT -> shelves::order;
                    case F6 -> this::nextTab;
                    default -> null;
                };
        if (matter == null) {
            return false;
        }
        matter.run();
        return true;
    }

    private void nextTab() {
        tabs.pane()
                .getSelectionModel()
                .select((tabs.pane().getSelectionModel().getSelectedIndex() + 1) % focuses.size());
        focus().run();
    }
}
