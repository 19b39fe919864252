package app.lodge.reports.catalogue;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Role;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.core.devices.SyncState;
import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.Proving;
import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.points.PointType;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.sales.Sales.Frame;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// A site in memory behind core's doors: what it holds is what a report must show.
final class FakeSite {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant NOW = Instant.parse("2026-11-22T06:35:12.345Z");
    static final Actor CLERK = new Actor(3, "anna", Role.CLERK, "desk-1");
    static final Actor AUDITOR = new Actor(4, "otto", Role.AUDITOR, "office-2");

    /// Polish, Croatian, Chinese, German, French.
    List<PersonDetails> names =
            List.of(
                    PersonDetails.named("Łucja", "Wiśniewska-Żółć"),
                    PersonDetails.named("Đurđica", "Šimić-Čović"),
                    PersonDetails.named("小龙", "张"),
                    PersonDetails.named("Jörg", "Großmann"),
                    PersonDetails.named("Éloïse", "L’Œuvrard"));

    final List<Movement> movements = new ArrayList<>(); // oldest first
    final List<EventRow> events = new ArrayList<>(); // oldest first
    final List<Medium> media = new ArrayList<>(); // oldest first
    boolean accountBlocked;
    String siteName = "Stadtwerke Łódź & Söhne";

    ClosingReport closing() {
        return new ClosingReport(
                "Z2026",
                7,
                3,
                siteName,
                "Schalter 1",
                NOW.minusSeconds(28_800),
                "Łucja",
                NOW,
                "Jörg",
                new Money(20_000, EUR),
                List.of(
                        new ClosingReport.Sum(
                                PostingKind.CASH_IN_TRANSIT,
                                1,
                                new Money(0, EUR),
                                new Money(10_000, EUR)),
                        new ClosingReport.Sum(
                                PostingKind.TOP_UP, 12, new Money(14_050, EUR), new Money(0, EUR))),
                new Money(24_050, EUR),
                new Money(24_000, EUR),
                Optional.of(DifferenceCause.WRONG_CHANGE),
                "N-17",
                List.of(new Count.Line(5_000, 4), new Count.Line(2_000, 2)),
                4711,
                "AB".repeat(32),
                2,
                "CD".repeat(32));
    }

    /// A box of five hundred, of which six were bad.
    Object stock = standing();

    private static app.lodge.core.stock.Stock.Standing standing() {
        var white =
                new app.lodge.core.stock.Blank(
                        1,
                        "White DESFire EV3",
                        app.lodge.core.stock.Blank.Carrier.HF,
                        "DESFire EV3",
                        app.lodge.core.media.MediumKind.CARD,
                        false,
                        false,
                        860);
        var box =
                new app.lodge.core.stock.Delivery(
                        1,
                        white,
                        null,
                        "Karton AG",
                        "K-114",
                        500,
                        app.lodge.core.stock.Delivery.Numbering.UID,
                        java.time.Instant.parse("2026-11-02T09:00:00Z"));
        return new app.lodge.core.stock.Stock.Standing(
                List.of(
                        new app.lodge.core.stock.Place(
                                1, "Safe", app.lodge.core.stock.Place.Kind.SAFE, "", false, 0)),
                List.of(
                        new app.lodge.core.stock.Stock.DeliveryStanding(
                                box, Map.of("CHIP_DEAD", 4, "PRINT_FAULT", 2))),
                List.of(
                        new app.lodge.core.stock.Stock.Line(
                                1, 1, app.lodge.core.stock.StockState.BLANK, 494),
                        new app.lodge.core.stock.Stock.Line(
                                1, 1, app.lodge.core.stock.StockState.SPOILED, 6)),
                List.of());
    }

    static List<Sales.SoldRow> sold() {
        var noon = java.time.LocalDateTime.of(2026, 11, 20, 12, 0);
        return List.of(
                new Sales.SoldRow(
                        1,
                        "Kantine",
                        noon,
                        101,
                        "Kaffee",
                        "Getränke",
                        40,
                        new Money(6_000, EUR),
                        new Money(958, EUR),
                        2),
                new Sales.SoldRow(
                        1,
                        "Kantine",
                        noon,
                        0,
                        "",
                        "",
                        3,
                        new Money(900, EUR),
                        new Money(144, EUR),
                        0));
    }

    static final List<PointType> TYPES =
            List.of(
                    new PointType("canteen", "", false),
                    new PointType("salad-bar", "Salatbuffet", true));

    private static boolean asked(Sales.PointRow row, Frame frame) {
        return frame.type() == null || frame.type().equals(row.type().code());
    }

    static List<Sales.PointRow> visits() {
        var noon = java.time.LocalDateTime.of(2026, 11, 20, 12, 0);
        return List.of(
                new Sales.PointRow(
                        1, "Kantine", TYPES.get(0), noon, 31L, 43, new Money(6_900, EUR)),
                new Sales.PointRow(
                        2,
                        "Salatbar",
                        TYPES.get(1),
                        noon.plusHours(1),
                        null,
                        3,
                        new Money(450, EUR)));
    }

    /// A kiosk of three notes and a phone; a bag two euros short and one to count.
    private Object kiosks(String verb, Object... asked) {
        var bags =
                List.of(
                        bag(1, "S-1043", 61_200, Optional.of(61_000L)),
                        bag(2, "S-1044", 84_550, Optional.empty()));
        return verb.equals("list")
                ? List.of(
                        new Kiosk(
                                new DeviceId(8),
                                "kiosk-foyer",
                                "Kiosk im Foyer",
                                DeviceKind.KIOSK,
                                new Money(6_000, EUR),
                                List.of(
                                        new Kiosk.Line(
                                                new Denomination(2_000, Denomination.Form.NOTE),
                                                3)),
                                List.of(),
                                new Money(84_550, EUR),
                                new Money(-200, EUR),
                                Optional.of(bags.getLast())),
                        new Kiosk(
                                new DeviceId(9),
                                "phone-shop",
                                "Schulladen",
                                DeviceKind.PHONE,
                                new Money(4_820, EUR),
                                List.of(),
                                List.of(),
                                new Money(0, EUR),
                                new Money(0, EUR),
                                Optional.empty()))
                : bags;
    }

    private static Emptying bag(long number, String seal, long told, Optional<Long> counted) {
        return new Emptying(
                number,
                new DeviceId(8),
                "kiosk-foyer",
                "Kiosk im Foyer",
                EUR,
                seal,
                Optional.of(
                        new Emptying.Told(
                                NOW.minusSeconds(7_200), "", new Money(told, EUR), List.of())),
                counted.map(cents ->
                        new Emptying.Counted(NOW, "Jörg", new Money(cents, EUR), List.of())),
                counted.map(_ -> DifferenceCause.COUNTERFEIT),
                "");
    }

    Reports reports() {
        return Reports.in(
                door(Accounts.class, this::accounts),
                door(CashDesks.class, (_, _) -> Optional.of(closing())),
                door(Kiosks.class, this::kiosks),
                door(People.class, this::people),
                door(Media.class, this::media),
                door(Devices.class, this::devices),
                door(app.lodge.core.stock.Stock.class, (_, _) -> stock),
                door(
                        Sales.class,
                        (verb, given) ->
                                switch (verb) {
                                    case "types" -> TYPES;
                                    case "sold" -> sold();
                                    default ->
                                            visits().stream()
                                                    .filter(row -> asked(row, (Frame) given[1]))
                                                    .toList();
                                }),
                door(Prices.class, (_, _) -> List.of(new Prices.Point(1, "canteen-1", "Kantine"))),
                door(
                        Settings.class,
                        (_, _) ->
                                new SiteSettings(
                                        siteName,
                                        EUR,
                                        ZoneId.of("Europe/Berlin"),
                                        "de",
                                        50_000,
                                        15,
                                        5)),
                door(Seals.class, (_, asked) -> proof((Proving) asked[2])),
                InstantSource.fixed(NOW));
    }

    /// As long as that of a row among a thousand, if sealed.
    static String proof(Proving proving) {
        return "LODGE:1:SITE-1:4711:" + "9F86D081".repeat(proving == Proving.ROW_ONLY ? 8 : 120);
    }

    /// Top-ups and payments in turn, one each hour, from 2026-11-01T07:00Z.
    FakeSite withMovements(int count) {
        var balance = Money.zero(EUR);
        for (var i = 0; i < count; i++) {
            var at = Instant.parse("2026-11-01T07:00:00Z").plusSeconds(3600L * i);
            var topUp = i % 4 == 0;
            var amount = new Money(topUp ? 2500 : -(150 + i % 7 * 35), EUR);
            balance = balance.plus(amount);
            var late = i % 9 == 5;
            movements.add(
                    new Movement(
                            1000 + i,
                            topUp ? PostingKind.TOP_UP : PostingKind.PAYMENT,
                            late ? at.minusSeconds(7200) : at,
                            at,
                            amount,
                            balance,
                            topUp ? "desk-1" : "Café Żubr",
                            topUp ? "anna" : "",
                            late));
        }
        return this;
    }

    FakeSite withEvents(int count) {
        for (var i = 0; i < count; i++) {
            var at = Instant.parse("2026-11-01T07:00:00Z").plusSeconds(600L * i);
            var late = i % 11 == 7;
            events.add(
                    new EventRow(
                            i + 1,
                            i % 3 == 0 ? "payment" : i % 3 == 1 ? "door-held" : "refused",
                            at,
                            late ? at.plusSeconds(4000) : at.plusSeconds(1),
                            late,
                            i % 3 == 2 ? "" : "%07d-01".formatted(1000 + i % 40),
                            i % 3 == 0
                                    ? Map.of("amount", "350", "article", "=cmd|' /C calc'!A0")
                                    : Map.of("compartment", Integer.toString(i % 24 + 1)),
                            i % 3 == 0 ? 5000L + i : null,
                            0L));
        }
        return this;
    }

    FakeSite withMedia(int count) {
        var states = MediumState.values();
        for (var i = 0; i < count; i++) {
            var state = i % 5 == 4 ? states[i % states.length] : MediumState.ACTIVE;
            media.add(
                    new Medium(
                            new MediumId(i + 1),
                            MediumKind.values()[i % 7 == 3 ? 1 : 0],
                            new PersonId(1000 + i),
                            1,
                            state,
                            state == MediumState.PREPARING
                                    ? null
                                    : new Uid(
                                            "04%012X"
                                                    .formatted(
                                                            0xA1B2C3D4L * (i + 1) % 0xFFFFFFFFFFL)),
                            "DESFire EV3",
                            state == MediumState.PREPARING ? 0 : 1,
                            state == MediumState.BLOCKED ? BlockReason.LOST : null,
                            Instant.parse("2026-11-01T07:00:00Z").plusSeconds(60L * i)));
        }
        return this;
    }

    static Receipt receipt(int copy) {
        return new Receipt(
                "TU",
                12,
                1000,
                "Stadtwerke Łódź & Söhne",
                Instant.parse("2026-11-22T06:30:00Z"),
                new AccountId(17),
                1000,
                new Money(2500, EUR),
                new Money(4250, EUR),
                PaymentMeans.CASH,
                "anna",
                "desk-1",
                4711,
                "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
                copy);
    }

    private Object accounts(String verb, Object[] with) {
        ((Actor) with[0]).require(Permission.SEE_ACCOUNTS);
        return switch (verb) {
            case "find" ->
                    with[1].equals(new AccountId(17)) ? Optional.of(account()) : Optional.empty();
            case "ofPerson" ->
                    with[1].equals(new PersonId(1000)) ? Optional.of(account()) : Optional.empty();
            case "allOfPerson" ->
                    !with[1].equals(new PersonId(1000))
                            ? List.of()
                            : dollars ? List.of(account(), dollarAccount()) : List.of(account());
            case "movements" ->
                    page(
                            with[1].equals(new AccountId(18)) ? List.<Movement>of() : movements,
                            (String) with[3],
                            (int) with[4]);
            case "copyOfReceipt" ->
                    with[1].equals(1000L) ? Optional.of(receipt(2)) : Optional.empty();
            default -> throw new AssertionError(verb);
        };
    }

    /// Whether the holder has an account in dollars, too.
    boolean dollars;

    private Account dollarAccount() {
        var first = account();
        var nothing = Money.of(0, "USD");
        return new Account(
                new AccountId(18),
                first.holder(),
                Money.of(1_250, "USD"),
                nothing,
                Money.of(1_250, "USD"),
                false,
                null);
    }

    private Account account() {
        return new Account(
                new AccountId(17),
                new PersonId(1000),
                movements.isEmpty() ? Money.zero(EUR) : movements.getLast().balanceAfter(),
                Money.zero(EUR),
                Money.zero(EUR),
                accountBlocked,
                accountBlocked ? BlockReason.LOST : null);
    }

    private Object people(String verb, Object[] with) {
        ((Actor) with[0]).require(Permission.SEE_PEOPLE);
        if (!verb.equals("find")) {
            throw new AssertionError(verb);
        }
        var number = ((PersonId) with[1]).number();
        return number < 1000
                ? Optional.empty()
                : Optional.of(
                        new Person(
                                (PersonId) with[1],
                                PersonState.ACTIVE,
                                1,
                                names.get((int) (number - 1000) % names.size()),
                                NOW));
    }

    private Object media(String verb, Object[] with) {
        ((Actor) with[0]).require(Permission.SEE_MEDIA);
        return switch (verb) {
            case "list" -> page(media, (String) with[1], (int) with[2]);
            case "ofPerson" -> media.stream().filter(m -> m.holder().equals(with[1])).toList();
            default -> throw new AssertionError(verb);
        };
    }

    private Object devices(String verb, Object[] with) {
        ((Actor) with[0]).require(Permission.SEE_DEVICES);
        return switch (verb) {
            case "named" -> with[1].equals("till-1") ? Optional.of(till()) : Optional.empty();
            case "find" -> with[1].equals(new DeviceId(5)) ? Optional.of(till()) : Optional.empty();
            case "events" -> page(events, (String) with[2], (int) with[3]);
            default -> throw new AssertionError(verb);
        };
    }

    private static DeviceView till() {
        return new DeviceView(
                new Device(
                        new DeviceId(5),
                        "till-1",
                        DeviceKind.PAYMENT_POINT,
                        "Café Żubr",
                        "Halle 3, Erdgeschoss",
                        true,
                        null),
                true,
                "",
                NOW,
                SyncState.IN_SYNC,
                1,
                Map.of(),
                1,
                Map.of(),
                List.of(),
                List.of(),
                0,
                "1.0");
    }

    /// Newest first, as the doors do.
    private static <T> Page<T> page(List<T> oldestFirst, String after, int limit) {
        var newestFirst = oldestFirst.reversed();
        var begin = after == null ? 0 : Integer.parseInt(after);
        var end = Math.min(begin + limit, newestFirst.size());
        return new Page<>(
                newestFirst.subList(begin, end),
                end < newestFirst.size() ? Integer.toString(end) : null);
    }

    private static <D> D door(Class<D> type, BiFunction<String, Object[], Object> answer) {
        InvocationHandler handler = (_, method, with) -> answer.apply(method.getName(), with);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
