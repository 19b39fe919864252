package app.lodge.desktop.accounts;

import app.lodge.core.accounts.PostingFile;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.math.BigDecimal;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sheet of one posting: its lines, its tax, what it belongs to, and what may be done with it.
final class PostingSheetView {

    private final Kit kit;
    private final PostingViewModel model;

    PostingSheetView(Kit kit, PostingViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var posting = model.posting().get();
        var body = new VBox(16);
        if (posting != null) {
            body.getChildren().addAll(facts(posting), lines(posting));
            if (!posting.taxes().isEmpty()) {
                body.getChildren().add(taxes(posting));
            }
            var links = links(posting);
            if (!links.getChildren().isEmpty()) {
                body.getChildren().add(links);
            }
        }
        var title =
                posting == null
                        ? ""
                        : kit.text(
                                "posting.title",
                                Wording.of(kit.texts(), "posting-kind", posting.kind()),
                                String.valueOf(posting.number()));
        var sheet = new Sheet(kit, title, 680, body, model.open()).informing();
        if (model.mayReprint()) {
            sheet.action(
                    kit.button(
                            "posting-reprint",
                            "posting.reprint",
                            Feather.FILE_TEXT,
                            model::reprint));
        }
        if (model.mayRefund()) {
            sheet.action(
                    kit.button(
                            "posting-refund",
                            "posting.refund",
                            Feather.CORNER_UP_LEFT,
                            model::refund));
        }
        if (model.mayReverse()) {
            sheet.action(
                    kit.button(
                            "posting-reverse",
                            "posting.reverse",
                            Feather.ROTATE_CCW,
                            model::reverse));
        }
        var done =
                kit.primary(
                        "posting-done",
                        "action.done",
                        Feather.CHECK,
                        () -> model.open().set(false));
        return sheet.primary(done);
    }

    private Node facts(PostingFile posting) {
        var grid = grid(1);
        fact(grid, "posting.occurred", kit.time(posting.occurredAt()));
        if (!posting.bookedAt().equals(posting.occurredAt())) {
            fact(grid, "posting.booked", kit.time(posting.bookedAt()));
        }
        fact(
                grid,
                "posting.business-date",
                posting.businessDate()
                        .format(
                                java.time.format.DateTimeFormatter.ofLocalizedDate(
                                                java.time.format.FormatStyle.MEDIUM)
                                        .withLocale(kit.habits())));
        fact(grid, "posting.place", posting.place());
        fact(grid, "posting.operator", posting.operator());
        fact(grid, "posting.cost-centre", posting.costCentre());
        var reason = posting.reason();
        fact(
                grid,
                "posting.reason",
                reason == null ? "" : Wording.of(kit.texts(), "reason", reason));
        fact(grid, "posting.reference", posting.reference());
        fact(grid, "posting.approval", number(posting.approval()));
        fact(grid, "posting.medium", number(posting.medium()));
        fact(
                grid,
                "posting.receipt",
                posting.receipt().isEmpty()
                        ? ""
                        : kit.text("posting.receipt-copies", posting.receipt(), posting.copies()));
        fact(grid, "posting.remark", remark(posting));
        return grid;
    }

    private String remark(PostingFile posting) {
        if (posting.late() && posting.forced()) {
            return kit.text("posting.late-and-forced");
        }
        return posting.late()
                ? kit.text("posting.late")
                : posting.forced() ? kit.text("posting.forced") : "";
    }

    private static String number(long number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    private void fact(GridPane grid, String key, String value) {
        if (!value.isEmpty()) {
            var row = grid.getRowCount();
            grid.addRow(row, whole(Kit.line(kit.text(key), Look.MUTED)), Kit.paragraph(value));
        }
    }

    private Node lines(PostingFile posting) {
        var grid = grid(0);
        for (var line : posting.lines()) {
            var what =
                    kit.text(
                            line.label().isEmpty() ? "posting.line" : "posting.line-at",
                            Wording.of(kit.texts(), "account-kind", line.kind()),
                            String.valueOf(line.account().number()),
                            line.label());
            row(grid, Kit.paragraph(what), line.amount());
        }
        return section("posting.lines", grid);
    }

    private Node taxes(PostingFile posting) {
        var grid = grid(0);
        var currency = posting.lines().getFirst().amount().currency();
        for (var tax : posting.taxes()) {
            var rate = BigDecimal.valueOf(tax.basisPoints(), 2).stripTrailingZeros();
            row(
                    grid,
                    Kit.paragraph(
                            kit.text(
                                    "posting.tax-line",
                                    tax.code(),
                                    rate.toPlainString(),
                                    kit.texts().money(new Money(tax.net(), currency)))),
                    new Money(tax.tax(), currency));
        }
        return section("posting.taxes", grid);
    }

    /// What it undoes, and what undid it: each opens the other.
    private FlowPane links(PostingFile posting) {
        var links = new FlowPane(10, 8);
        link(links, "posting.reverses", posting.reverses());
        link(links, "posting.reversed-by", posting.reversedBy());
        link(links, "posting.refunds", posting.refunds());
        posting.refundedBy().forEach(one -> link(links, "posting.refunded-by", one));
        return links;
    }

    private void link(FlowPane links, String key, @Nullable Long number) {
        if (number != null) {
            var button =
                    kit.button(
                            "posting-link-" + number, key, Feather.LINK, () -> model.show(number));
            button.setText(kit.text(key, String.valueOf(number)));
            links.getChildren().add(button);
        }
    }

    private Node section(String key, Node content) {
        return Kit.column(6, Kit.line(kit.text(key), Look.FIELD_LABEL), content);
    }

    private Label signed(Money amount) {
        var words = kit.texts().money(amount);
        return Kit.line(amount.positive() ? "+" + words : words);
    }

    private void row(GridPane grid, Node what, Money amount) {
        var figure = whole(signed(amount));
        GridPane.setHalignment(figure, javafx.geometry.HPos.RIGHT);
        grid.addRow(grid.getRowCount(), what, figure);
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Two columns, of which one takes the room that is left.
    private static GridPane grid(int growing) {
        var grid = new GridPane(18, 6);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints());
        grid.getColumnConstraints().get(growing).setHgrow(Priority.ALWAYS);
        return grid;
    }
}
