package app.lodge.desktop.carddesk;

import app.lodge.core.media.Media.Spread;
import app.lodge.core.media.Media.Unconfirmed;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import java.util.Currency;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Device by device who knows a card's state, who does not yet, and what could still be spent there (ID-42).
final class SpreadView {

    private final Kit kit;
    private final Currency currency;
    private final VBox lines = new VBox(8);

    SpreadView(Kit kit, Currency currency) {
        this.kit = kit;
        this.currency = currency;
    }

    Node node() {
        return lines;
    }

    /// @param active whether the card is valid, so that devices wait for nothing bad
    void show(@Nullable Spread now, boolean active) {
        lines.getChildren().clear();
        if (now == null) {
            return;
        }
        int all = now.confirmed().size() + now.unconfirmed().size();
        var title = Kit.line(kit.text("block.spread", now.confirmed().size(), all), Look.STRONG);
        title.setId("block-spread");
        lines.getChildren().add(title);
        if (!active && !now.unconfirmed().isEmpty()) {
            var open =
                    Kit.paragraph(
                            now.spendable() == 0
                                    ? kit.text("block.spendable-nothing")
                                    : kit.text(
                                            "block.spendable",
                                            money(now.spendable()),
                                            money(now.mostAtOne())));
            open.setId("block-spendable");
            lines.getChildren().add(open);
        }
        now.unconfirmed()
                .forEach(device ->
                        lines.getChildren()
                                .add(
                                        line(
                                                device.device(),
                                                words(device, active),
                                                device.online()
                                                        ? Look.Tone.ACCENT
                                                        : Look.Tone.CAUTION)));
        now.confirmed()
                .forEach(device ->
                        lines.getChildren()
                                .add(
                                        line(
                                                device.device(),
                                                kit.text("block.confirmed", kit.time(device.at())),
                                                Look.Tone.GOOD)));
    }

    private String words(Unconfirmed device, boolean active) {
        if (active) {
            return kit.text(device.online() ? "block.unknown-yet" : "block.unknown-offline");
        }
        if (device.spendable() > 0) {
            return kit.text("block.waiting-spendable", money(device.spendable()));
        }
        if (device.opens()) {
            return kit.text("block.waiting-opens");
        }
        var since = device.lastContact();
        if (!device.online() && since != null) {
            return kit.text("block.offline-since", kit.time(since));
        }
        return kit.text(device.online() ? "block.waiting" : "block.offline");
    }

    private String money(long minor) {
        return kit.texts().money(new Money(minor, currency));
    }

    private Node line(String device, String words, Look.Tone tone) {
        return Kit.row(
                10, Kit.icon(Feather.CPU), Kit.line(device), Kit.spacer(), Kit.badge(words, tone));
    }
}
