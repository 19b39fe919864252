package app.lodge.desktop.cashdesk;

import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the cash desk: a count, money to or from the safe, the closing.
final class CashDeskSheets {

    private final Kit kit;
    private final CashDeskViewModel model;

    CashDeskSheets(Kit kit, CashDeskViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet count() {
        var count = model.count();
        var form = new Form(kit, "cash-count", count.problems());
        var body = Kit.column(14, kit.message(count.refusal(), "banner", "tone-bad"));
        if (count.purpose() == CountViewModel.Purpose.OPEN) {
            body.getChildren()
                    .add(
                            form.text(
                                    "fromSafe",
                                    count.fromSafe(),
                                    kit.text("cash-count.from-safe-prompt")));
        }
        body.getChildren().addAll(CountGrid.of(kit, count.lines()), sums(count));
        var causes = new ArrayList<>(Arrays.asList(DifferenceCause.values()));
        var cause =
                form.optionalChoice(
                        "cause",
                        causes,
                        count.cause(),
                        value -> Wording.of(kit.texts(), "difference-cause", value));
        var reference = form.text("reference", count.reference());
        var why = Form.row(cause, reference);
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () -> !count.total().get().equals(count.expected().get()),
                        count.total(),
                        count.expected()),
                why);
        body.getChildren().addAll(why, form.otherProblems());
        var submit = kit.primary("cash-count-do", actionKey(count), Feather.CHECK, count::submit);
        submit.disableProperty().bind(count.busy());
        return new Sheet(kit, kit.text(titleKey(count)), 700, body, count.open()).primary(submit);
    }

    private static String titleKey(CountViewModel count) {
        return switch (count.purpose()) {
            case OPEN -> "cash-count.title-open";
            case TAKE_OVER -> "cash-count.title-take-over";
            case CLOSE -> "cash-count.title-close";
        };
    }

    private static String actionKey(CountViewModel count) {
        return switch (count.purpose()) {
            case OPEN -> "cash-count.open";
            case TAKE_OVER -> "cash-count.take-over";
            case CLOSE -> "cash-count.close";
        };
    }

    private Node sums(CountViewModel count) {
        var expected = sum("cash-desk.expected", "cash-count-expected");
        expected.textProperty().bind(count.expected().map(money -> kit.texts().money(money)));
        var total = sum("cash-count.counted", "cash-count-total");
        total.textProperty().bind(count.total().map(money -> kit.texts().money(money)));
        var difference = sum("cash-count.difference", "cash-count-difference");
        difference
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        kit.texts()
                                                .money(
                                                        count.total()
                                                                .get()
                                                                .minus(count.expected().get())),
                                count.total(),
                                count.expected()));
        var row =
                new HBox(
                        16,
                        box("cash-desk.expected", expected),
                        box("cash-count.counted", total),
                        box("cash-count.difference", difference));
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private static Label sum(String key, String id) {
        var value = Kit.line("", Look.FIGURE);
        value.setId(id);
        return value;
    }

    private Node box(String key, Label value) {
        var box = Kit.column(2, Kit.line(kit.text(key), Look.SMALL, Look.MUTED), value);
        box.getStyleClass().add("figure-box");
        box.setPrefWidth(150);
        return box;
    }

    Sheet transit() {
        var transit = model.transit();
        var form = new Form(kit, "cash-transit", transit.problems());
        var body =
                Kit.column(
                        16,
                        kit.message(transit.refusal(), "banner", "tone-bad"),
                        form.choice(
                                "toSafe",
                                List.of(true, false),
                                transit.toSafe(),
                                out ->
                                        kit.text(
                                                out
                                                        ? "cash-transit.to-safe"
                                                        : "cash-transit.from-safe")),
                        Form.row(
                                form.text("amount", transit.amount()),
                                form.text("reference", transit.reference())),
                        form.otherProblems());
        var submit =
                kit.primary("cash-transit-do", "cash-transit.do", Feather.CHECK, transit::submit);
        submit.disableProperty().bind(transit.busy());
        return new Sheet(kit, kit.text("cash-transit.title"), 520, body, transit.open())
                .primary(submit);
    }

    Sheet report() {
        var report = model.report().get();
        var body = Kit.column(14);
        if (report != null) {
            var number = "%s-%06d".formatted(report.series(), report.number());
            body.getChildren()
                    .add(Kit.paragraph(kit.text("cash-closing.number", number), Look.STRONG));
            var figures =
                    new HBox(
                            16,
                            box("cash-desk.expected", money(report.expected())),
                            box("cash-count.counted", money(report.counted())),
                            box("cash-count.difference", money(report.difference())));
            figures.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
            body.getChildren().add(figures);
            report.cause()
                    .ifPresent(cause ->
                            body.getChildren()
                                    .add(
                                            Kit.paragraph(
                                                    Wording.of(
                                                            kit.texts(),
                                                            "difference-cause",
                                                            cause))));
            body.getChildren()
                    .add(
                            Kit.paragraph(
                                    kit.text(
                                            "cash-closing.anchor",
                                            String.valueOf(report.journalNumber()),
                                            report.journalHash().substring(0, 16)),
                                    Look.MUTED));
        }
        var save =
                kit.button(
                        "cash-closing-save", "receipt.save", Feather.DOWNLOAD, model::saveReport);
        var done =
                kit.primary(
                        "cash-closing-done",
                        "action.done",
                        Feather.CHECK,
                        () -> model.reportOpen().set(false));
        return new Sheet(kit, kit.text("cash-closing.title"), 560, body, model.reportOpen())
                .informing()
                .action(save)
                .primary(done);
    }

    private Label money(Money amount) {
        return Kit.line(kit.texts().money(amount), Look.FIGURE);
    }
}
