package app.lodge.desktop.shell;

import app.lodge.core.search.Search;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// One thing found: its sign, its name, its number, what it is.
public final class HitCell extends ListCell<Search.Hit> {

    private final Kit kit;

    public HitCell(Kit kit) {
        this.kit = kit;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Search.@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        if (empty || hit == null) {
            setGraphic(null);
            return;
        }
        var words =
                Kit.column(
                        1,
                        Kit.line(hit.title(), Look.STRONG),
                        Kit.line(hit.detail(), Look.SMALL, Look.MUTED));
        var kind = Kit.line(Wording.of(kit.texts(), "search-kind", hit.kind()), Look.SMALL);
        kind.getStyleClass().add(Look.MUTED);
        kind.setMinWidth(USE_PREF_SIZE);
        var sign = Kit.icon(icon(hit.kind()));
        setGraphic(Kit.row(14, sign, words, Kit.spacer(), kind));
        setAccessibleText(hit.title() + ", " + hit.detail());
    }

    private static Ikon icon(Search.Kind kind) {
        return switch (kind) {
            case PERSON -> Feather.USER;
            case CARD -> Feather.CREDIT_CARD;
            case ACCOUNT -> Feather.BOOK_OPEN;
            case DEVICE -> Feather.CPU;
        };
    }
}
