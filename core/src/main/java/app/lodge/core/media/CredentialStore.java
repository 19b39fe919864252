package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.case_;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.Optional;

/// Media rows by chip.
final class CredentialStore implements Credentials {

    @Override
    public Optional<Credential> find(Tx tx, Uid uid) {
        return tx.sql()
                .select(MEDIUM.ID, MEDIUM.STATE, MEDIUM.PERSON_ID)
                .from(MEDIUM)
                .where(MEDIUM.UID.eq(uid.bytes()))
                .and(MEDIUM.PERSON_ID.isNotNull())
                .orderBy(
                        case_(MEDIUM.STATE)
                                .when(MediumState.ACTIVE.name(), 0)
                                .when(MediumState.BLOCKED.name(), 1)
                                .else_(2),
                        MEDIUM.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Credential(
                                new MediumId(row.value1()),
                                MediumState.valueOf(row.value2()),
                                new PersonId(row.value3())));
    }
}
