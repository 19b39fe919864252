package app.lodge.desktop.shell;

import app.lodge.core.texts.Texts;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchLook.Cost;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what is known before a batch is printed, one line for each thing that the clerk looks at.
///
/// @param zone in which times are shown
public record BatchLookWords(Texts texts, ZoneId zone) {

    /// @param caution somebody has to do something about it
    public record Line(String heading, String text, boolean caution) {}

    public List<Line> of(BatchLook look) {
        var lines = new ArrayList<Line>();
        lines.add(line("cards", texts.get("batch-look.cards-waiting", look.cards()), false));
        lines.add(printer(look));
        lines.add(ribbon(look));
        lines.add(cleaning(look));
        lines.add(blanks(look));
        lines.add(line("cost", cost(look.cost()), false));
        return List.copyOf(lines);
    }

    private Line line(String heading, String text, boolean caution) {
        return new Line(texts.get("batch-look." + heading), text, caution);
    }

    private Line printer(BatchLook look) {
        var printing = look.printing();
        if (printing != null) {
            var since = texts.time(printing.since(), zone);
            return line(
                    "printer",
                    texts.get(
                            "batches.printer-taken",
                            printing.workstation(),
                            since,
                            printing.operatorName()),
                    true);
        }
        var fault = look.fault();
        return fault == null
                ? line("printer", texts.get("batch-look.printer-ready"), false)
                : line("printer", FaultWords.of(texts, fault), true);
    }

    private Line ribbon(BatchLook look) {
        var supplies = look.supplies();
        var left = SupplyWords.left(supplies).map(words -> Wording.of(texts, words)).orElse("");
        if (supplies.ribbon() == null) {
            return line(
                    "ribbon",
                    left.isEmpty() ? texts.get("batch-look.untold") : left,
                    SupplyWords.low(supplies));
        }
        var last = look.lastOnRibbon();
        if (last == null) {
            return line("ribbon", texts.get("batch-look.ribbon-lasts", left), false);
        }
        var change =
                last == 0
                        ? texts.get("batch-look.ribbon-first", left)
                        : texts.get("batch-look.ribbon-after", left, last);
        return line("ribbon", change, true);
    }

    private Line cleaning(BatchLook look) {
        var cleaning = look.supplies().cleaning();
        if (cleaning == null) {
            return line("cleaning", texts.get("batch-look.untold"), false);
        }
        var key = look.cleaningDue() ? "batch-look.cleaning-due" : "batch-look.cleaning-later";
        return line(
                "cleaning", texts.get(key, cleaning.cards(), cleaning.every()), look.cleaningDue());
    }

    private Line blanks(BatchLook look) {
        var blanks = look.blanks();
        if (blanks == null) {
            return line("blanks", texts.get("batch-look.no-stock"), false);
        }
        var key = look.tooFewBlanks() ? "batch-look.blanks-too-few" : "batch-look.blanks-here";
        return line("blanks", texts.get(key, blanks), look.tooFewBlanks());
    }

    private String cost(@Nullable Cost cost) {
        if (cost == null) {
            return texts.get("batch-look.no-prices");
        }
        return texts.get(costKey(cost), texts.money(cost.card()), texts.money(cost.total()));
    }

    private static String costKey(Cost cost) {
        if (!cost.ribbonTold()) {
            return "batch-look.cost-without-ribbon";
        }
        return cost.blankTold() ? "batch-look.cost-whole" : "batch-look.cost-without-blanks";
    }
}
