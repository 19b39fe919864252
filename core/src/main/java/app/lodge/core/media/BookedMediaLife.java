package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.settings.Documents;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Media after their issue, in the books.
final class BookedMediaLife implements MediaLife {

    static final String DOCUMENT = "media-life";
    private static final int MOST_AT_ONCE = 100;
    private static final EnumSet<MediumState> HOLDING_ITS_CHIP =
            EnumSet.of(
                    MediumState.PREPARING,
                    MediumState.ACTIVE,
                    MediumState.BLOCKED,
                    MediumState.EXPIRED);

    private final Books books;
    private final BiConsumer<Actor, PersonId> reach;
    private final BlankStock stock;
    private final Supplier<ZoneId> zone;
    private final MediumStore media = new MediumStore();
    private final CardJobStore jobs = new CardJobStore();

    BookedMediaLife(
            Books books,
            BiConsumer<Actor, PersonId> reach,
            BlankStock stock,
            Supplier<ZoneId> zone) {
        this.books = books;
        this.reach = reach;
        this.stock = stock;
        this.zone = zone;
    }

    @Override
    public Rules rules(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return rules();
    }

    private Rules rules() {
        return Succession.rules(Documents.find(books, DOCUMENT));
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, Rules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "media-life.change-rules",
                rules,
                RulesOutcome.class,
                tx -> {
                    var problems = new ArrayList<Problem>();
                    rules.activeAtOnce()
                            .forEach((kind, most) -> {
                                if (most < 0 || most > MOST_AT_ONCE) {
                                    problems.add(
                                            Problem.of(
                                                    "activeAtOnce",
                                                    most,
                                                    "media-life.at-once",
                                                    0,
                                                    MOST_AT_ONCE));
                                }
                            });
                    if (!problems.isEmpty()) {
                        return new RulesOutcome.Rejected(problems);
                    }
                    Documents.put(tx, DOCUMENT, Json.text(rules, Rules.class));
                    tx.journal(
                            "media-life.rules-changed",
                            "settings:" + DOCUMENT,
                            Map.of(
                                    "afterReturn", rules.afterReturn().name(),
                                    "loansEnd", rules.loansEnd().toString(),
                                    "activeAtOnce",
                                            new TreeMap<>(rules.activeAtOnce()).toString()));
                    return new RulesOutcome.Changed(rules);
                });
    }

    @Override
    public ReturnOutcome takeBack(Actor actor, RequestId request, MediumId id) {
        actor.require(Permission.ISSUE_CARDS);
        var after = rules().afterReturn();
        return books.once(
                actor,
                request,
                "media-life.take-back",
                Map.of("medium", id.number()),
                ReturnOutcome.class,
                tx -> {
                    Medium medium = media.get(tx.sql(), id);
                    reach.accept(actor, medium.holder());
                    if (!medium.state().canBecome(MediumState.RETURNED)) {
                        return new ReturnOutcome.NotPossible(medium.state());
                    }
                    Medium returned = media.enter(tx, medium, MediumState.RETURNED, null);
                    BookedMedia.journal(tx, "media.returned", returned, Map.of());
                    // A loan's card goes back into the drawer, whatever becomes of others.
                    var fate = medium.loan() ? AfterReturn.REUSE : after;
                    return switch (fate) {
                        case KEEP -> {
                            stock.entered(tx, returned);
                            yield new ReturnOutcome.Returned(returned);
                        }
                        case REUSE -> {
                            stock.reused(tx, returned);
                            yield new ReturnOutcome.Returned(returned);
                        }
                        case DESTROY -> {
                            stock.entered(tx, returned);
                            yield destroyed(tx, returned);
                        }
                    };
                });
    }

    @Override
    public ReturnOutcome destroy(Actor actor, RequestId request, MediumId id) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "media-life.destroy",
                Map.of("medium", id.number()),
                ReturnOutcome.class,
                tx -> {
                    Medium medium = media.get(tx.sql(), id);
                    reach.accept(actor, medium.holder());
                    return medium.state().canBecome(MediumState.DESTROYED)
                            ? destroyed(tx, medium)
                            : new ReturnOutcome.NotPossible(medium.state());
                });
    }

    private ReturnOutcome destroyed(Tx tx, Medium medium) {
        Medium gone = media.enter(tx, medium, MediumState.DESTROYED, null);
        stock.entered(tx, gone);
        BookedMedia.journal(tx, "media.destroyed", gone, Map.of());
        return new ReturnOutcome.Destroyed(gone);
    }

    @Override
    public LendOutcome lend(Actor actor, RequestId request, PersonId person, Uid uid, String chip) {
        actor.require(Permission.ISSUE_CARDS);
        reach.accept(actor, person);
        var ends = rules().loansEnd();
        return books.once(
                actor,
                request,
                "media-life.lend",
                List.of(person.number(), uid.hex(), chip),
                LendOutcome.class,
                tx -> {
                    var state = jobs.stateOf(tx.sql(), person);
                    if (state.isEmpty()) {
                        return new LendOutcome.PersonUnknown(person);
                    }
                    if (state.get() == PersonState.BLOCKED) {
                        return new LendOutcome.PersonBlocked(person);
                    }
                    var taken = media.withUid(tx.sql(), uid, HOLDING_ITS_CHIP);
                    if (taken.isPresent()) {
                        return new LendOutcome.Taken(taken.get());
                    }
                    if (stock.strange(tx, uid)) {
                        return new LendOutcome.NotInStock(uid);
                    }
                    Instant until = tx.now().atZone(zone.get()).with(ends).toInstant();
                    if (!until.isAfter(tx.now())) {
                        return new LendOutcome.TooLate(ends);
                    }
                    Medium lent = media.addLoan(tx, person, uid, chip, Tx.utc(until));
                    stock.issued(tx, lent, "loan:" + lent.id().number());
                    BookedMedia.journal(tx, "media.lent", lent, Map.of("until", until.toString()));
                    return new LendOutcome.Lent(lent, until);
                });
    }

    @Override
    public int endLoans(Actor actor) {
        actor.require(Permission.DEVICE_TRAFFIC);
        if (books.read(sql -> media.overdueLoans(sql, Tx.utc(books.clock().instant()))).isEmpty()) {
            return 0;
        }
        return books.<Integer>write(
                actor,
                tx -> {
                    var overdue = media.overdueLoans(tx.sql(), tx.nowUtc());
                    for (Medium loan : overdue) {
                        Medium expired = media.enter(tx, loan, MediumState.EXPIRED, null);
                        stock.entered(tx, expired);
                        BookedMedia.journal(tx, "media.loan-ended", expired, Map.of());
                    }
                    return overdue.size();
                });
    }
}
