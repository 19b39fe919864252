package app.lodge.core.watch;

import static app.lodge.core.books.tables.Tables.WATCH_ALERT;
import static app.lodge.core.books.tables.Tables.WATCH_MESSAGE;

import app.lodge.core.books.Tx;
import app.lodge.core.watch.Watch.Message;
import app.lodge.core.watch.Watch.Message.State;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of alerts and of the messages about them.
final class AlertStore {

    private static final int LONGEST_FAILURE = 400;

    List<Alert> open(DSLContext sql) {
        return sql.selectFrom(WATCH_ALERT)
                .where(WATCH_ALERT.ENDED_AT.isNull())
                .orderBy(WATCH_ALERT.ID)
                .fetch(AlertStore::alert);
    }

    List<Alert> newest(DSLContext sql, int limit) {
        return sql.selectFrom(WATCH_ALERT)
                .orderBy(WATCH_ALERT.ENDED_AT.isNotNull(), WATCH_ALERT.ID.desc())
                .limit(limit)
                .fetch(AlertStore::alert);
    }

    Optional<Alert> find(DSLContext sql, long id) {
        return sql.selectFrom(WATCH_ALERT)
                .where(WATCH_ALERT.ID.eq(id))
                .fetchOptional(AlertStore::alert);
    }

    /// The last one of the same thing that is over, if it ended after this.
    Optional<Alert> ended(DSLContext sql, Finding finding, Instant after) {
        return sql.selectFrom(WATCH_ALERT)
                .where(
                        WATCH_ALERT.RULE_ID.eq(finding.rule().id()),
                        WATCH_ALERT.SUBJECT.eq(finding.subject()),
                        WATCH_ALERT.CODE.eq(finding.code()),
                        WATCH_ALERT.ENDED_AT.gt(Tx.utc(after)))
                .orderBy(WATCH_ALERT.ID.desc())
                .limit(1)
                .fetchOptional(AlertStore::alert);
    }

    /// Subject and code of all that somebody ever acknowledged: `device:3/K3-17`.
    Set<String> acknowledged(DSLContext sql, Matter matter) {
        return sql.select(WATCH_ALERT.SUBJECT, WATCH_ALERT.CODE)
                .from(WATCH_ALERT)
                .where(
                        WATCH_ALERT.MATTER.eq(matter.name()),
                        WATCH_ALERT.ACKNOWLEDGED_AT.isNotNull())
                .fetchSet(row -> row.value1() + "/" + row.value2());
    }

    long begin(Tx tx, Finding finding) {
        var id = tx.nextNumber(WATCH_ALERT.ID);
        tx.sql()
                .insertInto(WATCH_ALERT)
                .set(WATCH_ALERT.ID, id)
                .set(WATCH_ALERT.RULE_ID, finding.rule().id())
                .set(WATCH_ALERT.MATTER, finding.rule().matter().name())
                .set(WATCH_ALERT.SUBJECT, finding.subject())
                .set(WATCH_ALERT.CODE, finding.code())
                .set(WATCH_ALERT.WHAT, finding.what())
                .set(WATCH_ALERT.AMOUNT, finding.amount())
                .set(WATCH_ALERT.TIMES, 1)
                .set(WATCH_ALERT.RAISED_AT, tx.nowUtc())
                .set(WATCH_ALERT.LAST_AT, tx.nowUtc())
                .execute();
        return id;
    }

    /// It began again soon after its end: the same alert, once more.
    void again(Tx tx, long id, long amount) {
        tx.sql()
                .update(WATCH_ALERT)
                .set(WATCH_ALERT.TIMES, WATCH_ALERT.TIMES.plus(1))
                .set(WATCH_ALERT.AMOUNT, amount)
                .set(WATCH_ALERT.LAST_AT, tx.nowUtc())
                .setNull(WATCH_ALERT.ENDED_AT)
                .where(WATCH_ALERT.ID.eq(id))
                .execute();
    }

    /// A fault that was raised again while it stood.
    void more(Tx tx, long id, long amount, int times) {
        tx.sql()
                .update(WATCH_ALERT)
                .set(WATCH_ALERT.TIMES, times)
                .set(WATCH_ALERT.AMOUNT, amount)
                .set(WATCH_ALERT.LAST_AT, tx.nowUtc())
                .where(WATCH_ALERT.ID.eq(id))
                .execute();
    }

    void end(Tx tx, long id) {
        tx.sql()
                .update(WATCH_ALERT)
                .set(WATCH_ALERT.ENDED_AT, tx.nowUtc())
                .where(WATCH_ALERT.ID.eq(id), WATCH_ALERT.ENDED_AT.isNull())
                .execute();
    }

    boolean acknowledge(Tx tx, long id, long operator) {
        return tx.sql()
                        .update(WATCH_ALERT)
                        .set(WATCH_ALERT.ACKNOWLEDGED_AT, tx.nowUtc())
                        .set(WATCH_ALERT.ACKNOWLEDGED_BY, operator)
                        .where(WATCH_ALERT.ID.eq(id), WATCH_ALERT.ACKNOWLEDGED_AT.isNull())
                        .execute()
                > 0;
    }

    void escalated(Tx tx, long id) {
        tx.sql()
                .update(WATCH_ALERT)
                .set(WATCH_ALERT.ESCALATED_AT, tx.nowUtc())
                .where(WATCH_ALERT.ID.eq(id))
                .execute();
    }

    void say(Tx tx, long alert, Channel channel, boolean escalation, Instant at) {
        tx.sql()
                .insertInto(WATCH_MESSAGE)
                .set(WATCH_MESSAGE.ALERT_ID, alert)
                .set(WATCH_MESSAGE.CHANNEL, channel.name())
                .set(WATCH_MESSAGE.ESCALATION, escalation)
                .set(WATCH_MESSAGE.STATE, State.WAITING.name())
                .set(WATCH_MESSAGE.ATTEMPTS, 0)
                .set(WATCH_MESSAGE.NEXT_AT, Tx.utc(at))
                .set(WATCH_MESSAGE.FAILURE, "")
                .onConflictDoNothing()
                .execute();
    }

    /// @param message with its alert
    record Due(long alert, Message message) {}

    List<Due> due(DSLContext sql, Instant now) {
        return sql.selectFrom(WATCH_MESSAGE)
                .where(
                        WATCH_MESSAGE.STATE.eq(State.WAITING.name()),
                        WATCH_MESSAGE.NEXT_AT.le(Tx.utc(now)))
                .orderBy(WATCH_MESSAGE.NEXT_AT, WATCH_MESSAGE.ALERT_ID, WATCH_MESSAGE.CHANNEL)
                .fetch(row -> new Due(row.get(WATCH_MESSAGE.ALERT_ID), message(row)));
    }

    List<Message> messages(DSLContext sql, long alert) {
        return sql.selectFrom(WATCH_MESSAGE)
                .where(WATCH_MESSAGE.ALERT_ID.eq(alert))
                .orderBy(WATCH_MESSAGE.ESCALATION, WATCH_MESSAGE.CHANNEL)
                .fetch(AlertStore::message);
    }

    void settled(Tx tx, Due due, State state) {
        tx.sql()
                .update(WATCH_MESSAGE)
                .set(WATCH_MESSAGE.STATE, state.name())
                .set(WATCH_MESSAGE.SENT_AT, state == State.SENT ? tx.nowUtc() : null)
                .set(WATCH_MESSAGE.ATTEMPTS, due.message().attempts() + 1)
                .where(
                        WATCH_MESSAGE.ALERT_ID.eq(due.alert()),
                        WATCH_MESSAGE.CHANNEL.eq(due.message().channel().name()),
                        WATCH_MESSAGE.ESCALATION.eq(due.message().escalation()))
                .execute();
    }

    void failed(Tx tx, Due due, State state, Instant next, String why) {
        tx.sql()
                .update(WATCH_MESSAGE)
                .set(WATCH_MESSAGE.STATE, state.name())
                .set(WATCH_MESSAGE.ATTEMPTS, due.message().attempts() + 1)
                .set(WATCH_MESSAGE.NEXT_AT, Tx.utc(next))
                .set(
                        WATCH_MESSAGE.FAILURE,
                        why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why)
                .where(
                        WATCH_MESSAGE.ALERT_ID.eq(due.alert()),
                        WATCH_MESSAGE.CHANNEL.eq(due.message().channel().name()),
                        WATCH_MESSAGE.ESCALATION.eq(due.message().escalation()))
                .execute();
    }

    private static Message message(Record row) {
        return new Message(
                Channel.valueOf(row.get(WATCH_MESSAGE.CHANNEL)),
                row.get(WATCH_MESSAGE.ESCALATION),
                State.valueOf(row.get(WATCH_MESSAGE.STATE)),
                row.get(WATCH_MESSAGE.ATTEMPTS),
                Tx.instant(row.get(WATCH_MESSAGE.NEXT_AT)),
                instant(row.get(WATCH_MESSAGE.SENT_AT)),
                row.get(WATCH_MESSAGE.FAILURE));
    }

    private static Alert alert(Record row) {
        var by = row.get(WATCH_ALERT.ACKNOWLEDGED_BY);
        return new Alert(
                row.get(WATCH_ALERT.ID),
                row.get(WATCH_ALERT.RULE_ID),
                Matter.valueOf(row.get(WATCH_ALERT.MATTER)),
                row.get(WATCH_ALERT.SUBJECT),
                row.get(WATCH_ALERT.CODE),
                row.get(WATCH_ALERT.WHAT),
                row.get(WATCH_ALERT.AMOUNT),
                row.get(WATCH_ALERT.TIMES),
                Tx.instant(row.get(WATCH_ALERT.RAISED_AT)),
                Tx.instant(row.get(WATCH_ALERT.LAST_AT)),
                instant(row.get(WATCH_ALERT.ENDED_AT)),
                instant(row.get(WATCH_ALERT.ACKNOWLEDGED_AT)),
                by == null ? 0 : by,
                instant(row.get(WATCH_ALERT.ESCALATED_AT)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Tx.instant(utc);
    }
}
