package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Reason;
import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.ApprovalRules;
import app.lodge.core.approvals.ApprovalState;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.CashDeskRules;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.CashMovement;
import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.cashdesk.Shift;
import app.lodge.core.cashdesk.Till;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A cash desk with a day's movements, and a few requests for a second person.
final class FakeCash {

    private long inDrawer = 15_000;
    private Optional<Shift> shift = Optional.empty();
    private final List<Approval> approvals = new ArrayList<>();
    private final List<Approval> decided = new ArrayList<>();

    FakeCash() {
        approvals.add(approval(1, Verb.PAY_OUT, 25_000, "SLIP-118", 2, "Jonas"));
        approvals.add(approval(2, Verb.TRANSFER, 60_000, "", 2, "Jonas"));
        approvals.add(approval(3, Verb.CORRECTION, 12_050, "F-2026/77", 1, "Clara"));
    }

    private static Approval approval(
            long number, Verb verb, long cents, String reference, long by, String name) {
        return new Approval(
                number,
                new Matter(verb, new AccountId(1_000 + number), FakeAccounts.euro(cents), 0),
                number == 3 ? Reason.CLERK_ERROR : Reason.HOLDER_REQUEST,
                reference,
                ApprovalState.OPEN,
                by,
                name,
                FakePeople.NOW.minus(Duration.ofMinutes(4 - number)),
                "desk-" + number,
                FakePeople.NOW.plus(Duration.ofMinutes(11)),
                null,
                Remark.NONE,
                "");
    }

    private static Approval with(Approval before, ApprovalState state, Remark remark) {
        return new Approval(
                before.number(),
                before.matter(),
                before.reason(),
                before.reference(),
                state,
                before.askedBy(),
                before.askedByName(),
                before.askedAt(),
                before.workstation(),
                before.expiresAt(),
                "Root",
                remark,
                "");
    }

    CashDesks desks() {
        return new Desks();
    }

    Approvals approvals() {
        return new Asked();
    }

    private final class Desks implements CashDesks {
        @Override
        public Till till(Actor actor, Currency currency) {
            return new Till(
                    "desk-1", FakeAccounts.euro(inDrawer), shift, Denomination.of(currency), false);
        }

        @Override
        public ShiftOutcome open(Actor actor, RequestId request, Opening order) {
            var expected = FakeAccounts.euro(inDrawer).plus(order.fromSafe());
            if (order.cause() == null && !order.count().total().equals(expected)) {
                return new ShiftOutcome.Unexplained(expected, order.count().total());
            }
            var opening = order.count().total();
            inDrawer = opening.minor() + 8_250;
            shift =
                    Optional.of(
                            new Shift(
                                    41,
                                    "desk-1",
                                    opening.currency(),
                                    actor.operatorId(),
                                    actor.name(),
                                    FakePeople.NOW.minus(Duration.ofHours(3)),
                                    opening,
                                    FakeAccounts.euro(inDrawer),
                                    null));
            return new ShiftOutcome.Done(till(actor, opening.currency()));
        }

        @Override
        public ShiftOutcome carry(Actor actor, RequestId request, Transit order) {
            return new ShiftOutcome.NotEnoughCash(FakeAccounts.euro(inDrawer));
        }

        @Override
        public ShiftOutcome takeOver(Actor actor, RequestId request, Counted order) {
            return new ShiftOutcome.NotOpen(order.shift());
        }

        @Override
        public ShiftOutcome close(Actor actor, RequestId request, Counted order) {
            var expected = FakeAccounts.euro(inDrawer);
            if (order.cause() == null) {
                return new ShiftOutcome.Unexplained(expected, order.count().total());
            }
            var open = shift.orElseThrow();
            shift = Optional.empty();
            return new ShiftOutcome.Closed(
                    new ClosingReport(
                            "Z2026",
                            17,
                            open.number(),
                            "North School",
                            "desk-1",
                            open.openedAt(),
                            open.keeperName(),
                            FakePeople.NOW,
                            actor.name(),
                            open.openingFloat(),
                            List.of(),
                            expected,
                            order.count().total(),
                            Optional.of(order.cause()),
                            order.reference(),
                            order.count().lines(),
                            9120,
                            "9F3C".repeat(16),
                            12,
                            "77AB".repeat(16)));
        }

        @Override
        public List<CashMovement> movements(Actor actor, long number) {
            var moved = new ArrayList<CashMovement>();
            var running = shift.map(Shift::openingFloat).orElse(FakeAccounts.euro(0));
            for (var cents : List.of(2_000L, 1_500L, -1_250L, 5_000L, 1_000L)) {
                var amount = FakeAccounts.euro(cents);
                running = running.plus(amount);
                moved.add(movement(moved.size(), amount, running));
            }
            return moved;
        }

        private CashMovement movement(int number, Money amount, Money running) {
            return new CashMovement(
                    800 + number,
                    FakePeople.NOW.minus(Duration.ofMinutes(100 - 10L * number)),
                    amount.positive() ? PostingKind.TOP_UP : PostingKind.PAY_OUT,
                    amount,
                    running,
                    "Clara",
                    "R2026-" + (120 + number));
        }

        @Override
        public List<Shift> shifts(Actor actor, int limit) {
            return shift.stream().toList();
        }

        @Override
        public Optional<ClosingReport> report(Actor actor, long number) {
            return Optional.empty();
        }

        @Override
        public CashDeskRules rules(Actor actor) {
            return CashDeskRules.STANDARD;
        }

        @Override
        public CashDeskRules changeRules(Actor actor, RequestId request, CashDeskRules rules) {
            return rules;
        }
    }

    private final class Asked implements Approvals {
        @Override
        public AskOutcome ask(Actor actor, RequestId request, Matter matter, Grounds grounds) {
            var asked =
                    approval(
                            9,
                            matter.verb(),
                            matter.amount().minor(),
                            grounds.reference(),
                            actor.operatorId(),
                            actor.name());
            approvals.add(asked);
            return new AskOutcome.Asked(asked);
        }

        @Override
        public HereOutcome approveHere(
                Actor actor,
                RequestId request,
                Matter matter,
                Grounds grounds,
                String name,
                char[] password) {
            return Arrays.equals(password, FakeSite.PASSWORD.toCharArray())
                    ? new HereOutcome.Approved(approvals.getFirst())
                    : new HereOutcome.Wrong(Duration.ofSeconds(2));
        }

        @Override
        public List<Approval> open(Actor actor) {
            return List.copyOf(approvals);
        }

        @Override
        public Optional<Approval> find(Actor actor, long number) {
            return Stream.concat(approvals.stream(), decided.stream())
                    .filter(one -> one.number() == number)
                    .findFirst();
        }

        @Override
        public DecideOutcome decide(
                Actor actor, RequestId request, long number, Decision decision) {
            var about = find(actor, number).orElseThrow();
            approvals.remove(about);
            var after =
                    with(
                            about,
                            decision.approved() ? ApprovalState.APPROVED : ApprovalState.REFUSED,
                            decision.remark());
            decided.add(after);
            return new DecideOutcome.Decided(after);
        }

        @Override
        public DecideOutcome withdraw(Actor actor, RequestId request, long number) {
            var about = find(actor, number).orElseThrow();
            approvals.remove(about);
            return new DecideOutcome.Decided(about);
        }

        @Override
        public ApprovalRules rules(Actor actor) {
            return ApprovalRules.STANDARD;
        }

        @Override
        public List<Problem> changeRules(Actor actor, RequestId request, ApprovalRules rules) {
            return List.of();
        }
    }
}
