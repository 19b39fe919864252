package app.lodge.core.kiosks;

import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/// Every kiosk and phone with its cash, put together from its rows.
final class KioskListStore {

    private final KioskStore store = new KioskStore();
    private final EmptyingStore emptyings = new EmptyingStore();

    List<Kiosk> list(DSLContext sql, Currency currency) {
        var expected = store.expected(sql, currency);
        var levels = store.levels(sql);
        Map<Long, List<Emptying>> emptied = new HashMap<>();
        emptyings
                .of(sql, currency)
                .forEach(one ->
                        emptied.computeIfAbsent(one.deviceId().number(), _ -> new ArrayList<>())
                                .add(one));
        return store.machines(sql).stream()
                .map(machine -> {
                    var id = machine.id().number();
                    var own = emptied.getOrDefault(id, List.of());
                    return new Kiosk(
                            machine.id(),
                            machine.name(),
                            machine.label(),
                            machine.kind(),
                            expected.getOrDefault(id, Money.zero(currency)),
                            content(sql, id, currency),
                            levels.getOrDefault(id, List.of()),
                            inBags(own, currency),
                            differences(own, currency),
                            own.isEmpty() ? Optional.empty() : Optional.of(own.getLast()));
                })
                .toList();
    }

    private List<Kiosk.Line> content(DSLContext sql, long device, Currency currency) {
        var pieces = store.content(sql, device, currency);
        var lines = new ArrayList<Kiosk.Line>();
        for (var one : Denomination.of(currency)) {
            var number = pieces.remove(one.minor());
            if (number != null && number != 0) {
                lines.add(new Kiosk.Line(one, number));
            }
        }
        return lines;
    }

    private static Money inBags(List<Emptying> own, Currency currency) {
        return own.stream()
                .filter(one -> one.counted().isEmpty())
                .flatMap(one -> one.told().stream())
                .map(Emptying.Told::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Money differences(List<Emptying> own, Currency currency) {
        return own.stream()
                .map(Emptying::difference)
                .filter(Objects::nonNull)
                .reduce(Money.zero(currency), Money::plus);
    }
}
