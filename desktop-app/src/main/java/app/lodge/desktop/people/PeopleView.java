package app.lodge.desktop.people;

import app.lodge.core.books.Fact;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonState;
import app.lodge.desktop.privacy.DataProtectionView;
import app.lodge.desktop.privacy.PrivacyView;
import app.lodge.desktop.rights.PersonRightsSheet;
import app.lodge.desktop.selfservice.SelfServiceView;
import app.lodge.desktop.shell.FileDrop;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.QueryField;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The people of the site at the left, the chosen one at the right.
public final class PeopleView implements Screen {

    private final Kit kit;
    private final PeopleViewModel model;
    private final QueryField query;
    private final PageFrame frame;

    public PeopleView(Kit kit, PeopleViewModel model) {
        this.kit = kit;
        this.model = model;
        query = new QueryField(kit, "people-query", "people.query", model.query());
        kit.sheets()
                .showWhile(model.rights().open(), () -> PersonRightsSheet.of(kit, model.rights()));
        kit.sheets()
                .showWhile(
                        model.enrolment().open(),
                        () -> new EnrolPersonView(kit, model.enrolment()).sheet());
        kit.sheets()
                .showWhile(
                        model.camera().open(), () -> new CameraView(kit, model.camera()).sheet());
        kit.sheets()
                .showWhile(
                        model.photograph().open(),
                        () -> new CropPhotoView(kit, model.photograph()).sheet());
        kit.sheets()
                .showWhile(
                        model.photoFolder().open(),
                        () -> new PhotoFolderView(kit, model.photoFolder()).sheet());
        kit.sheets()
                .showWhile(
                        model.photoFolder().cutting().open(),
                        () -> new CropPhotoView(kit, model.photoFolder().cutting()).sheet());
        kit.sheets()
                .showWhile(
                        model.photoReview().open(),
                        () -> new PhotoReviewView(kit, model.photoReview()).sheet());
        kit.sheets()
                .showWhile(
                        model.signature().open(),
                        () -> new SignatureView(kit, model.signature()).sheet());
        kit.sheets()
                .showWhile(
                        model.imports().open(),
                        () -> new ImportPeopleView(kit, model.imports(), model.undo()).sheet());
        kit.sheets()
                .showWhile(
                        model.selfService().open(),
                        () -> new SelfServiceView(kit, model.selfService()).sheet());
        kit.sheets()
                .showWhile(model.pin().open(), () -> new HolderPinView(kit, model.pin()).sheet());
        kit.sheets()
                .showWhile(
                        model.privacy().open(),
                        () -> new PrivacyView(kit, model.privacy()).sheet());
        kit.sheets()
                .showWhile(
                        model.protection().open(),
                        () -> new DataProtectionView(kit, model.protection()).sheet());
        frame = new PageFrame(kit, "people.title", "people.subtitle", content(), actions());
    }

    private Node[] actions() {
        var load =
                kit.button(
                        "people-import", "people.import", Feather.UPLOAD, model.imports()::begin);
        load.setVisible(model.mayImport());
        var enrol =
                kit.primary(
                        "people-enrol",
                        "people.enrol-action",
                        Feather.USER_PLUS,
                        model.enrolment()::beginNew);
        enrol.setVisible(model.mayChange());
        var undo =
                kit.button(
                        "people-undo-import", "import.undo", Feather.ROTATE_CCW, model.undo()::ask);
        var plain =
                undo.getText(); // never empty: a mnemonic outlives its letter in JavaFX's layout
        undo.textProperty()
                .bind(
                        model.undo()
                                .newest()
                                .map(run ->
                                        run == null
                                                ? plain
                                                : kit.text(
                                                        "people.undo-import",
                                                        model.undo().when(run, kit.habits())))
                                .orElse(plain));
        undo.disableProperty().bind(model.undo().busy());
        Kit.showWhen(model.undo().newest().map(_ -> true).orElse(false), undo);
        var protect =
                kit.button(
                        "people-protection",
                        "privacy.overview-action",
                        Feather.SHIELD,
                        model.protection()::begin);
        Kit.showWhen(new SimpleBooleanProperty(model.protection().allowed()), protect);
        return new Node[] {undo, protect, load, enrol};
    }

    private Node content() {
        var count = Kit.line("", Look.SMALL, Look.MUTED);
        count.textProperty().bind(model.count().map(kit::say).orElse(""));
        count.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var photos =
                kit.button(
                        "people-photos",
                        "people.photos",
                        Feather.IMAGE,
                        model.photoFolder()::begin);
        Kit.showWhen(new SimpleBooleanProperty(model.mayChange()), photos);
        var review =
                kit.iconButton(
                        "people-photo-review",
                        "people.photo-review",
                        Feather.CHECK_SQUARE,
                        model.photoReview()::begin);
        Kit.showWhen(new SimpleBooleanProperty(model.photoReview().mayDecide()), review);
        var above = Kit.row(14, query, count, photos, review);
        HBox.setHgrow(query, Priority.ALWAYS);
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var master = Kit.column(12, above, ChosenPeopleBar.of(kit, model.several(), table), table);
        master.getStyleClass().addAll(Look.PANEL, "panel-table");
        HBox.setHgrow(master, Priority.ALWAYS);
        var file = new PersonFilePane(kit, model).node();
        var both = new HBox(20, master, file);
        both.setId("people-place");
        FileDrop.onto(both, model::dropped);
        return both;
    }

    private TableView<Person> table() {
        var table =
                Tables.paged(
                        "people-table",
                        kit.text("people.title"),
                        model.people(),
                        kit.empty(Feather.USERS, "people.none", "people.none-advice"));
        table.getColumns()
                .add(Tables.text(kit.text("people.column.name"), 190, p -> p.details().listName()));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("people.column.id"),
                                90,
                                p -> "%07d".formatted(p.id().number())));
        table.getColumns()
                .add(Tables.text(kit.text("people.column.group"), 140, p -> p.details().group()));
        var branch =
                Tables.text(kit.text("people.branch"), 140, (Person p) -> p.details().branch());
        branch.setVisible(false); // chosen in the table's menu where there are branches (CHAIN-21)
        table.getColumns().add(branch);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("people.column.personnel-number"),
                                110,
                                p -> p.details().personnelNumber()));
        table.getColumns()
                .add(Tables.node(kit.text("people.column.state"), 90, p -> state(kit, p.state())));
        Tables.leadInto(query, table, table.getSelectionModel());
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.selected().subscribe(person -> select(table, person));
        model.people()
                .rows()
                .addListener(
                        (javafx.beans.InvalidationListener)
                                _ -> select(table, model.selected().get()));
        return table;
    }

    private void choose(Person person) {
        if (person != null) {
            model.selected().set(person);
        }
    }

    private void select(TableView<Person> table, Person person) {
        if (person == null) {
            return;
        }
        model.people()
                .find(one -> one.id().equals(person.id()))
                .ifPresent(row -> {
                    if (table.getSelectionModel().getSelectedIndex() != row) {
                        table.getSelectionModel().clearAndSelect(row);
                    }
                });
    }

    static Node state(Kit kit, PersonState state) {
        return Kit.badge(
                Wording.of(kit.texts(), "person-state", state),
                switch (state) {
                    case ACTIVE -> Look.Tone.GOOD;
                    case BLOCKED -> Look.Tone.BAD;
                });
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        query.requestFocus();
    }

    @Override
    public void open(String subject) {
        model.open(subject);
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("person:")) {
            model.refresh();
        }
    }

    @Override
    public Keys keys() {
        var keys = Keys.ofScreen();
        if (model.mayChange()) {
            keys.on(Keys.ctrl(KeyCode.N), "keys.people.enrol", model.enrolment()::beginNew)
                    .on(Keys.key(KeyCode.F2), "keys.people.change", model::change);
        }
        if (model.mayIssue()) {
            keys.on(Keys.key(KeyCode.F9), "keys.people.issue", model::issueCard);
        }
        return keys;
    }
}
