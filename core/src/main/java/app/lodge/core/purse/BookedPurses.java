package app.lodge.core.purse;

import app.lodge.core.accounts.PurseApprovals;
import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Purses in the books.
final class BookedPurses implements Purses {

    private final Books books;
    private final PurseMoney money;
    private final PurseBook book;
    private final PurseOrders orders;

    BookedPurses(
            Books books,
            PurseMoney money,
            PurseApprovals approvals,
            CardKeys keys,
            Holders holders) {
        this.books = books;
        this.money = money;
        this.book = new PurseBook(money, keys);
        this.orders = new PurseOrders(money, approvals, book, holders);
    }

    @Override
    public PurseRules rules(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(book.purses::rules);
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, PurseRules rules) {
        actor.require(Permission.MANAGE_PURSES);
        return books.once(
                actor,
                request,
                "purses.rules",
                rules,
                RulesOutcome.class,
                tx -> {
                    var problems = rules.problems();
                    if (!problems.isEmpty()) {
                        return new RulesOutcome.Rejected(problems);
                    }
                    book.purses.keep(tx, rules);
                    tx.journal(
                            "purse.rules-changed",
                            "setting:purse-rules",
                            Map.of(
                                    "maximum", rules.maximum(),
                                    "validMonths", rules.validMonths(),
                                    "waitingDays", rules.waitingDays(),
                                    "cardType", rules.cardType(),
                                    "country", rules.inForce().country(),
                                    "loss", rules.inForce().loss().name(),
                                    "identifiedAbove", rules.inForce().identifiedAbove()));
                    return new RulesOutcome.Changed(rules);
                });
    }

    @Override
    public Optional<Purse> find(Actor actor, MediumId medium) {
        actor.require(Permission.SEE_MEDIA);
        return books.write(
                actor,
                tx ->
                        book.purses
                                .find(tx.sql(), medium.number())
                                .map(purse -> book.view(tx, purse)));
    }

    @Override
    public Optional<Purse> withUid(Actor actor, Uid uid) {
        actor.require(Permission.SEE_MEDIA);
        return books.write(
                actor, tx -> book.purses.withUid(tx.sql(), uid).map(purse -> book.view(tx, purse)));
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, MediumId medium) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "purses.open",
                medium,
                OpenOutcome.class,
                tx -> openIn(tx, medium.number()));
    }

    /// A card in the making too: its plan may put the purse on it together with the ID.
    private static boolean canCarry(MediumState state) {
        return state == MediumState.ACTIVE || state == MediumState.PREPARING;
    }

    private OpenOutcome openIn(Tx tx, long medium) {
        var carrier = book.purses.carrier(tx.sql(), medium);
        if (carrier.isEmpty()
                || !canCarry(carrier.get().state())
                || !PurseOnCard.carries(carrier.get().chip())) {
            return new OpenOutcome.NotPossible();
        }
        var rules = book.purses.rules(tx.sql());
        if (book.purses.find(tx.sql(), medium).isEmpty()) {
            var currency = money.currency();
            var account = money.open(tx, medium, currency);
            LocalDate last =
                    rules.validMonths() == 0
                            ? null
                            : LocalDate.ofInstant(tx.now(), money.zone())
                                    .plusMonths(rules.validMonths());
            book.purses.insert(tx, medium, account, currency, rules.cardType(), last);
            tx.journal(
                    "purse.opened",
                    "medium:" + medium,
                    Map.of(
                            "account", account.number(),
                            "currency", currency.getCurrencyCode(),
                            "validUntil", last == null ? "" : last.toString()));
        }
        var purse = book.purses.find(tx.sql(), medium).orElseThrow();
        return new OpenOutcome.Opened(
                new PurseState(
                        book.purses.cardType(tx.sql(), medium),
                        purse.currency().getNumericCode(),
                        purse.validUntil(),
                        0,
                        0),
                Integer.MAX_VALUE);
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, Wish wish) {
        actor.require(
                wish.kind() == PurseKind.REFUND
                        ? Permission.REFUND_PURSES
                        : Permission.LOAD_PURSES);
        return books.once(
                actor,
                request,
                "purses.order",
                wish,
                OrderOutcome.class,
                tx -> orders.place(tx, wish));
    }

    @Override
    public SeenOutcome seen(Actor actor, RequestId request, PurseOnCard card) {
        actor.require(Permission.SEE_MEDIA);
        return books.once(
                actor, request, "purses.seen", card, SeenOutcome.class, tx -> seenIn(tx, card));
    }

    private SeenOutcome seenIn(Tx tx, PurseOnCard card) {
        var found = book.purses.withUid(tx.sql(), card.uid());
        if (found.isEmpty()) {
            return new SeenOutcome(null, 0, List.of());
        }
        var purse = found.get();
        var open = book.orders.open(tx.sql(), purse.medium());
        long knownThen = book.records.highest(tx.sql(), purse.medium());
        int takenOver = 0;
        for (var record : card.records()) {
            if (!book.records.has(tx, purse.medium(), record)) {
                book.take(tx, purse, record, PurseBook.CARD);
                takenOver++;
            }
        }
        book.records.sight(tx, purse.medium(), card.state().counter(), knownThen);
        book.cancelMissing(tx, purse, card);
        book.detect(tx, purse.medium());
        if (takenOver > 0) {
            tx.journal(
                    "purse.from-card",
                    "medium:" + purse.medium(),
                    Map.of("records", takenOver, "counter", card.state().counter()));
        }
        return new SeenOutcome(book.view(tx, purse), takenOver, book.settled(tx, purse, open));
    }

    @Override
    public OrderOutcome move(
            Actor actor, RequestId request, MediumId from, MediumId to, long approval) {
        actor.require(Permission.MANAGE_PURSES);
        return books.once(
                actor,
                request,
                "purses.move",
                List.of(from, to, approval),
                OrderOutcome.class,
                tx -> orders.move(tx, from.number(), to.number(), approval));
    }

    @Override
    public RevokeOutcome revoke(Actor actor, RequestId request, MediumId medium) {
        actor.require(Permission.MANAGE_PURSES);
        return books.once(
                actor,
                request,
                "purses.revoke",
                medium,
                RevokeOutcome.class,
                tx -> {
                    var purse = book.purses.find(tx.sql(), medium.number());
                    var before = purse.map(PurseStore.Row::listNumber).orElse(null);
                    if (before != null) {
                        return new RevokeOutcome.OnList(before);
                    }
                    if (purse.isEmpty() || purse.get().state() != State.ACTIVE) {
                        return new RevokeOutcome.NotPossible();
                    }
                    long number = book.purses.revoke(tx, medium.number());
                    tx.journal(
                            "media.purse-revoked",
                            "medium:" + medium.number(),
                            Map.of("list", number));
                    return new RevokeOutcome.OnList(number);
                });
    }

    @Override
    public List<Revoked> revoked(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql ->
                book.purses.revoked(sql).stream()
                        .map(row -> {
                            var number = row.listNumber();
                            var uid = row.uid();
                            return new Revoked(
                                    number == null ? 0 : number,
                                    new MediumId(row.medium()),
                                    uid == null ? null : uid.hex());
                        })
                        .toList());
    }

    @Override
    public Taken takeIn(Actor actor, long device, Uid uid, PurseRecord record) {
        actor.require(Permission.DEVICE_TRAFFIC);
        boolean speaksFor = actor.role() != Role.DEVICE || actor.operatorId() == -device;
        if (!speaksFor || record.terminal() != device || record.kind().backOffice()) {
            return new Taken(null, "not-a-purse-record");
        }
        return books.write(actor, tx -> takeInIn(tx, uid, record));
    }

    private Taken takeInIn(Tx tx, Uid uid, PurseRecord record) {
        var purse = book.purses.withUid(tx.sql(), uid);
        if (purse.isEmpty()) {
            return new Taken(book.book(tx, 0, null, record), "unknown-purse");
        }
        @Nullable Long posting = book.take(tx, purse.get(), record, PurseBook.UPLOAD);
        book.detect(tx, purse.get().medium());
        return new Taken(posting, posting == null ? "not-booked" : "");
    }

    @Override
    public List<Alarm> alarms(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(book.records::alarms);
    }

    @Override
    public boolean settle(Actor actor, RequestId request, long alarm) {
        actor.require(Permission.MANAGE_PURSES);
        return books.once(
                actor,
                request,
                "purses.settle-alarm",
                alarm,
                Boolean.class,
                tx -> {
                    boolean settled = book.records.settle(tx, alarm);
                    if (settled) {
                        tx.journal("purse.alarm-settled", "alarm:" + alarm, Map.of("alarm", alarm));
                    }
                    return settled;
                });
    }

    @Override
    public int expire(Actor system) {
        system.require(Permission.DEVICE_TRAFFIC);
        return books.write(system, new PurseExpiry(money, book)::run);
    }
}
