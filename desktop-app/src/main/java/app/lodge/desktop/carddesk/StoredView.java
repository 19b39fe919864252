package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.Movement;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What the holder of a card without a purse has on account, with the last movements.
final class StoredView {

    private final Kit kit;

    StoredView(Kit kit) {
        this.kit = kit;
    }

    Node of(Stored stored) {
        return switch (stored) {
            case Stored.OnAccounts(var accounts) ->
                    Kit.column(16, accounts.stream().map(this::account).toArray(Node[]::new));
            case Stored.Unread(var fault) -> {
                var words =
                        Kit.paragraph(
                                kit.text("look.purse-unread", FaultWords.of(kit.texts(), fault)),
                                "banner",
                                "tone-bad");
                words.setId("look-purse-unread");
                words.setMaxWidth(Double.MAX_VALUE);
                yield words;
            }
            case Stored.InPurse _, Stored.Untold _ -> new VBox();
        };
    }

    private Node account(Stored.Line line) {
        var account = line.account();
        var currency = account.balance().currency().getCurrencyCode();
        var facts = new GridPane(16, 6);
        fact(
                facts,
                "accounts.balance",
                kit.texts().money(account.balance()),
                "balance-" + currency);
        fact(
                facts,
                "accounts.available",
                kit.texts().money(account.available()),
                "available-" + currency);
        var whole = Kit.column(12, Kit.line(kit.text("look.on-account"), Look.HEADLINE), facts);
        if (account.blocked()) {
            var reason = account.blockReason();
            var why = reason == null ? "" : Wording.of(kit.texts(), "block-reason", reason);
            whole.getChildren()
                    .add(
                            Kit.paragraph(
                                    kit.text("accounts.blocked-badge", why), "banner", "tone-bad"));
        }
        if (!line.newest().isEmpty()) {
            whole.getChildren().add(movements(line.newest(), currency));
        }
        return whole;
    }

    private Node movements(List<Movement> newest, String currency) {
        var grid = new GridPane(16, 4);
        grid.setId("look-movements-" + currency);
        var amounts = new ColumnConstraints();
        amounts.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints()
                .addAll(new ColumnConstraints(), new ColumnConstraints(), amounts, amounts);
        for (var movement : newest) {
            grid.addRow(
                    grid.getRowCount(),
                    Kit.line(kit.time(movement.occurredAt())),
                    Kit.line(Wording.of(kit.texts(), "posting-kind", movement.kind())),
                    Kit.line(kit.texts().money(movement.amount()), Look.MONO),
                    Kit.line(kit.texts().money(movement.balanceAfter()), Look.MONO));
        }
        return Kit.column(6, Kit.line(kit.text("purse.records"), Look.STRONG), grid);
    }

    private void fact(GridPane facts, String key, String value, String id) {
        var words = Kit.line(value, Look.MONO);
        words.setId("look-" + id);
        facts.addRow(facts.getRowCount(), Kit.line(kit.text(key), Look.MUTED), words);
    }
}
