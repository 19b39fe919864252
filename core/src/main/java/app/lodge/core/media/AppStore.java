package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.APP_CODE;
import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Apps among the media, and what of their codes was used.
final class AppStore {

    /// What stands for the chip of an app.
    private static final String CHIP = "app";

    private final MediumStore media = new MediumStore();

    /// What was last shown of an app, and how often in a row something wrong was.
    record Used(long step, long device, int wrong, @Nullable Instant wrongAt) {}

    /// In the state PREPARING.
    Medium add(Tx tx, PersonId person, Uid number, int keyVersion) {
        int issue = media.nextIssue(tx, person, MediumKind.APP);
        long id = tx.nextNumber(MEDIUM.ID);
        tx.sql()
                .insertInto(MEDIUM)
                .set(MEDIUM.ID, id)
                .set(MEDIUM.KIND, MediumKind.APP.name())
                .set(MEDIUM.PERSON_ID, person.number())
                .set(MEDIUM.ISSUE_NUMBER, issue)
                .set(MEDIUM.STATE, MediumState.PREPARING.name())
                .set(MEDIUM.UID, number.bytes())
                .set(MEDIUM.CHIP, CHIP)
                .set(MEDIUM.KEY_VERSION, keyVersion)
                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .execute();
        tx.sql()
                .insertInto(APP_CODE)
                .set(APP_CODE.MEDIUM_ID, id)
                .set(APP_CODE.LAST_STEP, -1L)
                .set(APP_CODE.LAST_DEVICE, 0L)
                .set(APP_CODE.WRONG, 0)
                .execute();
        return media.get(tx.sql(), new MediumId(id));
    }

    /// Those of a person that were begun and never confirmed.
    List<Medium> waiting(DSLContext sql, PersonId person) {
        return media.ofPerson(sql, person).stream()
                .filter(medium -> medium.kind() == MediumKind.APP)
                .filter(medium -> medium.state() == MediumState.PREPARING)
                .toList();
    }

    /// Whatever became of it; none that waits.
    Optional<Medium> confirmed(DSLContext sql, Uid number) {
        return sql.selectFrom(MEDIUM)
                .where(MEDIUM.UID.eq(number.bytes()))
                .and(MEDIUM.KIND.eq(MediumKind.APP.name()))
                .and(MEDIUM.STATE.notIn(MediumState.PREPARING.name(), MediumState.SPOILED.name()))
                .and(MEDIUM.PERSON_ID.isNotNull())
                .fetchOptional(MediumStore::medium);
    }

    boolean taken(DSLContext sql, Uid number) {
        return sql.fetchExists(MEDIUM, MEDIUM.UID.eq(number.bytes()));
    }

    Used used(DSLContext sql, MediumId app) {
        return sql.selectFrom(APP_CODE)
                .where(APP_CODE.MEDIUM_ID.eq(app.number()))
                .fetchSingle(row -> {
                    var at = row.get(APP_CODE.WRONG_AT);
                    return new Used(
                            row.get(APP_CODE.LAST_STEP),
                            row.get(APP_CODE.LAST_DEVICE),
                            row.get(APP_CODE.WRONG),
                            at == null ? null : Tx.instant(at));
                });
    }

    /// @param device 0 for the desk
    void right(Tx tx, MediumId app, long step, long device) {
        tx.sql()
                .update(APP_CODE)
                .set(APP_CODE.LAST_STEP, step)
                .set(APP_CODE.LAST_DEVICE, device)
                .set(APP_CODE.WRONG, 0)
                .where(APP_CODE.MEDIUM_ID.eq(app.number()))
                .execute();
    }

    void wrong(Tx tx, MediumId app) {
        tx.sql()
                .update(APP_CODE)
                .set(APP_CODE.WRONG, APP_CODE.WRONG.plus(1))
                .set(APP_CODE.WRONG_AT, tx.nowUtc())
                .where(APP_CODE.MEDIUM_ID.eq(app.number()))
                .execute();
    }
}
