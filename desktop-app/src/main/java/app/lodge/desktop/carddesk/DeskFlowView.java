package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.Movement;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.issuing.IssueOutcome;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A matter at the desk, step by step; Enter always does what comes next.
final class DeskFlowView {

    private final Kit kit;
    private final DeskFlowViewModel model;
    private final VBox body = new VBox(14);
    private final Label due = Kit.paragraph("", Look.MUTED);
    private final DeskReceipts receipts;
    private final SpreadView spread;
    private final Button next;
    private final Button other;
    private Runnable forward = () -> {};
    private Runnable aside = () -> {};

    DeskFlowView(Kit kit, DeskFlowViewModel model) {
        this.kit = kit;
        this.model = model;
        this.receipts = model.receipts();
        this.spread = new SpreadView(kit, model.currency());
        this.next = kit.primary("flow-next", "flow.done", Feather.CHECK, () -> forward.run());
        this.other = kit.button("flow-other", "flow.undo", null, () -> aside.run());
    }

    Sheet sheet() {
        var busy = model.busy().or(model.issue().busy());
        next.disableProperty().bind(busy);
        other.disableProperty().bind(busy);
        var working = Kit.line(kit.text("flow.working"), Look.MUTED);
        var outcome = new VBox();
        model.issue()
                .result()
                .subscribe(result -> {
                    outcome.getChildren().clear();
                    if (result != null && !(result instanceof IssueOutcome.Issued)) {
                        outcome.getChildren()
                                .add(new IssueCardView(kit, model.issue()).banner(result));
                    }
                });
        var step = Kit.line("", Look.MUTED);
        step.setId("flow-step");
        model.issue()
                .step()
                .subscribe(reached ->
                        step.setText(
                                reached == null
                                        ? ""
                                        : Wording.of(kit.texts(), "issue.step", reached)));
        var content =
                Kit.column(
                        14,
                        body,
                        due,
                        Kit.showWhen(model.issue().busy(), step),
                        outcome,
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        Kit.showWhen(busy, working),
                        spread.node());
        model.now().subscribe(this::show);
        model.now().subscribe(_ -> due(model.issue().due().get()));
        model.issue().due().subscribe(this::due);
        return new Sheet(kit, kit.text("flow.title"), 600, content, model.open())
                .action(other)
                .primary(next);
    }

    private void show(DeskFlow now) {
        body.getChildren().clear();
        spread.show(null, false);
        offer("flow.done", this::close, null, this::close);
        switch (now) {
            case DeskFlow.Working _ -> {
                // The line below says that something is under way, or why nothing is.
            }
            case DeskFlow.LostBlocked(var medium, var knows) -> {
                say("flow.lost-blocked", Look.Tone.BAD, medium.number());
                spread.show(knows, false);
                offer("flow.replace", model::replace, "flow.undo", model::undo);
            }
            case DeskFlow.Replaced(var before, var number, var charges) -> {
                say("flow.replaced", Look.Tone.GOOD, number, before.number());
                charges.forEach(this::charge);
            }
            case DeskFlow.Found(var medium) ->
                    say("flow.found-lives", Look.Tone.GOOD, medium.number());
            case DeskFlow.FoundTooLate(var medium) -> {
                say("flow.found-too-late", Look.Tone.CAUTION, medium.number());
                offer("flow.destroy", model::destroy, null, this::close);
            }
            case DeskFlow.Returned(var medium, var deposit, var balance) -> {
                say("flow.returned-back", Look.Tone.GOOD, medium.number());
                deposit.ifPresent(money -> amount("flow.deposit-back", money));
                balance.ifPresent(money -> amount("flow.balance", money));
                if (balance.filter(money -> money.minor() > 0).isPresent()) {
                    offer("flow.keep", this::close, "flow.pay-out", model::payOut);
                }
            }
            case DeskFlow.PaidOut(var medium, var money) -> {
                say("flow.returned-back", Look.Tone.GOOD, medium.number());
                amount("flow.paid-out", money);
            }
            case DeskFlow.Destroyed(var medium) ->
                    say("flow.destroyed", Look.Tone.GOOD, medium.number());
            case DeskFlow.Lent(var medium, var until) ->
                    say("flow.lent", Look.Tone.GOOD, medium.number(), kit.time(until));
        }
    }

    /// What the replacement will cost, before it is made.
    private void due(MediaCharges.@Nullable Due owed) {
        boolean told =
                owed != null && !owed.free() && model.now().get() instanceof DeskFlow.LostBlocked;
        due.setVisible(told);
        due.setManaged(told);
        if (owed != null && told) {
            due.setText(
                    kit.text(
                            "flow.due",
                            kit.texts().money(owed.fee()),
                            kit.texts().money(owed.deposit())));
        }
    }

    private void charge(Movement booked) {
        var line =
                Kit.line(
                        kit.text(
                                "flow.receipt-line",
                                Wording.of(kit.texts(), "posting-kind", booked.kind()),
                                kit.texts().money(booked.amount()),
                                kit.texts().money(booked.balanceAfter()),
                                Long.toString(booked.posting())),
                        Look.MONO);
        line.setId("flow-receipt-" + booked.posting());
        var keep =
                kit.button(
                        "flow-keep-" + booked.posting(),
                        "desk-receipt.show",
                        Feather.FILE_TEXT,
                        () -> receipts.keep(booked.posting()));
        keep.disableProperty().bind(receipts.busy());
        body.getChildren().add(Kit.row(10, line, Kit.spacer(), keep));
    }

    private void amount(String key, Money money) {
        body.getChildren().add(Kit.paragraph(kit.text(key, kit.texts().money(money))));
    }

    private void say(String key, Look.Tone tone, Object... arguments) {
        var words = Kit.paragraph(kit.text(key, arguments));
        words.setId("flow-says");
        Node sign =
                Kit.icon(
                        switch (tone) {
                            case GOOD -> Feather.CHECK_CIRCLE;
                            case BAD -> Feather.LOCK;
                            case CAUTION, NEUTRAL, ACCENT -> Feather.ALERT_TRIANGLE;
                        });
        var banner = Kit.row(10, sign, words);
        banner.getStyleClass()
                .addAll(
                        "banner",
                        switch (tone) {
                            case GOOD -> "tone-good";
                            case BAD -> "tone-bad";
                            case CAUTION, NEUTRAL, ACCENT -> "tone-caution";
                        });
        body.getChildren().add(banner);
    }

    private void offer(String key, Runnable then, @Nullable String asideKey, Runnable instead) {
        forward = then;
        aside = instead;
        next.setText(kit.text(key));
        other.setText(kit.text(asideKey == null ? "flow.undo" : asideKey));
        other.setVisible(asideKey != null);
        other.setManaged(asideKey != null);
        next.requestFocus();
    }

    private void close() {
        model.open().set(false);
    }
}
