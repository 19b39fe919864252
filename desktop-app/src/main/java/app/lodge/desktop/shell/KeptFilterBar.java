package app.lodge.desktop.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A filter is named and kept, and those that were are chosen and forgotten.
public final class KeptFilterBar {

    private final Kit kit;
    private final String prefix;
    private final KeptFilters model;

    /// @param prefix of the ids
    public KeptFilterBar(Kit kit, String prefix, KeptFilters model) {
        this.kit = kit;
        this.prefix = prefix;
        this.model = model;
    }

    /// Name and keep, choose, forget.
    public VBox node() {
        var name = new TextField();
        name.setId(prefix + "-name");
        name.setPromptText(kit.text("filter.prompt.name"));
        name.setAccessibleText(kit.text("filter.name-prompt"));
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(_ -> model.keep());
        name.setPrefColumnCount(8);
        var menu = new MenuButton(kit.text("filter.saved"), Kit.icon(Feather.BOOKMARK));
        menu.setId(prefix + "-saved");
        menu.setMnemonicParsing(true);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        model.saved().addListener((ListChangeListener<String>) _ -> fill(menu));
        fill(menu);
        HBox.setHgrow(name, Priority.ALWAYS);
        var keep = kit.iconButton(prefix + "-keep", "filter.keep", Feather.SAVE, model::keep);
        var row = Kit.row(6, name, keep, menu);
        var box = new VBox(row);
        box.setAlignment(Pos.BOTTOM_LEFT);
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
