package app.lodge.desktop.watch;

import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Stand;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A party with its devices, and what a kind of party may see.
final class PartySheets {

    private final Kit kit;
    private final PartiesViewModel model;
    private final Function<Stand, String> words;

    PartySheets(Kit kit, PartiesViewModel model, Function<Stand, String> words) {
        this.kit = kit;
        this.model = model;
        this.words = words;
    }

    Sheet party() {
        var form = new Form(kit, "party", model.problems());
        var body =
                new VBox(
                        14,
                        form.text("name", model.name),
                        Form.row(
                                form.choice(
                                        "kind",
                                        List.of(PartyKind.values()),
                                        model.kind,
                                        kind -> Wording.of(kit.texts(), "parties.kind", kind)),
                                form.choice(
                                        "language",
                                        PartiesViewModel.LANGUAGES,
                                        model.language,
                                        PartiesPane::language)),
                        form.text("mail", model.mail, "alerts@example.org"),
                        Form.row(
                                form.text("webhook", model.webhook, "https://example.org/lodge"),
                                form.password("secret", model.secret)),
                        Kit.line(kit.text("party.devices"), Look.STRONG),
                        stands(),
                        Form.row(
                                form.optionalChoice(
                                        "device",
                                        List.copyOf(model.devices()),
                                        model.device,
                                        Device::label),
                                form.optionalChoice(
                                        "deviceKind",
                                        List.of(DeviceKind.values()),
                                        model.deviceKind,
                                        kind -> Wording.of(kit.texts(), "device-kind", kind)),
                                form.text("place", model.place)),
                        Kit.row(
                                10,
                                kit.button(
                                        "party-stand-add",
                                        "party.stand-add",
                                        Feather.PLUS,
                                        model::addStand)),
                        Kit.paragraph(kit.text("party.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("party-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text(model.isNew() ? "party.title-new" : "party.title"),
                        660,
                        body,
                        model.open())
                .primary(save);
    }

    private Node stands() {
        var rows = new VBox(4);
        Runnable fill =
                () -> {
                    rows.getChildren().clear();
                    if (model.stands.isEmpty()) {
                        rows.getChildren().add(Kit.line(kit.text("party.no-devices"), Look.MUTED));
                    }
                    for (var stand : model.stands) {
                        var said = words.apply(stand);
                        var remove =
                                kit.iconButton(
                                        "party-stand-remove-" + rows.getChildren().size(),
                                        "party.stand-remove",
                                        Feather.X,
                                        () -> model.removeStand(stand));
                        remove.setAccessibleText(kit.text("party.stand-remove-of", said));
                        rows.getChildren().add(Kit.row(8, Kit.line(said), Kit.spacer(), remove));
                    }
                };
        fill.run();
        model.stands.addListener((ListChangeListener<Stand>) _ -> fill.run());
        return rows;
    }

    Sheet seeing() {
        var form = new Form(kit, "sight", model.problems());
        var body =
                new VBox(
                        12,
                        Kit.paragraph(
                                kit.text(
                                        "sight.note",
                                        Wording.of(
                                                kit.texts(), "parties.kind", model.seeing().get())),
                                Look.MUTED));
        for (var sight : Sight.values()) {
            body.getChildren()
                    .add(form.toggle(sight.name().toLowerCase(Locale.ROOT), model.sees(sight)));
        }
        var save = kit.primary("sight-save", "settings.save", Feather.CHECK, model::saveSeeing);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("sight.title"), 520, body, model.seeingOpen()).primary(save);
    }
}
