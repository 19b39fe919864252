package app.lodge.desktop.shell;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The line below every screen: bridge, reader, printer, and work under way.
public final class StatusBar extends HBox {

    private final Kit kit;
    private final ObservableValue<Boolean> bridgeAway;

    /// Held here only: the work outlives this line.
    private @Nullable InvalidationListener following;

    /// What the workstation has beside it, in words of its own.
    public interface Station {
        ObservableValue<@Nullable Message> reader();

        ObservableValue<@Nullable Message> printer();
    }

    public StatusBar(
            Kit kit,
            ObservableValue<Boolean> bridgeAway,
            Station station,
            ObservableList<Background.Running> running) {
        super(22);
        this.kit = kit;
        this.bridgeAway = bridgeAway;
        getStyleClass().add("status-bar");
        getChildren()
                .addAll(
                        bridge(),
                        part("status-reader", Feather.WIFI, station.reader()),
                        part("status-printer", Feather.PRINTER, station.printer()),
                        Kit.spacer(),
                        work(running));
    }

    private HBox bridge() {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        var label = Kit.line("");
        label.setId("status-bridge");
        bridgeAway.subscribe(away -> {
            dot.getStyleClass().removeAll("tone-good", "tone-bad");
            dot.getStyleClass().add(away ? "tone-bad" : "tone-good");
            label.setText(kit.text(away ? "status.bridge-away" : "status.bridge-there"));
        });
        return Kit.row(7, dot, label);
    }

    private HBox part(String id, Ikon icon, ObservableValue<@Nullable Message> words) {
        var label = Kit.line("");
        label.setId(id);
        label.textProperty().bind(words.map(kit::say).orElse(""));
        var part = Kit.row(7, Kit.icon(icon), label);
        return Kit.showWhen(label.textProperty().isNotEmpty(), part);
    }

    private HBox work(ObservableList<Background.Running> running) {
        var turning = new ProgressIndicator();
        turning.setPrefSize(14, 14);
        turning.setMinSize(14, 14);
        var label = Kit.line("");
        label.setId("status-work");
        following = _ -> newest(label, running);
        running.addListener(new WeakInvalidationListener(following));
        newest(label, running);
        var stop =
                kit.iconButton(
                        "stop-work",
                        "action.stop",
                        Feather.X,
                        () -> {
                            if (!running.isEmpty()) {
                                running.getLast().stop();
                            }
                        });
        stop.setFocusTraversable(false);
        stop.getStyleClass().add("small");
        var row = Kit.row(8, turning, label, stop);
        return Kit.showWhen(Bindings.isNotEmpty(running), row);
    }

    /// What began last, and where it is if it says so.
    private void newest(Label label, ObservableList<Background.Running> running) {
        if (running.isEmpty()) {
            label.textProperty().unbind();
            label.setText("");
        } else {
            var title = kit.text(running.getLast().titleKey());
            label.textProperty()
                    .bind(
                            running.getLast()
                                    .where()
                                    .map(where -> title + " · " + kit.say(where))
                                    .orElse(title));
        }
    }

    /// Says over the screen that the bridge is away, and that nothing typed is lost.
    HBox banner() {
        var words = Kit.paragraph(kit.text("status.away-banner"));
        var banner = Kit.row(10, Kit.icon(Feather.WIFI_OFF), words);
        banner.setId("away-banner");
        banner.getStyleClass().addAll("banner", "tone-caution");
        return Kit.showWhen(bridgeAway, banner);
    }
}
