package app.lodge.core.exports;

import static app.lodge.core.books.tables.Tables.ACCOUNT_LIMIT;
import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_BUDGET;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_LINK;
import static app.lodge.core.books.tables.Tables.GROUP_MEMBER;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.exports.PieceStore.ROWS;
import static app.lodge.core.exports.PieceStore.major;
import static app.lodge.core.exports.PieceStore.numbered;
import static app.lodge.core.exports.PieceStore.pair;
import static app.lodge.core.exports.PieceStore.plain;
import static app.lodge.core.exports.PieceStore.text;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import app.lodge.core.accounts.Limit;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.exports.Exports.Piece;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Who belongs together, and what they may spend.
final class RulesExportStore {

    private RulesExportStore() {}

    static Piece groups(DSLContext sql, long from) {
        var members =
                select(count())
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.GROUP_ID.eq(PEOPLE_GROUP.ID))
                        .asField("members");
        return numbered(
                sql.select(PEOPLE_GROUP.ID, PEOPLE_GROUP.NAME, members, PEOPLE_GROUP.CREATED_AT)
                        .from(PEOPLE_GROUP),
                PEOPLE_GROUP.ID,
                from,
                found ->
                        List.of(
                                text(found, PEOPLE_GROUP.ID),
                                text(found, PEOPLE_GROUP.NAME),
                                text(found, members),
                                text(found, PEOPLE_GROUP.CREATED_AT)));
    }

    static Piece groupMembers(DSLContext sql, @Nullable String after) {
        var from = pair(after);
        return pair(
                sql.select()
                        .from(GROUP_MEMBER)
                        .where(
                                row(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.PERSON_ID)
                                        .gt(from.first(), from.second()))
                        .orderBy(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.PERSON_ID)
                        .limit(ROWS)
                        .fetch(found ->
                                List.of(
                                        text(found, GROUP_MEMBER.GROUP_ID),
                                        text(found, GROUP_MEMBER.PERSON_ID),
                                        text(found, GROUP_MEMBER.SINCE))));
    }

    static Piece centres(DSLContext sql, long from) {
        return plain(
                sql,
                COST_CENTRE.ID,
                from,
                COST_CENTRE.ID,
                COST_CENTRE.CODE,
                COST_CENTRE.NAME,
                COST_CENTRE.OVER_BUDGET,
                COST_CENTRE.ACTIVE,
                COST_CENTRE.CREATED_AT);
    }

    /// Whole centres at a time, as many as there are.
    static Piece centreHolders(DSLContext sql, @Nullable String after) {
        var from = after == null ? 0 : Long.parseLong(after);
        var centres =
                sql.select(COST_CENTRE.ID)
                        .from(COST_CENTRE)
                        .where(COST_CENTRE.ID.gt(from))
                        .orderBy(COST_CENTRE.ID)
                        .limit(ROWS)
                        .fetch(COST_CENTRE.ID);
        var rows =
                sql.select()
                        .from(COST_CENTRE_LINK)
                        .where(COST_CENTRE_LINK.CENTRE_ID.in(centres))
                        .orderBy(
                                COST_CENTRE_LINK.CENTRE_ID,
                                COST_CENTRE_LINK.HOLDER,
                                COST_CENTRE_LINK.HOLDER_ID)
                        .fetch(found -> {
                            var kind = Holder.valueOf(found.get(COST_CENTRE_LINK.HOLDER));
                            var holder = text(found, COST_CENTRE_LINK.HOLDER_ID);
                            return List.of(
                                    text(found, COST_CENTRE_LINK.CENTRE_ID),
                                    kind == Holder.PERSON ? holder : "",
                                    kind == Holder.MEDIUM ? holder : "",
                                    kind == Holder.GROUP ? holder : "",
                                    text(found, COST_CENTRE_LINK.PREFERRED));
                        });
        return new Piece(rows, centres.isEmpty() ? null : Long.toString(centres.getLast()));
    }

    static Piece budgets(DSLContext sql, Currency site, long from) {
        var code = site.getCurrencyCode();
        return numbered(
                sql.selectFrom(COST_CENTRE_BUDGET),
                COST_CENTRE_BUDGET.ID,
                from,
                found ->
                        List.of(
                                text(found, COST_CENTRE_BUDGET.ID),
                                text(found, COST_CENTRE_BUDGET.CENTRE_ID),
                                found.get(COST_CENTRE_BUDGET.ACCOUNT_ID) == 0
                                        ? ""
                                        : text(found, COST_CENTRE_BUDGET.ACCOUNT_ID),
                                text(found, COST_CENTRE_BUDGET.PERIOD),
                                code,
                                major(found.get(COST_CENTRE_BUDGET.AMOUNT), code),
                                text(found, COST_CENTRE_BUDGET.CARRIES_OVER),
                                text(found, COST_CENTRE_BUDGET.STARTS_ON),
                                text(found, COST_CENTRE_BUDGET.ENDS_ON)));
    }

    /// @param after owner, number and kind, as in the table's key
    static Piece limits(DSLContext sql, Currency site, @Nullable String after) {
        var key = after == null ? null : after.split("/", 3);
        var rows =
                sql.select()
                        .from(ACCOUNT_LIMIT)
                        .leftJoin(LEDGER_ACCOUNT)
                        .on(ACCOUNT_LIMIT.OWNER.eq(Limit.Owner.ACCOUNT.name()))
                        .and(LEDGER_ACCOUNT.ID.eq(ACCOUNT_LIMIT.OWNER_ID))
                        .where(
                                key == null
                                        ? noCondition()
                                        : row(
                                                        ACCOUNT_LIMIT.OWNER,
                                                        ACCOUNT_LIMIT.OWNER_ID,
                                                        ACCOUNT_LIMIT.KIND)
                                                .gt(key[0], Long.valueOf(key[1]), key[2]))
                        .orderBy(ACCOUNT_LIMIT.OWNER, ACCOUNT_LIMIT.OWNER_ID, ACCOUNT_LIMIT.KIND)
                        .limit(ROWS)
                        .fetch();
        var last = rows.size() < ROWS ? null : rows.getLast();
        return new Piece(
                rows.map(found -> {
                    var owner = Limit.Owner.valueOf(found.get(ACCOUNT_LIMIT.OWNER));
                    var number = text(found, ACCOUNT_LIMIT.OWNER_ID);
                    var kind = Limit.Kind.valueOf(found.get(ACCOUNT_LIMIT.KIND));
                    var most = found.get(ACCOUNT_LIMIT.MOST);
                    var own = text(found, LEDGER_ACCOUNT.CURRENCY);
                    var code = own.isEmpty() ? site.getCurrencyCode() : own;
                    return List.of(
                            owner.name(),
                            owner == Limit.Owner.ACCOUNT ? number : "",
                            owner == Limit.Owner.GROUP ? number : "",
                            kind.name(),
                            kind.counts() ? "" : code,
                            kind.counts() ? "" : major(most, code),
                            kind.counts() ? Long.toString(most) : "",
                            text(found, ACCOUNT_LIMIT.UNTIL));
                }),
                last == null
                        ? null
                        : String.join(
                                "/",
                                last.get(ACCOUNT_LIMIT.OWNER),
                                text(last, ACCOUNT_LIMIT.OWNER_ID),
                                last.get(ACCOUNT_LIMIT.KIND)));
    }
}
