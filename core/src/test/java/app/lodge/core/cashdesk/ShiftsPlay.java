package app.lodge.core.cashdesk;

import static app.lodge.core.cashdesk.CashSite.EUR;
import static app.lodge.core.cashdesk.CashSite.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.Transit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Plays at random on a site and beside it on a model of two numbers per desk.
final class ShiftsPlay {

    /// What the model knows of one desk.
    private static final class Desk {
        private final Actor clerk;
        private long drawer;
        private long shift;

        Desk(Actor clerk) {
            this.clerk = clerk;
        }
    }

    private final CashSite site;
    private final Random random;
    private final String about;
    private final List<Desk> desks;
    private final List<String> told = new ArrayList<>();
    private long balance;
    private long reports;

    ShiftsPlay(CashSite site, Random random, String about) {
        this.site = site;
        this.random = random;
        this.about = about;
        this.desks = List.of(new Desk(site.ana), new Desk(site.ben));
    }

    /// What happened, without what differs from run to run.
    List<String> told() {
        return List.copyOf(told);
    }

    void steps(int steps) {
        for (var i = 0; i < steps; i++) {
            step(desks.get(random.nextInt(desks.size())));
        }
        desks.forEach(desk ->
                assertThat(site.desks().till(desk.clerk, EUR).expected())
                        .as(about)
                        .isEqualTo(eur(desk.drawer)));
        assertThat(site.findings()).as(about).isEmpty();
        told.add("reports " + reports);
    }

    private void step(Desk desk) {
        switch (random.nextInt(9)) {
            case 0, 1 -> open(desk);
            case 2, 3 -> takeIn(desk);
            case 4 -> handOut(desk);
            case 5 -> carry(desk);
            case 6 -> takeOver(desk);
            case 7 -> close(desk);
            default -> site.restart();
        }
    }

    /// Orders something: sometimes the answer is lost with all that was done, sometimes it is asked for
    /// twice.
    private <T> T ordered(Function<RequestId, T> order) {
        var request = RequestId.fresh();
        if (random.nextInt(5) == 0) {
            site.fail();
            assertThatThrownBy(() -> order.apply(request))
                    .hasStackTraceContaining("The power is gone");
            site.failNoMore();
            if (random.nextBoolean()) {
                site.restart();
            }
        }
        var answer = order.apply(request);
        if (random.nextInt(4) == 0) {
            assertThat(order.apply(request)).as(about + ": repeated").isEqualTo(answer);
        }
        told.add(answer.getClass().getSimpleName() + " " + desks.get(0).drawer);
        return answer;
    }

    private void open(Desk desk) {
        var fromSafe = random.nextInt(3) * 5_000L;
        var expected = desk.drawer + fromSafe;
        var counted = counted(expected);
        var cause = cause();
        var outcome =
                ordered(request ->
                        site.desks()
                                .open(
                                        desk.clerk,
                                        request,
                                        new Opening(
                                                CashSite.count(counted),
                                                eur(fromSafe),
                                                cause,
                                                "")));
        if (desk.shift != 0) {
            assertThat(outcome).as(about).isInstanceOf(ShiftOutcome.AlreadyOpen.class);
        } else if (counted != expected && cause == null) {
            assertThat(outcome)
                    .as(about)
                    .isEqualTo(new ShiftOutcome.Unexplained(eur(expected), eur(counted)));
        } else {
            assertThat(outcome).as(about).isInstanceOf(ShiftOutcome.Done.class);
            var shift = ((ShiftOutcome.Done) outcome).till().shift().orElseThrow();
            assertThat(shift.openingFloat()).as(about).isEqualTo(eur(counted));
            desk.shift = shift.number();
            desk.drawer = counted;
        }
    }

    private void takeIn(Desk desk) {
        var amount = 1L + random.nextInt(3_000);
        var outcome =
                ordered(request ->
                        site.accounts()
                                .topUp(
                                        desk.clerk,
                                        request,
                                        site.accountIds.getFirst(),
                                        eur(amount),
                                        PaymentMeans.CASH));
        if (outcome instanceof TopUpOutcome.ToppedUp) {
            desk.drawer += amount;
            balance += amount;
        } else {
            assertThat(outcome).as(about).isInstanceOf(TopUpOutcome.AboveMaximumBalance.class);
        }
    }

    private void handOut(Desk desk) {
        var amount = 1L + random.nextInt(4_000);
        var outcome =
                ordered(request ->
                        site.postings()
                                .payOut(
                                        desk.clerk,
                                        request,
                                        new Postings.PayOut(
                                                site.accountIds.getFirst(),
                                                eur(amount),
                                                PaymentMeans.CASH,
                                                Grounds.of(Reason.HOLDER_REQUEST))));
        if (amount > balance) {
            assertThat(outcome).as(about).isInstanceOf(MoveOutcome.Refused.class);
        } else if (desk.shift != 0 && amount > desk.drawer) {
            assertThat(outcome).as(about).isInstanceOf(MoveOutcome.Rejected.class);
        } else if (outcome instanceof MoveOutcome.Moved) {
            balance -= amount;
            desk.drawer -= amount;
        } else {
            throw new AssertionError(about + ": " + outcome);
        }
    }

    private void carry(Desk desk) {
        var amount = random.nextInt(10_000) - 7_000L;
        if (amount == 0) {
            return;
        }
        var outcome =
                ordered(request ->
                        site.desks()
                                .carry(
                                        desk.clerk,
                                        request,
                                        new Transit(desk.shift, eur(amount), "BAG")));
        if (desk.shift == 0) {
            assertThat(outcome).as(about).isInstanceOf(ShiftOutcome.NotOpen.class);
        } else if (desk.drawer + amount < 0) {
            assertThat(outcome)
                    .as(about)
                    .isEqualTo(new ShiftOutcome.NotEnoughCash(eur(desk.drawer)));
        } else {
            assertThat(outcome).as(about).isInstanceOf(ShiftOutcome.Done.class);
            desk.drawer += amount;
        }
    }

    private void takeOver(Desk desk) {
        count(desk, (request, order) -> site.desks().takeOver(desk.clerk, request, order));
    }

    private void close(Desk desk) {
        var outcome =
                count(desk, (request, order) -> site.desks().close(desk.clerk, request, order));
        if (outcome instanceof ShiftOutcome.Closed(var report)) {
            assertThat(report.number()).as(about).isEqualTo(++reports);
            var sum = report.openingFloat();
            for (var one : report.sums()) {
                sum = sum.plus(one.in()).minus(one.out());
            }
            assertThat(sum).as(about).isEqualTo(report.expected());
            assertThat(report.counted()).as(about).isEqualTo(eur(desk.drawer));
            desk.shift = 0;
        }
    }

    private interface Ending {
        ShiftOutcome with(RequestId request, Counted order);
    }

    private ShiftOutcome count(Desk desk, Ending ending) {
        var counted = counted(desk.drawer);
        var cause = cause();
        var order = new Counted(desk.shift, CashSite.count(counted), cause, "");
        var outcome = ordered(request -> ending.with(request, order));
        if (desk.shift == 0) {
            assertThat(outcome).as(about).isInstanceOf(ShiftOutcome.NotOpen.class);
        } else if (counted != desk.drawer && cause == null) {
            assertThat(outcome)
                    .as(about)
                    .isEqualTo(new ShiftOutcome.Unexplained(eur(desk.drawer), eur(counted)));
        } else {
            assertThat(outcome)
                    .as(about)
                    .isInstanceOfAny(ShiftOutcome.Done.class, ShiftOutcome.Closed.class);
            desk.drawer = counted;
        }
        return outcome;
    }

    /// Mostly what is there.
    private long counted(long expected) {
        return random.nextInt(3) == 0
                ? Math.max(0, expected + random.nextInt(200) - 100)
                : Math.max(0, expected);
    }

    private @Nullable DifferenceCause cause() {
        return random.nextBoolean() ? DifferenceCause.UNKNOWN : null;
    }
}
