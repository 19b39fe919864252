package app.lodge.core.operators;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.OPERATOR_CARD;

import app.lodge.core.books.Tx;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCards.Order;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/// Operators' cards as rows.
final class OperatorCardStore {

    /// @param sealedPin Argon2id digest, sealed by the vault
    record Known(OperatorCard card, byte[] sealedPin, int wrongPins) {}

    List<OperatorCard> all(DSLContext sql) {
        return select(sql).orderBy(OPERATOR_CARD.ID.desc()).fetch(record -> known(record).card());
    }

    Optional<Known> find(DSLContext sql, long number) {
        return select(sql)
                .where(OPERATOR_CARD.ID.eq(number))
                .fetchOptional(OperatorCardStore::known);
    }

    /// The newest card of a chip.
    Optional<Known> ofChip(DSLContext sql, Uid uid) {
        return select(sql)
                .where(OPERATOR_CARD.UID.eq(uid.hex()))
                .orderBy(OPERATOR_CARD.ID.desc())
                .limit(1)
                .fetchOptional(OperatorCardStore::known);
    }

    long add(Tx tx, Order order, byte[] sealedPin) {
        long number = tx.nextNumber(OPERATOR_CARD.ID);
        tx.sql()
                .insertInto(OPERATOR_CARD)
                .set(OPERATOR_CARD.ID, number)
                .set(OPERATOR_CARD.OPERATOR_ID, order.operator())
                .set(OPERATOR_CARD.UID, order.uid().hex())
                .set(OPERATOR_CARD.CARD_LEVEL, order.level().name())
                .set(OPERATOR_CARD.PLACE, order.place().strip())
                .set(OPERATOR_CARD.VALID_UNTIL, order.validUntil())
                .set(OPERATOR_CARD.STATE, State.ACTIVE.name())
                .set(OPERATOR_CARD.SEALED_PIN, sealedPin)
                .set(OPERATOR_CARD.ISSUED_AT, tx.nowUtc())
                .execute();
        return number;
    }

    void setWrongPins(Tx tx, long number, int wrong, State state) {
        tx.sql()
                .update(OPERATOR_CARD)
                .set(OPERATOR_CARD.WRONG_PINS, wrong)
                .set(OPERATOR_CARD.STATE, state.name())
                .where(OPERATOR_CARD.ID.eq(number))
                .execute();
    }

    /// Where a device stands, as the site calls it.
    Optional<String> placeOf(DSLContext sql, long device) {
        return sql.select(DEVICE.PLACE)
                .from(DEVICE)
                .where(DEVICE.ID.eq(device))
                .fetchOptional(DEVICE.PLACE);
    }

    /// A new PIN starts with all its tries.
    void setPin(Tx tx, long number, byte[] sealedPin) {
        tx.sql()
                .update(OPERATOR_CARD)
                .set(OPERATOR_CARD.SEALED_PIN, sealedPin)
                .set(OPERATOR_CARD.WRONG_PINS, 0)
                .where(OPERATOR_CARD.ID.eq(number))
                .execute();
    }

    void revoke(Tx tx, long number) {
        tx.sql()
                .update(OPERATOR_CARD)
                .set(OPERATOR_CARD.STATE, State.REVOKED.name())
                .set(OPERATOR_CARD.ENDED_AT, tx.nowUtc())
                .where(OPERATOR_CARD.ID.eq(number))
                .execute();
    }

    private static SelectOnConditionStep<Record> select(DSLContext sql) {
        return sql.select(OPERATOR_CARD.fields())
                .select(OPERATOR.NAME)
                .from(OPERATOR_CARD)
                .join(OPERATOR)
                .on(OPERATOR.ID.eq(OPERATOR_CARD.OPERATOR_ID));
    }

    private static Known known(Record record) {
        return new Known(
                new OperatorCard(
                        record.get(OPERATOR_CARD.ID),
                        record.get(OPERATOR_CARD.OPERATOR_ID),
                        record.get(OPERATOR.NAME),
                        new Uid(record.get(OPERATOR_CARD.UID)),
                        Level.valueOf(record.get(OPERATOR_CARD.CARD_LEVEL)),
                        record.get(OPERATOR_CARD.PLACE),
                        record.get(OPERATOR_CARD.VALID_UNTIL),
                        State.valueOf(record.get(OPERATOR_CARD.STATE)),
                        Tx.instant(record.get(OPERATOR_CARD.ISSUED_AT))),
                record.get(OPERATOR_CARD.SEALED_PIN),
                record.get(OPERATOR_CARD.WRONG_PINS));
    }
}
