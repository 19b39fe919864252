package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limits.Standing;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheet of limits: what holds, whose it is, what remains, and a form to set one.
public final class LimitsSheet {

    private final Kit kit;
    private final LimitsViewModel model;

    private LimitsSheet(Kit kit, LimitsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public static Sheet of(Kit kit, LimitsViewModel model) {
        return new LimitsSheet(kit, model).sheet();
    }

    private Sheet sheet() {
        var lines = new VBox(2);
        Runnable fill = () -> lines.getChildren().setAll(lines());
        model.standing().addListener((ListChangeListener<Standing>) _ -> fill.run());
        fill.run();
        var body =
                new VBox(
                        16,
                        Kit.paragraph(
                                kit.text(
                                        model.owner() == Limit.Owner.GROUP
                                                ? "limits.group-advice"
                                                : "limits.advice"),
                                Look.MUTED),
                        lines);
        var title =
                model.owner() == Limit.Owner.GROUP
                        ? kit.text("limits.group-title", model.name())
                        : kit.text("limits.title");
        var sheet = new Sheet(kit, title, 640, body, model.open());
        if (!model.mayChange()) {
            return sheet;
        }
        var form = new Form(kit, "limits", model.problems());
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(model.until());
        body.getChildren()
                .addAll(
                        Form.row(
                                form.choice(
                                        "kind",
                                        List.of(Limit.Kind.values()),
                                        model.kind(),
                                        one -> Wording.of(kit.texts(), "limit-kind", one)),
                                form.text("most", model.most(), "20,00"),
                                form.labelled("until", until)),
                        form.otherProblems());
        var set = kit.primary("limits-set", "limits.set", Feather.CHECK, model::set);
        set.disableProperty().bind(model.busy());
        form.focusFirst();
        return sheet.primary(set);
    }

    private List<? extends Node> lines() {
        return model.standing().isEmpty()
                ? List.of(Kit.paragraph(kit.text("limits.none"), Look.SMALL, Look.MUTED))
                : model.standing().stream().map(this::line).toList();
    }

    private Node line(Standing one) {
        var limit = one.limit();
        var words =
                Kit.column(
                        1,
                        Kit.line(
                                kit.text(
                                        "limits.line",
                                        kit.say(RefusalWords.kind(limit.kind())),
                                        amount(limit, limit.most())),
                                Look.STRONG),
                        Kit.paragraph(about(one), Look.SMALL, Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Kit.row(12, words);
        if (model.own(limit) && model.mayChange()) {
            row.getChildren()
                    .add(
                            kit.iconButton(
                                    "limit-remove-" + limit.kind().ordinal(),
                                    "limits.remove",
                                    Feather.TRASH_2,
                                    () -> model.remove(limit.kind())));
        }
        row.getStyleClass().add("list-line");
        return row;
    }

    private String about(Standing one) {
        var limit = one.limit();
        var until = limit.until();
        var ends =
                until == null
                        ? kit.text("limits.for-good")
                        : kit.text(
                                "limits.until",
                                until.format(
                                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                                .withLocale(kit.habits())));
        return model.owner() == Limit.Owner.GROUP
                ? ends
                : kit.text(
                        "limits.about",
                        kit.say(RefusalWords.owner(limit)),
                        ends,
                        amount(limit, one.remains()));
    }

    private String amount(Limit limit, long amount) {
        return switch (RefusalWords.amount(limit.kind(), amount, model.currency())) {
            case Money money -> kit.texts().money(money);
            case Object count -> count.toString();
        };
    }
}
