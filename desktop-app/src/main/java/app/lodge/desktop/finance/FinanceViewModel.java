package app.lodge.desktop.finance;

import app.lodge.core.books.Permission;
import app.lodge.desktop.bankfiles.BankFilesViewModel;
import app.lodge.desktop.costcentres.CostCentresViewModel;
import app.lodge.desktop.groups.GroupsViewModel;
import app.lodge.desktop.kiosks.KiosksViewModel;
import app.lodge.desktop.products.ProductsViewModel;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.topups.MandatesViewModel;
import app.lodge.desktop.topups.OrdersViewModel;
import app.lodge.desktop.topups.RulesViewModel;
import java.util.Currency;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// The view-models behind the tabs, and which tab was open.
public final class FinanceViewModel {

    private final Session session;
    private final IntegerProperty tab = new SimpleIntegerProperty();
    private final CostCentresViewModel centres;
    private final GroupsViewModel groups;
    private final ProductsViewModel products;
    private final OrdersViewModel orders;
    private final RulesViewModel rules;
    private final MandatesViewModel mandates;
    private final BankFilesViewModel bankFiles;
    private final KiosksViewModel kiosks;

    public FinanceViewModel(Session session) {
        this.session = session;
        centres = new CostCentresViewModel(session);
        groups = new GroupsViewModel(session);
        products = new ProductsViewModel(session);
        orders = new OrdersViewModel(session);
        rules = new RulesViewModel(session);
        mandates = new MandatesViewModel(session);
        bankFiles = new BankFilesViewModel(session);
        kiosks = new KiosksViewModel(session);
    }

    public IntegerProperty tab() {
        return tab;
    }

    public CostCentresViewModel centres() {
        return centres;
    }

    public GroupsViewModel groups() {
        return groups;
    }

    public ProductsViewModel products() {
        return products;
    }

    public OrdersViewModel orders() {
        return orders;
    }

    public RulesViewModel rules() {
        return rules;
    }

    public MandatesViewModel mandates() {
        return mandates;
    }

    public BankFilesViewModel bankFiles() {
        return bankFiles;
    }

    public KiosksViewModel kiosks() {
        return kiosks;
    }

    Currency currency() {
        return session.site().currency();
    }

    boolean seesOrders() {
        return session.actor().may(Permission.SEE_ACCOUNTS);
    }
}
