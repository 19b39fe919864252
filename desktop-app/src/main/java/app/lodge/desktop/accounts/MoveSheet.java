package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Reason;
import app.lodge.desktop.accounts.Move.Settle;
import app.lodge.desktop.accounts.Move.Way;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheet in which a movement of money is ordered.
final class MoveSheet {

    private final Kit kit;
    private final MoveViewModel model;

    MoveSheet(Kit kit, MoveViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var move = model.move().get();
        var form = new Form(kit, "move", model.problems());
        var body = new VBox(16, about(), kit.message(model.refusal(), "banner", "tone-bad"));
        switch (move) {
            case TRANSFER -> body.getChildren().addAll(Form.row(to(form), amount(form)), found());
            case CORRECTION ->
                    body.getChildren()
                            .add(
                                    Form.row(
                                            amount(form),
                                            form.choice(
                                                    "way",
                                                    List.of(Way.values()),
                                                    model.way(),
                                                    one ->
                                                            Wording.of(
                                                                    kit.texts(),
                                                                    "move.way",
                                                                    one))));
            case CLOSING -> closing(form, body);
            case REFUND -> body.getChildren().add(Form.row(amount(form)));
            case REVERSAL -> {
                // The whole posting: there is nothing to choose but why.
            }
        }
        body.getChildren()
                .addAll(
                        Form.row(
                                form.choice(
                                        "reason",
                                        List.of(Reason.values()),
                                        model.reason(),
                                        one -> Wording.of(kit.texts(), "reason", one)),
                                form.text("reference", model.reference())),
                        form.otherProblems());
        var order =
                kit.primary("move-do", Wording.key("move.do", move), Feather.CHECK, model::order);
        order.disableProperty().bind(model.busy());
        if (move == Move.CLOSING) {
            order.getStyleClass().add("danger");
        }
        form.focusFirst();
        return new Sheet(kit, Wording.of(kit.texts(), "move.title", move), 620, body, model.open())
                .primary(order);
    }

    private javafx.scene.Node about() {
        var posting = model.posting();
        var file = model.account();
        if (posting != null) {
            return Kit.paragraph(
                    kit.text(
                            "move.about-posting",
                            String.valueOf(posting.number()),
                            Wording.of(kit.texts(), "posting-kind", posting.kind()),
                            kit.texts().money(posting.lines().getFirst().amount())),
                    Look.MUTED);
        }
        var holder = file == null ? "" : file.holder().map(h -> h.details().fullName()).orElse("");
        var balance = file == null ? "" : kit.texts().money(file.account().balance());
        return Kit.paragraph(kit.text("top-up.for", holder, balance), Look.MUTED);
    }

    private void closing(Form form, VBox body) {
        body.getChildren().add(Kit.paragraph(kit.text("move.closing-advice"), Look.MUTED));
        var file = model.account();
        if (file == null || !file.account().balance().positive()) {
            return;
        }
        var to = to(form);
        to.disableProperty().bind(model.settle().isNotEqualTo(Settle.TRANSFER));
        body.getChildren()
                .addAll(
                        Form.row(
                                form.choice(
                                        "settle",
                                        List.of(Settle.values()),
                                        model.settle(),
                                        one -> Wording.of(kit.texts(), "move.settle", one)),
                                to),
                        found());
    }

    private VBox amount(Form form) {
        var file = model.account();
        var currency = file == null ? "" : file.account().balance().currency().getCurrencyCode();
        return form.text("amount", model.amount(), kit.text("top-up.prompt", currency));
    }

    private VBox to(Form form) {
        return form.text("to", model.to(), kit.text("move.to-prompt"));
    }

    /// Who was found under the number.
    private javafx.scene.control.Label found() {
        var line = Kit.paragraph("", "banner", "tone-accent");
        line.setId("move-recipient");
        line.textProperty()
                .bind(
                        Observed.map(
                                        model.recipient(),
                                        who ->
                                                kit.text(
                                                        "move.recipient",
                                                        who.maskedName(),
                                                        String.valueOf(who.account().number())))
                                .orElse(""));
        return Kit.showWhen(model.recipient().isNotNull(), line);
    }
}
