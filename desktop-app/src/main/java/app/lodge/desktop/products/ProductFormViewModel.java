package app.lodge.desktop.products;

import app.lodge.core.books.Problem;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products.ProductOutcome;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Makes or changes a product.
public final class ProductFormViewModel {

    private final Session session;
    private final Consumer<Product> saved;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty names = new SimpleStringProperty("");
    private final StringProperty category = new SimpleStringProperty("");
    private final StringProperty tax = new SimpleStringProperty("");
    private final BooleanProperty active = new SimpleBooleanProperty(true);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable Product edited;

    ProductFormViewModel(Session session, Consumer<Product> saved) {
        this.session = session;
        this.saved = saved;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty number() {
        return number;
    }

    public StringProperty name() {
        return name;
    }

    /// `de=Kaffee; fr=Café`.
    public StringProperty names() {
        return names;
    }

    public StringProperty category() {
        return category;
    }

    /// A code; empty for the payment point's.
    public StringProperty tax() {
        return tax;
    }

    public BooleanProperty active() {
        return active;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// A number stays for good once the product is there.
    public boolean isNew() {
        return edited == null;
    }

    /// @param free a number that no product has
    public void beginNew(int free) {
        begin(null, new Product(free, "", Map.of(), "", "", true));
    }

    public void begin(Product product) {
        begin(product, product);
    }

    private void begin(@Nullable Product product, Product shown) {
        edited = product;
        number.set(String.valueOf(shown.number()));
        name.set(shown.name());
        names.set(
                new TreeMap<>(shown.names())
                        .entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")));
        category.set(shown.category());
        tax.set(shown.taxCode());
        active.set(shown.active());
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        if (!number.get().strip().matches("[0-9]{1,6}")) {
            problems.setAll(
                    List.of(
                            Problem.of(
                                    "number", number.get(), "products.number", Product.HIGHEST)));
            return;
        }
        var others = new TreeMap<String, String>();
        for (var pair : names.get().split(";")) {
            var parts = pair.strip().split("=", 2);
            if (parts.length == 2) {
                others.put(parts[0].strip(), parts[1].strip());
            } else if (!pair.isBlank()) {
                problems.setAll(List.of(Problem.of("names", pair, "product-form.names-malformed")));
                return;
            }
        }
        var product =
                new Product(
                        Integer.parseInt(number.get().strip()),
                        name.get().strip(),
                        others,
                        category.get().strip(),
                        tax.get(),
                        active.get());
        var request = once.request();
        session.background()
                .run(
                        "prices.saving",
                        busy,
                        () -> session.doors().products().put(session.actor(), request, product),
                        this::answered);
    }

    private void answered(ProductOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ProductOutcome.Done(var product) -> {
                open.set(false);
                saved.accept(product);
            }
            case ProductOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
