package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.OPERATOR_CARD;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Operators' cards that terminals must refuse: revoked, or locked by wrong PINs (CHAIN-10). A chip that
/// was issued anew goes by its newest card.
final class OperatorCardListStore {

    private static final String ACTIVE = "ACTIVE";

    private OperatorCardListStore() {}

    /// @return upper-case hex
    static List<String> all(DSLContext sql) {
        return refused(sql, DSL.noCondition());
    }

    static List<String> among(DSLContext sql, Collection<String> credentials) {
        return credentials.isEmpty() ? List.of() : refused(sql, OPERATOR_CARD.UID.in(credentials));
    }

    static Optional<String> of(DSLContext sql, long number) {
        return sql.select(OPERATOR_CARD.UID)
                .from(OPERATOR_CARD)
                .where(OPERATOR_CARD.ID.eq(number))
                .fetchOptional(OPERATOR_CARD.UID);
    }

    private static List<String> refused(DSLContext sql, Condition condition) {
        var newest = new HashMap<String, String>();
        sql.select(OPERATOR_CARD.UID, OPERATOR_CARD.STATE)
                .from(OPERATOR_CARD)
                .where(condition)
                .orderBy(OPERATOR_CARD.ID)
                .forEach(row -> newest.put(row.value1(), row.value2()));
        return newest.entrySet().stream()
                .filter(card -> !card.getValue().equals(ACTIVE))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
