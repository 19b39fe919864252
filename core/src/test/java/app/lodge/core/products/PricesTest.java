package app.lodge.core.products;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.PRODUCT_PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.products.Explained.Verdict;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.products.Prices.PriceOutcome;
import app.lodge.core.products.Prices.Question;
import app.lodge.core.products.Prices.Wanted;
import app.lodge.core.products.Products.LoadOutcome;
import app.lodge.core.products.Products.ProductOutcome;
import app.lodge.core.rights.Window;
import app.lodge.core.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Products and prices in the books: nothing is overwritten, every price has its reason, and a file brings
/// all of it or nothing.
@Tag("ID-62")
final class PricesTest {

    private static final Actor CHIEF = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    private static final SiteSettings SETTINGS =
            SiteSettings.of(
                    "Campus", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "en");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /// A Monday, nine in the morning at the site.
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    private final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()), () -> now, new Plain());
    private final MoneyRules rules =
            MoneyRules.in(Bookkeeping.of(books, () -> SETTINGS, CostCentres.budgets(books)));
    private final Products products = Products.in(books, rules, () -> SETTINGS);
    private final Prices prices = Prices.in(books, rules, () -> SETTINGS);

    @BeforeEach
    void begin() {
        var before = AccountRules.STANDARD;
        rules.change(
                CHIEF,
                RequestId.fresh(),
                new AccountRules(
                        before.transfers(),
                        before.approvals(),
                        before.tariff(),
                        Map.of("standard", 1_900, "reduced", 700),
                        24));
        books.write(
                Actor.system("test"),
                tx ->
                        tx.sql()
                                .insertInto(DEVICE)
                                .set(DEVICE.ID, 1L)
                                .set(DEVICE.NAME, "canteen-1")
                                .set(DEVICE.KIND, "PAYMENT_POINT")
                                .set(DEVICE.LABEL, "Canteen")
                                .set(DEVICE.PLACE, "")
                                .set(DEVICE.STATE, "JOINED")
                                .set(DEVICE.CREATED_AT, tx.nowUtc())
                                .execute());
        put(new Product(101, "Coffee", Map.of("de", "Kaffee"), "Drinks", "standard", true));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aPriceTakesEffectAtItsDayAndTheOneBeforeIsToldForEver() {
        var all = list("Everybody", List.of(), List.of());
        put(all, 150L, TODAY);
        put(all, 160L, TODAY.plusDays(1));
        assertThat(costs(Instant.parse("2026-11-23T22:59:59Z"))).isEqualTo(150);
        assertThat(costs(Instant.parse("2026-11-23T23:00:00Z"))).isEqualTo(160);
        now = Instant.parse("2027-06-01T08:00:00Z");
        put(all, 180L, LocalDate.of(2027, 6, 1));
        assertThat(costs(Instant.parse("2026-11-23T12:00:00Z"))).isEqualTo(150);
        assertThat(costs(Instant.parse("2026-11-22T12:00:00Z"))).as("before").isNull();
        assertThat(prices.history(CLERK, 101))
                .extracting(past -> past.price().minor())
                .containsExactly(180L, 160L, 150L);
        assertThatThrownBy(() ->
                        books.write(CHIEF, tx -> tx.sql().deleteFrom(PRODUCT_PRICE).execute()))
                .hasMessageContaining("append-only");
    }

    @Test
    void theMostParticularListWinsAndEveryOtherSaysWhyNot() {
        put(list("Everybody", List.of(), List.of()), 150L, TODAY);
        put(list("Canteen", List.of(1L), List.of()), 140L, TODAY);
        put(list("Lunch", List.of(1L), List.of(Window.weekdays(660, 840))), 120L, TODAY);
        put(list("Autumn", List.of(1L), List.of()), 145L, TODAY);
        var noon = explain(Instant.parse("2026-11-23T11:30:00Z"));
        assertThat(noon.lines())
                .extracting(line -> line.list().name(), Explained.Line::verdict)
                .containsExactly(
                        tuple("Lunch", Verdict.HOLDS),
                        tuple("Canteen", Verdict.LESS_PARTICULAR),
                        tuple("Autumn", Verdict.LESS_PARTICULAR),
                        tuple("Everybody", Verdict.LESS_PARTICULAR));
        var evening = explain(Instant.parse("2026-11-23T18:30:00Z"));
        assertThat(evening.lines())
                .extracting(line -> line.list().name(), Explained.Line::verdict)
                .containsExactly(
                        tuple("Canteen", Verdict.HOLDS),
                        tuple("Everybody", Verdict.LESS_PARTICULAR),
                        tuple("Autumn", Verdict.DEARER),
                        tuple("Lunch", Verdict.OTHER_HOURS));
    }

    @Test
    void anEndedListFallsSilentAndAPriceOfNoneLeavesTheListToOthers() {
        var all = list("Everybody", List.of(), List.of());
        var canteen = list("Canteen", List.of(1L), List.of());
        put(all, 150L, TODAY);
        put(canteen, 140L, TODAY);
        put(canteen, null, TODAY.plusDays(2));
        prices.end(CHIEF, RequestId.fresh(), all, TODAY.plusDays(5));
        assertThat(costs(Instant.parse("2026-11-24T12:00:00Z"))).isEqualTo(140);
        assertThat(costs(Instant.parse("2026-11-26T12:00:00Z"))).isEqualTo(150);
        assertThat(costs(Instant.parse("2026-11-28T12:00:00Z"))).isNull();
    }

    @Test
    void whatCannotBeIsToldByFieldAndNothingIsWritten() {
        assertThat(
                        ((ProductOutcome.Rejected)
                                        products.put(
                                                CHIEF,
                                                RequestId.fresh(),
                                                new Product(
                                                        0,
                                                        " ",
                                                        Map.of("xx", "?"),
                                                        "",
                                                        "none",
                                                        true)))
                                .problems())
                .extracting(Problem::field)
                .containsExactly("number", "name", "name.xx", "tax");
        var all = list("Everybody", List.of(), List.of());
        var rejected =
                (PriceOutcome.Rejected)
                        prices.put(
                                CHIEF,
                                RequestId.fresh(),
                                List.of(
                                        new Wanted(all, 101, 150L, TODAY),
                                        new Wanted(all, 999, -1L, TODAY.minusDays(1))));
        assertThat(rejected.problems())
                .extracting(Problem::field)
                .containsExactly("product", "price", "from");
        assertThat(prices.history(CLERK, 101)).isEmpty();
        assertThatThrownBy(() ->
                        prices.put(
                                CLERK,
                                RequestId.fresh(),
                                List.of(new Wanted(all, 101, 150L, TODAY))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whatGoesOutAsAFileComesInAgainAndChangesNothing() {
        put(new Product(102, "Tea, green", Map.of(), "Drinks", "", true));
        var all = list("Everybody", List.of(), List.of());
        put(all, 150L, TODAY);
        put(all, 160L, TODAY.plusDays(7));
        var file = products.export(CLERK);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("101,Coffee,Kaffee,,,,,,Drinks,standard,yes,Everybody,1.50,")
                .contains("101,Coffee,Kaffee,,,,,,Drinks,standard,yes,Everybody,1.60,2026-11-30")
                .contains("102,\"Tea, green\",,,,,,,Drinks,,yes,,,");
        assertThat(load(new String(file, StandardCharsets.UTF_8), false))
                .isEqualTo(new LoadOutcome.Loaded(0, 0, 2, 0, 2, true));
        assertThat(prices.history(CLERK, 101)).hasSize(2);
    }

    @Test
    void aFileBringsAllOfItOrNothingAndSaysBeforehandWhatItWouldBring() {
        list("Everybody", List.of(), List.of());
        var good =
                "number;name;tax;list;price;from\n101;Coffee, large;standard;Everybody;1,70;\n"
                        + "201;Soup;reduced;everybody;3,20;2026-12-01\n";
        assertThat(load(good, true)).isEqualTo(new LoadOutcome.Loaded(1, 1, 0, 2, 0, false));
        assertThat(products.list(CLERK)).hasSize(1);
        assertThat(load(good, false)).isEqualTo(new LoadOutcome.Loaded(1, 1, 0, 2, 0, true));
        assertThat(costs(now)).isEqualTo(170);
        var bad = "number,name,list,price\n301,Cake,Nobody,1.00\n302,Pie,Everybody,cheap\n";
        assertThat(((LoadOutcome.Rejected) load(bad, false)).problems())
                .extracting(Problem::field)
                .containsExactly("row 3: price");
        var unknown = "number,name,list,price\n301,Cake,Nobody,1.00\n";
        assertThat(((LoadOutcome.Rejected) load(unknown, false)).problems())
                .extracting(Problem::field)
                .containsExactly("row 2: list");
        assertThat(products.list(CLERK)).hasSize(2);
    }

    private LoadOutcome load(String text, boolean dry) {
        return products.load(
                CHIEF,
                RequestId.fresh(),
                "products.csv",
                text.getBytes(StandardCharsets.UTF_8),
                dry);
    }

    private @Nullable Long costs(Instant at) {
        var holds = explain(at).holds();
        return holds == null ? null : (Long) holds.minor();
    }

    private Explained explain(Instant at) {
        return prices.explain(CLERK, new Question(101, 1, null, null, at));
    }

    private void put(Product product) {
        assertThat(products.put(CHIEF, RequestId.fresh(), product))
                .isEqualTo(new ProductOutcome.Done(product));
    }

    private void put(PriceListId list, @Nullable Long minor, LocalDate from) {
        assertThat(
                        prices.put(
                                CHIEF,
                                RequestId.fresh(),
                                List.of(new Wanted(list, 101, minor, from))))
                .isInstanceOf(PriceOutcome.Done.class);
    }

    private PriceListId list(String name, List<Long> points, List<Window> hours) {
        return ((ListOutcome.Done)
                        prices.begin(
                                CHIEF,
                                RequestId.fresh(),
                                new PriceList(
                                        new PriceListId(0), name, points, null, hours, "", null)))
                .list()
                .id();
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
