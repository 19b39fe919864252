package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.CONTACT_KEY;
import static app.lodge.core.books.tables.Tables.CONTACT_KEY_STATION;
import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Tx;
import app.lodge.core.media.ContactKeys.AtStation;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// The stations of contact keys, with those that were.
final class KeyStationStore {

    /// Of every key that ever had the number, the newest first.
    List<AtStation> history(DSLContext sql, KeyNumber number) {
        return sql.select(CONTACT_KEY_STATION.fields())
                .from(CONTACT_KEY_STATION)
                .join(CONTACT_KEY)
                .on(CONTACT_KEY.MEDIUM_ID.eq(CONTACT_KEY_STATION.MEDIUM_ID))
                .where(CONTACT_KEY.KEY_NUMBER.eq(number.value()))
                .orderBy(
                        CONTACT_KEY_STATION.SINCE_AT.desc(),
                        CONTACT_KEY_STATION.MEDIUM_ID.desc(),
                        CONTACT_KEY_STATION.STATION)
                .fetch(row -> {
                    var until = row.get(CONTACT_KEY_STATION.UNTIL_AT);
                    return new AtStation(
                            new MediumId(row.get(CONTACT_KEY_STATION.MEDIUM_ID)),
                            row.get(CONTACT_KEY_STATION.STATION),
                            Tx.instant(row.get(CONTACT_KEY_STATION.SINCE_AT)),
                            until == null ? null : Tx.instant(until));
                });
    }

    /// A station of a key in somebody's hand.
    record Held(PersonId holder, String station) {}

    /// In the order of their names.
    List<Held> held(DSLContext sql) {
        return sql.selectDistinct(MEDIUM.PERSON_ID, CONTACT_KEY_STATION.STATION)
                .from(CONTACT_KEY_STATION)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(CONTACT_KEY_STATION.MEDIUM_ID))
                .where(CONTACT_KEY_STATION.UNTIL_AT.isNull())
                .and(MEDIUM.PERSON_ID.isNotNull())
                .and(ContactKeyStore.held())
                .orderBy(CONTACT_KEY_STATION.STATION)
                .fetch(row ->
                        new Held(
                                new PersonId(row.get(MEDIUM.PERSON_ID)),
                                row.get(CONTACT_KEY_STATION.STATION)));
    }

    /// These stations and no others from now on.
    void set(Tx tx, MediumId key, Set<String> wanted) {
        var present = present(tx.sql(), key);
        present.stream().filter(name -> !wanted.contains(name)).forEach(name -> end(tx, key, name));
        wanted.stream()
                .filter(name -> !present.contains(name))
                .forEach(name -> begin(tx, key, name));
    }

    /// The key opens the same stations in other hands.
    void handOn(Tx tx, MediumId before, MediumId after) {
        for (var station : present(tx.sql(), before)) {
            end(tx, before, station);
            begin(tx, after, station);
        }
    }

    /// In the order of their names.
    Set<String> present(DSLContext sql, MediumId key) {
        return new TreeSet<>(
                sql.select(CONTACT_KEY_STATION.STATION)
                        .from(CONTACT_KEY_STATION)
                        .where(CONTACT_KEY_STATION.MEDIUM_ID.eq(key.number()))
                        .and(CONTACT_KEY_STATION.UNTIL_AT.isNull())
                        .fetch(CONTACT_KEY_STATION.STATION));
    }

    private void begin(Tx tx, MediumId key, String station) {
        tx.sql()
                .insertInto(CONTACT_KEY_STATION)
                .set(CONTACT_KEY_STATION.MEDIUM_ID, key.number())
                .set(CONTACT_KEY_STATION.STATION, station)
                .set(CONTACT_KEY_STATION.SINCE_AT, tx.nowUtc())
                .execute();
    }

    /// What began in this very moment never was.
    private void end(Tx tx, MediumId key, String station) {
        var open =
                CONTACT_KEY_STATION
                        .MEDIUM_ID
                        .eq(key.number())
                        .and(CONTACT_KEY_STATION.STATION.eq(station))
                        .and(CONTACT_KEY_STATION.UNTIL_AT.isNull());
        tx.sql()
                .deleteFrom(CONTACT_KEY_STATION)
                .where(open)
                .and(CONTACT_KEY_STATION.SINCE_AT.eq(tx.nowUtc()))
                .execute();
        tx.sql()
                .update(CONTACT_KEY_STATION)
                .set(CONTACT_KEY_STATION.UNTIL_AT, tx.nowUtc())
                .where(open)
                .execute();
    }
}
