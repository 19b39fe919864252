package app.lodge.desktop.products;

import app.lodge.core.money.Money;
import app.lodge.core.products.PastPrice;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Product;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a product ever cost and is to cost: by which list, from when until when, put by whom (ID-62).
public final class PriceHistoryViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<PastPrice> prices = FXCollections.observableArrayList();
    private Map<PriceListId, String> names = Map.of();
    private String product = "";

    PriceHistoryViewModel(Session session) {
        this.session = session;
    }

    public BooleanProperty open() {
        return open;
    }

    /// Newest beginning first.
    public ObservableList<PastPrice> prices() {
        return prices;
    }

    public String product() {
        return product;
    }

    String list(PastPrice past) {
        return names.getOrDefault(past.price().list(), "");
    }

    Money money(long minor) {
        return new Money(minor, session.site().currency());
    }

    private record Reading(List<PastPrice> prices, Map<PriceListId, String> names) {}

    public void begin(Product chosen) {
        session.background()
                .run(
                        "prices.reading",
                        busy,
                        () -> read(chosen.number()),
                        reading -> show(chosen, reading));
    }

    private Reading read(int number) {
        var actor = session.actor();
        var door = session.doors().prices();
        return new Reading(
                door.history(actor, number),
                door.lists(actor).stream()
                        .collect(Collectors.toMap(list -> list.id(), list -> list.name())));
    }

    private void show(Product chosen, Reading reading) {
        product = chosen.name();
        names = reading.names();
        prices.setAll(reading.prices());
        open.set(true);
    }
}
