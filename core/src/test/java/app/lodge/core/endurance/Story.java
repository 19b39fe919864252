package app.lodge.core.endurance;

import static app.lodge.core.endurance.EnduringSite.CHIEF;
import static app.lodge.core.endurance.EnduringSite.EUR;
import static app.lodge.core.endurance.EnduringSite.START;
import static app.lodge.core.endurance.EnduringSite.eur;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MediaCharges.Charge;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.Transit;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.cashdesk.Shift;
import app.lodge.core.media.MediumId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// What one worker does, step by step, the same whenever it is done again: each step has its own request
/// or device number, and what it needs of the steps before is in their answers.
final class Story {

    private static final Grounds GROUNDS = Grounds.of(Reason.OTHER);
    private static final Duration STEP = Duration.ofDays(2);

    private final Supplier<EnduringSite> site;
    private final int worker;
    private final int number;
    private final Told told;
    private final Random random;
    private final Actor clerk;
    private final Actor point;
    private final Instant at;
    private int step;

    /// @param key of the request: `2-17-5`, or of the device's number: `device:2 1705`
    /// @param posting 0 for none
    record Answer(int story, int step, String key, long posting, String text) {}

    /// Hears what happens.
    interface Told {
        /// The next step is about to be asked for.
        default void asking() {}

        /// The books could not say. The same is asked for again when this returns.
        default void unavailable(BooksUnavailable why) {
            System.err.println("Not yet: " + why.getMessage());
            try {
                Thread.sleep(50);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        /// @param balance of the worker's account after it
        void answered(int worker, Answer answer, long balance);
    }

    /// @param site asked for before each try: it may be another one after a restart
    Story(Supplier<EnduringSite> site, int worker, int number, Told told) {
        this.site = site;
        this.worker = worker;
        this.number = number;
        this.told = told;
        random = new Random(worker * 1_000_003L + number);
        clerk = EnduringSite.clerk(worker);
        point = EnduringSite.point(worker);
        at = time(number);
    }

    static Instant time(int story) {
        return START.plus(STEP.multipliedBy(story));
    }

    void play() {
        if (worker == 1) {
            site().now = at;
            closeMonth();
        }
        var shift = open();
        var account = site().account(worker);
        told(() ->
                site().accounts
                        .topUp(
                                clerk,
                                request(),
                                account,
                                eur(3_000 + random(500)),
                                random.nextBoolean()
                                        ? PaymentMeans.CASH
                                        : PaymentMeans.CARD_TERMINAL));
        var bought = purchase();
        letGo();
        offline("");
        offline("kitchen");
        told(() ->
                site().postings
                        .transfer(
                                clerk,
                                request(),
                                new Postings.Transfer(
                                        account,
                                        site().account(EnduringSite.WORKERS + 1),
                                        eur(1 + random(20)),
                                        GROUNDS)));
        told(() ->
                site().postings
                        .refund(
                                clerk,
                                request(),
                                new Postings.Refund(bought, eur(1 + random(50)), GROUNDS)));
        var corrected =
                told(() ->
                        site().postings
                                .correct(
                                        CHIEF,
                                        request(),
                                        new Postings.Correction(
                                                account, eur(1 + random(90)), GROUNDS)));
        told(() ->
                site().postings
                        .reverse(
                                CHIEF,
                                request(),
                                new Postings.Reversal(posting(corrected), GROUNDS)));
        var charge = new Charge(new MediumId(worker), GROUNDS);
        told(() -> site().charges.issue(clerk, request(), charge));
        told(() -> site().charges.giveBack(clerk, request(), charge));
        told(() -> site().charges.replace(clerk, request(), charge, BlockReason.LOST));
        told(() ->
                site().postings
                        .payOut(
                                clerk,
                                request(),
                                new Postings.PayOut(
                                        account,
                                        eur(500 + random(500)),
                                        PaymentMeans.CASH,
                                        GROUNDS)));
        told(() -> site().desks.carry(clerk, request(), new Transit(shift, eur(-2_000), "")));
        told(() ->
                site().desks
                        .close(
                                clerk,
                                request(),
                                new Counted(shift, drawer(), DifferenceCause.UNKNOWN, "")));
        if (worker == 1) {
            patiently(() -> {
                site().payments.expireHolds(Actor.system("bridge"));
                return "expired";
            });
        }
    }

    private void closeMonth() {
        var month = YearMonth.from(at.atZone(ZoneOffset.UTC)).minusMonths(1);
        if (month.isBefore(YearMonth.from(START.atZone(ZoneOffset.UTC)))) {
            return;
        }
        told(() -> site().periods.startClosing(CHIEF, new RequestId("closing-" + month), month));
        told(() -> site().periods.close(CHIEF, new RequestId("closed-" + month), month));
    }

    private long open() {
        var outcome =
                told(() ->
                        site().desks
                                .open(
                                        clerk,
                                        request(),
                                        new Opening(
                                                drawer(),
                                                eur(5_000),
                                                DifferenceCause.COUNTING_ERROR,
                                                "")));
        return outcome instanceof ShiftOutcome.Done(var till)
                ? till.shift().map(Shift::number).orElseThrow()
                : 0;
    }

    private static Count drawer() {
        return new Count(EUR, List.of(new Count.Line(5_000, 2)));
    }

    private long purchase() {
        var ask = request().value();
        var amount = 400 + random(200);
        told(() ->
                site().payments
                        .authorise(
                                point,
                                worker,
                                new Ask(ask, EnduringSite.uid(worker), eur(amount), at)));
        return book(new PaymentEvent(seq(), ask, EnduringSite.uid(worker), eur(amount - 7), at));
    }

    private void letGo() {
        var ask = request().value();
        var centre = random.nextBoolean() ? "kitchen" : "own";
        told(() ->
                site().payments
                        .authorise(
                                point,
                                worker,
                                new Ask(
                                        ask,
                                        EnduringSite.uid(worker),
                                        eur(100 + random(100)),
                                        at,
                                        centre)));
        told(() -> {
            site().payments.release(point, worker, ask);
            return "released";
        });
    }

    private void offline(String centre) {
        book(
                new PaymentEvent(
                        seq(), "", EnduringSite.uid(worker), eur(50 + random(50)), at, centre));
    }

    private long book(PaymentEvent event) {
        step++;
        told.asking();
        var posting = patiently(() -> site().payments.book(point, worker, event));
        tell("device:%d %d".formatted(worker, event.seq()), posting, "booked");
        return posting;
    }

    private <T> T told(Supplier<T> call) {
        step++;
        var kept = step;
        var drawn = random.nextLong();
        told.asking();
        T answer =
                patiently(() -> {
                    step = kept;
                    random.setSeed(drawn); // a second try asks for the same
                    return call.get();
                });
        tell(request().value(), posting(answer), answer.toString());
        return answer;
    }

    private void tell(String key, long posting, String text) {
        told.answered(
                worker,
                new Answer(number, step, key, posting, text),
                patiently(() -> site().posted(worker)));
    }

    /// What the books could not say they will say later, to the same request.
    private <T> T patiently(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (BooksUnavailable e) {
                told.unavailable(e);
            }
        }
    }

    private EnduringSite site() {
        return site.get();
    }

    private static long posting(Object answer) {
        return switch (answer) {
            case MoveOutcome.Moved(long posting, _, _) -> posting;
            case TopUpOutcome.ToppedUp(_, var receipt) -> receipt.posting();
            default -> 0;
        };
    }

    private RequestId request() {
        return new RequestId("%d-%d-%d".formatted(worker, number, step));
    }

    private long seq() {
        return number * 100L + step + 1;
    }

    private int random(int bound) {
        return random.nextInt(bound);
    }
}
