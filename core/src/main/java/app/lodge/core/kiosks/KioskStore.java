package app.lodge.core.kiosks;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_CONFIG;
import static app.lodge.core.books.tables.Tables.DEVICE_LEVEL;
import static app.lodge.core.books.tables.Tables.KIOSK_CASH;
import static app.lodge.core.books.tables.Tables.KIOSK_CONTENT;
import static app.lodge.core.books.tables.Tables.KIOSK_PIECE;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of what devices did with cash, and of what lies in them.
final class KioskStore {

    /// @param kind null for a device that keeps no cash
    record Machine(DeviceId id, String name, String label, DeviceKind kind) {}

    private static final List<String> CASH = names(DeviceKind::keepsCash);

    /// A phone is told sums only.
    private static final List<String> PIECES =
            names(kind -> kind.keepsCash() && kind != DeviceKind.PHONE);

    private static List<String> names(Predicate<DeviceKind> which) {
        return Arrays.stream(DeviceKind.values()).filter(which).map(Enum::name).toList();
    }

    List<Machine> machines(DSLContext sql) {
        return sql.select(DEVICE.ID, DEVICE.NAME, DEVICE.LABEL, DEVICE.KIND)
                .from(DEVICE)
                .where(DEVICE.KIND.in(CASH))
                .orderBy(DEVICE.KIND, DEVICE.LABEL, DEVICE.ID)
                .fetch(row ->
                        new Machine(
                                new DeviceId(row.value1()),
                                row.value2(),
                                row.value3(),
                                DeviceKind.valueOf(row.value4())));
    }

    boolean keepsCash(DSLContext sql, long device) {
        return sql.fetchExists(DEVICE, DEVICE.ID.eq(device).and(DEVICE.KIND.in(CASH)));
    }

    /// Whether the device tells notes and coins apart.
    boolean tellsPieces(DSLContext sql, long device) {
        return sql.fetchExists(DEVICE, DEVICE.ID.eq(device).and(DEVICE.KIND.in(PIECES)));
    }

    /// A setting of a device as it is desired now; empty if it has none of that name.
    String setting(DSLContext sql, long device, String key) {
        return sql.select(DEVICE_CONFIG.CONTENT)
                .from(DEVICE_CONFIG)
                .where(DEVICE_CONFIG.DEVICE_ID.eq(device))
                .orderBy(DEVICE_CONFIG.VERSION.desc())
                .limit(1)
                .fetchOptional(DEVICE_CONFIG.CONTENT)
                .map(text -> String.valueOf(Json.read(text, Map.class).getOrDefault(key, "")))
                .orElse("");
    }

    boolean known(DSLContext sql, long device, long seq) {
        return sql.fetchExists(
                KIOSK_CASH, KIOSK_CASH.DEVICE_ID.eq(device).and(KIOSK_CASH.SEQ.eq(seq)));
    }

    @Nullable Long posting(DSLContext sql, long device, long seq) {
        return sql.select(KIOSK_CASH.POSTING_ID)
                .from(KIOSK_CASH)
                .where(KIOSK_CASH.DEVICE_ID.eq(device), KIOSK_CASH.SEQ.eq(seq))
                .fetchOne(KIOSK_CASH.POSTING_ID);
    }

    void insert(Tx tx, long device, CashEvent event, AccountId account, @Nullable Long posting) {
        tx.sql()
                .insertInto(KIOSK_CASH)
                .set(KIOSK_CASH.DEVICE_ID, device)
                .set(KIOSK_CASH.SEQ, event.seq())
                .set(KIOSK_CASH.KIND, event.kind().name())
                .set(KIOSK_CASH.ACCOUNT_ID, account.number())
                .set(KIOSK_CASH.CURRENCY, event.amount().currency().getCurrencyCode())
                .set(KIOSK_CASH.AMOUNT, event.intoDevice().minor())
                .set(KIOSK_CASH.AT, Tx.utc(event.at()))
                .set(KIOSK_CASH.POSTING_ID, posting)
                .execute();
        event.pieces()
                .forEach((denomination, number) -> {
                    if (number != 0) {
                        piece(tx, device, event, denomination, number * event.kind().direction());
                    }
                });
    }

    private static void piece(Tx tx, long device, CashEvent event, long denomination, int pieces) {
        var currency = event.amount().currency().getCurrencyCode();
        tx.sql()
                .insertInto(KIOSK_PIECE)
                .set(KIOSK_PIECE.DEVICE_ID, device)
                .set(KIOSK_PIECE.SEQ, event.seq())
                .set(KIOSK_PIECE.DENOMINATION, denomination)
                .set(KIOSK_PIECE.PIECES, pieces)
                .execute();
        var changed =
                tx.sql()
                        .update(KIOSK_CONTENT)
                        .set(KIOSK_CONTENT.PIECES, KIOSK_CONTENT.PIECES.plus(pieces))
                        .where(
                                KIOSK_CONTENT.DEVICE_ID.eq(device),
                                KIOSK_CONTENT.CURRENCY.eq(currency),
                                KIOSK_CONTENT.DENOMINATION.eq(denomination))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(KIOSK_CONTENT)
                    .set(KIOSK_CONTENT.DEVICE_ID, device)
                    .set(KIOSK_CONTENT.CURRENCY, currency)
                    .set(KIOSK_CONTENT.DENOMINATION, denomination)
                    .set(KIOSK_CONTENT.PIECES, (long) pieces)
                    .execute();
        }
    }

    /// Denomination in minor units → pieces.
    Map<Long, Long> content(DSLContext sql, long device, Currency currency) {
        return new TreeMap<>(
                sql.select(KIOSK_CONTENT.DENOMINATION, KIOSK_CONTENT.PIECES)
                        .from(KIOSK_CONTENT)
                        .where(
                                KIOSK_CONTENT.DEVICE_ID.eq(device),
                                KIOSK_CONTENT.CURRENCY.eq(currency.getCurrencyCode()))
                        .fetchMap(KIOSK_CONTENT.DENOMINATION, KIOSK_CONTENT.PIECES));
    }

    /// What lies in each device.
    Map<Long, Money> expected(DSLContext sql, Currency currency) {
        var found = new HashMap<Long, Money>();
        sql.select(KIOSK_CASH.DEVICE_ID, sum(KIOSK_CASH.AMOUNT))
                .from(KIOSK_CASH)
                .where(KIOSK_CASH.CURRENCY.eq(currency.getCurrencyCode()))
                .groupBy(KIOSK_CASH.DEVICE_ID)
                .forEach(row -> found.put(row.value1(), money(row.value2(), currency)));
        return found;
    }

    Money expected(DSLContext sql, long device, Currency currency) {
        return expected(sql, currency).getOrDefault(device, Money.zero(currency));
    }

    static Money money(@Nullable BigDecimal minor, Currency currency) {
        return new Money(minor == null ? 0 : minor.longValueExact(), currency);
    }

    Map<Long, List<Level>> levels(DSLContext sql) {
        return sql.selectFrom(DEVICE_LEVEL)
                .orderBy(DEVICE_LEVEL.NAME)
                .fetchGroups(
                        DEVICE_LEVEL.DEVICE_ID,
                        row ->
                                new Level(
                                        row.get(DEVICE_LEVEL.NAME),
                                        row.get(DEVICE_LEVEL.USED),
                                        row.get(DEVICE_LEVEL.CAPACITY)));
    }
}
