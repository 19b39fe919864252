package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountKind;
import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.MovementFilter;
import app.lodge.core.accounts.PeriodState;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.PostingFile;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.Statements;
import app.lodge.core.accounts.TaxLine;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Statements, limits, months and rules in memory.
final class FakeMoney {

    private final FakeAccounts accounts;
    private final List<Limit> limits = new ArrayList<>();
    private final Map<YearMonth, PeriodState> months = new java.util.TreeMap<>();
    AccountRules rules =
            new AccountRules(
                    AccountRules.STANDARD.transfers(),
                    new AccountRules.ApprovalLevels(10_000, 10_000, 5_000, 0),
                    new Tariff(
                            500, 250, new EnumMap<>(Map.of(BlockReason.LOST, 1_000L)), "standard"),
                    Map.of("standard", 1_900, "reduced", 700),
                    24);

    /// What was looked at, in order.
    final List<MovementFilter> asked = new ArrayList<>();

    FakeMoney(FakeAccounts accounts) {
        this.accounts = accounts;
        limits.add(new Limit(Limit.Kind.SPENT_PER_DAY, Limit.Owner.GROUP, 2, 1_500, null));
        months.put(YearMonth.of(2026, 9), PeriodState.CLOSED);
        months.put(YearMonth.of(2026, 10), PeriodState.OPEN);
        months.put(YearMonth.of(2026, 11), PeriodState.OPEN);
    }

    Statements statements() {
        return new Lines();
    }

    Limits limits() {
        return new Limited();
    }

    Periods periods() {
        return new Months();
    }

    MoneyRules moneyRules() {
        return new MoneyRules() {
            @Override
            public AccountRules rules(Actor actor) {
                return rules;
            }

            @Override
            public RulesOutcome change(Actor actor, RequestId request, AccountRules wished) {
                rules = wished;
                return new RulesOutcome.Changed(wished);
            }
        };
    }

    MediaCharges mediaCharges() {
        return new Charges();
    }

    private final class Lines implements Statements {
        @Override
        public Page<Movement> page(
                Actor actor,
                AccountId id,
                LookPurpose purpose,
                MovementFilter filter,
                String after,
                int limit) {
            asked.add(filter);
            var rows =
                    accounts.movements(actor, id, purpose, after, limit).rows().stream()
                            .filter(row -> filter.kind() == null || filter.kind() == row.kind())
                            .filter(row ->
                                    filter.direction() != MovementFilter.Direction.IN
                                            || row.amount().positive())
                            .toList();
            return new Page<>(rows, null);
        }

        @Override
        public List<Place> places(Actor actor, AccountId id) {
            return List.of(new Place(2, "Canteen, till 2"));
        }

        @Override
        public List<Centre> centres(Actor actor, AccountId id) {
            return List.of(new Centre(7, "4100 Kitchen"));
        }

        @Override
        public List<Clerk> clerks(Actor actor, AccountId id) {
            return List.of(new Clerk(2, "Ana"), new Clerk(5, "Iva"));
        }

        @Override
        public List<Means> media(Actor actor, AccountId id) {
            return List.of(new Means(12, MediumKind.CARD, 2), new Means(3, MediumKind.FOB, 1));
        }

        @Override
        public Optional<PostingFile> posting(
                Actor actor, AccountId id, long number, LookPurpose purpose) {
            return accounts.movements(actor, id, purpose, null, 500).rows().stream()
                    .filter(row -> row.posting() == number)
                    .findFirst()
                    .map(row -> file(id, row));
        }

        private PostingFile file(AccountId id, Movement row) {
            var purchase = row.kind() == PostingKind.PAYMENT;
            return new PostingFile(
                    row.posting(),
                    row.kind(),
                    row.occurredAt(),
                    row.bookedAt(),
                    LocalDate.of(2026, 11, 20),
                    List.of(
                            new PostingFile.Line(id, AccountKind.PERSON, "", row.amount()),
                            new PostingFile.Line(
                                    new AccountId(7),
                                    purchase ? AccountKind.REVENUE : AccountKind.CASH_DESK,
                                    purchase ? "" : "desk-1",
                                    row.amount().negated())),
                    purchase ? List.of(new TaxLine("standard", 1_900, 200, 38)) : List.of(),
                    null,
                    null,
                    null,
                    purchase ? List.of(4_800L) : List.of(),
                    0,
                    purchase ? null : Reason.HOLDER_REQUEST,
                    purchase ? "" : "B-17",
                    0,
                    purchase ? "4711 Sports club" : "",
                    row.place(),
                    row.operator(),
                    purchase ? "" : "R2026-000012",
                    purchase ? 0 : 1,
                    row.late(),
                    false,
                    true,
                    purchase ? row.amount().negated() : Money.zero(row.amount().currency()));
        }
    }

    private final class Limited implements Limits {
        @Override
        public LimitOutcome set(Actor actor, RequestId request, Limit limit) {
            limits.removeIf(one -> same(one, limit.owner(), limit.whose(), limit.kind()));
            limits.add(limit);
            return new LimitOutcome.Done(of(actor, limit.owner(), limit.whose()));
        }

        private boolean same(Limit one, Limit.Owner owner, long whose, Limit.Kind kind) {
            return one.owner() == owner && one.whose() == whose && one.kind() == kind;
        }

        @Override
        public LimitOutcome remove(
                Actor actor, RequestId request, Limit.Owner owner, long whose, Limit.Kind kind) {
            limits.removeIf(one -> same(one, owner, whose, kind));
            return new LimitOutcome.Done(of(actor, owner, whose));
        }

        @Override
        public List<Limit> of(Actor actor, Limit.Owner owner, long whose) {
            return limits.stream()
                    .filter(one -> one.owner() == owner && one.whose() == whose)
                    .toList();
        }

        @Override
        public List<Standing> standing(Actor actor, AccountId id) {
            return limits.stream()
                    .filter(one -> one.owner() == Limit.Owner.GROUP || one.whose() == id.number())
                    .map(one -> new Standing(one, one.most() / 3))
                    .toList();
        }
    }

    private final class Months implements Periods {
        @Override
        public List<Period> list(Actor actor) {
            return months.entrySet().stream()
                    .map(month -> new Period(month.getKey(), month.getValue()))
                    .toList()
                    .reversed();
        }

        @Override
        public PeriodOutcome startClosing(Actor actor, RequestId request, YearMonth month) {
            return now(month, PeriodState.CLOSING);
        }

        @Override
        public PeriodOutcome close(Actor actor, RequestId request, YearMonth month) {
            return now(month, PeriodState.CLOSED);
        }

        private PeriodOutcome now(YearMonth month, PeriodState state) {
            months.put(month, state);
            return new PeriodOutcome.Changed(new Period(month, state));
        }

        @Override
        public List<Turnover> turnover(Actor actor, LocalDate from, LocalDate until) {
            return List.of(
                    new Turnover(
                            2,
                            "Canteen, till 2",
                            PostingKind.PAYMENT,
                            812,
                            FakeAccounts.euro(-234_560),
                            FakeAccounts.euro(37_450)),
                    new Turnover(
                            0,
                            "",
                            PostingKind.TOP_UP,
                            143,
                            FakeAccounts.euro(286_000),
                            FakeAccounts.euro(0)));
        }

        @Override
        public Preview preview(Actor actor, YearMonth month) {
            return new Preview(
                    new Period(month, months.getOrDefault(month, PeriodState.OPEN)),
                    turnover(actor, month.atDay(1), month.atEndOfMonth()),
                    month.equals(YearMonth.of(2026, 11))
                            ? List.of(
                                    new Hindrance(Why.NOT_OVER, 1),
                                    new Hindrance(Why.PAYMENTS_UNDER_WAY, 3))
                            : List.of(new Hindrance(Why.SHIFTS_OPEN, 1)));
        }
    }

    private static final class Charges implements MediaCharges {
        @Override
        public Optional<Due> due(Actor actor, PersonId person) {
            return Optional.of(
                    new Due(
                            FakeAccounts.euro(250),
                            FakeAccounts.euro(500),
                            null,
                            FakeAccounts.euro(person.number() % 2 == 0 ? 0 : 650),
                            true));
        }

        @Override
        public MoveOutcome issue(Actor actor, RequestId request, Charge charge) {
            throw new UnsupportedOperationException("issue");
        }

        @Override
        public MoveOutcome replace(Actor actor, RequestId request, Charge charge, BlockReason why) {
            throw new UnsupportedOperationException("replace");
        }

        @Override
        public MoveOutcome giveBack(Actor actor, RequestId request, Charge charge) {
            throw new UnsupportedOperationException("giveBack");
        }

        @Override
        public Optional<Money> depositHeld(Actor actor, MediumId medium) {
            return Optional.empty();
        }
    }
}
