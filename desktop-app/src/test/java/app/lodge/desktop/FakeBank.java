package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Creditor;
import app.lodge.core.topups.Mandate;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.RunItem;
import app.lodge.core.topups.SourceRule;
import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.core.topups.TopUpOrder;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Top-ups from outside, mandates and files for the bank, in memory.
final class FakeBank {

    final Orders orders = new Orders();
    final Grants mandates = new Grants();
    final FilesDoor files = new FilesDoor();

    /// Top-up orders in every state.
    static final class Orders implements TopUps {

        private final Map<Long, TopUpOrder> all = new java.util.TreeMap<>();
        private final Map<TopUpSource, SourceRule> rules = new EnumMap<>(TopUpSource.class);

        Orders() {
            var states = State.values();
            for (int i = 1; i <= 20; i++) {
                all.put((long) i, order(i, states[i % states.length]));
            }
            rules.put(
                    TopUpSource.DIRECT_DEBIT, new SourceRule(Crediting.AT_ONCE_UP_TO, 5_000, 350));
            rules.put(TopUpSource.KIOSK, new SourceRule(Crediting.AT_ONCE, 0, 0));
        }

        private static TopUpOrder order(int number, State state) {
            return new TopUpOrder(
                    number,
                    TopUpSource.values()[number % 4],
                    "T-%d".formatted(number),
                    new AccountId(1000 + number),
                    FakeAccounts.euro(500 + 125L * number),
                    state,
                    0,
                    null,
                    state == State.SETTLED || number % 2 == 0 ? 4_000 + number : 0,
                    0,
                    0,
                    0,
                    state == State.RETURNED ? "AM04" : null,
                    0,
                    FakePeople.NOW.minus(Duration.ofHours(7L * number)));
        }

        @Override
        public Map<TopUpSource, SourceRule> rules(Actor actor) {
            return Map.copyOf(rules);
        }

        @Override
        public List<Problem> changeRule(
                Actor actor, RequestId request, TopUpSource source, SourceRule rule) {
            rules.put(source, rule);
            return List.of();
        }

        @Override
        public OrderOutcome order(Actor actor, RequestId request, NewOrder order) {
            return new OrderOutcome.NoMandate();
        }

        @Override
        public OrderOutcome authorise(
                Actor actor, RequestId request, long order, String authorisation) {
            return moved(order, State.AUTHORISED);
        }

        @Override
        public OrderOutcome refuse(Actor actor, RequestId request, long order) {
            return moved(order, State.REFUSED);
        }

        @Override
        public OrderOutcome settle(Actor actor, RequestId request, long order) {
            return moved(order, State.SETTLED);
        }

        @Override
        public OrderOutcome giveBack(Actor actor, RequestId request, long order, String reason) {
            return reason.matches("[A-Z]{2}[A-Z0-9]{2}")
                    ? moved(order, State.RETURNED)
                    : new OrderOutcome.Rejected(
                            List.of(Problem.of("reason", reason, "top-ups.reason-form")));
        }

        private OrderOutcome moved(long number, State state) {
            var now = order((int) number, state);
            all.put(number, now);
            return new OrderOutcome.Done(now, false);
        }

        @Override
        public Optional<TopUpOrder> find(Actor actor, long order) {
            return Optional.ofNullable(all.get(order));
        }

        @Override
        public Optional<TopUpOrder> findByReference(
                Actor actor, TopUpSource source, String reference) {
            return Optional.empty();
        }

        @Override
        public Page<TopUpOrder> list(
                Actor actor, @Nullable State state, @Nullable String after, int limit) {
            return new Page<>(
                    all.values().stream()
                            .filter(order -> state == null || order.state() == state)
                            .toList(),
                    null);
        }
    }

    /// Everybody has one mandate; further ones are kept.
    static final class Grants implements Mandates {

        final List<Mandate> granted = new ArrayList<>();

        @Override
        public MandateOutcome grant(
                Actor actor,
                RequestId request,
                PersonId person,
                LocalDate signedOn,
                boolean oneOff,
                BankDetails bank) {
            if (bank.iban().length() < 15) {
                return new MandateOutcome.Rejected(
                        List.of(Problem.of("iban", "", "sepa.iban-form")));
            }
            var mandate =
                    new Mandate(
                            granted.size() + 2L,
                            person,
                            "LODGE-M-" + (granted.size() + 2),
                            signedOn,
                            oneOff,
                            false,
                            bank);
            granted.add(mandate);
            return new MandateOutcome.Kept(mandate);
        }

        @Override
        public MandateOutcome revoke(Actor actor, RequestId request, long mandate) {
            return new MandateOutcome.Kept(granted.getFirst());
        }

        @Override
        public List<Mandate> ofPerson(Actor actor, PersonId person) {
            var all = new ArrayList<>(granted.reversed());
            all.add(
                    new Mandate(
                            1,
                            person,
                            "LODGE-M-1",
                            LocalDate.of(2026, 9, 3),
                            false,
                            false,
                            BankDetails.of("Ana Kovačić", "HR1210010051863000160")));
            return all;
        }
    }

    /// Files, and what waits for them.
    static final class FilesDoor implements BankFiles {

        final List<BankFile> made = new ArrayList<>();
        private Creditor creditor =
                new Creditor(
                        "North School",
                        "DE98ZZZ09999999999",
                        "DE89370400440532013000",
                        "",
                        "Seestraße",
                        "1",
                        "88045",
                        "Friedrichshafen",
                        "DE",
                        "");
        private boolean collected;

        FilesDoor() {
            made.add(file(3, Kind.PAYOUT, 4, 18_050, false, false));
            made.add(file(2, Kind.COLLECTION, 31, 62_000, true, false));
            made.add(file(1, Kind.COLLECTION, 28, 57_500, true, true));
        }

        private static BankFile file(
                long number, Kind kind, int orders, long cents, boolean written, boolean carried) {
            @Nullable Instant at = written ? FakePeople.NOW : null;
            return new BankFile(
                    number,
                    kind,
                    "lodge-%s-%06d.xml".formatted(kind.name().toLowerCase(), number),
                    LocalDate.of(2026, 11, 26),
                    orders,
                    FakeAccounts.euro(cents),
                    "9F3C",
                    FakePeople.NOW,
                    at,
                    carried ? FakePeople.NOW : null);
        }

        @Override
        public Creditor creditor(Actor actor) {
            return creditor;
        }

        @Override
        public List<Problem> changeCreditor(Actor actor, RequestId request, Creditor wanted) {
            if (wanted.iban().length() < 15) {
                return List.of(Problem.of("iban", "", "sepa.iban-form"));
            }
            creditor = wanted;
            return List.of();
        }

        @Override
        public Due due(Actor actor, Kind kind) {
            return new Due(3, FakeAccounts.euro(4_500));
        }

        @Override
        public List<RunItem> waiting(Actor actor, Kind kind) {
            if (collected) {
                return List.of();
            }
            return List.of(
                    item(1, kind, 3, 1_500, null),
                    item(2, kind, 5, 2_250, null),
                    item(3, kind, 8, 750, RunItem.Hindrance.NO_BANK_DETAILS),
                    item(4, kind, 9, 1_000, RunItem.Hindrance.MANDATE_REVOKED));
        }

        private static RunItem item(
                long number,
                Kind kind,
                long person,
                long cents,
                RunItem.@Nullable Hindrance hindrance) {
            return new RunItem(
                    number,
                    kind == Kind.PAYOUT ? "LODGE-T-" + number : "D-" + number,
                    new AccountId(1000 + person),
                    new PersonId(person),
                    Money.of(cents, "EUR"),
                    1,
                    hindrance);
        }

        @Override
        public RunOutcome run(Actor actor, RequestId request, Kind kind, LocalDate dueOn) {
            if (dueOn.isBefore(LocalDate.of(2026, 11, 23))) {
                return new RunOutcome.Rejected(
                        List.of(
                                Problem.of(
                                        "dueOn",
                                        dueOn,
                                        "top-ups.due-range",
                                        "2026-11-24",
                                        "2026-12-23")));
            }
            collected = true;
            var made = file(this.made.size() + 1, kind, 2, 3_750, true, false);
            this.made.addFirst(made);
            return new RunOutcome.Filed(made);
        }

        @Override
        public List<BankFile> resume(Actor actor) {
            return List.of();
        }

        @Override
        public List<Problem> carriedOut(Actor actor, RequestId request, long file) {
            made.replaceAll(one ->
                    one.number() == file
                            ? file(file, one.kind(), one.orders(), one.amount().minor(), true, true)
                            : one);
            return List.of();
        }

        @Override
        public List<BankFile> files(Actor actor, int limit) {
            return List.copyOf(made);
        }

        @Override
        public Optional<byte[]> content(Actor actor, long file) {
            return Optional.empty();
        }

        @Override
        public Returns previewReturns(Actor actor, ReturnsFile file) {
            return returns(ReturnState.READY);
        }

        @Override
        public Returns applyReturns(Actor actor, RequestId request, ReturnsFile file) {
            return returns(ReturnState.RETURNED_NOW);
        }

        private static Returns returns(ReturnState first) {
            return new Returns(
                    List.of(
                            new ReturnRow(1, "D-1", "AM04", first, null, 0),
                            new ReturnRow(
                                    2, "X-9", "MD06", ReturnState.UNKNOWN_REFERENCE, null, 0)),
                    List.of());
        }
    }
}
