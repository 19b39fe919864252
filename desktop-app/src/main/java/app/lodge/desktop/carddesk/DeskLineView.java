package app.lodge.desktop.carddesk;

import app.lodge.desktop.carddesk.DeskLine.Told;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Reader, printer, ribbon and blanks in one line.
final class DeskLineView {

    private final Kit kit;
    private final DeskLine model;

    DeskLineView(Kit kit, DeskLine model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var line =
                new FlowPane(
                        18,
                        6,
                        told("line-reader", Feather.WIFI, model.reader()),
                        told("line-printer", Feather.PRINTER, model.printer()),
                        told("line-ribbon", Feather.DROPLET, model.ribbon()),
                        told("line-blanks", Feather.PACKAGE, model.blanks()));
        line.setId("desk-line");
        return line;
    }

    private Node told(String id, Ikon icon, ReadOnlyObjectProperty<@Nullable Told> what) {
        var words = Kit.line("", Look.SMALL);
        words.setId(id);
        var both = Kit.row(6, Kit.icon(icon), words);
        what.subscribe((@Nullable Told told) -> {
            words.setText(told == null ? "" : kit.say(told.words()));
            words.getStyleClass().removeAll(Look.BADGE, Look.Tone.CAUTION.styleClass());
            if (told != null && told.caution()) {
                words.getStyleClass().addAll(Look.BADGE, Look.Tone.CAUTION.styleClass());
            }
            both.setVisible(told != null);
            both.setManaged(told != null);
        });
        return both;
    }
}
