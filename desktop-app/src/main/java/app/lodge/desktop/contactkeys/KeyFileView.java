package app.lodge.desktop.contactkeys;

import app.lodge.core.media.ContactKeys.AtStation;
import app.lodge.core.people.Person;
import app.lodge.desktop.contactkeys.KeyFileViewModel.Station;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A contact key's stations to tick, its holders and where it was.
public final class KeyFileView {

    private static final int WIDTH = 660;

    private final Kit kit;
    private final KeyFileViewModel model;
    private final FlowPane ticks = new FlowPane(18, 10);

    /// The view-model's list outlives the sheet.
    private final ListChangeListener<Station> others = _ -> tick();

    public KeyFileView(Kit kit, KeyFileViewModel model) {
        this.kit = kit;
        this.model = model;
        model.stations().addListener(new WeakListChangeListener<>(others));
    }

    public Sheet sheet() {
        var now = model.file().get();
        var said = kit.message(model.said(), "banner", "tone-accent");
        said.setId("key-file-said");
        var past = new VBox();
        model.file()
                .subscribe(
                        file -> past.getChildren().setAll(file == null ? new VBox() : file(file)));
        var body = Kit.column(16, said, stations(), past);
        var save = kit.primary("key-file-save", "key-file.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        Kit.showWhen(Observed.holds(model.file(), model::mayChange), save);
        return new Sheet(
                        kit,
                        kit.text("key-file.title", now == null ? "" : now.key().number().shown()),
                        WIDTH,
                        body,
                        model.open())
                .informing()
                .primary(save);
    }

    private Node stations() {
        tick();
        var form = new Form(kit, "key-file", model.problems());
        var field = new TextField();
        field.setPromptText(kit.text("key-file.another-prompt"));
        field.textProperty().bindBidirectional(model.another());
        field.setOnAction(_ -> model.add());
        var add = kit.button("key-file-add", "key-file.add", Feather.PLUS, model::add);
        var labelled = form.labelled("another", field);
        HBox.setHgrow(labelled, Priority.ALWAYS);
        var row = Kit.row(10, labelled, add);
        row.setAlignment(Pos.BOTTOM_LEFT);
        Kit.showWhen(Observed.holds(model.file(), model::mayChange), row);
        return kit.panel("key-file.stations", ticks, row);
    }

    private void tick() {
        var now = model.file().get();
        boolean fixed = now == null || !model.mayChange(now);
        ticks.setId("key-file-stations");
        ticks.getChildren().clear();
        for (var station : model.stations()) {
            var box = new CheckBox(station.name());
            box.setId("key-file-at-" + ticks.getChildren().size());
            box.setMnemonicParsing(false);
            box.setDisable(fixed);
            box.selectedProperty().bindBidirectional(station.ticked());
            ticks.getChildren().add(box);
        }
        if (model.stations().isEmpty()) {
            ticks.getChildren().add(Kit.paragraph(kit.text("key-file.no-stations"), Look.MUTED));
        }
    }

    private Node file(KeyFile file) {
        var holders = new GridPane(16, 6);
        holders.setId("key-file-holders");
        for (var key : file.keys()) {
            var medium = key.medium();
            var whose = name(file.holder(medium.id()), "%07d".formatted(medium.holder().number()));
            holders.addRow(
                    holders.getRowCount(),
                    Kit.line(whose, Look.STRONG),
                    Kit.line(medium.number(), Look.MONO),
                    Kit.line(
                            kit.text(
                                    "key-file.state",
                                    Wording.of(kit.texts(), "medium.state", medium.state()),
                                    kit.time(medium.changedAt())),
                            Look.MUTED));
        }
        var both = Kit.column(16, part("key-file.holders", holders));
        if (!file.stations().isEmpty()) {
            both.getChildren().add(part("key-file.past", past(file)));
        }
        return both;
    }

    private Node part(String titleKey, Node rows) {
        return Kit.column(6, Kit.line(kit.text(titleKey), Look.STRONG), rows);
    }

    private GridPane past(KeyFile file) {
        var rows = new GridPane(16, 6);
        rows.setId("key-file-past");
        for (var one : file.stations()) {
            rows.addRow(
                    rows.getRowCount(),
                    Kit.line(one.station(), Look.STRONG),
                    Kit.line(when(one)),
                    Kit.line(name(file.holder(one.key()), ""), Look.MUTED));
        }
        return rows;
    }

    private String when(AtStation one) {
        var until = one.until();
        return until == null
                ? kit.text("key-file.at", kit.time(one.since()))
                : kit.text("key-file.was-at", kit.time(one.since()), kit.time(until));
    }

    private static String name(Optional<Person> holder, String otherwise) {
        return holder.map(it -> it.details().fullName()).orElse(otherwise);
    }
}
