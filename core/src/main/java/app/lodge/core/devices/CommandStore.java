package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_COMMAND;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceCare.Command;
import app.lodge.core.devices.DeviceCare.State;
import app.lodge.core.devices.DeviceCare.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/// Rows of what devices were ordered to do.
final class CommandStore {

    private static final String WAITING = "WAITING";

    private CommandStore() {}

    static long insert(Tx tx, DeviceId id, Verb verb, State state, Instant expires) {
        var number = tx.nextNumber(DEVICE_COMMAND.ID);
        tx.sql()
                .insertInto(DEVICE_COMMAND)
                .set(DEVICE_COMMAND.ID, number)
                .set(DEVICE_COMMAND.DEVICE_ID, id.number())
                .set(DEVICE_COMMAND.VERB, verb.name())
                .set(DEVICE_COMMAND.ARGS, "{}")
                .set(DEVICE_COMMAND.STATE, state.name())
                .set(DEVICE_COMMAND.OPERATOR_ID, tx.actor().operatorId())
                .set(DEVICE_COMMAND.CREATED_AT, tx.nowUtc())
                .set(DEVICE_COMMAND.EXPIRES_AT, Tx.utc(expires))
                .execute();
        return number;
    }

    record Asked(DeviceId device, long by) {}

    /// What waits for a second person, and has not expired.
    static Optional<Asked> asked(Tx tx, long number) {
        return tx.sql()
                .select(DEVICE_COMMAND.DEVICE_ID, DEVICE_COMMAND.OPERATOR_ID)
                .from(DEVICE_COMMAND)
                .where(
                        DEVICE_COMMAND.ID.eq(number),
                        DEVICE_COMMAND.STATE.eq(State.ASKED.name()),
                        DEVICE_COMMAND.EXPIRES_AT.gt(tx.nowUtc()))
                .fetchOptional(row -> new Asked(new DeviceId(row.value1()), row.value2()));
    }

    static void confirmed(Tx tx, long number, Instant expires) {
        tx.sql()
                .update(DEVICE_COMMAND)
                .set(DEVICE_COMMAND.STATE, WAITING)
                .set(DEVICE_COMMAND.EXPIRES_AT, Tx.utc(expires))
                .where(DEVICE_COMMAND.ID.eq(number))
                .execute();
    }

    static List<FieldAccess.Order> waiting(DSLContext sql, DeviceId id, Instant now) {
        return sql.select(DEVICE_COMMAND.ID, DEVICE_COMMAND.VERB, DEVICE_COMMAND.EXPIRES_AT)
                .from(DEVICE_COMMAND)
                .where(
                        DEVICE_COMMAND.DEVICE_ID.eq(id.number()),
                        DEVICE_COMMAND.STATE.eq(WAITING),
                        DEVICE_COMMAND.EXPIRES_AT.gt(Tx.utc(now)))
                .orderBy(DEVICE_COMMAND.ID)
                .fetch(row ->
                        new FieldAccess.Order(
                                row.value1(),
                                row.value2().toLowerCase(Locale.ROOT),
                                Tx.instant(row.value3())));
    }

    /// @return whether this was the first answer
    static boolean answered(Tx tx, DeviceId id, long number, boolean ok, String detail) {
        return tx.sql()
                        .update(DEVICE_COMMAND)
                        .set(DEVICE_COMMAND.STATE, ok ? State.DONE.name() : State.FAILED.name())
                        .set(
                                DEVICE_COMMAND.DETAIL,
                                detail.length() > 400 ? detail.substring(0, 400) : detail)
                        .set(DEVICE_COMMAND.ANSWERED_AT, tx.nowUtc())
                        .where(
                                DEVICE_COMMAND.ID.eq(number),
                                DEVICE_COMMAND.DEVICE_ID.eq(id.number()),
                                DEVICE_COMMAND.STATE.eq(WAITING))
                        .execute()
                > 0;
    }

    static List<Command> newest(DSLContext sql, DeviceId id, Instant now, int limit) {
        return sql.selectFrom(DEVICE_COMMAND)
                .where(DEVICE_COMMAND.DEVICE_ID.eq(id.number()))
                .orderBy(DEVICE_COMMAND.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var expires = Tx.instant(row.get(DEVICE_COMMAND.EXPIRES_AT));
                    var answered = row.get(DEVICE_COMMAND.ANSWERED_AT);
                    var state = State.valueOf(row.get(DEVICE_COMMAND.STATE));
                    var detail = row.get(DEVICE_COMMAND.DETAIL);
                    return new Command(
                            row.get(DEVICE_COMMAND.ID),
                            Verb.valueOf(row.get(DEVICE_COMMAND.VERB)),
                            (state == State.WAITING || state == State.ASKED)
                                            && !expires.isAfter(now)
                                    ? State.EXPIRED
                                    : state,
                            detail == null ? "" : detail,
                            Tx.instant(row.get(DEVICE_COMMAND.CREATED_AT)),
                            expires,
                            answered == null ? null : Tx.instant(answered));
                });
    }
}
