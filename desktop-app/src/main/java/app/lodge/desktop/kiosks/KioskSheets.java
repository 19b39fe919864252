package app.lodge.desktop.kiosks;

import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.money.Money;
import app.lodge.desktop.cashdesk.CountGrid;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the kiosks: a bag's count, the limits of pay-outs.
final class KioskSheets {

    private final Kit kit;
    private final KiosksViewModel model;

    KioskSheets(Kit kit, KiosksViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet count() {
        var bag = model.bag();
        var form = new Form(kit, "bag-count", bag.problems());
        var why =
                Form.row(
                        form.optionalChoice(
                                "cause",
                                List.of(DifferenceCause.values()),
                                bag.cause(),
                                value -> Wording.of(kit.texts(), "difference-cause", value)),
                        form.text("reference", bag.reference()));
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () -> {
                            var difference = bag.difference();
                            return difference == null || difference.minor() != 0;
                        },
                        bag.told(),
                        bag.lines().total()),
                why);
        var body =
                Kit.column(
                        14,
                        kit.message(bag.refusal(), "banner", "tone-bad"),
                        Form.row(
                                form.optionalChoice(
                                        "device", bag.devices(), bag.device(), KioskSheets::named),
                                form.text("seal", bag.seal())),
                        CountGrid.of(kit, bag.lines()),
                        sums(bag),
                        why,
                        form.otherProblems());
        var submit = kit.primary("bag-count-do", "bag-count.do", Feather.CHECK, bag::submit);
        submit.disableProperty().bind(bag.busy());
        return new Sheet(kit, kit.text("bag-count.title"), 700, body, bag.open()).primary(submit);
    }

    private static String named(@Nullable Kiosk kiosk) {
        return kiosk == null ? "" : kiosk.label();
    }

    private Node sums(BagViewModel bag) {
        var row =
                new HBox(
                        16,
                        figure("bag-count.told", "bag-count-told", bag, () -> bag.told().get()),
                        figure(
                                "cash-count.counted",
                                "bag-count-total",
                                bag,
                                () -> bag.lines().total().get()),
                        figure(
                                "cash-count.difference",
                                "bag-count-difference",
                                bag,
                                bag::difference));
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private Node figure(String key, String id, BagViewModel bag, Supplier<@Nullable Money> amount) {
        Label value = Kit.line("", Look.FIGURE);
        value.setId(id);
        value.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    var money = amount.get();
                                    return money == null
                                            ? kit.text("bag-count.not-told")
                                            : kit.texts().money(money);
                                },
                                bag.told(),
                                bag.lines().total()));
        var box = Kit.column(2, Kit.line(kit.text(key), Look.SMALL, Look.MUTED), value);
        box.getStyleClass().add("figure-box");
        box.setPrefWidth(150);
        return box;
    }

    Sheet payOut() {
        var rules = model.payOut();
        var form = new Form(kit, "pay-out-rules", rules.problems());
        var body =
                new VBox(
                        16,
                        Kit.paragraph(kit.text("pay-out-rules.explains"), Look.MUTED),
                        Form.row(
                                form.text("mostPerPayOut", rules.mostPerPayOut()),
                                form.text("mostPerDay", rules.mostPerDay())),
                        form.otherProblems());
        var save = kit.primary("pay-out-rules-save", "settings.save", Feather.CHECK, rules::save);
        save.disableProperty().bind(rules.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("pay-out-rules.title"), 520, body, rules.open())
                .primary(save);
    }
}
