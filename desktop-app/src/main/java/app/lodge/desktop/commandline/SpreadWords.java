package app.lodge.desktop.commandline;

import app.lodge.core.media.Media.Spread;
import app.lodge.core.money.Money;
import app.lodge.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/// Who does not know of a block yet, and what could still be spent there, in words (ID-42).
record SpreadWords(Session session, Doors doors) {

    List<String> of(Spread spread) {
        var lines = new ArrayList<String>();
        for (var at : spread.unconfirmed()) {
            lines.add(
                    session.text(
                            at.online()
                                    ? "cli.card.not-yet-blocked"
                                    : "cli.card.not-yet-blocked-offline",
                            at.device()));
        }
        if (spread.spendable() > 0) {
            lines.add(
                    session.text(
                            "block.spendable",
                            money(spread.spendable()),
                            money(spread.mostAtOne())));
        }
        return List.copyOf(lines);
    }

    private String money(long minor) {
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        return session.texts().money(new Money(minor, currency));
    }
}
