package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.Toolkit;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sentence that is longer than its column stays whole: its row grows (ID-49).
@Tag("ID-49")
class SentenceColumnTest {

    private static final String LONG =
            "Son modèle désigne un plan d’encodage qu’aucune nouvelle carte ne reçoit ; choisissez-en un autre"
                    + " pour ce modèle, ou un autre modèle pour cette carte, puis imprimez-la encore une fois";

    @AfterEach
    void close() {
        Toolkit.closeAll();
    }

    @Test
    void growsItsRow() throws Exception {
        Toolkit.start();
        var heights =
                Toolkit.call(() -> {
                    var table =
                            Tables.table(
                                    "sentences",
                                    "Sentences",
                                    FXCollections.observableArrayList(LONG, "kurz"),
                                    new StackPane());
                    table.getColumns().add(Tables.<String>sentences("Why", 200, words -> words));
                    var stage = new Stage();
                    stage.setScene(new Scene(new StackPane(table), 400, 300));
                    stage.show();
                    table.applyCss();
                    table.layout();
                    var cells =
                            table.lookupAll(".table-cell").stream()
                                    .map(TableCell.class::cast)
                                    .filter(cell -> cell.getGraphic() != null)
                                    .toList();
                    assertThat(cells).hasSize(2);
                    for (var cell : cells) {
                        var text = (Text) cell.getGraphic();
                        assertThat(text.getLayoutBounds().getHeight())
                                .isLessThanOrEqualTo(cell.getHeight());
                        assertThat(text.getLayoutBounds().getWidth())
                                .isLessThanOrEqualTo(cell.getWidth());
                    }
                    return cells.stream().map(TableCell::getHeight).toList();
                });
        assertThat(heights.getFirst()).isGreaterThan(heights.getLast());
    }
}
