package app.lodge.desktop.conservation;

import app.lodge.core.conservation.Conservation.Check;
import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.conservation.Conservation.Standing;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Look.Tone;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One badge a law, green or red; what is red names the rows that explain it.
public final class ConservationStrip {

    private static final int MOST_SHOWN = 5;

    /// Narrower than the narrowest page, so that no empty second line is kept free.
    private static final int WRAPS_AT = 860;

    private final Kit kit;
    private final ConservationViewModel model;
    private final VBox place = new VBox();

    public ConservationStrip(Kit kit, ConservationViewModel model) {
        this.kit = kit;
        this.model = model;
        place.setId("conservation");
        model.standing().subscribe(this::show);
    }

    public Node node() {
        return Kit.showWhen(model.standing().isNotNull(), place);
    }

    private void show(@Nullable Standing standing) {
        place.getChildren().clear();
        if (standing == null) {
            return;
        }
        var words =
                kit.text(
                        standing.holds() ? "conservation.holds" : "conservation.broken",
                        kit.time(standing.at()));
        var sentence = Kit.paragraph(words, Look.STRONG);
        sentence.setId("conservation-words");
        var laws = new FlowPane(6, 6);
        laws.setPrefWrapLength(WRAPS_AT);
        standing.checks().forEach(check -> laws.getChildren().add(badge(check)));
        var text = Kit.column(7, sentence, laws);
        standing.checks().stream()
                .flatMap(check -> check.rows().stream())
                .distinct()
                .limit(MOST_SHOWN)
                .forEach(row -> text.getChildren().add(line(row)));
        HBox.setHgrow(text, Priority.ALWAYS);
        var banner =
                Kit.row(
                        12,
                        Kit.icon(standing.holds() ? Feather.CHECK_CIRCLE : Feather.X_OCTAGON),
                        text);
        if (model.mayLookAgain()) {
            var again =
                    kit.iconButton(
                            "conservation-again",
                            "conservation.look-again",
                            Feather.REFRESH_CW,
                            model::lookAgain);
            again.disableProperty().bind(model.busy());
            banner.getChildren().add(again);
        }
        banner.getStyleClass()
                .addAll("banner", (standing.holds() ? Tone.NEUTRAL : Tone.BAD).styleClass());
        place.getChildren().add(banner);
    }

    private Node badge(Check check) {
        var name = Wording.of(kit.texts(), "conservation.law", check.law());
        return Kit.badge(
                (check.holds() ? "✓ " : "✗ ") + name, check.holds() ? Tone.GOOD : Tone.BAD);
    }

    private Node line(Row row) {
        return Kit.paragraph(
                kit.text("conservation.row", row.row(), row.column(), row.expected(), row.found()),
                Look.MONO,
                Look.SMALL);
    }
}
