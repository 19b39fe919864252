package app.lodge.desktop.settings;

import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The editor of encoding plans: which plan, its document, and below it what the checks, a dry run or
/// a comparison say.
final class PlansPanel {

    private static final int ROWS = 16;
    private static final int MOST_LINES = 60;

    private final Kit kit;
    private final PlansViewModel model;

    PlansPanel(Kit kit, PlansViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "plans", FXCollections.observableArrayList());
        var document = new TextArea();
        document.setPrefRowCount(ROWS);
        document.getStyleClass().add(Look.MONO);
        document.textProperty().bindBidirectional(model.document());
        var told = new VBox(2);
        told.setId("plans-told");
        model.told()
                .addListener(
                        (ListChangeListener<Message>)
                                _ -> told.getChildren().setAll(lines(model.told())));
        told.getChildren().setAll(lines(model.told()));
        return kit.panel(
                "plans.title",
                form.labelledAs("plan", kit.text("plans.which"), choice(model.chosen())),
                form.labelledAs("compare", kit.text("plans.compare"), choice(model.other())),
                form.labelledAs("document", kit.text("plans.document"), document),
                buttons(),
                told);
    }

    private Node buttons() {
        var all =
                List.of(
                        kit.button("plans-save", "plans.save", Feather.SAVE, model::save),
                        kit.button("plans-dry-run", "plans.dry-run", Feather.PLAY, model::tryOut),
                        kit.button(
                                "plans-publish",
                                "plans.publish",
                                Feather.CHECK_CIRCLE,
                                model::publish),
                        kit.button("plans-use", "plans.use", Feather.CREDIT_CARD, model::use),
                        kit.button("plans-import", "plans.import", Feather.UPLOAD, model::takeFile),
                        kit.button(
                                "plans-export",
                                "plans.export",
                                Feather.DOWNLOAD,
                                model::writeFile));
        for (Button button : all) {
            button.disableProperty().bind(model.busy());
        }
        var pane = new FlowPane(8, 8);
        pane.getChildren().addAll(all);
        return pane;
    }

    private ComboBox<@Nullable Line> choice(ObjectProperty<@Nullable Line> value) {
        var box = new ComboBox<@Nullable Line>(model.plans());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Line line) {
                        return line == null ? "" : words(line);
                    }

                    @Override
                    public @Nullable Line fromString(String text) {
                        return null;
                    }
                });
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private String words(Line line) {
        return line.plan().reference()
                + " · "
                + Wording.of(kit.texts(), "plans.state", line.state());
    }

    private List<Node> lines(List<Message> messages) {
        return messages.stream()
                .limit(MOST_LINES)
                .<Node>map(one -> Kit.paragraph(kit.say(one), Look.SMALL))
                .toList();
    }
}
