package app.lodge.desktop.journal;

import app.lodge.core.journal.Inclusion;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What the opened row says, and over it whether it is proven.
final class EntryPane {

    private static final int ROWS = 6;
    private static final int MIN_HEIGHT = 96;

    private final Kit kit;
    private final EntryViewModel model;

    EntryPane(Kit kit, EntryViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var content = new TextArea();
        content.setEditable(false);
        content.setWrapText(true);
        content.setPrefRowCount(ROWS);
        content.setMinHeight(MIN_HEIGHT);
        content.setId("journal-content");
        content.setAccessibleText(kit.text("journal.content"));
        content.getStyleClass().add(Look.MONO);
        var proof = new StackPane();
        model.inclusion().subscribe(result -> show(proof, result));
        content.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> text(model.chosen().get(), model.inclusion().get()),
                                model.chosen(),
                                model.inclusion()));
        return Kit.showWhen(model.chosen().isNotNull(), Kit.column(8, proof, content));
    }

    private void show(StackPane place, @Nullable Inclusion result) {
        place.getChildren().clear();
        if (result == null) {
            return;
        }
        place.getChildren()
                .add(
                        switch (result) {
                            case Inclusion.Proven(var seal, _) ->
                                    line(
                                            Feather.SHIELD,
                                            "tone-good",
                                            kit.text(
                                                    "journal.proven",
                                                    Long.toString(seal.number()),
                                                    kit.time(seal.at()),
                                                    seal.fingerprint()));
                            case Inclusion.NotSealed _ ->
                                    line(
                                            Feather.CLOCK,
                                            "tone-neutral",
                                            kit.text("journal.not-sealed"));
                            case Inclusion.Broken(var what, var expected, var found) ->
                                    line(
                                            Feather.X_OCTAGON,
                                            "tone-bad",
                                            kit.text(
                                                    "journal.not-proven",
                                                    Wording.of(
                                                            kit.texts(), "journal.inclusion", what),
                                                    expected,
                                                    found));
                        });
    }

    private static Node line(Ikon icon, String tone, String words) {
        Label sentence = Kit.paragraph(words);
        sentence.setId("journal-proof");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var banner = Kit.row(10, Kit.icon(icon), sentence);
        banner.getStyleClass().addAll("banner", tone);
        return banner;
    }

    private String text(@Nullable JournalRow row, @Nullable Inclusion proof) {
        if (row == null) {
            return "";
        }
        var text = new StringBuilder(row.content()).append("\n\nSHA-256 ").append(row.hash());
        if (proof instanceof Inclusion.Proven(var seal, var path)) {
            path.forEach(step -> text.append("\n  + ").append(step));
            text.append("\n  = ").append(seal.root());
        }
        return text.toString();
    }
}
