package app.lodge.desktop.bookkeeping;

import app.lodge.core.groups.Groups.Group;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Groups, each with the way to its limits.
final class GroupLimitsPane {

    private final Kit kit;
    private final GroupLimitsViewModel model;

    GroupLimitsPane(Kit kit, GroupLimitsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(12, Kit.paragraph(kit.text("limits.tab-advice"), Look.MUTED), table);
    }

    private TableView<Group> table() {
        var table =
                Tables.table(
                        "group-limits",
                        kit.text("limits.tab"),
                        model.groups(),
                        kit.empty(Feather.USERS, "limits.no-groups", "limits.no-groups-advice"));
        table.getColumns().add(Tables.text(kit.text("limits.column.group"), 300, Group::name));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("limits.column.members"),
                                110,
                                row -> String.valueOf(row.members())));
        table.getColumns().add(Tables.node("", 200, this::open));
        Tables.openedBy(table, model::open);
        return table;
    }

    private Node open(Group group) {
        var button =
                kit.button(
                        "group-limits-" + group.id().number(),
                        "limits.action",
                        Feather.SLIDERS,
                        () -> model.open(group));
        button.getStyleClass().addAll("small", "flat");
        return button;
    }
}
