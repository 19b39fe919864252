package app.lodge.desktop.topups;

import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the top-ups: a return, a source's rule, a mandate.
final class TopUpSheets {

    private final Kit kit;
    private final OrdersViewModel orders;
    private final RulesViewModel rules;
    private final MandatesViewModel mandates;

    TopUpSheets(Kit kit, OrdersViewModel orders, RulesViewModel rules, MandatesViewModel mandates) {
        this.kit = kit;
        this.orders = orders;
        this.rules = rules;
        this.mandates = mandates;
    }

    Sheet takeBack() {
        var form = new Form(kit, "order-form", orders.problems());
        var row = orders.chosen().get();
        var what =
                row == null
                        ? ""
                        : kit.text(
                                "order-form.explains",
                                row.holder(),
                                kit.texts().money(row.order().amount()));
        var body =
                new VBox(
                        16,
                        Kit.paragraph(what),
                        kit.message(orders.refusal(), "banner", "tone-bad"),
                        form.text("reason", orders.reason(), "AM04"),
                        Kit.paragraph(kit.text("order-form.reason-note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save =
                kit.primary(
                        "order-return-do",
                        "order-form.do",
                        Feather.CORNER_UP_LEFT,
                        orders::takeBack);
        save.getStyleClass().add("danger");
        save.disableProperty().bind(orders.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("order-form.title"), 500, body, orders.open()).primary(save);
    }

    Sheet rule() {
        var form = new Form(kit, "source-rule", rules.problems());
        var upTo = form.text("upTo", rules.upTo(), rules.currency());
        var body =
                new VBox(
                        16,
                        form.choice(
                                "crediting",
                                List.of(Crediting.values()),
                                rules.crediting(),
                                value -> Wording.of(kit.texts(), "source-rule.crediting", value)),
                        Kit.showWhen(
                                rules.crediting().map(value -> value == Crediting.AT_ONCE_UP_TO),
                                upTo),
                        form.text("returnFee", rules.returnFee(), rules.currency()),
                        Kit.paragraph(kit.text("source-rule.fee-note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("rule-save", "settings.save", Feather.CHECK, rules::save);
        save.disableProperty().bind(rules.busy());
        var title = Wording.of(kit.texts(), "top-up-source", rules.source().get());
        return new Sheet(kit, title, 500, body, rules.open()).primary(save);
    }

    Sheet mandate() {
        var form = new Form(kit, "mandate-form", mandates.problems());
        var signed = new DatePicker();
        signed.valueProperty().bindBidirectional(mandates.signedOn());
        var body =
                new VBox(
                        14,
                        form.text("holder", mandates.value("holder")),
                        Form.row(
                                form.text("iban", mandates.value("iban")),
                                form.text("bic", mandates.value("bic"))),
                        Form.row(
                                form.text("street", mandates.value("street")),
                                form.text("buildingNumber", mandates.value("buildingNumber"))),
                        Form.row(
                                form.text("postcode", mandates.value("postcode")),
                                form.text("town", mandates.value("town")),
                                form.text("country", mandates.value("country"), "DE")),
                        Form.row(form.labelled("signedOn", signed)),
                        form.toggle("oneOff", mandates.oneOff()),
                        form.otherProblems());
        var save = kit.primary("mandate-save", "mandate-form.save", Feather.CHECK, mandates::grant);
        save.disableProperty().bind(mandates.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("mandate-form.title"), 580, body, mandates.open())
                .primary(save);
    }
}
