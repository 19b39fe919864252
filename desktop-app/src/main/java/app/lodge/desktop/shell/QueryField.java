package app.lodge.desktop.shell;

import javafx.beans.property.StringProperty;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/// Where a screen is told what to look for.
public final class QueryField extends CustomTextField {

    /// @param key what may be typed, said while nothing is
    public QueryField(Kit kit, String id, String key, StringProperty typed) {
        setId(id);
        setLeft(Kit.row(0, Kit.icon(Feather.SEARCH)));
        getStyleClass().add("query");
        setPromptText(kit.text(key));
        setAccessibleText(kit.text(key));
        textProperty().bindBidirectional(typed);
    }
}
