package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.Map;
import java.util.Optional;

/// {@link NumberedMedia} in the books.
final class BookedNumberedMedia implements NumberedMedia {

    private final Books books;
    private final MediumStore media = new MediumStore();
    private final CardJobStore jobs = new CardJobStore();
    private final NumberedMediumStore numbered = new NumberedMediumStore();

    BookedNumberedMedia(Books books) {
        this.books = books;
    }

    @Override
    public GiveOutcome give(Actor actor, RequestId request, PersonId person, Uid number) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "media.give",
                Map.of("person", person.number(), "uid", number.hex()),
                GiveOutcome.class,
                tx -> given(tx, person, number));
    }

    private GiveOutcome given(Tx tx, PersonId person, Uid number) {
        Optional<PersonState> state = jobs.stateOf(tx.sql(), person);
        if (state.isEmpty()) {
            return new GiveOutcome.PersonUnknown(person);
        }
        if (state.get() == PersonState.BLOCKED) {
            return new GiveOutcome.PersonBlocked(person);
        }
        var taken = media.withUid(tx.sql(), number, MediumStore.LIVE);
        if (taken.isPresent()) {
            return new GiveOutcome.NumberTaken(taken.get().number());
        }
        Medium made = media.get(tx.sql(), numbered.add(tx, person, number));
        Medium active = media.enter(tx, made, MediumState.ACTIVE, null);
        BookedMedia.journal(tx, "media.issued", active, Map.of("by", "number"));
        return new GiveOutcome.Given(active);
    }
}
