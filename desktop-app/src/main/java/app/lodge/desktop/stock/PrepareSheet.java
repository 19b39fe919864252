package app.lodge.desktop.stock;

import app.lodge.desktop.carddesk.MachinesView;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.issuing.PreparingRun.Blank;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The preparing run: how many are wanted, how many are ready, and the list of those that failed
/// (CHAIN-06).
final class PrepareSheet {

    private static final int SHOWN = 40;

    private final Kit kit;
    private final PrepareRun model;
    private final VBox list = new VBox(6);

    PrepareSheet(Kit kit, PrepareRun model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var form = new Form(kit, "stock-prepare", model.asking().problems());
        var shelf = model.shelf();
        var what =
                shelf == null
                        ? ""
                        : StockViewModel.name(shelf.delivery()) + ", " + shelf.place().name();
        var count = Kit.line("", Look.FIGURE);
        count.setId("prepare-count");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        kit.text(
                                                "stock-prepare.count",
                                                model.ready().get(),
                                                model.spoiled().get()),
                                model.ready(),
                                model.spoiled()));
        var waits = Kit.line(kit.text("stock-prepare.lay-on"), Look.MUTED);
        model.done().addListener((ListChangeListener<Blank>) _ -> draw());
        draw();
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefHeight(230);
        scroll.setMinHeight(120);
        var reader = new MachinesView(kit, model.machines()).reader();
        var body =
                new VBox(
                        14,
                        Kit.paragraph(what, Look.STRONG),
                        Form.row(
                                form.text("wanted", model.wanted()),
                                form.labelled("reader", reader)),
                        count,
                        Kit.showWhen(model.running(), waits),
                        scroll,
                        form.otherProblems());
        var start = kit.primary("prepare-start", "stock-prepare.start", Feather.PLAY, model::start);
        start.disableProperty().bind(model.running());
        var stop = kit.button("prepare-stop", "stock-prepare.stop", Feather.PAUSE, model::stop);
        stop.disableProperty().bind(model.running().not());
        form.focusFirst();
        return new Sheet(kit, kit.text("stock-prepare.title"), 640, body, model.asking().open())
                .action(stop)
                .primary(start);
    }

    private void draw() {
        list.getChildren().setAll(model.done().stream().limit(SHOWN).map(this::line).toList());
    }

    private Node line(Blank blank) {
        return switch (blank) {
            case Blank.Ready(var uid, boolean before) ->
                    Kit.row(
                            10,
                            Kit.icon(Feather.CHECK_CIRCLE),
                            Kit.line(uid.hex(), Look.MONO),
                            Kit.badge(
                                    kit.text(
                                            before
                                                    ? "stock-prepare.ready-before"
                                                    : "stock-prepare.ready"),
                                    Look.Tone.GOOD));
            case Blank.Broken broken -> broken(broken);
        };
    }

    private Node broken(Blank.Broken broken) {
        var words =
                Kit.column(
                        2,
                        Kit.line(broken.uid().map(uid -> uid.hex()).orElse("–"), Look.MONO),
                        Kit.paragraph(FaultWords.of(kit.texts(), broken.fault()), Look.SMALL));
        var row = Kit.row(10, Kit.icon(Feather.ALERT_TRIANGLE), words, Kit.spacer());
        if (broken.spoilt()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "prepare-spoil",
                                    "stock-prepare.spoil",
                                    Feather.X_CIRCLE,
                                    () -> model.spoil(broken)));
        }
        return row;
    }
}
