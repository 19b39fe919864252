package app.lodge.desktop.privacy;

import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import java.util.function.Function;
import javafx.scene.control.TableView;

/// What the lists of the data protection sheet have in common.
record ProtectionTables(Kit kit) {

    static final int TABLE_HEIGHT = 330;

    <T> void person(TableView<T> table, Function<T, PersonId> id, Function<T, String> name) {
        table.getColumns().add(Tables.text(kit.text("privacy.column.name"), 190, name));
        var number =
                Tables.<T>text(
                        kit.text("privacy.column.id"),
                        90,
                        line -> "%07d".formatted(id.apply(line).number()));
        number.setMinWidth(95);
        number.setMaxWidth(105);
        table.getColumns().add(number);
    }

    static <T> TableView<T> sized(TableView<T> table) {
        height(table, TABLE_HEIGHT);
        return table;
    }

    static void height(TableView<?> table, int height) {
        table.setPrefHeight(height);
        table.setMinHeight(height);
    }
}
