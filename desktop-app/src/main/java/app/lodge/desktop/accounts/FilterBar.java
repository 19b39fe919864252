package app.lodge.desktop.accounts;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.KeptFilterBar;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;

/// The filters over an account's movements: days, business case, place, direction, who
/// paid, medium, status, staff, amount and text; and those kept.
final class FilterBar {

    private static final int NAMED_WIDTH = 240;

    private final Kit kit;
    private final FilterViewModel model;
    private final FilterWords words;

    FilterBar(Kit kit, FilterViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new FilterWords(kit);
    }

    Node node() {
        var form = new Form(kit, "filter", model.marks().problems());
        var from = new DatePicker();
        from.valueProperty().bindBidirectional(model.from());
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(model.until());
        var named = new KeptFilterBar(kit, "filter", model).node();
        var days = model.span().isEqualTo(Span.BETWEEN);
        var between =
                Kit.showWhen(
                        days, Form.row(form.labelled("from", from), form.labelled("until", until)));
        var span =
                form.choice(
                        "span",
                        List.of(Span.values()),
                        model.span(),
                        one -> Wording.of(kit.texts(), "filter.span", one));
        var kind =
                form.choice(
                        "kind",
                        FilterViewModel.kinds(),
                        model.kind(),
                        one -> words.orAny("posting-kind", one));
        var direction =
                form.choice(
                        "direction",
                        List.of(Direction.values()),
                        model.direction(),
                        one -> Wording.of(kit.texts(), "filter.direction", one));
        var box =
                Kit.column(
                        8,
                        Form.row(
                                span,
                                kind,
                                form.choiceOf("place", model.places(), model.place(), words::of),
                                direction),
                        between,
                        marks(form),
                        amountsAndText(form, named));
        box.getStyleClass().add("filter-row");
        return box;
    }

    private Node marks(Form form) {
        var marks = model.marks();
        return Form.row(
                form.choiceOf("medium", marks.media(), marks.medium(), words::of),
                form.choice(
                        "status",
                        MarksViewModel.statuses(),
                        marks.status(),
                        one -> words.orAny("filter.status", one)),
                form.choiceOf("clerk", marks.clerks(), marks.clerk(), words::of),
                form.choiceOf("centre", model.centres(), model.centre(), words::of));
    }

    private Node amountsAndText(Form form, VBox named) {
        var marks = model.marks();
        var row =
                Form.row(
                        form.entered("least", marks.least(), kit.text("filter.prompt.least")),
                        form.entered("most", marks.most(), kit.text("filter.prompt.most")),
                        form.entered("text", marks.text(), kit.text("filter.prompt.text")),
                        named);
        named.setPrefWidth(NAMED_WIDTH);
        return row;
    }
}
