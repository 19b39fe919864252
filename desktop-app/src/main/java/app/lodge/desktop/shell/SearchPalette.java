package app.lodge.desktop.shell;

import app.lodge.core.search.Search;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The search box over everything: type, arrow down, Enter.
final class SearchPalette extends VBox {

    private final SearchViewModel model;
    private final ListView<Search.Hit> list;

    SearchPalette(Kit kit, SearchViewModel model) {
        this.model = model;
        this.list = new ListView<>(model.hits());
        getStyleClass().addAll("floating-sheet", "palette");
        setMaxSize(620, 480);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        var field = new TextField();
        field.setId("search-text");
        field.setPromptText(kit.text("search.advice"));
        field.setAccessibleText(kit.text("search.title"));
        field.getStyleClass().add("palette-field");
        field.textProperty().bindBidirectional(model.text());
        var selection = list.getSelectionModel();
        Keys.of("keys.search-field")
                .on(Keys.key(KeyCode.DOWN), "keys.next-hit", selection::selectNext)
                .on(Keys.key(KeyCode.UP), "keys.hit-before", selection::selectPrevious)
                .on(Keys.key(KeyCode.ENTER), "keys.open-row", this::chooseSelected)
                .bindBefore(field);
        list.setId("search-hits");
        list.setAccessibleText(kit.text("search.hits"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new HitCell(kit));
        list.setPlaceholder(Kit.line(kit.text("search.nothing"), Look.MUTED));
        list.setOnMouseClicked(_ -> chooseSelected());
        list.setPrefHeight(400);
        list.getItems()
                .addListener(
                        (javafx.beans.InvalidationListener)
                                _ -> list.getSelectionModel().selectFirst());
        Kit.showWhen(model.loaded(), list);
        getChildren().addAll(field, list);
    }

    private void chooseSelected() {
        var hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            model.choose(hit);
        }
    }
}
