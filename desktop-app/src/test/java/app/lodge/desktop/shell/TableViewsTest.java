package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.Toolkit;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Views of tables belong to one operator and one table, and are there again after a start.
@Tag("ID-49")
class TableViewsTest {

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    private TableViews of(long operator) {
        return new TableViews(SavedFilters.in(folder.resolve("w.views")), operator);
    }

    private static TableView<String> table(String id) throws Exception {
        return Toolkit.call(() -> {
            var made =
                    Tables.table(
                            id,
                            id,
                            javafx.collections.FXCollections.<String>observableArrayList(),
                            new Label());
            made.getColumns()
                    .addAll(
                            List.of(
                                    Tables.<String>text("First", 100, one -> one),
                                    Tables.<String>text("Second", 100, one -> one)));
            KeptColumns.forNow().arrange(made);
            return made;
        });
    }

    @Test
    void belongToOneOperatorAndOneTable() throws Exception {
        var people = table("people");
        Toolkit.run(() -> of(1).keep(people, "Mine"));
        assertThat(of(1).names(people)).containsExactly("Mine");
        assertThat(of(2).names(people)).isEmpty();
        assertThat(of(1).names(table("journal"))).isEmpty();
    }

    @Test
    void holdOrderVisibilityAndWidth() throws Exception {
        var people = table("people");
        Toolkit.run(() -> {
            people.getColumns().setAll(List.copyOf(people.getColumns()).reversed());
            people.getColumns().getFirst().setVisible(false);
            people.getColumns().getLast().setPrefWidth(321);
        });
        Toolkit.run(() -> of(1).keep(people, "Narrow"));
        var again = table("people");
        Toolkit.run(() -> of(1).choose(again, "Narrow"));
        assertThat(again.getColumns())
                .extracting(TableColumn::getText)
                .containsExactly("Second", "First");
        assertThat(again.getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .containsExactly("First");
    }

    @Test
    void thatNobodyKeptChangeNothing() throws Exception {
        var people = table("people");
        Toolkit.run(() -> of(1).choose(people, "Nobody’s"));
        assertThat(people.getVisibleLeafColumns()).hasSize(2);
    }
}
