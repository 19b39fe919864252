package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_HOLD;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumKind;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;

/// What was ever reserved for an account's holder, with the names around it.
final class HeldMoneyStore {

    private static final Comparator<HeldMoney> NEWEST_FIRST =
            Comparator.comparingLong(HeldMoney::number).reversed();

    /// @param state null for all
    /// @param before numbers below this one only
    List<HeldMoney> newestFirst(
            DSLContext sql, AccountId id, @Nullable HoldState state, long before, int limit) {
        var wanted =
                LEDGER_HOLD
                        .ID
                        .lt(before)
                        .and(state == null ? noCondition() : LEDGER_HOLD.STATE.eq(state.name()));
        var rows = new ArrayList<HeldMoney>();
        rows.addAll(ofAccount(sql, id, wanted, limit));
        rows.addAll(ofCentres(sql, id, wanted.and(COST_CENTRE_HOLD.HOLD_ID.lt(before)), limit));
        return rows.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    /// The account stands in ORDER BY, too: only then is its index read backwards.
    private static List<HeldMoney> ofAccount(
            DSLContext sql, AccountId id, Condition wanted, int limit) {
        return selected(sql)
                .from(LEDGER_HOLD)
                .leftJoin(COST_CENTRE_HOLD)
                .on(COST_CENTRE_HOLD.HOLD_ID.eq(LEDGER_HOLD.ID))
                .leftJoin(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_HOLD.CENTRE_ID))
                .leftJoin(DEVICE)
                .on(DEVICE.ID.eq(LEDGER_HOLD.DEVICE_ID))
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(LEDGER_HOLD.MEDIUM_ID))
                .where(LEDGER_HOLD.ACCOUNT_ID.eq(id.number()))
                .and(wanted)
                .orderBy(LEDGER_HOLD.ACCOUNT_ID.desc(), LEDGER_HOLD.ID.desc())
                .limit(limit)
                .fetch(HeldMoneyStore::row);
    }

    private static List<HeldMoney> ofCentres(
            DSLContext sql, AccountId id, Condition wanted, int limit) {
        return selected(sql)
                .from(COST_CENTRE_HOLD)
                .join(LEDGER_HOLD)
                .on(LEDGER_HOLD.ID.eq(COST_CENTRE_HOLD.HOLD_ID))
                .leftJoin(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_HOLD.CENTRE_ID))
                .leftJoin(DEVICE)
                .on(DEVICE.ID.eq(LEDGER_HOLD.DEVICE_ID))
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(LEDGER_HOLD.MEDIUM_ID))
                .where(COST_CENTRE_HOLD.ACCOUNT_ID.eq(id.number()))
                .and(wanted)
                .orderBy(COST_CENTRE_HOLD.ACCOUNT_ID.desc(), COST_CENTRE_HOLD.HOLD_ID.desc())
                .limit(limit)
                .fetch(HeldMoneyStore::row);
    }

    private static SelectSelectStep<?> selected(DSLContext sql) {
        return sql.select(
                LEDGER_HOLD.ID,
                LEDGER_HOLD.AMOUNT,
                LEDGER_HOLD.CURRENCY,
                LEDGER_HOLD.STATE,
                LEDGER_HOLD.CREATED_AT,
                LEDGER_HOLD.EXPIRES_AT,
                coalesce(DEVICE.LABEL, inline("")).as("place"),
                MEDIUM.KIND,
                MEDIUM.ISSUE_NUMBER,
                COST_CENTRE.CODE,
                COST_CENTRE.NAME);
    }

    private static HeldMoney row(org.jooq.Record row) {
        var code = row.get(COST_CENTRE.CODE);
        return new HeldMoney(
                row.get(LEDGER_HOLD.ID),
                Money.of(row.get(LEDGER_HOLD.AMOUNT), row.get(LEDGER_HOLD.CURRENCY)),
                HoldState.valueOf(row.get(LEDGER_HOLD.STATE)),
                Tx.instant(row.get(LEDGER_HOLD.CREATED_AT)),
                Tx.instant(row.get(LEDGER_HOLD.EXPIRES_AT)),
                row.get("place", String.class),
                MediumKind.valueOf(row.get(MEDIUM.KIND)),
                row.get(MEDIUM.ISSUE_NUMBER),
                code == null ? "" : code + " " + row.get(COST_CENTRE.NAME));
    }

    /// One that was reserved for this account, or by a cost centre for its holder.
    Optional<Hold> find(Tx tx, AccountId id, long number) {
        var byCentre =
                select(COST_CENTRE_HOLD.HOLD_ID)
                        .from(COST_CENTRE_HOLD)
                        .where(COST_CENTRE_HOLD.HOLD_ID.eq(number))
                        .and(COST_CENTRE_HOLD.ACCOUNT_ID.eq(id.number()));
        return HoldStore.select(
                        tx,
                        LEDGER_HOLD
                                .ID
                                .eq(number)
                                .and(
                                        LEDGER_HOLD
                                                .ACCOUNT_ID
                                                .eq(id.number())
                                                .or(LEDGER_HOLD.ID.in(byCentre))),
                        1)
                .stream()
                .findFirst();
    }
}
