package app.lodge.desktop.bankfiles;

import app.lodge.core.books.Problem;
import app.lodge.core.topups.Creditor;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The site towards its bank, and where files for the bank are put.
public final class CreditorViewModel {

    private final Session session;
    private final Runnable done;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    CreditorViewModel(Session session, Runnable done) {
        this.session = session;
        this.done = done;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty value(String field) {
        return values.computeIfAbsent(field, _ -> new SimpleStringProperty(""));
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    void begin(Creditor now) {
        value("name").set(now.name());
        value("creditorId").set(now.creditorId());
        value("iban").set(now.iban());
        value("bic").set(now.bic());
        value("street").set(now.street());
        value("buildingNumber").set(now.buildingNumber());
        value("postcode").set(now.postcode());
        value("town").set(now.town());
        value("country").set(now.country());
        value("folder").set(now.folder());
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var wanted =
                new Creditor(
                        plain("name"),
                        plain("creditorId"),
                        plain("iban"),
                        plain("bic"),
                        plain("street"),
                        plain("buildingNumber"),
                        plain("postcode"),
                        plain("town"),
                        plain("country"),
                        plain("folder"));
        var request = once.request();
        session.background()
                .run(
                        "bank-desk.writing",
                        busy,
                        () ->
                                session.doors()
                                        .bankFiles()
                                        .changeCreditor(session.actor(), request, wanted),
                        this::answered);
    }

    private String plain(String field) {
        return value(field).get().strip();
    }

    private void answered(List<Problem> found) {
        once.answered();
        if (found.isEmpty()) {
            open.set(false);
            session.notices().done(Message.of("bank-creditor.saved"));
            done.run();
        } else {
            problems.setAll(found);
        }
    }
}
