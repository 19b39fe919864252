package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The filters over an account's movements: days, business case, place, direction, who
/// paid, medium, status, staff, amount and text; and those kept.
final class FilterBar {

    private static final int NAMED_WIDTH = 240;

    private final Kit kit;
    private final FilterViewModel model;
    private final FilterWords words;

    FilterBar(Kit kit, FilterViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new FilterWords(kit);
    }

    Node node() {
        var form = new Form(kit, "filter", model.marks().problems());
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
                        one -> words.orAny("posting-kind", one));
        var direction =
                form.choice(
                        "direction",
                        List.of(Direction.values()),
                        model.direction(),
                        one -> Wording.of(kit.texts(), "filter.direction", one));
        var box =
                Kit.column(
                        8,
                        Form.row(
                                span,
                                kind,
                                form.choiceOf("place", model.places(), model.place(), words::of),
                                direction),
                        between,
                        marks(form),
                        amountsAndText(form, named));
        box.getStyleClass().add("filter-row");
        return box;
    }

    private Node marks(Form form) {
        var marks = model.marks();
        return Form.row(
                form.choiceOf("medium", marks.media(), marks.medium(), words::of),
                form.choice(
                        "status",
                        MarksViewModel.statuses(),
                        marks.status(),
                        one -> words.orAny("filter.status", one)),
                form.choiceOf("clerk", marks.clerks(), marks.clerk(), words::of),
                form.choiceOf("centre", model.centres(), model.centre(), words::of));
    }

    private Node amountsAndText(Form form, VBox named) {
        var marks = model.marks();
        var row =
                Form.row(
                        typed(form, "least", marks.least()),
                        typed(form, "most", marks.most()),
                        typed(form, "text", marks.text()),
                        named);
        named.setPrefWidth(NAMED_WIDTH);
        return row;
    }

    /// Filters with Enter, or as the field is left: not with each letter, since each look is journalled.
    private VBox typed(Form form, String field, StringProperty value) {
        var control = new TextField();
        value.subscribe(control::setText);
        control.setOnAction(_ -> value.set(control.getText()));
        control.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        value.set(control.getText());
                    }
                });
        var prompt = "filter.prompt." + field;
        control.setPromptText(kit.text(prompt));
        return form.labelled(field, control);
    }

    /// Name and keep, choose, forget.
    private VBox named() {
        var name = new TextField();
        name.setId("filter-name");
        name.setPromptText(kit.text("filter.prompt.name"));
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
