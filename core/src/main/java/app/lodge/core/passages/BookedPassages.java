package app.lodge.core.passages;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Passages in the books. Every look leaves a journal row before anything is shown.
final class BookedPassages implements Passages {

    private static final int LONGEST_REFERENCE = 40;

    private final Books books;
    private final BiConsumer<Actor, PersonId> reach;

    BookedPassages(Books books, BiConsumer<Actor, PersonId> reach) {
        this.books = books;
        this.reach = reach;
    }

    @Override
    public LookOutcome at(
            Actor actor,
            RequestId request,
            DeviceId door,
            Instant from,
            Instant until,
            Purpose purpose) {
        actor.require(Permission.SEE_PASSAGES);
        return look(
                actor,
                "device:" + door.number(),
                from,
                until,
                purpose,
                () -> books.read(sql -> PassageStore.at(sql, door, from, until)));
    }

    @Override
    public LookOutcome of(
            Actor actor,
            RequestId request,
            PersonId person,
            Instant from,
            Instant until,
            Purpose purpose) {
        actor.require(Permission.SEE_PASSAGES);
        reach.accept(actor, person);
        return look(
                actor,
                "person:" + person.number(),
                from,
                until,
                purpose,
                () -> books.read(sql -> PassageStore.of(sql, person, from, until)));
    }

    /// Not kept for repeats: what is told must not lie anywhere else, and every look is journalled.
    private LookOutcome look(
            Actor actor,
            String subject,
            Instant from,
            Instant until,
            Purpose purpose,
            Supplier<List<Passage>> reading) {
        var problems = new ArrayList<Problem>();
        var reference = purpose.reference().strip();
        if (reference.length() > LONGEST_REFERENCE
                || reference.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    Problem.of(
                            "reference",
                            reference,
                            "passages.reference-length",
                            LONGEST_REFERENCE));
        }
        if (!from.isBefore(until)) {
            problems.add(Problem.of("until", until, "rights.time-backwards"));
        }
        if (!problems.isEmpty()) {
            return new LookOutcome.Rejected(problems);
        }
        books.write(
                actor,
                tx ->
                        tx.journal(
                                "passages.seen",
                                subject,
                                Map.of(
                                        "ground",
                                        purpose.ground().name(),
                                        "reference",
                                        reference,
                                        "from",
                                        from.toString(),
                                        "until",
                                        until.toString())));
        return new LookOutcome.Seen(reading.get());
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, DeviceId door, Reason reason) {
        actor.require(Permission.OPEN_DOORS);
        return books.once(
                actor,
                request,
                "passages.open",
                List.of(door, reason),
                OpenOutcome.class,
                tx -> {
                    if (!PassageStore.isDoor(tx.sql(), door)) {
                        return new OpenOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "door", door.number(), "passages.door-unknown")));
                    }
                    var online = PassageStore.online(tx.sql(), door);
                    tx.journal(
                            online ? "door.open-asked" : "door.open-refused",
                            "device:" + door.number(),
                            Map.of("reason", reason.name()));
                    return online ? new OpenOutcome.Sent() : new OpenOutcome.Away();
                });
    }
}
