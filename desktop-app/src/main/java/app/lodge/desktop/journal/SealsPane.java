package app.lodge.desktop.journal;

import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals.Standing;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Where the seals stand, their list, and what the last verification said.
final class SealsPane {

    private final Kit kit;
    private final SealsViewModel model;

    SealsPane(Kit kit, SealsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    VBox list() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var standing = Kit.paragraph("");
        var key = Kit.paragraph("", Look.MONO, Look.SMALL);
        model.standing()
                .subscribe(now -> {
                    standing.setText(now == null ? "" : words(now));
                    key.setText(
                            now == null || now.fingerprint().isEmpty()
                                    ? ""
                                    : kit.text("journal.key", now.fingerprint()));
                });
        var seal = kit.button("journal-seal", "journal.seal", Feather.LOCK, model::seal);
        seal.disableProperty().bind(model.sealing());
        var head = Kit.row(12, Kit.column(3, standing, key), Kit.spacer(), seal);
        head.getStyleClass().add("filter-row");
        return Kit.column(14, head, table);
    }

    private String words(Standing standing) {
        var last = standing.last();
        return last == null
                ? kit.text("journal.never-sealed")
                : kit.text("journal.standing", kit.time(last.at()), standing.unsealedRows());
    }

    private TableView<Seal> table() {
        var table =
                Tables.paged(
                        "journal-seals",
                        kit.text("journal.tab-seals"),
                        model.seals(),
                        kit.empty(Feather.LOCK, "journal.no-seals", "journal.no-seals-advice"));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("journal.column.number"),
                                80,
                                seal -> String.valueOf(seal.number())));
        table.getColumns()
                .add(Tables.time(kit.text("journal.column.at"), seal -> kit.time(seal.at())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("journal.column.rows"),
                                130,
                                seal -> seal.firstRow() + "–" + seal.lastRow()));
        table.getColumns().add(Tables.text(kit.text("journal.column.key"), 170, Seal::fingerprint));
        table.getColumns().add(Tables.text(kit.text("journal.column.hash"), 260, Seal::hash));
        return table;
    }

    Node verification() {
        var place = new StackPane();
        model.verification().subscribe(result -> show(place, result));
        return Kit.showWhen(model.verification().isNotNull(), place);
    }

    private void show(StackPane place, @Nullable Verification result) {
        place.getChildren().clear();
        if (result == null) {
            return;
        }
        place.getChildren()
                .add(
                        switch (result) {
                            case Verification.Intact(
                                            long rows,
                                            var head,
                                            long seals,
                                            long unsealed,
                                            var _) ->
                                    banner(
                                            "tone-good",
                                            Feather.CHECK_CIRCLE,
                                            kit.text("journal.intact", rows),
                                            kit.text("journal.intact-seals", seals, unsealed)
                                                    + "\n"
                                                    + head);
                            case Verification.Broken(What what, long at, var expected, var found) ->
                                    banner(
                                            "tone-bad",
                                            Feather.X_OCTAGON,
                                            kit.text(
                                                    what == What.ROW_HASH
                                                                    || what == What.ROW_MISSING
                                                            ? "journal.broken"
                                                            : "journal.seal-broken",
                                                    at),
                                            kit.text("journal.broken-hashes", expected, found));
                        });
    }

    private Node banner(String tone, Ikon icon, String words, String hash) {
        var sentence = Kit.paragraph(words, Look.STRONG);
        sentence.setId("journal-verification");
        var text = Kit.column(3, sentence, Kit.paragraph(hash, Look.MONO, Look.SMALL));
        HBox.setHgrow(text, Priority.ALWAYS);
        var banner = Kit.row(12, Kit.icon(icon), text);
        banner.getStyleClass().addAll("banner", tone);
        return banner;
    }
}
