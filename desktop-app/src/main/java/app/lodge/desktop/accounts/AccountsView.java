package app.lodge.desktop.accounts;

import app.lodge.core.books.Fact;
import app.lodge.core.search.Search;
import app.lodge.desktop.approvals.SecondPersonSheet;
import app.lodge.desktop.shell.Finder;
import app.lodge.desktop.shell.HitCell;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.QueryField;
import app.lodge.desktop.shell.Screen;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Finds an account at the left, shows it at the right.
public final class AccountsView implements Screen {

    private final Kit kit;
    private final AccountsViewModel model;
    private final QueryField query;
    private final PageFrame frame;

    public AccountsView(Kit kit, AccountsViewModel model) {
        this.kit = kit;
        this.model = model;
        query = new QueryField(kit, "accounts-query", "accounts.query", model.query());
        var sheets = new AccountSheets(kit, model);
        kit.sheets().showWhile(model.topUp().open(), sheets::topUp);
        kit.sheets().showWhile(model.payOut().open(), sheets::payOut);
        kit.sheets()
                .showWhile(
                        model.posting().open(),
                        () -> new PostingSheetView(kit, model.posting()).sheet());
        kit.sheets()
                .showWhile(
                        model.holds().open(),
                        () -> new HoldsPane(kit, model.holds(), model.movements()).sheet());
        kit.sheets().showWhile(model.move().open(), () -> new MoveSheet(kit, model.move()).sheet());
        kit.sheets().showWhile(model.limits().open(), () -> LimitsSheet.of(kit, model.limits()));
        kit.sheets()
                .showWhile(
                        model.secondPerson().open(),
                        () -> SecondPersonSheet.of(kit, model.secondPerson()));
        kit.sheets().showWhile(model.topUp().receiptOpen(), sheets::receipt);
        kit.sheets().showWhile(model.block().open(), sheets::block);
        kit.sheets().showWhile(model.openAccount().open(), sheets::openAccount);
        var account = new AccountPane(kit, model).node();
        HBox.setHgrow(account, Priority.ALWAYS);
        frame =
                new PageFrame(
                        kit,
                        "accounts.title",
                        "accounts.subtitle",
                        new HBox(20, finder(), account));
    }

    private Node finder() {
        var list = new ListView<Search.Hit>(model.hits().rows());
        list.setId("accounts-hits");
        list.setAccessibleText(kit.text("accounts.title"));
        list.setCellFactory(_ -> new HitCell(kit));
        list.setPlaceholder(
                kit.empty(Feather.SEARCH, "accounts.none-found", "accounts.none-found-advice"));
        return Finder.of(query, list, model::choose);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        query.requestFocus();
    }

    @Override
    public void open(String subject) {
        model.open(subject);
    }

    @Override
    public void changed(Fact fact) {
        model.secondPerson().changed(fact);
        // looking is a fact, too: reading again because of it would never end
        if (fact.subject().startsWith("account:") && !fact.kind().equals("account.looked-at")) {
            model.refresh();
        }
    }

    @Override
    public Keys keys() {
        var keys = Keys.ofScreen();
        if (model.mayTopUp()) {
            keys.on(Keys.key(KeyCode.F8), "keys.accounts.top-up", model.topUp()::begin);
        }
        return keys;
    }
}
