package app.lodge.desktop.shell;

import app.lodge.core.search.Search;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// A text field that finds people, and below it those found; Enter or a click chooses.
public final class PersonField {

    private static final double ROW = 52;
    private static final int ROWS_SHOWN = 3;

    private PersonField() {}

    /// @param field of the form; the text field's label and problem line are the form's
    public static Node in(Kit kit, Form form, String field, PersonChoice choice) {
        return in(kit, form, field, choice, Keys.of("keys.search-field"));
    }

    /// The same, where Enter goes on as soon as there is nobody to choose among.
    ///
    /// @param enterKey what it does, in words
    public static Node in(
            Kit kit,
            Form form,
            String field,
            PersonChoice choice,
            String enterKey,
            Runnable enter) {
        var goOn =
                Keys.of("keys.search-field")
                        .on(
                                Keys.key(KeyCode.ENTER),
                                enterKey,
                                () -> choice.hits().isEmpty(),
                                enter);
        return in(kit, form, field, choice, goOn);
    }

    private static Node in(Kit kit, Form form, String field, PersonChoice choice, Keys more) {
        var query = new TextField();
        query.setPromptText(kit.text("search.person-prompt"));
        query.textProperty().bindBidirectional(choice.query());
        var found = new ListView<Search.Hit>(choice.hits());
        found.setId("found-" + field);
        found.setAccessibleText(kit.text("search.person-prompt"));
        found.setCellFactory(_ -> new HitCell(kit));
        found.prefHeightProperty().bind(Bindings.size(choice.hits()).multiply(ROW).add(4));
        found.setMaxHeight(ROW * ROWS_SHOWN + 4);
        Keys.of("keys.list")
                .on(Keys.key(KeyCode.ENTER), "keys.take-person", () -> take(found, choice))
                .bindTo(found);
        found.setOnMouseClicked(_ -> take(found, choice));
        Tables.leadInto(query, found, found.getSelectionModel());
        more.on(
                        Keys.key(KeyCode.ENTER),
                        "keys.take-person",
                        () -> !choice.hits().isEmpty(),
                        () -> choice.choose(choice.hits().getFirst()))
                .bindBefore(query);
        return Kit.column(
                4,
                form.labelled(field, query),
                Kit.showWhen(Bindings.isNotEmpty(choice.hits()), found));
    }

    private static void take(ListView<Search.Hit> found, PersonChoice choice) {
        var hit = found.getSelectionModel().getSelectedItem();
        if (hit != null) {
            choice.choose(hit);
        }
    }
}
