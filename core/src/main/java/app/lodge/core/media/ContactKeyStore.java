package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.CONTACT_KEY;
import static app.lodge.core.books.tables.Tables.CONTACT_KEY_LIMIT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The rows of contact keys.
final class ContactKeyStore {

    private static final EnumSet<MediumState> HELD =
            EnumSet.of(MediumState.PREPARING, MediumState.ACTIVE, MediumState.BLOCKED);

    /// What stands for a printed face.
    private static final String FACELESS = "contact-key";

    private final MediumStore media = new MediumStore();

    int highest(DSLContext sql) {
        return sql.select(CONTACT_KEY_LIMIT.HIGHEST)
                .from(CONTACT_KEY_LIMIT)
                .fetchOptional(CONTACT_KEY_LIMIT.HIGHEST)
                .orElse(KeyNumber.HIGHEST);
    }

    void limit(Tx tx, int highest) {
        tx.sql().deleteFrom(CONTACT_KEY_LIMIT).execute();
        tx.sql()
                .insertInto(CONTACT_KEY_LIMIT)
                .set(CONTACT_KEY_LIMIT.ID, 1)
                .set(CONTACT_KEY_LIMIT.HIGHEST, highest)
                .execute();
    }

    Optional<ContactKey> held(DSLContext sql, KeyNumber number) {
        return rows(sql, CONTACT_KEY.KEY_NUMBER.eq(number.value()).and(held())).stream()
                .findFirst();
    }

    Optional<ContactKey> held(DSLContext sql, Uid uid) {
        return rows(sql, MEDIUM.UID.eq(uid.bytes()).and(held())).stream().findFirst();
    }

    Optional<ContactKey> find(DSLContext sql, MediumId id) {
        return rows(sql, MEDIUM.ID.eq(id.number())).stream().findFirst();
    }

    /// The number that the chip had last.
    Optional<KeyNumber> lastOf(DSLContext sql, Uid uid) {
        return rows(sql, MEDIUM.UID.eq(uid.bytes())).stream().map(ContactKey::number).findFirst();
    }

    List<ContactKey> history(DSLContext sql, KeyNumber number) {
        return rows(sql, CONTACT_KEY.KEY_NUMBER.eq(number.value()));
    }

    /// The highest number of a key that is in somebody's hand.
    Optional<KeyNumber> highestHeld(DSLContext sql) {
        return sql.select(max(CONTACT_KEY.KEY_NUMBER))
                .from(CONTACT_KEY)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(CONTACT_KEY.MEDIUM_ID))
                .where(held())
                .fetchOptional(row -> row.value1())
                .map(KeyNumber::new);
    }

    /// The lowest that no key in anybody's hand has.
    Optional<KeyNumber> free(DSLContext sql, int highest) {
        var given =
                new HashSet<>(
                        sql.select(CONTACT_KEY.KEY_NUMBER)
                                .from(CONTACT_KEY)
                                .join(MEDIUM)
                                .on(MEDIUM.ID.eq(CONTACT_KEY.MEDIUM_ID))
                                .where(held())
                                .fetch(CONTACT_KEY.KEY_NUMBER));
        for (int number = 1; number <= highest; number++) {
            if (!given.contains(number)) {
                return Optional.of(new KeyNumber(number));
            }
        }
        return Optional.empty();
    }

    ContactKey add(Tx tx, PersonId person, Uid uid, String chip, KeyNumber number) {
        int issue = media.nextIssue(tx, person, MediumKind.CONTACT_KEY);
        long id = tx.nextNumber(MEDIUM.ID);
        tx.sql()
                .insertInto(MEDIUM)
                .set(MEDIUM.ID, id)
                .set(MEDIUM.KIND, MediumKind.CONTACT_KEY.name())
                .set(MEDIUM.PERSON_ID, person.number())
                .set(MEDIUM.ISSUE_NUMBER, issue)
                .set(MEDIUM.STATE, MediumState.PREPARING.name())
                .set(MEDIUM.UID, uid.bytes())
                .set(MEDIUM.CHIP, chip)
                .set(MEDIUM.LAYOUT, FACELESS)
                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .execute();
        tx.sql()
                .insertInto(CONTACT_KEY)
                .set(CONTACT_KEY.MEDIUM_ID, id)
                .set(CONTACT_KEY.KEY_NUMBER, number.value())
                .execute();
        return new ContactKey(media.get(tx.sql(), new MediumId(id)), number);
    }

    /// Of a key that is in somebody's hand.
    static Condition held() {
        return MEDIUM.STATE.in(HELD.stream().map(Enum::name).toList());
    }

    private static List<ContactKey> rows(DSLContext sql, Condition condition) {
        return sql.select(DSL.asterisk())
                .from(MEDIUM)
                .join(CONTACT_KEY)
                .on(CONTACT_KEY.MEDIUM_ID.eq(MEDIUM.ID))
                .where(condition)
                .and(MEDIUM.PERSON_ID.isNotNull())
                .orderBy(MEDIUM.ID.desc())
                .fetch(row ->
                        new ContactKey(
                                MediumStore.medium(row),
                                new KeyNumber(row.get(CONTACT_KEY.KEY_NUMBER))));
    }
}
