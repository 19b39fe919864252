package app.lodge.core.people;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.EnrolOutcome.Duplicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// People as rows in the books.
final class BookedPeople implements People {

    private static final int LONGEST_PAGE = 500;

    private final Register register;
    private final Books books;
    private final PersonCheck check;
    private final Photographs photos;

    BookedPeople(Register register) {
        this.register = register;
        this.books = register.books();
        this.check = new PersonCheck(books.clock());
        this.photos = new Photographs(register);
    }

    @Override
    public EnrolOutcome enrol(
            Actor actor, RequestId request, PersonDetails details, Duplicates duplicates) {
        actor.require(Permission.CHANGE_PEOPLE);
        var problems = new ArrayList<>(check.problems(details));
        register.reach().outside(actor, details).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new EnrolOutcome.Rejected(problems);
        }
        var outcome =
                books.once(
                        actor,
                        request,
                        "people.enrol",
                        List.of(details, duplicates),
                        EnrolOutcome.class,
                        tx -> enrolled(tx, details, duplicates));
        return switch (outcome) {
            case EnrolOutcome.Enrolled(var person, var account) ->
                    new EnrolOutcome.Enrolled(register.reach().seenBy(actor, person), account);
            case EnrolOutcome.PossibleDuplicate(var alike) ->
                    new EnrolOutcome.PossibleDuplicate(
                            alike.stream()
                                    .map(like ->
                                            new EnrolOutcome.Likeness(
                                                    register.reach().seenBy(actor, like.person()),
                                                    like.why()))
                                    .toList());
            case EnrolOutcome.Rejected rejected -> rejected;
        };
    }

    @Override
    public EnrolOutcome enrolNameless(Actor actor, RequestId request) {
        actor.require(Permission.CHANGE_PEOPLE);
        actor.require(Permission.ISSUE_CARDS);
        var outside = register.reach().outside(actor, PersonDetails.named("", ""));
        if (outside.isPresent()) {
            return new EnrolOutcome.Rejected(List.of(outside.get()));
        }
        return books.once(
                actor,
                request,
                "people.enrol-nameless",
                List.of(),
                EnrolOutcome.class,
                tx -> {
                    var enrolled = register.enrol(tx, PersonDetails::nameless);
                    register.indexAfter(tx, List.of(enrolled.person()));
                    return enrolled;
                });
    }

    private EnrolOutcome enrolled(Tx tx, PersonDetails details, Duplicates duplicates) {
        if (duplicates == Duplicates.REFUSED) {
            var alike = register.likenesses(tx, details);
            if (!alike.isEmpty()) {
                return new EnrolOutcome.PossibleDuplicate(alike);
            }
        }
        var enrolled = register.enrol(tx, details);
        register.indexAfter(tx, List.of(enrolled.person()));
        return enrolled;
    }

    @Override
    public ChangeOutcome change(
            Actor actor, RequestId request, PersonId id, int seenRevision, PersonDetails details) {
        actor.require(Permission.CHANGE_PEOPLE);
        var problems = new ArrayList<>(check.problems(details));
        if (!actor.mandate().hiddenFields().contains(PersonField.GROUP.key())) {
            register.reach().outside(actor, details).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return new ChangeOutcome.Rejected(problems);
        }
        return once(
                actor,
                request,
                "people.change",
                List.of(id, seenRevision, details),
                id,
                (tx, before) ->
                        changed(
                                tx,
                                before,
                                seenRevision,
                                register.reach()
                                        .completed(actor, details, before.person().details())));
    }

    private ChangeOutcome changed(
            Tx tx, StoredPerson before, int seenRevision, PersonDetails details) {
        var now = before.person();
        if (now.revision() != seenRevision) {
            return new ChangeOutcome.Overtaken(now);
        }
        if (now.details().equals(details)) {
            return new ChangeOutcome.Changed(now);
        }
        var taken = numberTakenBy(tx, now, details);
        if (taken.isPresent()) {
            return new ChangeOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    PersonField.PERSONNEL_NUMBER.key(),
                                    details.personnelNumber(),
                                    "people.personnel-number-taken",
                                    taken.get().number())));
        }
        var person = register.changes().change(tx, before, details);
        register.indexAfter(tx, List.of(person));
        return new ChangeOutcome.Changed(person);
    }

    /// The other person whose number the change would take; imports match by it, so it is one's own.
    private Optional<PersonId> numberTakenBy(Tx tx, Person now, PersonDetails details) {
        if (Likenesses.sameNumber(now.details(), details)) {
            return Optional.empty();
        }
        return register.likenesses(tx, details).stream()
                .filter(like -> like.why() == EnrolOutcome.Why.SAME_PERSONNEL_NUMBER)
                .map(like -> like.person().id())
                .filter(other -> !other.equals(now.id()))
                .findFirst();
    }

    @Override
    public ChangeOutcome block(Actor actor, RequestId request, PersonId id, BlockReason reason) {
        actor.require(Permission.CHANGE_PEOPLE);
        return once(
                actor,
                request,
                "people.block",
                List.of(id, reason),
                id,
                (tx, before) ->
                        new ChangeOutcome.Changed(register.changes().block(tx, before, reason)));
    }

    @Override
    public ChangeOutcome unblock(Actor actor, RequestId request, PersonId id) {
        actor.require(Permission.CHANGE_PEOPLE);
        return once(
                actor,
                request,
                "people.unblock",
                List.of(id),
                id,
                (tx, before) -> new ChangeOutcome.Changed(register.changes().unblock(tx, before)));
    }

    private ChangeOutcome once(
            Actor actor,
            RequestId request,
            String door,
            List<?> content,
            PersonId id,
            BiFunction<Tx, StoredPerson, ChangeOutcome> work) {
        register.reach().require(actor, id);
        var outcome =
                books.once(
                        actor,
                        request,
                        door,
                        content,
                        ChangeOutcome.class,
                        tx ->
                                register.store()
                                        .find(tx, id)
                                        .map(before -> work.apply(tx, before))
                                        .orElseGet(() -> new ChangeOutcome.Rejected(unknown(id))));
        return switch (outcome) {
            case ChangeOutcome.Changed(var person) ->
                    new ChangeOutcome.Changed(register.reach().seenBy(actor, person));
            case ChangeOutcome.Overtaken(var person) ->
                    new ChangeOutcome.Overtaken(register.reach().seenBy(actor, person));
            case ChangeOutcome.Rejected rejected -> rejected;
        };
    }

    @Override
    public Optional<Person> find(Actor actor, PersonId id) {
        return register.find(actor, id);
    }

    @Override
    public Page<Person> list(Actor actor, String text, @Nullable String after, int limit) {
        actor.require(Permission.SEE_PEOPLE);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException(
                    "A page of %d people is outside 1 to %d".formatted(limit, LONGEST_PAGE));
        }
        var reach = register.reach();
        var numbers =
                register.index()
                        .list(text, after, limit, reach.within(actor), reach.hiddenParts(actor));
        return new Page<>(
                register.inOrder(numbers.rows()).stream()
                        .map(person -> reach.seenBy(actor, person))
                        .toList(),
                numbers.next());
    }

    @Override
    public long count(Actor actor, String text) {
        actor.require(Permission.SEE_PEOPLE);
        var reach = register.reach();
        return register.index().count(text, reach.within(actor), reach.hiddenParts(actor));
    }

    @Override
    public PhotoOutcome photograph(Actor actor, RequestId request, PersonId id, byte[] jpeg) {
        actor.require(Permission.CHANGE_PEOPLE);
        return photos.take(actor, request, id, PhotoSource.DESK, jpeg);
    }

    @Override
    public Optional<byte[]> photo(Actor actor, PersonId id) {
        actor.require(Permission.SEE_PEOPLE);
        return photos.current(actor, id);
    }

    static List<Problem> unknown(PersonId id) {
        return List.of(Problem.of("id", id.number(), "people.unknown"));
    }
}
