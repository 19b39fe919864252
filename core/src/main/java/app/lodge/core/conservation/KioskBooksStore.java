package app.lodge.core.conservation;

import static app.lodge.core.books.tables.Tables.KIOSK_CASH;
import static app.lodge.core.books.tables.Tables.KIOSK_CONTENT;
import static app.lodge.core.books.tables.Tables.KIOSK_COUNT_LINE;
import static app.lodge.core.books.tables.Tables.KIOSK_EMPTYING;
import static app.lodge.core.books.tables.Tables.KIOSK_PIECE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;

import app.lodge.core.conservation.KioskLaw.Bag;
import app.lodge.core.conservation.KioskLaw.Cash;
import app.lodge.core.conservation.KioskLaw.Key;
import app.lodge.core.conservation.KioskLaw.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Cash of kiosks and phones as it stands beside the ledger.
final class KioskBooksStore {

    private final DSLContext sql;

    KioskBooksStore(DSLContext sql) {
        this.sql = sql;
    }

    Set<Long> devices() {
        return accounts(LEDGER_ACCOUNT.KIND.eq("KIOSK_CASH"));
    }

    Set<Long> bagAccounts() {
        return accounts(
                LEDGER_ACCOUNT.KIND.eq("CASH_IN_TRANSIT").and(LEDGER_ACCOUNT.LABEL.eq("bags")));
    }

    private Set<Long> accounts(Condition which) {
        return new HashSet<>(
                sql.select(LEDGER_ACCOUNT.ID)
                        .from(LEDGER_ACCOUNT)
                        .where(which)
                        .fetch(LEDGER_ACCOUNT.ID));
    }

    Map<Key, Cash> cash() {
        var pieces = new HashMap<Key, Map<Long, Long>>();
        sql.selectFrom(KIOSK_PIECE)
                .forEach(row ->
                        pieces.computeIfAbsent(
                                        new Key(
                                                row.get(KIOSK_PIECE.DEVICE_ID),
                                                row.get(KIOSK_PIECE.SEQ)),
                                        _ -> new TreeMap<>())
                                .put(
                                        row.get(KIOSK_PIECE.DENOMINATION),
                                        row.get(KIOSK_PIECE.PIECES).longValue()));
        var found = new HashMap<Key, Cash>();
        for (var row : sql.selectFrom(KIOSK_CASH)) {
            var key = new Key(row.get(KIOSK_CASH.DEVICE_ID), row.get(KIOSK_CASH.SEQ));
            found.put(
                    key,
                    new Cash(
                            row.get(KIOSK_CASH.ACCOUNT_ID),
                            row.get(KIOSK_CASH.CURRENCY),
                            row.get(KIOSK_CASH.AMOUNT),
                            Objects.requireNonNullElse(row.get(KIOSK_CASH.POSTING_ID), 0L),
                            pieces.getOrDefault(key, Map.of())));
        }
        return found;
    }

    Map<Place, Long> content() {
        var found = new HashMap<Place, Long>();
        sql.selectFrom(KIOSK_CONTENT)
                .forEach(row ->
                        found.put(
                                new Place(
                                        row.get(KIOSK_CONTENT.DEVICE_ID),
                                        row.get(KIOSK_CONTENT.CURRENCY),
                                        row.get(KIOSK_CONTENT.DENOMINATION)),
                                row.get(KIOSK_CONTENT.PIECES)));
        return found;
    }

    List<Bag> bags() {
        var lines = new HashMap<Long, Map<Long, Long>>();
        sql.selectFrom(KIOSK_COUNT_LINE)
                .forEach(row ->
                        lines.computeIfAbsent(
                                        row.get(KIOSK_COUNT_LINE.EMPTYING_ID), _ -> new TreeMap<>())
                                .put(
                                        row.get(KIOSK_COUNT_LINE.DENOMINATION),
                                        row.get(KIOSK_COUNT_LINE.PIECES).longValue()));
        return sql.selectFrom(KIOSK_EMPTYING)
                .fetch(row ->
                        new Bag(
                                row.get(KIOSK_EMPTYING.ID),
                                new Key(
                                        row.get(KIOSK_EMPTYING.DEVICE_ID),
                                        Objects.requireNonNullElse(
                                                row.get(KIOSK_EMPTYING.SEQ), 0L)),
                                row.get(KIOSK_EMPTYING.CURRENCY),
                                row.get(KIOSK_EMPTYING.TOLD),
                                row.get(KIOSK_EMPTYING.COUNTED),
                                lines.getOrDefault(row.get(KIOSK_EMPTYING.ID), Map.of())));
    }
}
