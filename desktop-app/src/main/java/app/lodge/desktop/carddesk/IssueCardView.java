package app.lodge.desktop.carddesk;

import app.lodge.core.devices.DeviceFault;
import app.lodge.desktop.carddesk.CardStation.IssueResult;
import app.lodge.desktop.carddesk.CardStation.IssueStep;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The button that issues the card, its steps as they are reached, and what became of it.
final class IssueCardView {

    private final Kit kit;
    private final IssueCardViewModel model;
    private final HBox steps = new HBox(6);
    private final VBox outcome = new VBox();

    IssueCardView(Kit kit, IssueCardViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var issue = kit.primary("issue-card", "issue.action", Feather.ZAP, model::issue);
        issue.getStyleClass().add("large");
        issue.setDefaultButton(true);
        issue.disableProperty().bind(model.busy());
        var stop = kit.button("issue-stop", "action.stop", Feather.X, model::stop);
        Kit.showWhen(model.busy(), stop);
        steps.setAlignment(Pos.CENTER_LEFT);
        model.step().subscribe(_ -> showSteps());
        model.busy().subscribe(_ -> showSteps());
        model.result().subscribe(this::show);
        var line = Kit.row(12, issue, stop, Kit.spacer(), key());
        return Kit.column(
                14, line, kit.message(model.refusal(), "banner", "tone-caution"), steps, outcome);
    }

    private Node key() {
        return Kit.line(kit.text("issue.key-hint"), Look.SMALL, Look.MUTED);
    }

    private void showSteps() {
        steps.getChildren().clear();
        var now = model.step().get();
        boolean seen = model.busy().get() || model.result().get() != null;
        steps.setVisible(seen && now != null);
        steps.setManaged(steps.isVisible());
        if (now == null) {
            return;
        }
        for (var step : IssueStep.values()) {
            steps.getChildren().add(step(step, now));
        }
    }

    private Node step(IssueStep step, IssueStep now) {
        boolean issued = model.result().get() instanceof IssueResult.Issued;
        boolean done = step.ordinal() < now.ordinal() || issued;
        boolean current = step == now && !issued;
        var label = Kit.line(Wording.of(kit.texts(), "issue.step", step), Look.SMALL);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var sign = new StackPane();
        sign.setMinSize(16, 16);
        sign.setPrefSize(16, 16);
        if (current && model.busy().get()) {
            var turning = new ProgressIndicator();
            turning.setPrefSize(14, 14);
            sign.getChildren().add(turning);
        } else {
            sign.getChildren()
                    .add(
                            Kit.icon(
                                    done
                                            ? Feather.CHECK_CIRCLE
                                            : current ? Feather.ALERT_CIRCLE : Feather.CIRCLE));
        }
        var box = Kit.row(5, sign, label);
        box.getStyleClass().addAll("issue-step", done ? "done" : current ? "current" : "ahead");
        return box;
    }

    private void show(@Nullable IssueResult result) {
        outcome.getChildren().clear();
        showSteps();
        if (result != null) {
            outcome.getChildren().add(banner(result));
        }
    }

    private Node banner(IssueResult result) {
        return switch (result) {
            case IssueResult.Issued(var medium) ->
                    banner("tone-good", Feather.CHECK_CIRCLE, "issue.issued", medium.number());
            case IssueResult.Spoiled(var fault) ->
                    banner("tone-bad", Feather.X_CIRCLE, "issue.spoiled", words(fault));
            case IssueResult.NotBegun(var fault) ->
                    banner("tone-caution", Feather.ALERT_TRIANGLE, "issue.not-begun", words(fault));
            case IssueResult.Unknown(var job) ->
                    banner(
                            "tone-caution",
                            Feather.HELP_CIRCLE,
                            "issue.unknown",
                            job.cardNumber());
            case IssueResult.AlreadyUnderWay(var job) ->
                    banner(
                            "tone-caution",
                            Feather.CLOCK,
                            "issue.under-way",
                            job.cardNumber(),
                            job.workstation());
            case IssueResult.PersonBlocked _ ->
                    banner("tone-bad", Feather.LOCK, "issue.person-blocked");
            case IssueResult.Stopped _ -> banner("tone-neutral", Feather.SLASH, "issue.stopped");
        };
    }

    private Node banner(
            String tone, org.kordamp.ikonli.Ikon icon, String key, Object... arguments) {
        var words = Kit.paragraph(kit.text(key, arguments));
        words.setId("issue-outcome");
        var banner = Kit.row(10, Kit.icon(icon), words);
        banner.getStyleClass().addAll("banner", tone);
        return banner;
    }

    private String words(DeviceFault fault) {
        return FaultWords.of(kit.texts(), fault);
    }
}
