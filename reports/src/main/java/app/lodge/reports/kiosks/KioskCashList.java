package app.lodge.reports.kiosks;

import app.lodge.core.books.Actor;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies in each kiosk and phone, by denomination, on the day it is drawn up (ID-30, ID-32).
public final class KioskCashList {

    private static final String KIND = "kiosk-cash";

    /// Nine columns with a note below: the same paper as the list of cards.
    static final String PAPER = "app/lodge/reports/media/cards";

    private final Kiosks kiosks;

    public KioskCashList(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        var sheet = new Sheet(kiosks.list(actor), given, head);
        return new Listing.Found("", sheet.table(), sheet::paper);
    }

    /// One denomination of a device, or the whole of one that does not tell them apart.
    private record Part(Kiosk kiosk, Kiosk.@Nullable Line line) {

        static Stream<Part> of(Kiosk kiosk) {
            return kiosk.content().isEmpty()
                    ? Stream.of(new Part(kiosk, null))
                    : kiosk.content().stream().map(line -> new Part(kiosk, line));
        }

        Money amount() {
            var currency = kiosk.expected().currency();
            return line == null
                    ? kiosk.expected()
                    : new Money(
                            Math.multiplyExact(line.denomination().minor(), line.pieces()),
                            currency);
        }
    }

    private record Sheet(List<Kiosk> kiosks, Given given, Letterhead head) {

        private List<Part> parts() {
            return kiosks.stream().flatMap(Part::of).toList();
        }

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of("device", "denomination", "pieces", "amount", "currency")
                            .map(head::column)
                            .toList(),
                    List.of(
                            new Table.Figure(
                                    "devices",
                                    head.say("reports.kiosk.devices"),
                                    new Cell.Whole(kiosks.size()))),
                    parts().stream().map(Sheet::cells).toList());
        }

        private static List<Cell> cells(Part part) {
            var line = part.line();
            var currency = part.kiosk().expected().currency();
            return List.of(
                    Cell.words(part.kiosk().name()),
                    line == null
                            ? new Cell.Nothing()
                            : new Cell.Amount(new Money(line.denomination().minor(), currency)),
                    line == null ? new Cell.Nothing() : new Cell.Whole(line.pieces()),
                    new Cell.Amount(part.amount()),
                    Cell.words(currency.getCurrencyCode()));
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put("subject", head.say("reports.kiosk.all"));
            words.put("empty", head.say("reports.kiosk.empty"));
            tile(words, 1, "inside", sum(Kiosk::expected));
            tile(words, 2, "in-bags", sum(Kiosk::inBags));
            tile(words, 3, "difference", sum(Kiosk::differences));
            tile(words, 4, "devices", Integer.toString(kiosks.size()));
            words.put("numberLabel", head.say("reports.column.denomination"));
            words.put("personLabel", head.say("reports.column.pieces"));
            words.put("nameLabel", head.say("reports.column.device"));
            words.put("chipLabel", head.say("reports.column.kind"));
            words.put("stateLabel", head.say("reports.column.amount"));
            words.put("keyVersionLabel", "");
            words.put("changedLabel", head.say("reports.column.emptied"));
            words.put("totalLabel", head.say("reports.kiosk.lines", parts().size()));
            return head.paper(PAPER, KIND, words, parts().stream().map(this::row).toList());
        }

        private String sum(Function<Kiosk, Money> of) {
            return kiosks.stream().map(of).reduce(Money::plus).map(head.texts()::money).orElse("–");
        }

        private void tile(Map<String, String> words, int number, String name, String figure) {
            words.put("tile" + number + "Label", head.say("reports.kiosk." + name));
            words.put("tile" + number, figure);
        }

        private Map<String, String> row(Part part) {
            var line = part.line();
            var currency = part.kiosk().expected().currency();
            var row = new HashMap<String, String>();
            row.put(
                    "number",
                    line == null
                            ? "–"
                            : head.texts().money(new Money(line.denomination().minor(), currency)));
            row.put("person", line == null ? "–" : head.texts().number(line.pieces()));
            row.put("name", part.kiosk().label());
            row.put("chip", head.texts().name("reports.device-kind", part.kiosk().kind()));
            row.put("state", head.texts().money(part.amount()));
            row.put("keyVersion", "");
            row.put(
                    "changed",
                    part.kiosk()
                            .last()
                            .flatMap(one -> one.told())
                            .map(told -> head.time(told.at()))
                            .orElse("–"));
            return row;
        }
    }
}
