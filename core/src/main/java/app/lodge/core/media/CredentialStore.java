package app.lodge.core.media;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Question;
import app.lodge.core.people.PersonId;
import java.util.Optional;

/// Media rows by chip.
final class CredentialStore implements Credentials {

    private static final Question<Credential> BY_CHIP =
            new Question<>(
                    """
                    select id, state, person_id from medium where uid = ? and person_id is not null
                    order by case state when 'ACTIVE' then 0 when 'BLOCKED' then 1 else 2 end, id desc limit 1
                    """,
                    row ->
                            new Credential(
                                    new MediumId(row.getLong(1)),
                                    MediumState.valueOf(row.getString(2)),
                                    new PersonId(row.getLong(3))),
                    true);

    @Override
    public Optional<Credential> find(Answers answers, Uid uid) {
        return answers.find(BY_CHIP, (Object) uid.bytes());
    }
}
