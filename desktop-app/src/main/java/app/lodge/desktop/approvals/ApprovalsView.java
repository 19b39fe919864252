package app.lodge.desktop.approvals;

import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Requests of other desks, and the decision on the chosen one.
public final class ApprovalsView implements Screen {

    private final Kit kit;
    private final ApprovalsViewModel model;
    private final StackPane decision = new StackPane();
    private final TableView<Approval> table;
    private final PageFrame frame;

    public ApprovalsView(Kit kit, ApprovalsViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = kit.panel("approvals.waiting", table);
        panel.getStyleClass().add("panel-table");
        VBox.setVgrow(panel, Priority.ALWAYS);
        model.chosen().subscribe(this::show);
        frame =
                new PageFrame(
                        kit,
                        "approvals.title",
                        "approvals.subtitle",
                        new VBox(20, panel, decision));
    }

    private TableView<Approval> table() {
        var rows =
                Tables.table(
                        "approvals-table",
                        kit.text("approvals.waiting"),
                        model.waiting(),
                        kit.empty(Feather.CHECK_CIRCLE, "approvals.none", "approvals.none-advice"));
        rows.getColumns()
                .add(Tables.time(kit.text("approvals.column.asked"), a -> kit.time(a.askedAt())));
        rows.getColumns().add(Tables.text(kit.text("approvals.column.what"), 110, this::verb));
        rows.getColumns()
                .add(
                        Tables.number(
                                kit.text("approvals.column.amount"),
                                110,
                                a -> kit.texts().money(a.matter().amount())));
        rows.getColumns()
                .add(
                        Tables.text(
                                kit.text("approvals.column.account"),
                                90,
                                a -> String.valueOf(a.matter().account().number())));
        rows.getColumns().add(Tables.text(kit.text("approvals.column.reason"), 170, this::reason));
        rows.getColumns().add(Tables.text(kit.text("approvals.column.by"), 150, this::by));
        rows.getSelectionModel().selectedItemProperty().subscribe(model.chosen()::set);
        return rows;
    }

    private String verb(Approval approval) {
        return Wording.of(kit.texts(), "approval-verb", approval.matter().verb());
    }

    private String reason(Approval approval) {
        var reason = Wording.of(kit.texts(), "reason", approval.reason());
        return approval.reference().isEmpty()
                ? reason
                : kit.text("approvals.reason-with", reason, approval.reference());
    }

    private String by(Approval approval) {
        return kit.text("accounts.place-by", approval.workstation(), approval.askedByName());
    }

    private void show(@Nullable Approval approval) {
        if (approval == null) {
            table.getSelectionModel().clearSelection();
            decision.getChildren().clear();
            return;
        }
        var form = new Form(kit, "approvals", model.problems());
        var title =
                kit.text(
                        "approvals.decide-on",
                        verb(approval),
                        kit.texts().money(approval.matter().amount()),
                        approval.askedByName());
        var body =
                Kit.column(
                        14,
                        Kit.line(title, Look.PANEL_TITLE),
                        kit.message(model.refusal(), "banner", "tone-bad"));
        if (model.own(approval)) {
            body.getChildren().add(Kit.paragraph(kit.text("approvals.yourself"), Look.MUTED));
        } else {
            body.getChildren()
                    .addAll(
                            Form.row(
                                    form.choice(
                                            "remark",
                                            List.of(Remark.values()),
                                            model.remark(),
                                            value ->
                                                    Wording.of(
                                                            kit.texts(), "approval-remark", value)),
                                    form.text("reference", model.reference())),
                            form.otherProblems(),
                            buttons());
        }
        body.getStyleClass().add(Look.PANEL);
        decision.getChildren().setAll(body);
    }

    private Node buttons() {
        var refuse =
                kit.button(
                        "approvals-refuse",
                        "approvals.refuse-action",
                        Feather.X,
                        () -> model.decide(false));
        var approve =
                kit.primary(
                        "approvals-approve",
                        "approvals.approve-action",
                        Feather.CHECK,
                        () -> model.decide(true));
        refuse.disableProperty().bind(model.busy());
        approve.disableProperty().bind(model.busy());
        return Kit.row(10, Kit.spacer(), refuse, approve);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.kind().startsWith("approval.")) {
            model.refresh();
        }
    }
}
