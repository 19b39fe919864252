package app.lodge.desktop.carddesk;

import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Look.Tone;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The list of card readers in the settings.
public final class ReadersPanel {

    private final Kit kit;
    private final ReadersViewModel model;
    private final VBox rows = new VBox(12);

    public ReadersPanel(Kit kit, ReadersViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Node node() {
        rows.setId("readers");
        model.readers().addListener((ListChangeListener<ReaderState>) _ -> draw());
        draw();
        var again =
                kit.iconButton(
                        "readers-refresh", "station.refresh", Feather.REFRESH_CW, model::refresh);
        again.disableProperty().bind(model.busy());
        return kit.panel(
                "readers.title",
                rows,
                kit.message(model.tried(), "banner", "tone-neutral"),
                Kit.row(8, again, Kit.spacer(), Kit.line(kit.text("readers.numbers")), ports()));
    }

    /// The serial port of a reader that says numbers only.
    private ComboBox<String> ports() {
        var box = new ComboBox<String>(model.ports());
        box.setId("readers-port");
        box.setAccessibleText(kit.text("readers.numbers"));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String port) {
                        return port == null || port.isEmpty()
                                ? kit.text("readers.no-numbers")
                                : port;
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("Ports are chosen: " + text);
                    }
                });
        box.setValue(model.port());
        box.setOnAction(_ -> {
            var chosen = box.getValue();
            if (chosen != null && !chosen.equals(model.port())) {
                model.choosePort(chosen);
            }
        });
        return box;
    }

    private void draw() {
        rows.getChildren().clear();
        if (model.readers().isEmpty()) {
            rows.getChildren().add(Kit.paragraph(kit.text("readers.none"), Look.SMALL, Look.MUTED));
        }
        int number = 0;
        for (ReaderState reader : model.readers()) {
            rows.getChildren().add(row(reader, number++));
        }
    }

    private Node row(ReaderState reader, int number) {
        var words =
                Kit.column(
                        2,
                        Kit.line(kit.say(reader.machine().words()), Look.STRONG),
                        Kit.paragraph(reader.machine().address(), Look.SMALL, Look.MUTED));
        var badges = Kit.row(6, presence(reader));
        if (reader.inPrinter()) {
            badges.getChildren().add(Kit.badge(kit.text("readers.in-printer"), Tone.NEUTRAL));
        }
        if (model.isDesks(reader)) {
            badges.getChildren().add(Kit.badge(kit.text("readers.desks"), Tone.ACCENT));
        }
        var tryOut =
                kit.button(
                        "reader-try-" + number,
                        "readers.try",
                        Feather.PLAY,
                        () -> model.tryOut(reader));
        tryOut.disableProperty().bind(model.busy());
        var choose =
                kit.button(
                        "reader-choose-" + number,
                        "readers.choose",
                        Feather.CHECK,
                        () -> model.choose(reader));
        choose.setDisable(model.isDesks(reader));
        return Kit.column(6, words, badges, Kit.row(8, tryOut, choose));
    }

    private Node presence(ReaderState reader) {
        return switch (reader.presence()) {
            case CARD -> Kit.badge(kit.text("readers.card"), Tone.GOOD);
            case EMPTY -> Kit.badge(kit.text("readers.empty"), Tone.NEUTRAL);
            case GONE -> Kit.badge(kit.text("readers.gone"), Tone.CAUTION);
        };
    }
}
