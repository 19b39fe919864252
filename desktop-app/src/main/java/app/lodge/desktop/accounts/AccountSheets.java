package app.lodge.desktop.accounts;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Reason;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.collections.FXCollections;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over an account: top-up, receipt, block.
final class AccountSheets {

    private final Kit kit;
    private final AccountsViewModel model;

    AccountSheets(Kit kit, AccountsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet topUp() {
        var topUp = model.topUp();
        var form = new Form(kit, "top-up", topUp.problems());
        var file = topUp.account();
        var currency = file == null ? "" : file.account().balance().currency().getCurrencyCode();
        var amount = form.text("amount", topUp.amount(), kit.text("top-up.prompt", currency));
        var means =
                form.choice(
                        "means",
                        PaymentMeans.atTheCounter(),
                        topUp.means(),
                        value -> Wording.of(kit.texts(), "payment-means", value));
        var holder = file == null ? "" : file.holder().map(h -> h.details().fullName()).orElse("");
        var balance = file == null ? "" : kit.texts().money(file.account().balance());
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(kit.text("top-up.for", holder, balance), Look.MUTED),
                        kit.message(topUp.refusal(), "banner", "tone-bad"),
                        Form.row(amount, means),
                        form.otherProblems());
        var take = kit.primary("top-up-take", "top-up.take", Feather.CHECK, topUp::takeIn);
        take.disableProperty().bind(topUp.busy());
        return new Sheet(kit, kit.text("top-up.title"), 520, body, topUp.open()).primary(take);
    }

    Sheet payOut() {
        var payOut = model.payOut();
        var form = new Form(kit, "pay-out", payOut.problems());
        var file = payOut.account();
        var currency = file == null ? "" : file.account().balance().currency().getCurrencyCode();
        var amount = form.text("amount", payOut.amount(), kit.text("top-up.prompt", currency));
        var means =
                form.choice(
                        "means",
                        List.of(
                                PaymentMeans.CASH,
                                PaymentMeans.CARD_TERMINAL,
                                PaymentMeans.BANK_TRANSFER),
                        payOut.means(),
                        value -> Wording.of(kit.texts(), "payment-means", value));
        var reason =
                form.choice(
                        "reason",
                        List.of(Reason.values()),
                        payOut.reason(),
                        value -> Wording.of(kit.texts(), "reason", value));
        var reference = form.text("reference", payOut.reference());
        var holder = file == null ? "" : file.holder().map(h -> h.details().fullName()).orElse("");
        var balance = file == null ? "" : kit.texts().money(file.account().balance());
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(kit.text("top-up.for", holder, balance), Look.MUTED),
                        kit.message(payOut.refusal(), "banner", "tone-bad"),
                        Form.row(amount, means),
                        Form.row(reason, reference),
                        form.otherProblems());
        var pay = kit.primary("pay-out-do", "pay-out.do", Feather.CHECK, payOut::payOut);
        pay.disableProperty().bind(payOut.busy());
        return new Sheet(kit, kit.text("pay-out.title"), 520, body, payOut.open()).primary(pay);
    }

    Sheet receipt() {
        var topUp = model.topUp();
        var paper = Kit.line(topUp.receiptText().get(), Look.MONO, "receipt");
        paper.setId("receipt-text");
        paper.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var body = new javafx.scene.layout.StackPane(paper);
        var save = kit.button("receipt-save", "receipt.save", Feather.DOWNLOAD, topUp::save);
        var done =
                kit.primary(
                        "receipt-done",
                        "action.done",
                        Feather.CHECK,
                        () -> topUp.receiptOpen().set(false));
        return new Sheet(kit, kit.text("receipt.title"), 520, body, topUp.receiptOpen())
                .informing()
                .action(save)
                .primary(done);
    }

    Sheet openAccount() {
        var opening = model.openAccount();
        var form = new Form(kit, "open-account", opening.problems());
        var currency =
                form.optionalChoice(
                        "currency",
                        opening.choices(),
                        opening.currency(),
                        one ->
                                one.getCurrencyCode()
                                        + " – "
                                        + one.getDisplayName(kit.texts().locale()));
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(kit.text("open-account.advice"), Look.MUTED),
                        currency,
                        form.otherProblems());
        var button =
                kit.primary(
                        "open-account-do", "open-account.do", Feather.CHECK, opening::openAccount);
        button.disableProperty().bind(opening.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("open-account.title"), 520, body, opening.open())
                .primary(button);
    }

    Sheet block() {
        var block = model.block();
        var form = new Form(kit, "block-account", FXCollections.observableArrayList());
        var reason =
                form.choice(
                        "reason",
                        AccountsViewModel.reasons(),
                        block.reason(),
                        value -> Wording.of(kit.texts(), "block-reason", value));
        var body = Kit.column(16, Kit.paragraph(kit.text("block-account.advice")), reason);
        var button =
                kit.primary("block-account-do", "block-account.do", Feather.LOCK, block::block);
        button.getStyleClass().add("danger");
        button.disableProperty().bind(block.busy());
        return new Sheet(kit, kit.text("block-account.title"), 480, body, block.open())
                .primary(button);
    }
}
