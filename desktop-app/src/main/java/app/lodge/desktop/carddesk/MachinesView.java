package app.lodge.desktop.carddesk;

import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Which reader and which printer: two choices in the line above the desk.
public final class MachinesView {

    private final Kit kit;
    private final StationViewModel model;

    public MachinesView(Kit kit, StationViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var again =
                kit.iconButton(
                        "station-refresh", "station.refresh", Feather.REFRESH_CW, model::refresh);
        return Kit.row(
                10, Kit.icon(Feather.WIFI), reader(), Kit.icon(Feather.PRINTER), printer(), again);
    }

    public ComboBox<Machine> reader() {
        return choice(
                "station-reader",
                "station.reader",
                Feather.WIFI,
                model.readers(),
                model.chosenReader(),
                model::chooseReader);
    }

    public ComboBox<Machine> printer() {
        return choice(
                "station-printer",
                "station.printer",
                Feather.PRINTER,
                model.printers(),
                model.chosenPrinter(),
                model::choosePrinter);
    }

    /// The address of a printer that nobody announces; it counts with Enter, or as the field is left.
    public Node networkPrinter() {
        return new Form(kit, "workstation", model.problems())
                .entered(
                        "networkPrinter",
                        model.networkPrinter(),
                        kit.text("station.network-prompt"));
    }

    private ComboBox<Machine> choice(
            String id,
            String key,
            Ikon icon,
            ObservableList<Machine> machines,
            ObjectProperty<@Nullable Machine> chosen,
            Consumer<Machine> choose) {
        var box = new ComboBox<Machine>(machines);
        box.setId(id);
        box.setAccessibleText(kit.text(key));
        box.setPromptText(kit.text(key));
        box.setPrefWidth(220);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Machine machine) {
                        return machine == null ? "" : kit.say(machine.words());
                    }

                    @Override
                    public Machine fromString(String text) {
                        throw new UnsupportedOperationException("Machines are chosen: " + text);
                    }
                });
        chosen.subscribe(box::setValue);
        box.setOnAction(_ -> {
            var value = box.getValue();
            if (value != null && !value.equals(chosen.get())) {
                choose.accept(value);
            }
        });
        return box;
    }
}
