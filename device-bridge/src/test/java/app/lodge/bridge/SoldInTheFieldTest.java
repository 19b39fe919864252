package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.Item;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.Limit;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups;
import app.lodge.core.money.Money;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import app.lodge.core.sales.Sales;
import app.lodge.core.site.SiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Products and prices from the desk to the till and back: sold with and without a network, taxed line by
/// line, told in sums; and limits told to whoever stands at the till.
final class SoldInTheFieldTest {

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    /// The site's: one in which it is about noon, so that no day begins while the tests run.
    private static final ZoneId ZONE = aboutNoon(Clock.systemUTC().instant());

    private static final int COFFEE = 101;
    private static TestBridge site;
    private static Path folder;

    @BeforeAll
    static void open(@TempDir Path home) throws SiteException {
        folder = home;
        site = new TestBridge(home, ZONE);
        var before = AccountRules.STANDARD;
        site.site()
                .moneyRules()
                .change(
                        ADMIN,
                        RequestId.fresh(),
                        new AccountRules(
                                before.transfers(),
                                before.approvals(),
                                before.tariff(),
                                Map.of("standard", 1_900),
                                24));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// Named as time zones are: with the sign turned round.
    private static ZoneId aboutNoon(Instant now) {
        var ahead = 12 - now.atZone(ZoneOffset.UTC).getHour();
        return ZoneId.of(ahead == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-ahead));
    }

    @Test
    void itIsAboutNoonAtTheSiteWheneverTheTestsRun() {
        for (var hour = 0; hour < 24; hour++) {
            var now = Instant.parse("2026-11-23T00:59:59Z").plus(Duration.ofHours(hour));
            assertThat(now.atZone(aboutNoon(now)).getHour()).isEqualTo(12);
        }
    }

    @Test
    @Tag("ID-62")
    @Tag("ID-52")
    @Tag("CHAIN-25")
    void aTillSellsByItsOwnPricesAndChangesThemAtMidnightWithoutANetwork() throws IOException {
        var anna = site.holder("Staff", "04A1B2C3D4E601", 1_000);
        var guest = site.holder("Guest", "04A1B2C3D4E602", 1_000);
        var today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZONE);
        var staff = group("Staff", anna);
        product(COFFEE, "Coffee");
        var all = list("Everybody", null);
        var theirs = list("Staff", staff);
        put(all, COFFEE, 150L, today);
        put(all, COFFEE, 160L, today.plusDays(1));
        put(theirs, COFFEE, 100L, today);
        var offset = new AtomicReference<>(Duration.ZERO);
        try (var till = till("till-sells", offset)) {
            eventually(() -> prices(till, "").equals(List.of(150L)));
            eventually(() -> prices(till, anna.uid()).equals(List.of(100L)));
            assertThat(till.sell(guest.uid(), List.of(new Item(404, 1)), ""))
                    .isEqualTo(new TapOutcome.Refused("NOT_SOLD_HERE"));
            assertThat(till.sell(anna.uid(), List.of(new Item(COFFEE, 2)), ""))
                    .isInstanceOfSatisfying(
                            TapOutcome.Paid.class,
                            paid -> assertThat(paid.amount().minor()).isEqualTo(200));
            configure("till-sells");
            till.goOffline();
            eventually(() -> !till.connected());
            offset.set(untilTomorrow(today));
            assertThat(prices(till, "")).containsExactly(160L);
            assertThat(till.sell(guest.uid(), List.of(new Item(COFFEE, 1)), ""))
                    .isInstanceOfSatisfying(
                            TapOutcome.Paid.class,
                            paid -> assertThat(paid.amount().minor()).isEqualTo(160));
            till.goOnline();
            eventually(() -> till.unacknowledged() == 0);
            assertThat(sold(today))
                    .extracting(
                            Sales.SoldRow::product,
                            Sales.SoldRow::name,
                            Sales.SoldRow::quantity,
                            row -> row.turnover().minor(),
                            row -> row.tax().minor(),
                            Sales.SoldRow::remarked)
                    .containsExactlyInAnyOrder(
                            tuple(COFFEE, "Coffee", 2L, 200L, 32L, 0L),
                            tuple(COFFEE, "Coffee", 1L, 160L, 26L, 0L));
        }
    }

    @Test
    @Tag("ID-52")
    void whatWasSoldIsBookedThoughNobodyKnowsTheProductOrThePriceOrTheLines() throws IOException {
        var holder = site.holder("Odd", "04A1B2C3D4E603", 1_000);
        product(202, "Tea");
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-odd", DeviceKind.PAYMENT_POINT)) {
            tell(till, holder, 300, List.of(line(909, 1, 300)));
            tell(till, holder, 130, List.of(line(202, 1, 120)));
            tell(
                    till,
                    holder,
                    50,
                    List.of(Map.of("product", 99_999_999_999L, "quantity", 1, "price", 50)));
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(holder)).isEqualTo(1_000 - 480);
            var point = site.device("till-odd").id().number();
            var today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZONE);
            assertThat(
                            site.site()
                                    .sales()
                                    .sold(
                                            ADMIN,
                                            new Sales.Frame(
                                                    today.minusDays(1),
                                                    today.plusDays(1),
                                                    Sales.Step.MONTH,
                                                    point,
                                                    null)))
                    .extracting(
                            Sales.SoldRow::product,
                            row -> row.turnover().minor(),
                            Sales.SoldRow::remarked)
                    .containsExactlyInAnyOrder(
                            tuple(0, 60L, 0L), tuple(202, 120L, 1L), tuple(909, 300L, 1L));
        }
    }

    @Test
    @Tag("ID-13")
    void whoeverIsRefusedByALimitReadsWhichWhoseAndWhatRemains() throws IOException {
        var ben = site.holder("Limited", "04A1B2C3D4E604", 1_000);
        site.site()
                .limits()
                .set(
                        ADMIN,
                        RequestId.fresh(),
                        new Limit(
                                Limit.Kind.SPENT_PER_DAY,
                                Limit.Owner.ACCOUNT,
                                ben.account().number(),
                                400,
                                null));
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-limits", DeviceKind.PAYMENT_POINT)) {
            assertThat(till.tap(ben.uid(), new Money(150, EUR)))
                    .isInstanceOf(TapOutcome.Paid.class);
            eventually(() -> till.unacknowledged() == 0);
            assertThat(till.tap(ben.uid(), new Money(300, EUR)))
                    .isEqualTo(
                            new TapOutcome.Refused(
                                    "LIMIT_REACHED",
                                    new Down.Limit(
                                            "SPENT_PER_DAY",
                                            "ACCOUNT",
                                            new Down.Amount(250, "EUR"),
                                            null,
                                            "Spending per day (own limit): €2.50 left.",
                                            "en")));
        }
    }

    private static VirtualPaymentPoint till(String name, AtomicReference<Duration> offset)
            throws IOException {
        var code =
                ((Devices.AddOutcome.Added)
                                site.site()
                                        .devices()
                                        .add(
                                                ADMIN,
                                                RequestId.fresh(),
                                                name,
                                                DeviceKind.PAYMENT_POINT,
                                                name,
                                                "hall"))
                        .code();
        var till =
                (VirtualPaymentPoint)
                        VirtualDevices.start(
                                new VirtualDevices.Order(
                                        folder, name, code.code(), folder.resolve("at-" + name)),
                                () -> Clock.systemUTC().instant().plus(offset.get()));
        eventually(till::connected);
        return till;
    }

    private static Duration untilTomorrow(LocalDate today) {
        Instant midnight = today.plusDays(1).atStartOfDay(ZONE).toInstant();
        return Duration.between(Clock.systemUTC().instant(), midnight).plusSeconds(1);
    }

    private static List<Long> prices(VirtualPaymentPoint till, String credential) {
        return till.offers(credential).stream()
                .filter(offer -> offer.product() == COFFEE)
                .map(Offer::minor)
                .toList();
    }

    private static List<Sales.SoldRow> sold(LocalDate today) {
        return site.site()
                .sales()
                .sold(
                        ADMIN,
                        new Sales.Frame(
                                today.minusDays(1),
                                today.plusDays(2),
                                Sales.Step.HOUR,
                                site.device("till-sells").id().number(),
                                null));
    }

    private static void configure(String device) {
        var config = Map.of("offline.rule", "limit", "offline.limit", "500");
        var before = site.site().devices().named(ADMIN, device).orElseThrow();
        site.site().devices().configure(ADMIN, RequestId.fresh(), before.device().id(), config);
        eventually(() ->
                site.site()
                        .devices()
                        .named(ADMIN, device)
                        .orElseThrow()
                        .reported()
                        .entrySet()
                        .containsAll(config.entrySet()));
    }

    private static GroupId group(String name, TestBridge.Holder member) {
        var groups = site.site().groups();
        var group = ((Groups.GroupOutcome.Done) groups.add(ADMIN, RequestId.fresh(), name)).group();
        groups.enter(ADMIN, RequestId.fresh(), group.id(), member.person());
        return group.id();
    }

    private static void product(int number, String name) {
        assertThat(
                        site.site()
                                .products()
                                .put(
                                        ADMIN,
                                        RequestId.fresh(),
                                        new Product(
                                                number,
                                                name,
                                                Map.of(),
                                                "Drinks",
                                                "standard",
                                                true)))
                .isInstanceOf(Products.ProductOutcome.Done.class);
    }

    private static PriceListId list(String name, @Nullable GroupId group) {
        return ((Prices.ListOutcome.Done)
                        site.site()
                                .prices()
                                .begin(
                                        ADMIN,
                                        RequestId.fresh(),
                                        new PriceList(
                                                new PriceListId(0),
                                                name,
                                                List.of(),
                                                group,
                                                List.of(),
                                                "",
                                                null)))
                .list()
                .id();
    }

    private static void put(PriceListId list, int product, long minor, LocalDate from) {
        assertThat(
                        site.site()
                                .prices()
                                .put(
                                        ADMIN,
                                        RequestId.fresh(),
                                        List.of(new Prices.Wanted(list, product, minor, from))))
                .isInstanceOf(Prices.PriceOutcome.Done.class);
    }

    private static Map<String, Integer> line(int product, int quantity, int price) {
        return Map.of("product", product, "quantity", quantity, "price", price);
    }

    private static void tell(
            VirtualPaymentPoint till, TestBridge.Holder holder, long minor, List<?> lines) {
        till.tell(
                "payment",
                Map.of(
                        "credential",
                        holder.uid(),
                        "amount",
                        Map.of("minor", minor, "currency", "EUR"),
                        "askId",
                        "",
                        "offline",
                        true,
                        "priceList",
                        1,
                        "lines",
                        lines));
    }
}
