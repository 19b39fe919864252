package app.lodge.desktop.groups;

import app.lodge.core.accounts.Limit;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.money.Money;
import app.lodge.desktop.groups.GroupsViewModel.Detail;
import app.lodge.desktop.groups.GroupsViewModel.Member;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.Currency;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Groups at the left; at the right the chosen one's members and what hangs on it.
public final class GroupsPane {

    private final Kit kit;
    private final GroupsViewModel model;
    private final Currency currency;
    private final TableView<Group> table;
    private final TableView<Member> members;
    private final StackPane place = new StackPane();

    public GroupsPane(Kit kit, GroupsViewModel model, Currency currency) {
        this.kit = kit;
        this.model = model;
        this.currency = currency;
        table = table();
        members = members();
        place.setMinWidth(400);
        place.setPrefWidth(520);
        model.detail().subscribe(this::show);
        kit.sheets().showWhile(model.open(), this::nameSheet);
        kit.sheets().showWhile(model.entering(), this::enterSheet);
    }

    public Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var head = Kit.row(8, Kit.spacer());
        if (model.mayChange()) {
            head.getChildren()
                    .add(
                            kit.primary(
                                    "group-add", "groups-desk.add", Feather.PLUS, model::beginNew));
        }
        var left = Kit.column(10, head, table);
        left.setMinWidth(360);
        left.setPrefWidth(420);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(place, Priority.ALWAYS);
        return new HBox(20, left, place);
    }

    /// The keyboard goes to the list.
    public void focus() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private TableView<Group> table() {
        var all =
                Tables.table(
                        "groups-table",
                        kit.text("groups-desk.title"),
                        model.groups(),
                        kit.empty(Feather.USERS, "groups-desk.none", "groups-desk.none-advice"));
        all.getColumns().add(Tables.text(kit.text("groups-desk.column.name"), 240, Group::name));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("groups-desk.column.members"),
                                110,
                                group -> String.valueOf(group.members())));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(group -> {
                    if (group != null) {
                        model.choose(group);
                    }
                });
        model.groups()
                .addListener(
                        (ListChangeListener<Group>)
                                _ ->
                                        model.groups().stream()
                                                .filter(model::isChosen)
                                                .findFirst()
                                                .ifPresent(group -> Tables.choose(all, group)));
        return all;
    }

    private void show(@Nullable Detail detail) {
        if (detail == null) {
            place.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.USERS,
                                    "groups-desk.none-chosen",
                                    "groups-desk.none-chosen-advice"));
            return;
        }
        var group = detail.group();
        var name = Kit.paragraph(group.name(), Look.HEADLINE);
        name.setId("group-name");
        var head =
                Kit.row(
                        8,
                        Kit.column(
                                2,
                                name,
                                Kit.line(
                                        kit.text("groups-desk.count", group.members()),
                                        Look.MUTED)),
                        Kit.spacer());
        if (model.mayChange()) {
            head.getChildren()
                    .addAll(
                            kit.button(
                                    "group-rename",
                                    "groups-desk.rename",
                                    Feather.EDIT_2,
                                    () -> model.beginRename(group)),
                            kit.button(
                                    "group-enter",
                                    "groups-desk.enter",
                                    Feather.USER_PLUS,
                                    model::beginEnter));
        }
        VBox.setVgrow(members, Priority.ALWAYS);
        place.getChildren().setAll(new VBox(14, head, hangs(detail), members));
    }

    private Node hangs(Detail detail) {
        var box = new VBox(5, Kit.line(kit.text("groups-desk.hangs"), "section-title"));
        var centres =
                detail.centres().stream()
                        .map(offer -> offer.centre().name())
                        .collect(Collectors.joining(", "));
        box.getChildren()
                .add(
                        Kit.paragraph(
                                centres.isEmpty()
                                        ? kit.text("groups-desk.no-centres")
                                        : kit.text("groups-desk.centres", centres)));
        detail.limits().forEach(limit -> box.getChildren().add(Kit.paragraph(words(limit))));
        return box;
    }

    private String words(Limit limit) {
        return kit.text(
                "groups-desk.limit",
                Wording.of(kit.texts(), "limit-kind", limit.kind()),
                limit.kind().counts()
                        ? String.valueOf(limit.most())
                        : kit.texts().money(new Money(limit.most(), currency)));
    }

    private TableView<Member> members() {
        var all =
                Tables.paged(
                        "group-members",
                        kit.text("groups-desk.column.members"),
                        model.members(),
                        kit.empty(
                                Feather.USER_PLUS,
                                "groups-desk.no-members",
                                "groups-desk.no-members-advice"));
        all.getColumns().add(Tables.text(kit.text("groups-desk.column.person"), 240, Member::name));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("groups-desk.column.number"),
                                110,
                                member -> "%07d".formatted(member.id().number())));
        if (model.mayChange()) {
            all.getColumns().add(Tables.node("", 52, this::leave));
        }
        return all;
    }

    private Node leave(Member member) {
        var button =
                kit.iconButton(
                        "member-leave-" + member.id().number(),
                        "groups-desk.leave",
                        Feather.X,
                        () -> model.leave(member));
        button.getStyleClass().add("small");
        return button;
    }

    private Sheet nameSheet() {
        var form = new Form(kit, "group-form", model.problems());
        var body = new VBox(16, form.text("name", model.name()), form.otherProblems());
        var save = kit.primary("group-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        var title = kit.text(model.isNew() ? "group-form.title-new" : "group-form.title");
        return new Sheet(kit, title, 460, body, model.open()).primary(save);
    }

    private Sheet enterSheet() {
        var form = new Form(kit, "member-form", model.problems());
        var body =
                new VBox(
                        16,
                        PersonField.in(kit, form, "person", model.person()),
                        form.otherProblems());
        var save = kit.primary("member-save", "member-form.save", Feather.USER_PLUS, model::enter);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("member-form.title"), 480, body, model.entering())
                .primary(save);
    }
}
