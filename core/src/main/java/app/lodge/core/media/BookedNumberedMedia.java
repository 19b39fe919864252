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

    private final IssueCharges charges;
    private final Succession succession;

    BookedNumberedMedia(Books books, IssueCharges charges, BlankStock stock) {
        this.books = books;
        this.charges = charges;
        this.succession = new Succession(media, stock, charges);
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
        Optional<Integer> most = succession.refusal(tx, person, MediumKind.FOB);
        if (most.isPresent()) {
            return new GiveOutcome.TooMany(MediumKind.FOB, most.get());
        }
        var before = succession.before(tx, person, MediumKind.FOB);
        var shortfall = charges.shortfall(tx, person, before);
        if (shortfall.isPresent()) {
            return new GiveOutcome.NotCovered(shortfall.get());
        }
        Medium made = media.get(tx.sql(), numbered.add(tx, person, number));
        charges.ordered(tx, made, before);
        Medium active = succession.issue(tx, made, "medium:" + made.id().number());
        BookedMedia.journal(tx, "media.issued", active, Map.of("by", "number"));
        return new GiveOutcome.Given(active);
    }
}
