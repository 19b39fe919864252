package app.lodge.desktop.commandline;

import app.lodge.core.money.Money;
import app.lodge.core.products.PastList;
import app.lodge.core.products.PastPrice;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.settings.Settings;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge price history`: what a product ever cost, from when until when, put by whom; without a product,
/// who began and who ended which list (ID-62).
@Command(name = "history")
final class PriceHistory extends DoorCommand {

    private static final String NONE = "-";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PRODUCT",
            descriptionKey = "price.history.product")
    String product = "";

    PriceHistory(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return product.isEmpty() ? lists(doors) : prices(doors);
    }

    private Answer prices(Doors doors) {
        var number = PriceWords.product("PRODUCT", product);
        var door = doors.door(Prices.class);
        var past = door.history(doors.actor(), number);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var names =
                door.lists(doors.actor()).stream()
                        .collect(Collectors.toMap(list -> list.id(), list -> list.name()));
        var moments = new RightWords(session, doors);
        return new Answer.Done(
                Map.of("prices", past),
                past.stream().map(one -> line(one, names, currency, moments)).toList());
    }

    private String line(
            PastPrice past, Map<PriceListId, String> names, Currency currency, RightWords moments) {
        var minor = past.price().minor();
        return "%10s  %-24s  %s  %s  %-16s  %s"
                .formatted(
                        minor == null ? NONE : session.texts().money(new Money(minor, currency)),
                        names.getOrDefault(past.price().list(), ""),
                        moments.time(past.price().from()),
                        past.neverHeld()
                                ? session.text("prices.never-held")
                                : time(past.until(), moments),
                        past.by(),
                        moments.time(past.price().putAt()));
    }

    private Answer lists(Doors doors) {
        var past = doors.door(Prices.class).pastLists(doors.actor());
        var moments = new RightWords(session, doors);
        return new Answer.Done(
                Map.of("lists", past), past.stream().map(one -> line(one, moments)).toList());
    }

    private static String line(PastList past, RightWords moments) {
        return "%4d  %-24s  %s  %-16s  %s  %s"
                .formatted(
                        past.list().id().number(),
                        past.list().name(),
                        moments.time(past.begunAt()),
                        past.begunBy(),
                        time(past.list().endsAt(), moments),
                        past.endedBy().isEmpty() ? NONE : past.endedBy());
    }

    private static String time(@Nullable Instant at, RightWords moments) {
        return at == null ? NONE : moments.time(at);
    }
}
