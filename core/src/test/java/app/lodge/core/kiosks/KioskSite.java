package app.lodge.core.kiosks;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.cashdesk.CashSite;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.kiosks.CashEvent.Kind;
import app.lodge.core.kiosks.Kiosks.CountOutcome;
import app.lodge.core.media.Credentials.Credential;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.core.topups.TopUps;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A site with two holders, a kiosk that hands out everything and a phone that hands out too.
final class KioskSite implements AutoCloseable {

    static final Uid ANNA = new Uid("04112233445501");
    static final Uid BELA = new Uid("04112233445502");
    static final Uid STRANGER = new Uid("04112233445599");
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "office");

    final CashSite cash = CashSite.inMemory(2);
    final Devices devices = Devices.in(cash.books, (_, _) -> "");
    final DeviceId kiosk = device("kiosk-1", DeviceKind.KIOSK);
    final DeviceId phone = device("phone-1", DeviceKind.PHONE);
    final Kiosks kiosks;
    final KioskTraffic traffic;
    final Accounts accounts;
    private final Bookkeeping keeping;

    KioskSite() {
        keeping = Bookkeeping.of(cash.books, () -> cash.settings, CostCentres.budgets(cash.books));
        var money =
                KioskMoney.in(
                        keeping,
                        (_, uid) ->
                                uid.equals(STRANGER)
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Credential(
                                                        new MediumId(1),
                                                        MediumState.ACTIVE,
                                                        new PersonId(uid.equals(ANNA) ? 1 : 2))));
        var drawers = CashLedger.in(keeping);
        kiosks = Kiosks.in(cash.books, money, drawers, () -> cash.settings);
        traffic = KioskTraffic.in(cash.books, money, drawers, noCards());
        accounts = Accounts.in(keeping);
    }

    private DeviceId device(String name, DeviceKind kind) {
        var added =
                (Devices.AddOutcome.Added)
                        devices.add(CHIEF, RequestId.fresh(), name, kind, name, "Foyer");
        configure(added.device().id(), Map.of("payout", "coins-and-notes"));
        return added.device().id();
    }

    /// Nobody pays by card here.
    private static TopUps noCards() {
        return (TopUps)
                Proxy.newProxyInstance(
                        TopUps.class.getClassLoader(),
                        new Class<?>[] {TopUps.class},
                        (_, method, _) -> {
                            throw new AssertionError(method + " was not expected");
                        });
    }

    void configure(DeviceId device, Map<String, String> changes) {
        devices.configure(CHIEF, RequestId.fresh(), device, changes);
    }

    KioskTraffic.Taken take(DeviceId device, CashEvent event) {
        return traffic.takeIn(Actor.device(device.number(), "device"), device.number(), event);
    }

    Authorisation ask(DeviceId device, String id, Uid credential, long cents) {
        return traffic.mayPayOut(
                Actor.device(device.number(), "device"),
                device.number(),
                new Payments.Ask(id, credential, CashSite.eur(cents), NOW));
    }

    CountOutcome count(DeviceId device, String seal, Count count, @Nullable DifferenceCause cause) {
        return kiosks.count(
                cash.ana, RequestId.fresh(), new Kiosks.Counting(device, seal, count, cause, ""));
    }

    /// How many bags speak against closing a month; nothing where none does.
    List<Long> uncounted(YearMonth month) {
        return Periods.in(keeping).preview(CHIEF, month).hindrances().stream()
                .filter(each -> each.why() == Periods.Why.BAGS_UNCOUNTED)
                .map(Periods.Hindrance::count)
                .toList();
    }

    /// A correction against the first holder that waits for its second person.
    void pendingReversal(long cents) {
        cash.approvals.ask(
                cash.chief,
                RequestId.fresh(),
                new FourEyes.Matter(
                        FourEyes.Verb.CORRECTION,
                        cash.accountIds.getFirst(),
                        CashSite.eur(cents),
                        -1),
                Grounds.of(Reason.OTHER));
    }

    MoveOutcome reverse(long posting) {
        return cash.postings()
                .reverse(
                        CHIEF,
                        RequestId.fresh(),
                        new Postings.Reversal(posting, Grounds.of(Reason.OTHER)));
    }

    static CashEvent event(
            long seq, Kind kind, @Nullable Uid card, Map<Long, Integer> pieces, String more) {
        var sum = pieces.entrySet().stream().mapToLong(one -> one.getKey() * one.getValue()).sum();
        return new CashEvent(
                seq,
                kind,
                NOW,
                card,
                kind == Kind.CASH_OUT ? more : "",
                CashSite.eur(sum),
                pieces,
                kind == Kind.EMPTIED ? more : "");
    }

    static Count counted(Map<Long, Integer> pieces) {
        return new Count(
                CashSite.EUR,
                pieces.entrySet().stream()
                        .map(one -> new Count.Line(one.getKey(), one.getValue()))
                        .toList());
    }

    Kiosk see(DeviceId device) {
        return kiosks.list(cash.ana).stream()
                .filter(one -> one.id().equals(device))
                .findFirst()
                .orElseThrow();
    }

    long balance(int holder) {
        return accounts.find(CHIEF, cash.accountIds.get(holder)).orElseThrow().balance().minor();
    }

    /// Everything that must not depend on the order of arrival.
    Map<String, Object> books() {
        var books = new TreeMap<String, Object>();
        cash.books.read(sql -> {
            sql.fetch(
                            """
                            select a.kind, a.label, sum(e.amount) as amount from ledger_account a
                            join ledger_entry e on e.account_id = a.id group by a.kind, a.label\
                            """)
                    .forEach(row ->
                            books.put(
                                    row.get(0, String.class) + " " + row.get(1, String.class),
                                    row.get(2, Long.class)));
            return books;
        });
        kiosks.list(cash.ana)
                .forEach(one ->
                        books.put(
                                one.name(),
                                one.expected()
                                        + " "
                                        + one.content()
                                        + " "
                                        + one.inBags()
                                        + " "
                                        + one.differences()));
        books.put("anna", balance(0));
        books.put("bela", balance(1));
        books.put(
                "emptyings",
                kiosks.emptyings(cash.ana, Kiosks.Which.ALL, 500).stream()
                        .map(one ->
                                one.device()
                                        + one.seal()
                                        + one.told().map(Emptying.Told::amount)
                                        + one.counted().map(Emptying.Counted::amount))
                        .sorted()
                        .collect(Collectors.joining("; ")));
        return books;
    }

    Conservation.Standing conserved() {
        return Conservation.in(cash.books).lookNow(CHIEF);
    }

    @Override
    public void close() {
        cash.close();
    }
}
