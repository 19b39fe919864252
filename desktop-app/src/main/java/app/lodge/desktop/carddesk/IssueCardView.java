package app.lodge.desktop.carddesk;

import app.lodge.core.devices.DeviceFault;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The button that issues the card, its steps as they are reached, and what became of it.
final class IssueCardView {

    private final Kit kit;
    private final IssueCardViewModel model;
    private final FlowPane steps = new FlowPane(6, 6);
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
        var cash = kit.button("issue-cash", "issue.cash", Feather.DOLLAR_SIGN, model::issueForCash);
        cash.disableProperty().bind(model.busy());
        cash.setVisible(false);
        model.due()
                .subscribe(due -> {
                    cash.setVisible(due != null && !due.covered() && due.cashTaken());
                    cash.setManaged(cash.isVisible());
                    if (due != null) {
                        cash.setText(kit.text("issue.cash", kit.texts().money(due.missing())));
                    }
                });
        var stop = kit.button("issue-stop", "action.stop", Feather.X, model::stop);
        Kit.showWhen(model.busy(), stop);
        steps.setAlignment(Pos.CENTER_LEFT);
        model.step().subscribe(_ -> showSteps());
        model.busy().subscribe(_ -> showSteps());
        model.result().subscribe(this::show);
        var line = Kit.row(12, issue, cash, stop, Kit.spacer(), key());
        return Kit.column(
                14,
                line,
                charge(),
                kit.message(model.refusal(), "banner", "tone-caution"),
                steps,
                outcome);
    }

    /// What the card will cost, before it is made.
    private Node charge() {
        var words = Kit.paragraph("");
        words.setId("issue-charge");
        model.due()
                .subscribe(due -> {
                    boolean told = due != null && !due.free();
                    words.setVisible(told);
                    words.setManaged(told);
                    if (due == null) {
                        return;
                    }
                    words.getStyleClass().setAll("label", due.covered() ? Look.MUTED : "banner");
                    if (!due.covered()) {
                        words.getStyleClass().add("tone-caution");
                    }
                    var why = due.replaces();
                    var fee = kit.texts().money(due.fee());
                    var deposit = kit.texts().money(due.deposit());
                    words.setText(
                            why == null
                                    ? kit.text(
                                            due.covered()
                                                    ? "issue.charge"
                                                    : "issue.charge-uncovered",
                                            fee,
                                            deposit,
                                            kit.texts().money(due.missing()))
                                    : kit.text(
                                            due.covered()
                                                    ? "issue.charge-again"
                                                    : "issue.charge-again-uncovered",
                                            fee,
                                            deposit,
                                            Wording.of(kit.texts(), "block-reason", why),
                                            kit.texts().money(due.missing())));
                });
        return words;
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
        boolean issued = model.result().get() instanceof IssueOutcome.Issued;
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

    private void show(@Nullable IssueOutcome result) {
        outcome.getChildren().clear();
        showSteps();
        if (result != null) {
            outcome.getChildren().add(banner(result));
        }
    }

    Node banner(IssueOutcome result) {
        return switch (result) {
            case IssueOutcome.Issued(var job, var _) -> good("issue.issued", job.cardNumber());
            case IssueOutcome.Spoiled(var _, var _, var fault) ->
                    bad("issue.spoiled", words(fault));
            case IssueOutcome.NotStarted(var _, var fault) ->
                    caution("issue.not-begun", words(fault));
            case IssueOutcome.NotPrintable(var _, var problems) ->
                    caution(
                            "issue.not-printable",
                            problems.stream()
                                    .map(problem -> Wording.of(kit.texts(), problem))
                                    .collect(Collectors.joining(" ")));
            case IssueOutcome.Unresolved(var job, var _, var fault) ->
                    caution("issue.unresolved", job.cardNumber(), words(fault));
            case IssueOutcome.ToBeConfirmed(var job) ->
                    caution("issue.to-be-confirmed", job.cardNumber());
            case IssueOutcome.AlreadyUnderWay(var job) ->
                    caution("issue.under-way", job.cardNumber(), job.workstation());
            case IssueOutcome.PersonBlocked _ -> bad("issue.person-blocked");
            case IssueOutcome.PersonUnknown _ -> bad("issue.person-unknown");
            case IssueOutcome.TooMany(var kind, int most) ->
                    bad(Wording.key("issue.too-many", kind), most);
            case IssueOutcome.NoStock(var place) -> bad("issue.no-stock", place);
            case IssueOutcome.NotCovered(var shortfall) ->
                    caution(
                            shortfall.cashTaken() ? "issue.not-covered-cash" : "issue.not-covered",
                            kit.texts().money(shortfall.owed()),
                            kit.texts().money(shortfall.missing()));
            case IssueOutcome.LayoutUnknown(var layout) -> bad("issue.layout-unknown", layout);
            case IssueOutcome.PlanUnusable(var layout, var plan) ->
                    bad("issue.plan-unusable", layout, plan);
            case IssueOutcome.Stopped _ -> caution("issue.stopped");
        };
    }

    private Node good(String key, Object... arguments) {
        return banner("tone-good", Feather.CHECK_CIRCLE, key, arguments);
    }

    private Node caution(String key, Object... arguments) {
        return banner("tone-caution", Feather.ALERT_TRIANGLE, key, arguments);
    }

    private Node bad(String key, Object... arguments) {
        return banner("tone-bad", Feather.X_CIRCLE, key, arguments);
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
