package app.lodge.desktop.products;

import app.lodge.core.products.PastList;
import app.lodge.core.products.PriceList;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.HoursWords;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import java.time.Instant;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheet with all price lists: Enter changes the chosen one from a day on, Delete ends it, Insert begins
/// another.
final class PriceListsView {

    private static final double WIDTH = 940;

    private final Kit kit;
    private final PriceListsViewModel model;

    PriceListsView(Kit kit, PriceListsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var table = table();
        var sheet =
                new Sheet(
                                kit,
                                kit.text("prices.lists-title"),
                                WIDTH,
                                Kit.column(
                                        12,
                                        Kit.paragraph(
                                                kit.text("prices.lists-advice"),
                                                Look.SMALL,
                                                Look.MUTED),
                                        table),
                                model.open())
                        .informing();
        if (model.mayChange()) {
            var fixed = model.chosen().map(past -> !model.stands(past)).orElse(true);
            var end =
                    kit.button(
                            "price-list-end",
                            "prices.end-list",
                            Feather.X_CIRCLE,
                            model::endChosen);
            var change =
                    kit.button(
                            "price-list-change",
                            "prices.change-list",
                            Feather.EDIT_2,
                            model::change);
            end.disableProperty().bind(fixed);
            change.disableProperty().bind(fixed);
            sheet.action(end)
                    .action(change)
                    .action(
                            kit.button(
                                    "price-list-add",
                                    "prices.add-list",
                                    Feather.PLUS,
                                    model.form()::begin));
        }
        return sheet;
    }

    private TableView<PastList> table() {
        var table =
                Tables.table(
                        "price-lists",
                        kit.text("prices.lists-title"),
                        model.lists(),
                        kit.empty(Feather.LIST, "prices.no-lists", "prices.no-lists-advice"));
        table.setPrefHeight(340);
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("prices.column.list"), 120, past -> past.list().name()));
        columns.add(
                Tables.sentences(
                        kit.text("prices.column.holds-for"), 250, past -> holds(past.list())));
        columns.add(
                Tables.node(
                        kit.text("prices.column.begun"),
                        190,
                        past -> said(kit, past.begunBy(), past.begunAt())));
        columns.add(Tables.node(kit.text("prices.column.ended"), 290, this::ended));
        model.chosen()
                .subscribe(past -> {
                    if (past != null) {
                        table.getSelectionModel().select(past);
                    }
                });
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(past -> {
                    if (past != null) {
                        model.chosen().set(past);
                    }
                });
        if (model.mayChange()) {
            Tables.openedBy(table, _ -> model.change());
            Keys.of("keys.list")
                    .on(Keys.key(KeyCode.DELETE), "keys.price-lists.end", model::endChosen)
                    .on(Keys.key(KeyCode.INSERT), "keys.price-lists.begin", model.form()::begin)
                    .bindTo(table);
        }
        return table;
    }

    /// Where, for whom and when.
    private String holds(PriceList list) {
        var words = new ArrayList<String>();
        var labels = model.labels(list);
        words.add(labels.isEmpty() ? kit.text("prices.all-points") : String.join(", ", labels));
        var group = model.group(list.group());
        words.add(group == null ? kit.text("prices.everybody") : group.name());
        words.add(
                list.hours().isEmpty()
                        ? kit.text("prices.always")
                        : HoursWords.of(kit, list.hours()));
        return String.join(" · ", words);
    }

    private Node ended(PastList past) {
        var ends = past.list().endsAt();
        var said = past.endedAt();
        if (ends == null) {
            return Kit.badge(kit.text("prices.stands"), Look.Tone.GOOD);
        }
        var words = Kit.column(1, Kit.line(kit.text("prices.ends", kit.time(ends))));
        if (said != null) {
            words.getChildren()
                    .addAll(
                            Kit.line(past.endedBy(), Look.SMALL, Look.MUTED),
                            Kit.line(kit.time(said), Look.SMALL, Look.MUTED));
        }
        return words;
    }

    /// Somebody's name over the time.
    static Node said(Kit kit, String by, Instant at) {
        return Kit.column(
                1,
                Kit.line(by.isEmpty() ? "–" : by),
                Kit.line(kit.time(at), Look.SMALL, Look.MUTED));
    }

    Sheet end() {
        var end = model.end();
        var form = new Form(kit, "price-list-end-form", end.problems());
        var day = new DatePicker();
        day.valueProperty().bindBidirectional(end.day());
        var body =
                new VBox(
                        16,
                        form.labelled("day", day),
                        Kit.paragraph(
                                kit.text("price-list-end-form.advice"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save =
                kit.primary(
                        "price-list-end-do", "price-list-end-form.do", Feather.CHECK, end::save);
        save.disableProperty().bind(end.busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text("price-list-end-form.title", end.name()),
                        480,
                        body,
                        end.open())
                .primary(save);
    }
}
