package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of media.
final class MediumStore {

    static final EnumSet<MediumState> LIVE = EnumSet.of(MediumState.ACTIVE, MediumState.BLOCKED);
    private static final EnumSet<MediumState> ONCE_ISSUED =
            EnumSet.complementOf(EnumSet.of(MediumState.PREPARING, MediumState.SPOILED));

    Optional<Medium> find(DSLContext sql, MediumId id) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.ID.eq(id.number()))
                .fetchOptional(MediumStore::medium);
    }

    /// @throws IllegalArgumentException if there is no such medium
    Medium get(DSLContext sql, MediumId id) {
        return find(sql, id)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no medium " + id.number()));
    }

    int countActive(DSLContext sql) {
        return sql.fetchCount(MEDIUM, MEDIUM.STATE.eq(MediumState.ACTIVE.name()));
    }

    Optional<Medium> withUid(DSLContext sql, Uid uid, Collection<MediumState> states) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.UID.eq(uid.bytes()))
                .and(MEDIUM.STATE.in(names(states)))
                .orderBy(MEDIUM.ID.desc())
                .limit(1)
                .fetchOptional(MediumStore::medium);
    }

    /// Those blocked now, the newest block first.
    List<Medium> blocked(DSLContext sql, int limit) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.STATE.eq(MediumState.BLOCKED.name()))
                .and(MEDIUM.PERSON_ID.isNotNull())
                .orderBy(MEDIUM.CHANGED_AT.desc(), MEDIUM.ID.desc())
                .limit(limit)
                .fetch(MediumStore::medium);
    }

    List<Medium> ofPerson(DSLContext sql, PersonId person) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.PERSON_ID.eq(person.number()))
                .orderBy(MEDIUM.ID.desc())
                .fetch(MediumStore::medium);
    }

    /// Newest first, those that were ever issued.
    List<Medium> issued(DSLContext sql, long below, int limit) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.ID.lt(below))
                .and(MEDIUM.STATE.in(names(ONCE_ISSUED)))
                .orderBy(MEDIUM.ID.desc())
                .limit(limit)
                .fetch(MediumStore::medium);
    }

    /// Media lent to somebody whose day is over at `now`.
    List<Medium> overdueLoans(DSLContext sql, LocalDateTime now) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.LOAN_UNTIL.le(now))
                .and(MEDIUM.STATE.eq(MediumState.ACTIVE.name()))
                .orderBy(MEDIUM.ID)
                .fetch(MediumStore::medium);
    }

    /// A medium without a printed face that is in somebody's hand at once.
    Medium addLoan(Tx tx, PersonId person, Uid uid, String chip, LocalDateTime until) {
        Medium added = addCard(tx, person, "loan");
        tx.sql()
                .update(MEDIUM)
                .set(MEDIUM.UID, uid.bytes())
                .set(MEDIUM.CHIP, chip)
                .set(MEDIUM.LOAN_UNTIL, until)
                .where(MEDIUM.ID.eq(added.id().number()))
                .execute();
        return enter(tx, get(tx.sql(), added.id()), MediumState.ACTIVE, null);
    }

    Medium addCard(Tx tx, PersonId person, String layout) {
        int issue = nextIssue(tx, person, MediumKind.CARD);
        long id = tx.nextNumber(MEDIUM.ID);
        tx.sql()
                .insertInto(MEDIUM)
                .set(MEDIUM.ID, id)
                .set(MEDIUM.KIND, MediumKind.CARD.name())
                .set(MEDIUM.PERSON_ID, person.number())
                .set(MEDIUM.ISSUE_NUMBER, issue)
                .set(MEDIUM.STATE, MediumState.PREPARING.name())
                .set(MEDIUM.LAYOUT, layout)
                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .execute();
        return get(tx.sql(), new MediumId(id));
    }

    /// Counts a person's media from 1 (ID-43): contact keys, which have a number of their own, by
    /// themselves, all others together, so that no two print alike.
    int nextIssue(Tx tx, PersonId person, MediumKind kind) {
        boolean key = kind == MediumKind.CONTACT_KEY;
        var contactKeys = MediumKind.CONTACT_KEY.name();
        return 1
                + tx.sql()
                        .select(coalesce(max(MEDIUM.ISSUE_NUMBER), inline(0)))
                        .from(MEDIUM)
                        .where(MEDIUM.PERSON_ID.eq(person.number()))
                        .and(key ? MEDIUM.KIND.eq(contactKeys) : MEDIUM.KIND.ne(contactKeys))
                        .fetchSingle()
                        .value1();
    }

    void bind(Tx tx, MediumId id, Uid uid, String chip, int keyVersion) {
        tx.sql()
                .update(MEDIUM)
                .set(MEDIUM.UID, uid.bytes())
                .set(MEDIUM.CHIP, chip)
                .set(MEDIUM.KEY_VERSION, keyVersion)
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .where(MEDIUM.ID.eq(id.number()))
                .execute();
    }

    /// @throws IllegalStateException if the medium's state cannot become that
    Medium enter(Tx tx, Medium medium, MediumState next, @Nullable BlockReason reason) {
        if (!medium.state().canBecome(next)) {
            throw new IllegalStateException(
                    "Medium %d is %s and cannot become %s"
                            .formatted(medium.id().number(), medium.state(), next));
        }
        tx.sql()
                .update(MEDIUM)
                .set(MEDIUM.STATE, next.name())
                .set(MEDIUM.BLOCK_REASON, reason == null ? null : reason.name())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .where(MEDIUM.ID.eq(medium.id().number()))
                .execute();
        return get(tx.sql(), medium.id());
    }

    private static List<String> names(Collection<MediumState> states) {
        return states.stream().map(MediumState::name).toList();
    }

    static Medium medium(Record row) {
        byte[] uid = row.get(MEDIUM.UID);
        String chip = row.get(MEDIUM.CHIP);
        Integer keyVersion = row.get(MEDIUM.KEY_VERSION);
        String reason = row.get(MEDIUM.BLOCK_REASON);
        var until = row.get(MEDIUM.LOAN_UNTIL);
        return new Medium(
                new MediumId(row.get(MEDIUM.ID)),
                MediumKind.valueOf(row.get(MEDIUM.KIND)),
                new PersonId(Objects.requireNonNull(row.get(MEDIUM.PERSON_ID), "holder")),
                row.get(MEDIUM.ISSUE_NUMBER),
                MediumState.valueOf(row.get(MEDIUM.STATE)),
                uid == null ? null : Uid.of(uid),
                chip == null ? "" : chip,
                keyVersion == null ? 0 : keyVersion,
                reason == null ? null : BlockReason.valueOf(reason),
                Tx.instant(row.get(MEDIUM.CHANGED_AT)),
                until == null ? null : Tx.instant(until));
    }
}
