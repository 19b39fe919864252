package app.lodge.desktop.settings;

import app.lodge.core.keyversions.KeyVersions.Held;
import app.lodge.core.keyversions.KeyVersions.Status;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The site's card keys: the present version, and how many cards still have an earlier one.
final class CardKeysPanel {

    private final Kit kit;
    private final CardKeysViewModel model;
    private final CeremonyViewModel ceremony;

    CardKeysPanel(Kit kit, CardKeysViewModel model, CeremonyViewModel ceremony) {
        this.kit = kit;
        this.model = model;
        this.ceremony = ceremony;
        kit.sheets().showWhile(ceremony.open(), () -> new CeremonySheet(kit, ceremony).sheet());
    }

    Node node() {
        var facts = new VBox(8);
        facts.setId("card-keys");
        model.status().subscribe(now -> facts.getChildren().setAll(facts(now)));
        var rollOver =
                kit.button(
                        "card-keys-roll-over", "card-keys.roll-over", Feather.KEY, model::rollOver);
        rollOver.disableProperty().bind(model.busy().or(model.status().isNull()));
        var custodians =
                kit.button(
                        "card-keys-ceremony", "card-keys.ceremony", Feather.USERS, ceremony::look);
        custodians.disableProperty().bind(ceremony.busy());
        return kit.panel(
                "card-keys.title",
                facts,
                kit.message(model.refusal(), "banner", "tone-caution"),
                Kit.row(8, rollOver, custodians));
    }

    private Node facts(@Nullable Status now) {
        if (now == null) {
            return Kit.paragraph(kit.text("card-keys.reading"), Look.SMALL, Look.MUTED);
        }
        var since = now.since();
        var words =
                since == null
                        ? kit.text("card-keys.first", now.checkValue())
                        : kit.text("card-keys.since", kit.time(since), now.checkValue());
        var all =
                Kit.column(
                        4,
                        Kit.line(kit.text("card-keys.version", now.current()), Look.STRONG),
                        Kit.paragraph(words, Look.SMALL, Look.MUTED));
        for (Held held : now.held()) {
            all.getChildren()
                    .add(
                            Kit.row(
                                    10,
                                    Kit.line(
                                            kit.text(
                                                    "card-keys.held",
                                                    held.version(),
                                                    held.active() + held.blocked())),
                                    Kit.spacer(),
                                    held.version() < now.current()
                                            ? Kit.badge(
                                                    kit.text("card-keys.to-renew"),
                                                    Look.Tone.CAUTION)
                                            : Kit.badge(
                                                    kit.text("card-keys.present"),
                                                    Look.Tone.GOOD)));
        }
        return all;
    }
}
