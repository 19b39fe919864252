package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A card's state: block with a reason, unblock, and device by device who knows it.
final class BlockCardView {

    private final Kit kit;
    private final BlockCardViewModel model;
    private final SpreadView spread;

    BlockCardView(Kit kit, BlockCardViewModel model) {
        this.kit = kit;
        this.model = model;
        this.spread = new SpreadView(kit, model.currency());
    }

    Sheet sheet() {
        var medium = model.medium().get();
        var number = medium == null ? "" : medium.number();
        var form = new Form(kit, "block", FXCollections.observableArrayList());
        var reason =
                form.choice(
                        "reason",
                        BlockReason.choices(),
                        model.reason(),
                        value -> Wording.of(kit.texts(), "block-reason", value));
        var active =
                Bindings.createBooleanBinding(() -> isActive(model.medium().get()), model.medium());
        Kit.showWhen(active, reason);
        model.spread().subscribe(now -> spread.show(now, isActive(model.medium().get())));
        var state = new VBox();
        model.medium().subscribe(now -> state.getChildren().setAll(state(now)));
        var body =
                Kit.column(
                        16,
                        state,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        reason,
                        spread.node());
        var block = kit.primary("block-do", "block.do", Feather.LOCK, model::block);
        block.getStyleClass().add("danger");
        Kit.showWhen(active, block);
        var unblock = kit.button("unblock-do", "block.undo", Feather.UNLOCK, model::unblock);
        Kit.showWhen(active.not(), unblock);
        block.disableProperty().bind(model.busy());
        unblock.disableProperty().bind(model.busy());
        return new Sheet(kit, kit.text("block.title", number), 560, body, model.open())
                .action(unblock)
                .primary(block);
    }

    private static boolean isActive(@Nullable Medium medium) {
        return medium != null && medium.state() == MediumState.ACTIVE;
    }

    private Node state(@Nullable Medium medium) {
        if (medium == null) {
            return new VBox();
        }
        var reason = medium.blockReason();
        var words =
                medium.state() == MediumState.BLOCKED && reason != null
                        ? kit.text(
                                "block.state-blocked",
                                Wording.of(kit.texts(), "block-reason", reason))
                        : kit.text("block.state-active");
        return Kit.paragraph(words);
    }
}
