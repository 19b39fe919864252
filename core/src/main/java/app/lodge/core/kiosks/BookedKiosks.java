package app.lodge.core.kiosks;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.kiosks.Kiosks.CountOutcome.Done;
import app.lodge.core.kiosks.Kiosks.CountOutcome.Rejected;
import app.lodge.core.kiosks.Kiosks.CountOutcome.Unexplained;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Kiosks and phones as the books have their cash, and the counts of what left them.
final class BookedKiosks implements Kiosks {

    private static final int LONGEST_LIST = 500;
    private static final String WHERE = "kiosks.";

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final Bags bags;
    private final KioskStore store = new KioskStore();
    private final EmptyingStore emptyings = new EmptyingStore();
    private final KioskListStore kiosks = new KioskListStore();

    BookedKiosks(Books books, KioskMoney money, CashLedger cash, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
        this.bags = new Bags(money, cash);
    }

    @Override
    public List<Kiosk> list(Actor actor) {
        requireSight(actor);
        return books.snapshot(sql -> kiosks.list(sql, settings.get().currency()));
    }

    @Override
    public List<Emptying> emptyings(Actor actor, Which which, int limit) {
        requireSight(actor);
        return books.read(sql -> emptyings.newest(sql, which, Math.clamp(limit, 1, LONGEST_LIST)));
    }

    @Override
    public List<Emptying> between(Actor actor, Instant from, Instant until) {
        requireSight(actor);
        return books.read(sql -> emptyings.between(sql, from, until));
    }

    @Override
    public Optional<Emptying> bag(Actor actor, DeviceId device, String seal) {
        requireSight(actor);
        return books.read(sql -> emptyings.toCount(sql, device.number(), seal));
    }

    @Override
    public CountOutcome count(Actor actor, RequestId request, Counting order) {
        actor.require(Permission.KEEP_CASH_DESK);
        return books.once(
                actor,
                request,
                WHERE + "count",
                order,
                CountOutcome.class,
                tx -> countIn(tx, request, order));
    }

    private CountOutcome countIn(Tx tx, RequestId request, Counting order) {
        var problems = problems(tx, order);
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        var device = order.device().number();
        var currency = order.count().currency();
        var known = emptyings.toCount(tx.sql(), device, order.seal());
        var told = known.flatMap(Emptying::told).orElse(null);
        if (told != null && !told.amount().currency().equals(currency)) {
            return new Rejected(
                    List.of(
                            Problem.of(
                                    "count",
                                    currency,
                                    "accounts.currency-mismatch",
                                    told.amount().currency())));
        }
        if (told != null && !told.amount().equals(order.count().total()) && order.cause() == null) {
            return new Unexplained(told.amount(), order.count().total());
        }
        var bag = known.orElseGet(() -> bags.begun(tx, device, currency, order.seal()));
        return new Done(
                bags.counted(tx, request, bag, order.count(), order.cause(), order.reference()));
    }

    private List<Problem> problems(Tx tx, Counting order) {
        var problems = new ArrayList<>(order.count().problems());
        if (!store.keepsCash(tx.sql(), order.device().number())) {
            problems.add(Problem.of("device", order.device().number(), "kiosks.unknown"));
        }
        if (order.seal().isEmpty() || !Grounds.readable(order.seal())) {
            problems.add(Problem.of("seal", order.seal(), "kiosks.seal-form"));
        }
        if (!Grounds.readable(order.reference())) {
            problems.add(Problem.of("reference", order.reference(), "postings.reference-form"));
        }
        return problems;
    }

    @Override
    public KioskRules rules(Actor actor) {
        requireSight(actor);
        return KioskRulesDocument.read(books);
    }

    @Override
    public List<Problem> changeRules(Actor actor, RequestId request, KioskRules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                        actor,
                        request,
                        WHERE + "change-rules",
                        rules,
                        Changed.class,
                        tx -> {
                            var problems = rules.problems();
                            if (problems.isEmpty()) {
                                tx.journal(
                                        "kiosk-rules.changed",
                                        "site",
                                        Map.of(
                                                "before", told(KioskRulesDocument.read(tx)),
                                                "after", told(rules)));
                                KioskRulesDocument.put(tx, rules);
                            }
                            return new Changed(problems);
                        })
                .problems();
    }

    /// What is kept of the answer.
    record Changed(List<Problem> problems) {}

    private static Map<String, Long> told(KioskRules rules) {
        return Map.of("perPayOut", rules.mostPerPayOut(), "perDay", rules.mostPerDay());
    }

    /// Whoever keeps a desk, and whoever may look at the books.
    private static void requireSight(Actor actor) {
        if (!actor.may(Permission.SEE_BOOKS)) {
            actor.require(Permission.KEEP_CASH_DESK);
        }
    }
}
