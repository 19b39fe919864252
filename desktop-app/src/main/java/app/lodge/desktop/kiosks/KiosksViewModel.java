package app.lodge.desktop.kiosks;

import app.lodge.core.books.Permission;
import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.KioskRules;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every kiosk and phone with its cash, and what was emptied (ID-30, ID-32).
public final class KiosksViewModel {

    private static final int NEWEST = 200;

    private final Session session;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Kiosk> kiosks = FXCollections.observableArrayList();
    private final ObservableList<Emptying> emptyings = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Kiosk> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<KioskRules> rules =
            new SimpleObjectProperty<>(KioskRules.STANDARD);
    private final BagViewModel bag;
    private final PayOutRulesViewModel payOut;

    private record Read(List<Kiosk> kiosks, List<Emptying> emptyings, KioskRules rules) {}

    public KiosksViewModel(Session session) {
        this.session = session;
        bag = new BagViewModel(session, this::refresh);
        payOut = new PayOutRulesViewModel(session, this::refresh);
    }

    public ObservableList<Kiosk> kiosks() {
        return kiosks;
    }

    /// Of all devices, the newest first; those to count before the others.
    public ObservableList<Emptying> emptyings() {
        return emptyings;
    }

    /// Null for none.
    public ObjectProperty<@Nullable Kiosk> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<KioskRules> rules() {
        return rules;
    }

    public BagViewModel bag() {
        return bag;
    }

    public PayOutRulesViewModel payOut() {
        return payOut;
    }

    public boolean mayCount() {
        return session.actor().may(Permission.KEEP_CASH_DESK);
    }

    public boolean mayChangeRules() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    Money money(long minor) {
        return new Money(minor, session.site().currency());
    }

    public void refresh() {
        session.background()
                .run(
                        "kiosks.reading",
                        busy,
                        () -> {
                            var door = session.doors().kiosks();
                            var actor = session.actor();
                            return new Read(
                                    door.list(actor),
                                    door.emptyings(actor, Kiosks.Which.ALL, NEWEST),
                                    door.rules(actor));
                        },
                        this::show);
    }

    private void show(Read read) {
        var before = chosen.get();
        kiosks.setAll(read.kiosks());
        var waiting = read.emptyings().stream().filter(one -> one.counted().isEmpty()).toList();
        emptyings.setAll(waiting);
        emptyings.addAll(
                read.emptyings().stream().filter(one -> one.counted().isPresent()).toList());
        rules.set(read.rules());
        chosen.set(
                kiosks.stream()
                        .filter(one -> before != null && one.id().equals(before.id()))
                        .findFirst()
                        .orElseGet(() -> kiosks.isEmpty() ? null : kiosks.getFirst()));
    }

    /// Counts the bag of a row, or one that is only in somebody's hands.
    public void count(@Nullable Emptying row) {
        bag.begin(List.copyOf(kiosks), List.copyOf(emptyings), row);
    }
}
