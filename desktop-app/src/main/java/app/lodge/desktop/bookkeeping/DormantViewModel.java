package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.Postings.Dormant;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Accounts with money on them and no movement for as long as the site has set, the longest first;
/// each opens, to be paid out, transferred or closed (ID-64).
public final class DormantViewModel {

    private static final int MOST = 500;

    private final Session session;
    private final ObservableList<Dormant> rows = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    DormantViewModel(Session session) {
        this.session = session;
    }

    public ObservableList<Dormant> rows() {
        return rows;
    }

    public void refresh() {
        session.background()
                .run(
                        "dormant.reading",
                        busy,
                        () -> session.doors().postings().dormant(session.actor(), MOST),
                        rows::setAll);
    }

    public void open(Dormant which) {
        session.navigator().open(Destination.ACCOUNTS, "account:" + which.account().number());
    }
}
