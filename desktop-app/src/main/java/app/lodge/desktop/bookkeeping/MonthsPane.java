package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.PeriodState;
import app.lodge.core.accounts.Periods.Hindrance;
import app.lodge.core.accounts.Periods.Period;
import app.lodge.core.accounts.Periods.Preview;
import app.lodge.core.accounts.Periods.Turnover;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.time.format.DateTimeFormatter;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Months at the left, the chosen one at the right: what hinders, what is in it, and the next step.
final class MonthsPane {

    private final Kit kit;
    private final MonthsViewModel model;
    private final VBox detail = new VBox(12);

    MonthsPane(Kit kit, MonthsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table =
                Tables.table(
                        "months-table",
                        kit.text("months.tab"),
                        model.months(),
                        kit.empty(Feather.CALENDAR, "months.none", "months.none-advice"));
        table.getColumns().add(Tables.text(kit.text("months.column.month"), 150, this::month));
        table.getColumns().add(Tables.node(kit.text("months.column.state"), 120, this::state));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(month -> {
                    if (month != null) {
                        model.chosen().set(month);
                    }
                });
        model.months()
                .addListener(
                        (javafx.collections.ListChangeListener<Period>)
                                _ -> Tables.choose(table, model.chosen().get()));
        table.setMinWidth(290);
        table.setPrefWidth(290);
        HBox.setHgrow(detail, Priority.ALWAYS);
        model.preview().subscribe(this::show);
        return new HBox(20, table, detail);
    }

    private String month(Period period) {
        return period.month()
                .format(DateTimeFormatter.ofPattern("LLLL yyyy").withLocale(kit.habits()));
    }

    private Node state(Period period) {
        return Kit.badge(
                Wording.of(kit.texts(), "period-state", period.state()), tone(period.state()));
    }

    private static Look.Tone tone(PeriodState state) {
        return switch (state) {
            case OPEN -> Look.Tone.NEUTRAL;
            case CLOSING -> Look.Tone.CAUTION;
            case CLOSED -> Look.Tone.GOOD;
        };
    }

    private void show(@Nullable Preview seen) {
        detail.getChildren().clear();
        if (seen == null) {
            detail.getChildren()
                    .add(kit.empty(Feather.CALENDAR, "months.choose", "months.choose-advice"));
            return;
        }
        var turnover = turnover(seen);
        VBox.setVgrow(turnover, Priority.ALWAYS);
        detail.getChildren()
                .addAll(
                        Kit.row(
                                12,
                                Kit.line(month(seen.period()), Look.HEADLINE),
                                state(seen.period()),
                                Kit.spacer(),
                                next(seen)),
                        kit.message(model.refusal(), "banner", "tone-bad"));
        if (seen.period().state() != PeriodState.CLOSED) {
            seen.hindrances().forEach(each -> detail.getChildren().add(hindrance(each)));
            if (seen.hindrances().isEmpty()) {
                detail.getChildren()
                        .add(
                                Kit.paragraph(
                                        kit.text("months.nothing-hinders"), "banner", "tone-good"));
            }
        }
        detail.getChildren().add(turnover);
    }

    private Node next(Preview seen) {
        if (model.mayStart(seen)) {
            var start = kit.primary("month-start", "months.start", Feather.EYE, model::start);
            start.disableProperty().bind(model.busy());
            return start;
        }
        if (model.mayClose(seen)) {
            var close = kit.primary("month-close", "months.close", Feather.LOCK, model::close);
            close.disableProperty().bind(model.busy());
            return close;
        }
        return new HBox();
    }

    private Node hindrance(Hindrance one) {
        return Kit.paragraph(
                kit.text(Wording.key("months.why", one.why()), one.count()),
                "banner",
                one.why().forbids() ? "tone-bad" : "tone-caution");
    }

    private TableView<Turnover> turnover(Preview seen) {
        var table =
                Tables.table(
                        "month-turnover",
                        kit.text("months.turnover"),
                        FXCollections.observableArrayList(seen.turnover()),
                        kit.empty(
                                Feather.INBOX, "months.no-postings", "months.no-postings-advice"));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("months.column.place"),
                                150,
                                row ->
                                        row.label().isEmpty()
                                                ? kit.text("filter.counter")
                                                : row.label()));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("accounts.column.kind"),
                                120,
                                row -> Wording.of(kit.texts(), "posting-kind", row.kind())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("months.column.postings"),
                                90,
                                row -> String.valueOf(row.postings())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.amount"),
                                110,
                                row -> kit.texts().money(row.amount())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("months.column.tax"),
                                90,
                                row -> kit.texts().money(row.tax())));
        return table;
    }
}
