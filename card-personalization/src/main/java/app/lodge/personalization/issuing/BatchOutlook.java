package app.lodge.personalization.issuing;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.CardPrices.Prices;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.batches.PrinterTurns.Turn;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.AtDesk;
import app.lodge.personalization.issuing.BatchLook.Cost;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide.Inks;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.printers.Supplies;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at a batch, its printer and the shelf before anything is printed. Nothing moves and nothing is
/// written.
public final class BatchOutlook {

    private final BatchDoors doors;
    private final LayoutShelf layouts;
    private final Printers printers;
    private final Currency currency;

    public BatchOutlook(
            BatchDoors doors, LayoutShelf layouts, Printers printers, Currency currency) {
        this.doors = doors;
        this.layouts = layouts;
        this.printers = printers;
        this.currency = currency;
    }

    /// The doors of a batch that is to be printed.
    public record BatchDoors(
            CardBatches batches, PrinterTurns turns, CardPrices prices, Stock stock) {}

    private record Machine(Supplies supplies, @Nullable DeviceFault fault) {}

    /// Blocks until the printer has answered.
    public BatchLook look(Actor actor, BatchId batch, String printer) {
        var waiting =
                doors.batches().cards(actor, batch).stream()
                        .filter(card -> card.state() == State.WAITING)
                        .toList();
        var machine = machine(printer);
        var sides = waiting.stream().mapToInt(card -> sides(actor, card.person())).toArray();
        var all = Arrays.stream(sides).sum();
        var supplies = machine.supplies();
        var prices = doors.prices().prices(actor);
        return new BatchLook(
                waiting.size(),
                all,
                machine.fault(),
                supplies,
                lastOnRibbon(waiting, sides, supplies.ribbon()),
                doors.stock().atDesk(actor).map(AtDesk::usable).orElse(null),
                cost(prices, supplies.ribbon(), waiting.size(), all),
                printing(actor, printer, supplies.serial()));
    }

    private Machine machine(String address) {
        try (var printer = printers.open(address)) {
            var status = printer.status();
            return new Machine(status.supplies(), status.blocking());
        } catch (DeviceException e) {
            return new Machine(Supplies.UNTOLD, e.fault());
        }
    }

    /// A back in black comes from the panel that duplex ribbons keep for it.
    private int sides(Actor actor, PersonId person) {
        Layout layout = layouts.of(actor, person);
        return (int) layout.sides().stream().filter(side -> side.inks() == Inks.COLOUR).count();
    }

    private static @Nullable Integer lastOnRibbon(
            List<BatchCard> waiting, int[] sides, Supplies.@Nullable Ribbon ribbon) {
        if (ribbon == null) {
            return null;
        }
        int left = ribbon.left();
        int last = 0;
        for (int i = 0; i < sides.length; i++) {
            left -= sides[i];
            if (left < 0) {
                return last;
            }
            last = waiting.get(i).number();
        }
        return null;
    }

    private @Nullable Cost cost(
            Prices prices, Supplies.@Nullable Ribbon ribbon, int cards, int sides) {
        int whole = ribbon == null ? prices.sides() : ribbon.capacity();
        boolean ribbonTold = prices.ribbon() > 0 && whole > 0;
        boolean blankTold = prices.blank() > 0;
        if (cards == 0 || !ribbonTold && !blankTold) {
            return null;
        }
        var ofRibbon = ribbonTold ? rounded(prices.ribbon() * sides, whole) : 0;
        var total = ofRibbon + prices.blank() * cards;
        return new Cost(money(rounded(total, cards)), money(total), ribbonTold, blankTold);
    }

    /// Half up, in whole minor units.
    private static long rounded(long amount, long parts) {
        return (2 * amount + parts) / (2 * parts);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private @Nullable Turn printing(Actor actor, String address, String serial) {
        return doors.turns().at(actor, new PrinterTurns.Printer(address, serial)).orElse(null);
    }
}
