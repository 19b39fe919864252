package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.PURSE;

import app.lodge.core.money.Money;
import app.lodge.core.privacy.PersonFactsStore.Carried;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Value on a person's cards, which would be nobody's once the person is erased.
final class PurseFactsStore {

    private PurseFactsStore() {}

    static List<Obstacle> left(DSLContext sql, List<Carried> media) {
        var numbers = media.stream().collect(Collectors.toMap(Carried::medium, Carried::number));
        return sql.select(PURSE.MEDIUM_ID, LEDGER_BALANCE.POSTED, PURSE.CURRENCY)
                .from(PURSE)
                .join(LEDGER_BALANCE)
                .on(LEDGER_BALANCE.ACCOUNT_ID.eq(PURSE.ACCOUNT_ID))
                .where(PURSE.MEDIUM_ID.in(numbers.keySet()))
                .and(LEDGER_BALANCE.POSTED.ne(0L))
                .orderBy(PURSE.MEDIUM_ID)
                .fetch(row ->
                        new Obstacle.PurseLeft(
                                numbers.getOrDefault(row.value1(), String.valueOf(row.value1())),
                                Money.of(row.value2(), row.value3())));
    }
}
