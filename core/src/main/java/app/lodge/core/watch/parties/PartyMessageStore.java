package app.lodge.core.watch.parties;

import static app.lodge.core.books.tables.Tables.WATCH_PARTY;
import static app.lodge.core.books.tables.Tables.WATCH_PARTY_MESSAGE;

import app.lodge.core.books.Tx;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Watch.Message.State;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Rows of messages to parties.
final class PartyMessageStore {

    private static final int LONGEST_FAILURE = 400;

    record Due(long alert, long party, Channel channel, int attempts) {}

    void say(Tx tx, long alert, long party, Channel channel, Instant at) {
        tx.sql()
                .insertInto(WATCH_PARTY_MESSAGE)
                .set(WATCH_PARTY_MESSAGE.ALERT_ID, alert)
                .set(WATCH_PARTY_MESSAGE.PARTY_ID, party)
                .set(WATCH_PARTY_MESSAGE.CHANNEL, channel.name())
                .set(WATCH_PARTY_MESSAGE.STATE, State.WAITING.name())
                .set(WATCH_PARTY_MESSAGE.ATTEMPTS, 0)
                .set(WATCH_PARTY_MESSAGE.NEXT_AT, Tx.utc(at))
                .set(WATCH_PARTY_MESSAGE.FAILURE, "")
                .onConflictDoNothing()
                .execute();
    }

    List<Due> due(DSLContext sql, Instant now) {
        return sql.selectFrom(WATCH_PARTY_MESSAGE)
                .where(
                        WATCH_PARTY_MESSAGE.STATE.eq(State.WAITING.name()),
                        WATCH_PARTY_MESSAGE.NEXT_AT.le(Tx.utc(now)))
                .orderBy(
                        WATCH_PARTY_MESSAGE.NEXT_AT,
                        WATCH_PARTY_MESSAGE.ALERT_ID,
                        WATCH_PARTY_MESSAGE.PARTY_ID,
                        WATCH_PARTY_MESSAGE.CHANNEL)
                .fetch(row ->
                        new Due(
                                row.get(WATCH_PARTY_MESSAGE.ALERT_ID),
                                row.get(WATCH_PARTY_MESSAGE.PARTY_ID),
                                Channel.valueOf(row.get(WATCH_PARTY_MESSAGE.CHANNEL)),
                                row.get(WATCH_PARTY_MESSAGE.ATTEMPTS)));
    }

    List<Parties.Told> told(DSLContext sql, long alert) {
        return sql.select()
                .from(WATCH_PARTY_MESSAGE)
                .join(WATCH_PARTY)
                .on(WATCH_PARTY.ID.eq(WATCH_PARTY_MESSAGE.PARTY_ID))
                .where(WATCH_PARTY_MESSAGE.ALERT_ID.eq(alert))
                .orderBy(
                        WATCH_PARTY.NAME, WATCH_PARTY_MESSAGE.PARTY_ID, WATCH_PARTY_MESSAGE.CHANNEL)
                .fetch(row ->
                        new Parties.Told(
                                row.get(WATCH_PARTY.NAME),
                                PartyKind.valueOf(row.get(WATCH_PARTY.KIND)),
                                Channel.valueOf(row.get(WATCH_PARTY_MESSAGE.CHANNEL)),
                                State.valueOf(row.get(WATCH_PARTY_MESSAGE.STATE)),
                                row.get(WATCH_PARTY_MESSAGE.ATTEMPTS),
                                row.get(WATCH_PARTY_MESSAGE.FAILURE)));
    }

    void settled(Tx tx, Due due, State state) {
        tx.sql()
                .update(WATCH_PARTY_MESSAGE)
                .set(WATCH_PARTY_MESSAGE.STATE, state.name())
                .set(WATCH_PARTY_MESSAGE.SENT_AT, state == State.SENT ? tx.nowUtc() : null)
                .set(WATCH_PARTY_MESSAGE.ATTEMPTS, due.attempts() + 1)
                .where(is(due))
                .execute();
    }

    void failed(Tx tx, Due due, State state, Instant next, String why) {
        tx.sql()
                .update(WATCH_PARTY_MESSAGE)
                .set(WATCH_PARTY_MESSAGE.STATE, state.name())
                .set(WATCH_PARTY_MESSAGE.ATTEMPTS, due.attempts() + 1)
                .set(WATCH_PARTY_MESSAGE.NEXT_AT, Tx.utc(next))
                .set(
                        WATCH_PARTY_MESSAGE.FAILURE,
                        why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why)
                .where(is(due))
                .execute();
    }

    private static Condition is(Due due) {
        return WATCH_PARTY_MESSAGE
                .ALERT_ID
                .eq(due.alert())
                .and(WATCH_PARTY_MESSAGE.PARTY_ID.eq(due.party()))
                .and(WATCH_PARTY_MESSAGE.CHANNEL.eq(due.channel().name()));
    }
}
