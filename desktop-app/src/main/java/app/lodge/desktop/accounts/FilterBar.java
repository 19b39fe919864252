package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.core.accounts.Statements.Centre;
import app.lodge.core.accounts.Statements.Place;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The filters over an account's movements: days, business case, place, direction, who
/// paid; and those kept.
final class FilterBar {

    private final Kit kit;
    private final FilterViewModel model;

    FilterBar(Kit kit, FilterViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "filter", FXCollections.observableArrayList());
        var from = new DatePicker();
        from.valueProperty().bindBidirectional(model.from());
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(model.until());
        var named = named();
        var days = model.span().isEqualTo(Span.BETWEEN);
        var between =
                Kit.showWhen(
                        days, Form.row(form.labelled("from", from), form.labelled("until", until)));
        var span =
                form.choice(
                        "span",
                        List.of(Span.values()),
                        model.span(),
                        one -> Wording.of(kit.texts(), "filter.span", one));
        var kind =
                form.choice(
                        "kind",
                        FilterViewModel.kinds(),
                        model.kind(),
                        one ->
                                one.map(some -> Wording.of(kit.texts(), "posting-kind", some))
                                        .orElseGet(() -> kit.text("filter.any")));
        var direction =
                form.choice(
                        "direction",
                        List.of(Direction.values()),
                        model.direction(),
                        one -> Wording.of(kit.texts(), "filter.direction", one));
        var box =
                Kit.column(
                        8,
                        Form.row(span, kind, place(form), direction),
                        between,
                        Form.row(centre(form), named));
        named.setPrefWidth(300);
        box.getStyleClass().add("filter-row");
        return box;
    }

    private VBox place(Form form) {
        var choice = new javafx.scene.control.ComboBox<>(model.places());
        choice.setConverter(
                new javafx.util.StringConverter<>() {
                    @Override
                    public String toString(@Nullable Place place) {
                        return place == null ? "" : words(place);
                    }

                    @Override
                    public Place fromString(String text) {
                        throw new UnsupportedOperationException("Places are not typed: " + text);
                    }
                });
        choice.valueProperty().bindBidirectional(model.place());
        return form.labelled("place", choice);
    }

    private VBox centre(Form form) {
        var choice = new javafx.scene.control.ComboBox<>(model.centres());
        choice.setConverter(
                new javafx.util.StringConverter<>() {
                    @Override
                    public String toString(@Nullable Centre centre) {
                        return centre == null ? "" : words(centre);
                    }

                    @Override
                    public Centre fromString(String text) {
                        throw new UnsupportedOperationException("Centres are not typed: " + text);
                    }
                });
        choice.valueProperty().bindBidirectional(model.centre());
        return form.labelled("centre", choice);
    }

    private String words(Centre centre) {
        if (centre.equals(FilterViewModel.OWN_MONEY)) {
            return kit.text("filter.own-money");
        }
        return centre.equals(FilterViewModel.ANY_CENTRE)
                ? kit.text("filter.any-centre")
                : centre.label();
    }

    private String words(Place place) {
        if (place.equals(FilterViewModel.ANYWHERE)) {
            return kit.text("filter.any");
        }
        return place.equals(FilterViewModel.COUNTER) ? kit.text("filter.counter") : place.label();
    }

    /// Name and keep, choose, forget.
    private VBox named() {
        var name = new TextField();
        name.setId("filter-name");
        name.setPromptText(kit.text("filter.name-prompt"));
        name.setAccessibleText(kit.text("filter.name-prompt"));
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(_ -> model.keep());
        name.setPrefColumnCount(8);
        var menu = new MenuButton(kit.text("filter.saved"), Kit.icon(Feather.BOOKMARK));
        menu.setId("filter-saved");
        menu.setMnemonicParsing(true);
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        model.saved().addListener((ListChangeListener<String>) _ -> fill(menu));
        fill(menu);
        javafx.scene.layout.HBox.setHgrow(name, javafx.scene.layout.Priority.ALWAYS);
        var keep = kit.iconButton("filter-keep", "filter.keep", Feather.SAVE, model::keep);
        var row = Kit.row(6, name, keep, menu);
        var box = new VBox(row);
        box.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        return box;
    }

    private void fill(MenuButton menu) {
        menu.getItems().clear();
        menu.getItems().add(item(kit.text("filter.reset"), model::reset));
        menu.getItems().add(new SeparatorMenuItem());
        model.saved().forEach(name -> menu.getItems().add(item(name, () -> model.choose(name))));
        if (!model.saved().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            model.saved()
                    .forEach(name ->
                            menu.getItems()
                                    .add(
                                            item(
                                                    kit.text("filter.forget", name),
                                                    () -> model.forget(name))));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
