package app.lodge.desktop.start;

import app.lodge.core.books.Fact;
import app.lodge.core.overview.Overview.OpenBlock;
import app.lodge.core.overview.Overview.Task;
import app.lodge.core.overview.Overview.Today;
import app.lodge.desktop.conservation.ConservationStrip;
import app.lodge.desktop.conservation.ConservationViewModel;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.start.StartViewModel.QuickAction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Four figures, the quick actions, what has to be done.
public final class StartView implements Screen {

    private final Kit kit;
    private final StartViewModel model;
    private final ConservationViewModel conservation;
    private final LocalDate date;
    private final VBox figures = new VBox();
    private final VBox tasks = new VBox(4);
    private final VBox blocks = new VBox(8);
    private final ScrollPane scroll;

    /// @param date today at the site
    public StartView(
            Kit kit, StartViewModel model, ConservationViewModel conservation, LocalDate date) {
        this.kit = kit;
        this.model = model;
        this.conservation = conservation;
        this.date = date;
        var work = kit.panel("start.tasks", tasks);
        var open = kit.panel("start.unconfirmed", blocks);
        HBox.setHgrow(work, Priority.ALWAYS);
        HBox.setHgrow(open, Priority.ALWAYS);
        work.setPrefWidth(560);
        open.setPrefWidth(400);
        var lower = new HBox(20, work, open);
        VBox.setVgrow(lower, Priority.ALWAYS);
        var strip = new ConservationStrip(kit, conservation).node();
        var page = new VBox(24, head(), figures, strip, quick(), lower);
        page.getStyleClass().add(Look.PAGE);
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        model.today().subscribe(this::show);
    }

    private Node head() {
        var greeting =
                kit.text(
                        switch (model.partOfDay()) {
                            case 0 -> "start.morning";
                            case 1 -> "start.day";
                            default -> "start.evening";
                        },
                        model.operatorName());
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(kit.habits())
                        .format(date);
        return Kit.column(3, Kit.line(greeting, Look.PAGE_TITLE), Kit.line(day, Look.MUTED));
    }

    private void show(@Nullable Today today) {
        if (today == null) {
            var turning = new ProgressIndicator();
            turning.setMaxSize(32, 32);
            var wait = new StackPane(turning);
            wait.setMinHeight(112);
            figures.getChildren().setAll(wait);
            return;
        }
        figures.getChildren().setAll(row(today));
        showTasks(today);
        showBlocks(today);
    }

    private Node row(Today today) {
        int all = today.devicesUp() + today.devicesDown();
        boolean down = today.devicesDown() > 0;
        var devices =
                figure(
                        "start-devices",
                        Feather.CPU,
                        down ? Look.Tone.BAD : Look.Tone.GOOD,
                        "start.devices",
                        kit.text("start.devices-of", today.devicesUp(), all),
                        down
                                ? kit.text(
                                        "start.devices-down",
                                        today.devicesDown(),
                                        String.join(", ", today.downNames()))
                                : kit.text(all == 0 ? "start.no-devices" : "start.devices-up"));
        var turnover =
                figure(
                        "start-turnover",
                        Feather.TRENDING_UP,
                        Look.Tone.ACCENT,
                        "start.turnover",
                        kit.texts().money(today.turnover()),
                        payments(today));
        var people =
                figure(
                        "start-people",
                        Feather.USERS,
                        Look.Tone.ACCENT,
                        "start.people",
                        kit.texts().number(today.people()),
                        kit.text("start.cards", today.activeCards()));
        var work =
                figure(
                        "start-open",
                        Feather.CHECK_SQUARE,
                        today.tasks().isEmpty() ? Look.Tone.GOOD : Look.Tone.CAUTION,
                        "start.open",
                        kit.texts().number(today.tasks().size()),
                        kit.text(today.tasks().isEmpty() ? "start.open-none" : "start.open-some"));
        var row = new HBox(20, devices, turnover, people, work);
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    /// How many, and below it what was paid in other currencies, each for itself.
    private String payments(Today today) {
        var count = kit.text("start.payments", today.payments());
        if (today.otherTurnover().isEmpty()) {
            return count;
        }
        var others =
                today.otherTurnover().stream()
                        .map(kit.texts()::money)
                        .collect(Collectors.joining(", "));
        return count + "\n" + kit.text("start.turnover-also", others);
    }

    private Node figure(
            String id, Ikon icon, Look.Tone tone, String key, String value, String detail) {
        var sign = new StackPane(Kit.icon(icon));
        sign.getStyleClass().addAll("figure-sign", tone.styleClass());
        var number = Kit.line(value, Look.FIGURE);
        number.setId(id);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var title = Kit.row(10, sign, Kit.line(kit.text(key), Look.MUTED));
        var below = Kit.paragraph(detail, Look.SMALL, Look.MUTED);
        var card = Kit.column(8, title, number, below);
        card.getStyleClass().addAll(Look.PANEL, "figure-card");
        card.setPrefWidth(200);
        return card;
    }

    private Node quick() {
        var row = new HBox(12);
        for (var action : model.quickActions()) {
            var button = new Button(null, quickContent(action));
            button.setId("quick-" + action.name().toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(Wording.of(kit.texts(), "start.quick", action));
            button.getStyleClass().add("quick-action");
            button.setOnAction(_ -> model.act(action));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefSize(140, 84);
            button.setMaxHeight(84);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getChildren().add(button);
        }
        return row;
    }

    private Node quickContent(QuickAction action) {
        var icon =
                switch (action) {
                    case ENROL -> Feather.USER_PLUS;
                    case IMPORT -> Feather.UPLOAD;
                    case ISSUE -> Feather.CREDIT_CARD;
                    case TOP_UP -> Feather.PLUS_CIRCLE;
                    case ADD_DEVICE -> Feather.CPU;
                    case REPORT -> Feather.FILE_TEXT;
                };
        var words = Kit.paragraph(Wording.of(kit.texts(), "start.quick", action));
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        var content = Kit.column(8, Kit.icon(icon), words);
        content.setAlignment(javafx.geometry.Pos.CENTER);
        return content;
    }

    private void showTasks(Today today) {
        if (today.tasks().isEmpty()) {
            tasks.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.CHECK_CIRCLE,
                                    "start.no-tasks",
                                    "start.no-tasks-advice"));
            return;
        }
        tasks.getChildren().setAll(today.tasks().stream().map(this::line).toList());
    }

    private Node line(Task task) {
        var words = Kit.line(kit.text(StartViewModel.key(task), task.what()));
        var row =
                Kit.row(
                        12,
                        Kit.icon(Feather.ALERT_CIRCLE),
                        words,
                        Kit.spacer(),
                        Kit.icon(Feather.CHEVRON_RIGHT));
        var button = new Button(null, row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(26));
        button.setAccessibleText(words.getText());
        button.getStyleClass().add(Look.ROW_BUTTON);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.open(task));
        return button;
    }

    private void showBlocks(Today today) {
        if (today.unconfirmedBlocks().isEmpty()) {
            blocks.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.SHIELD,
                                    "start.all-confirmed",
                                    "start.all-confirmed-advice"));
            return;
        }
        var most = today.spendable();
        var total =
                Kit.paragraph(
                        most.minor() == 0
                                ? kit.text("block.spendable-nothing")
                                : kit.text("start.spendable-all", kit.texts().money(most)),
                        Look.STRONG);
        total.setId("start-spendable");
        blocks.getChildren().setAll(total);
        today.unconfirmedBlocks().forEach(open -> blocks.getChildren().add(line(open)));
    }

    private Node line(OpenBlock open) {
        var words = new StringBuilder(kit.text("start.blocks-open", open.cards()));
        if (open.cards() == 0) {
            words.setLength(0);
            words.append(kit.text(open.online() ? "block.waiting" : "block.offline"));
        }
        words.append(", ")
                .append(
                        open.most().minor() == 0
                                ? kit.text("start.spendable-nothing")
                                : kit.text("start.spendable", kit.texts().money(open.most())));
        return Kit.row(
                10,
                Kit.icon(Feather.LOCK),
                Kit.column(
                        1,
                        Kit.paragraph(open.device()),
                        Kit.paragraph(words.toString(), Look.SMALL, Look.MUTED)));
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void shown() {
        model.refresh();
        conservation.refresh();
    }

    @Override
    public void changed(Fact fact) {
        model.refresh();
        conservation.refresh();
    }
}
