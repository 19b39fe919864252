package app.lodge.desktop.privacy;

import app.lodge.core.privacy.Privacy.RetentionPreview;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.core.privacy.RetentionClass;
import app.lodge.core.privacy.RetentionClass.Ground;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The retention classes: a table, and below it the chosen one to be changed, with what the change would
/// delete and when.
final class RetentionTab {

    private static final int HEIGHT = 150;

    private final Kit kit;
    private final RetentionViewModel model;
    private final PrivacyWords words;

    RetentionTab(Kit kit, RetentionViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new PrivacyWords(kit.texts());
    }

    VBox node() {
        var table =
                Tables.table(
                        "retention-table",
                        kit.text("privacy.tab-retention"),
                        model.classes(),
                        kit.empty(Feather.ARCHIVE, "privacy.no-classes", "privacy.classes-advice"));
        table.getColumns()
                .add(
                        Tables.<RetentionClass>text(
                                kit.text("privacy.column.data"), 300, one -> words.of(one.data())));
        var years =
                Tables.<RetentionClass>number(
                        kit.text("privacy.column.years"),
                        70,
                        one -> kit.texts().number(one.years()));
        years.setMaxWidth(75);
        table.getColumns().getFirst().setMinWidth(290);
        table.getColumns().add(years);
        table.getColumns()
                .add(
                        Tables.<RetentionClass>text(
                                kit.text("privacy.column.ground"),
                                190,
                                one -> words.of(one.ground())));
        table.getColumns()
                .add(
                        Tables.<RetentionClass>text(
                                kit.text("privacy.column.follows"), 210, this::follows));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        return Kit.column(10, table, Kit.showWhen(model.chosen().isNotNull(), editing()));
    }

    private String follows(RetentionClass one) {
        if (one.keepsPerson()) {
            return kit.text("privacy.keeps-person");
        }
        return one.data() == app.lodge.core.privacy.DataClass.PERSON
                ? Wording.of(kit.texts(), "privacy.when-due", one.whenDue())
                : "";
    }

    private Region editing() {
        var form = new Form(kit, "retention", model.problems());
        var due =
                form.choice(
                        "whenDue",
                        List.of(WhenDue.values()),
                        model.whenDue(),
                        one -> Wording.of(kit.texts(), "privacy.when-due", one));
        model.chosen()
                .subscribe(_ -> {
                    due.setVisible(model.ofPeople());
                    due.setManaged(model.ofPeople());
                });
        var told = Kit.paragraph("", "banner", "tone-caution");
        told.setId("retention-preview");
        told.setMinHeight(Region.USE_PREF_SIZE);
        model.preview().subscribe(found -> show(told, found));
        var look = kit.button("retention-look", "privacy.look-ahead", Feather.EYE, model::look);
        look.disableProperty().bind(model.busy());
        var keep = kit.primary("retention-keep", "privacy.keep-rule", Feather.CHECK, model::change);
        keep.disableProperty().bind(model.busy());
        return Kit.column(
                8,
                Form.row(
                        form.choice("ground", List.of(Ground.values()), model.ground(), words::of),
                        form.text("years", model.years()),
                        due),
                Kit.row(
                        10,
                        form.toggle("keepsPerson", model.keepsPerson()),
                        Kit.spacer(),
                        look,
                        keep),
                told,
                form.otherProblems());
    }

    private void show(javafx.scene.control.Label told, @Nullable RetentionPreview found) {
        told.setVisible(found != null);
        told.setManaged(found != null);
        told.setText(found == null ? "" : String.join("\n", lines(found)));
    }

    private List<String> lines(RetentionPreview found) {
        var first = found.firstFree();
        var texts = kit.texts();
        var due =
                texts.get(
                        "privacy.retention-due",
                        found.dueThen(),
                        found.dueNow(),
                        found.dueInAYear());
        var free =
                texts.get(
                        found.byItself()
                                ? "privacy.retention-erased-tonight"
                                : "privacy.retention-proposed",
                        found.free());
        return first == null
                ? List.of(due, free)
                : List.of(
                        due,
                        free,
                        texts.get("privacy.retention-kept", found.kept(), texts.date(first)));
    }
}
