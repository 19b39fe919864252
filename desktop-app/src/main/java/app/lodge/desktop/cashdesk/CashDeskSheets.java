package app.lodge.desktop.cashdesk;

import app.lodge.core.cashdesk.Denomination;
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
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
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
        body.getChildren().addAll(table(count), sums(count));
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

    /// Two columns of denominations; Enter and the arrows go from one to the next.
    private Node table(CountViewModel count) {
        var grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(5);
        for (var side = 0; side < 2; side++) {
            grid.getColumnConstraints()
                    .addAll(column(86, HPos.RIGHT), column(78, HPos.LEFT), column(108, HPos.RIGHT));
        }
        var lines = count.lines();
        var half = (lines.size() + 1) / 2;
        List<TextField> fields = new ArrayList<>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var at = i < half ? 0 : 3;
            var field = field(line, i);
            fields.add(field);
            var value = new Label();
            value.getStyleClass().add(Look.MUTED);
            value.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> kit.texts().money(count.value(line)), line.pieces()));
            var name = Kit.line(worth(count, line.denomination()));
            name.setLabelFor(field);
            grid.add(name, at, i % half);
            grid.add(field, at + 1, i % half);
            grid.add(value, at + 2, i % half);
        }
        for (var i = 0; i < fields.size(); i++) {
            walk(fields, i);
        }
        grid.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        fields.getFirst().requestFocus();
                    }
                });
        return grid;
    }

    private static ColumnConstraints column(double width, HPos alignment) {
        var column = new ColumnConstraints(width);
        column.setHalignment(alignment);
        return column;
    }

    private TextField field(CountViewModel.Line line, int position) {
        var field = new TextField();
        field.setId("cash-count-" + line.denomination().minor());
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPromptText("0");
        field.setAccessibleText(
                kit.text(
                        "cash-count.pieces-of",
                        kit.texts()
                                .money(
                                        new Money(
                                                line.denomination().minor(),
                                                model.count().expected().get().currency()))));
        field.textProperty().bindBidirectional(line.pieces());
        return field;
    }

    private static void walk(List<TextField> fields, int position) {
        fields.get(position)
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        event -> {
                            var down =
                                    event.getCode() == KeyCode.DOWN
                                            || event.getCode() == KeyCode.ENTER;
                            var next = down ? position + 1 : position - 1;
                            if ((down || event.getCode() == KeyCode.UP)
                                    && !event.isShortcutDown()
                                    && next >= 0
                                    && next < fields.size()) {
                                fields.get(next).requestFocus();
                                fields.get(next).selectAll();
                                event.consume();
                            }
                        });
    }

    private String worth(CountViewModel count, Denomination one) {
        return kit.texts().money(new Money(one.minor(), count.expected().get().currency()));
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
