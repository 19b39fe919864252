package app.lodge.reports.kiosks;

import app.lodge.core.books.Actor;
import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What left each kiosk and phone, what was counted, and why it differs (ID-30, ID-32).
public final class EmptyingsList {

    private static final String KIND = "kiosk-emptyings";

    /// Beyond what a site keeps: an open end of the period.
    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

    private final Kiosks kiosks;

    public EmptyingsList(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        var period = Period.of(given, head.zone());
        var device = given.text("device");
        var rows =
                kiosks.between(actor, Instant.EPOCH, EVER).stream()
                        .filter(one -> period.contains(at(one)))
                        .filter(one -> device.map(one.device()::equals).orElse(true))
                        .toList();
        var sheet = new Sheet(rows, given, head);
        return new Listing.Found(device.orElse(""), sheet.table(), sheet::paper);
    }

    /// When it was emptied; when it was counted as long as the device has not told.
    private static Instant at(Emptying one) {
        return one.told()
                .map(Emptying.Told::at)
                .or(() -> one.counted().map(Emptying.Counted::at))
                .orElse(Instant.EPOCH);
    }

    private record Sheet(List<Emptying> rows, Given given, Letterhead head) {

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of(
                                    "emptied",
                                    "device",
                                    "seal",
                                    "told",
                                    "counted",
                                    "difference",
                                    "currency",
                                    "cause",
                                    "counted_by")
                            .map(head::column)
                            .toList(),
                    List.of(
                            new Table.Figure(
                                    "to-count",
                                    head.say("reports.kiosk.to-count"),
                                    new Cell.Whole(toCount()))),
                    rows.stream().map(Sheet::cells).toList());
        }

        private long toCount() {
            return rows.stream().filter(one -> one.counted().isEmpty()).count();
        }

        private static List<Cell> cells(Emptying one) {
            return List.of(
                    new Cell.Moment(at(one)),
                    Cell.words(one.device()),
                    Cell.words(one.seal()),
                    amount(one.told().map(Emptying.Told::amount)),
                    amount(one.counted().map(Emptying.Counted::amount)),
                    amount(Optional.ofNullable(one.difference())),
                    Cell.words(one.currency().getCurrencyCode()),
                    Cell.words(one.cause().map(Enum::name).orElse("")),
                    Cell.words(one.counted().map(Emptying.Counted::by).orElse("")));
        }

        private static Cell amount(Optional<Money> money) {
            return money.<Cell>map(Cell.Amount::new).orElseGet(Cell.Nothing::new);
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put(
                    "subject", given.text("device").orElseGet(() -> head.say("reports.kiosk.all")));
            words.put("empty", head.say("reports.kiosk.empty"));
            tile(words, 1, "told", sum(one -> one.told().map(Emptying.Told::amount)));
            tile(words, 2, "counted", sum(one -> one.counted().map(Emptying.Counted::amount)));
            tile(words, 3, "difference", sum(one -> Optional.ofNullable(one.difference())));
            tile(words, 4, "to-count", Long.toString(toCount()));
            words.put("numberLabel", head.say("reports.column.seal"));
            words.put("personLabel", head.say("reports.column.told"));
            words.put("nameLabel", head.say("reports.column.device"));
            words.put("chipLabel", head.say("reports.column.cause"));
            words.put("stateLabel", head.say("reports.column.counted"));
            words.put("keyVersionLabel", head.say("reports.column.difference"));
            words.put("changedLabel", head.say("reports.column.emptied"));
            words.put("totalLabel", head.say("reports.kiosk.total", rows.size()));
            return head.paper(
                    KioskCashList.PAPER, KIND, words, rows.stream().map(this::row).toList());
        }

        /// Of a site's one currency; empty where there is nothing to sum.
        private String sum(Function<Emptying, Optional<Money>> of) {
            return rows.stream()
                    .flatMap(one -> of.apply(one).stream())
                    .reduce(Money::plus)
                    .map(head.texts()::money)
                    .orElse("–");
        }

        private void tile(Map<String, String> words, int number, String name, String figure) {
            words.put("tile" + number + "Label", head.say("reports.kiosk." + name));
            words.put("tile" + number, figure);
        }

        private Map<String, String> row(Emptying one) {
            var row = new HashMap<String, String>();
            row.put("number", one.seal());
            row.put("person", money(one.told().map(Emptying.Told::amount)));
            row.put("name", one.label());
            row.put(
                    "chip",
                    one.cause()
                            .map(cause -> head.texts().name("reports.difference-cause", cause))
                            .orElse(""));
            row.put("state", money(one.counted().map(Emptying.Counted::amount)));
            row.put("keyVersion", money(Optional.ofNullable(one.difference())));
            row.put("changed", head.time(at(one)));
            one.counted()
                    .ifPresent(counted ->
                            row.put("note", head.say("reports.kiosk.counted-by", counted.by())));
            return row;
        }

        private String money(Optional<Money> amount) {
            return amount.map(head.texts()::money).orElse("–");
        }
    }
}
