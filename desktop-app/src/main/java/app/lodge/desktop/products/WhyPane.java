package app.lodge.desktop.products;

import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.Explained;
import app.lodge.core.products.Prices.Point;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.HoursWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the chosen product costs where, for whom and when one asks, and what every list says to it.
final class WhyPane {

    private final Kit kit;
    private final ProductsViewModel model;

    WhyPane(Kit kit, ProductsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var why = why();
        VBox.setVgrow(why, Priority.ALWAYS);
        var all = Kit.column(10, preview(), verdict(), why, actions());
        all.setMinWidth(380);
        all.setPrefWidth(460);
        return all;
    }

    /// Where, for whom and when prices are looked at.
    private Node preview() {
        var form = new Form(kit, "prices-preview", FXCollections.observableArrayList());
        var point = new ComboBox<>(model.points());
        point.setConverter(words(Point::label, kit.text("prices.all-points")));
        point.valueProperty().bindBidirectional(model.point());
        var group = new ComboBox<>(groups(model));
        group.setConverter(words(Group::name, kit.text("prices.everybody")));
        group.valueProperty().bindBidirectional(model.group());
        model.groups().addListener((ListChangeListener<Group>) _ -> group.setItems(groups(model)));
        var day = new DatePicker();
        day.valueProperty().bindBidirectional(model.day());
        var time = new TextField();
        time.setPromptText("12:30");
        time.textProperty().bindBidirectional(model.time());
        time.setOnAction(_ -> model.refresh());
        time.focusedProperty()
                .subscribe((_, now) -> {
                    if (!now) {
                        model.refresh();
                    }
                });
        return Kit.column(
                8,
                Form.row(form.labelled("point", point), form.labelled("group", group)),
                Form.row(form.labelled("day", day), form.labelled("time", time)));
    }

    @SuppressWarnings("NullAway") // the first choice is nobody in particular
    static ObservableList<Group> groups(ProductsViewModel model) {
        var choices = FXCollections.<Group>observableArrayList();
        choices.add(null);
        choices.addAll(model.groups());
        return choices;
    }

    static <T> StringConverter<T> words(Function<T, String> word, String none) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? none : word.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Choices are not typed: " + text);
            }
        };
    }

    /// The price in one sentence.
    private Label verdict() {
        var line = Kit.paragraph("", Look.STRONG);
        line.setId("price-verdict");
        line.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> verdictOn(model.explained().getValue()), model.explained()));
        return line;
    }

    private String verdictOn(@Nullable Explained explained) {
        return explained == null ? kit.text("prices.choose") : sentence(explained);
    }

    private String sentence(Explained explained) {
        var holds = explained.holds();
        var at = kit.time(explained.at());
        if (holds != null) {
            return kit.text(
                    "prices.holds",
                    holds.names().getOrDefault(kit.texts().locale().getLanguage(), holds.name()),
                    kit.texts().money(model.money(holds.minor())),
                    at);
        }
        return kit.text(
                "prices.not-sold",
                model.chosenRow().map(row -> row.product().name()).orElse(""),
                at);
    }

    private TableView<Explained.Line> why() {
        var lines = FXCollections.<Explained.Line>observableArrayList();
        model.explained()
                .subscribe(now -> {
                    if (now == null) {
                        lines.clear();
                    } else {
                        lines.setAll(now.lines());
                    }
                });
        var all =
                Tables.table(
                        "price-why",
                        kit.text("prices.column.why"),
                        lines,
                        kit.empty(Feather.TAG, "prices.no-lines", "prices.no-lines-advice"));
        all.getColumns().add(Tables.node(kit.text("prices.column.list"), 172, this::list));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("prices.column.price"),
                                80,
                                line -> kit.texts().money(model.money(line.offer().minor()))));
        all.getColumns().add(Tables.node(kit.text("prices.column.why"), 200, this::says));
        return all;
    }

    private Node list(Explained.Line line) {
        var cell = Kit.column(1, Kit.line(line.list().name(), Look.STRONG));
        if (line.list().hours().isEmpty()) {
            cell.getChildren().add(Kit.line(kit.text("prices.always"), Look.SMALL, Look.MUTED));
        }
        line.list()
                .hours()
                .forEach(window ->
                        cell.getChildren()
                                .add(Kit.line(HoursWords.of(kit, window), Look.SMALL, Look.MUTED)));
        return cell;
    }

    private Node says(Explained.Line line) {
        var words = Wording.of(kit.texts(), "price-verdict", line.verdict());
        var said =
                line.verdict() == Explained.Verdict.HOLDS
                        ? Kit.badge(words, Look.Tone.GOOD)
                        : Kit.line(words, Look.SMALL, Look.MUTED);
        var from = Kit.line(kit.time(line.offer().from()), Look.SMALL, Look.MUTED);
        return Kit.column(1, said, from);
    }

    private Node actions() {
        var row = Kit.row(8, Kit.spacer());
        var history =
                kit.button(
                        "price-history-open",
                        "prices.history-open",
                        Feather.CLOCK,
                        () ->
                                model.chosenRow()
                                        .ifPresent(one -> model.history().begin(one.product())));
        history.disableProperty().bind(model.explained().map(_ -> false).orElse(true));
        row.getChildren().add(history);
        if (model.mayChange()) {
            var change =
                    kit.button(
                            "product-change",
                            "prices.change",
                            Feather.EDIT_2,
                            () ->
                                    model.chosenRow()
                                            .ifPresent(one -> model.form().begin(one.product())));
            var put =
                    kit.primary(
                            "price-put",
                            "prices.put-price",
                            Feather.TAG,
                            () ->
                                    model.chosenRow()
                                            .ifPresent(one ->
                                                    model.price()
                                                            .begin(
                                                                    one.product(),
                                                                    model.lists().stream()
                                                                            .filter(list ->
                                                                                    list.endsAt()
                                                                                            == null)
                                                                            .findFirst()
                                                                            .orElse(null))));
            change.disableProperty().bind(history.disableProperty());
            put.disableProperty().bind(history.disableProperty());
            row.getChildren().addAll(change, put);
        }
        return row;
    }
}
