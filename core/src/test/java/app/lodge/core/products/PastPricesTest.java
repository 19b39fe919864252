package app.lodge.core.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.products.Prices.PriceOutcome;
import app.lodge.core.products.Prices.Question;
import app.lodge.core.products.Prices.Wanted;
import app.lodge.core.rights.Window;
import app.lodge.core.settings.SiteSettings;
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

/// Price lists are changed by others from a day on; what was, from when until when, and by whom, stays.
@Tag("ID-62")
final class PastPricesTest {

    private static final Actor CLARA = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    private static final Actor DORA = new Actor(3, "Dora", Role.ADMINISTRATOR, "desk-2");
    private static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    private static final SiteSettings SETTINGS =
            SiteSettings.of(
                    "Campus", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "en");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate CHANGE = LocalDate.of(2026, 12, 1);
    private static final Instant CHANGES = Instant.parse("2026-11-30T23:00:00Z");

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    private final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()), () -> now, new Plain());
    private final MoneyRules rules =
            MoneyRules.in(Bookkeeping.of(books, () -> SETTINGS, CostCentres.budgets(books)));
    private final Products products = Products.in(books, rules, () -> SETTINGS);
    private final Prices prices = Prices.in(books, rules, () -> SETTINGS);
    private PriceListId lunch = new PriceListId(0);

    @BeforeEach
    void begin() {
        product(101, "Coffee");
        product(102, "Tea");
        product(103, "Soup");
        lunch =
                ((ListOutcome.Done)
                                prices.begin(
                                        CLARA,
                                        RequestId.fresh(),
                                        draft("Lunch", List.of(Window.weekdays(660, 840)))))
                        .list()
                        .id();
        put(CLARA, 101, 100L, TODAY);
        put(CLARA, 102, 90L, TODAY);
        put(CLARA, 103, 300L, TODAY);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aListIsChangedByAnotherOneThatCarriesItsPricesFromTheDayOn() {
        put(CLARA, 102, null, TODAY.plusDays(2));
        put(CLARA, 101, 110L, TODAY.plusDays(3));
        put(DORA, 101, 120L, CHANGE.plusDays(9));
        now = now.plusSeconds(3_600);
        var begun =
                ((ListOutcome.Done)
                                prices.change(
                                        DORA,
                                        RequestId.fresh(),
                                        lunch,
                                        CHANGE,
                                        draft("Lunch 2", List.of(Window.weekdays(600, 840)))))
                        .list();
        assertThat(begun.hours()).containsExactly(Window.weekdays(600, 840));
        assertThat(lists()).containsExactly(tuple("Lunch 2", null), tuple("Lunch", CHANGES));
        assertThat(prices.history(CLERK, 101).stream().filter(one -> of(begun, one)))
                .extracting(past -> past.price().minor(), past -> past.price().from())
                .containsExactly(
                        tuple(120L, Instant.parse("2026-12-09T23:00:00Z")), tuple(110L, CHANGES));
        assertThat(prices.history(CLERK, 102).stream().filter(one -> of(begun, one)))
                .as("no longer sold")
                .isEmpty();
        assertThat(costs(101, "2026-11-30T12:00:00Z")).isEqualTo(110);
        assertThat(costs(101, "2026-12-01T09:30:00Z")).as("the new hours").isEqualTo(110);
        assertThat(costs(101, "2026-11-30T09:30:00Z")).as("the old hours").isNull();
        assertThat(costs(101, "2026-12-10T12:00:00Z")).isEqualTo(120);
    }

    @Test
    void whatAProductCostFromWhenUntilWhenAndWhoPutItIsKept() {
        now = now.plusSeconds(60);
        put(DORA, 101, 105L, TODAY.plusDays(3));
        put(CLARA, 101, 110L, TODAY.plusDays(3));
        prices.end(DORA, RequestId.fresh(), lunch, CHANGE);
        assertThat(prices.history(CLERK, 101))
                .extracting(past -> past.price().minor(), PastPrice::until, PastPrice::by)
                .containsExactly(
                        tuple(110L, CHANGES, "Clara"),
                        tuple(105L, Instant.parse("2026-11-25T23:00:00Z"), "Dora"),
                        tuple(100L, Instant.parse("2026-11-25T23:00:00Z"), "Clara"));
        assertThat(prices.history(CLERK, 101))
                .extracting(PastPrice::neverHeld)
                .containsExactly(false, true, false);
    }

    @Test
    void aPriceWhoseListEndsBeforeItBeginsNeverHeld() {
        put(CLARA, 101, 120L, CHANGE.plusDays(9));
        prices.end(CLARA, RequestId.fresh(), lunch, CHANGE);
        assertThat(prices.history(CLERK, 101))
                .extracting(past -> past.price().minor(), PastPrice::neverHeld)
                .containsExactly(tuple(120L, true), tuple(100L, false));
    }

    @Test
    void whoBeganAndWhoEndedAListIsKept() {
        var began = now;
        now = now.plusSeconds(60);
        prices.end(DORA, RequestId.fresh(), lunch, CHANGE);
        assertThat(prices.pastLists(CLERK))
                .extracting(
                        PastList::begunAt, PastList::begunBy, PastList::endedAt, PastList::endedBy)
                .containsExactly(tuple(began, "Clara", now, "Dora"));
    }

    @Test
    void aChangeThatCannotBeIsToldByFieldAndNothingIsWritten() {
        var rejected =
                (ListOutcome.Rejected)
                        prices.change(
                                CLARA,
                                RequestId.fresh(),
                                lunch,
                                TODAY.minusDays(1),
                                draft("lunch", List.of()));
        assertThat(rejected.problems()).extracting(Problem::field).containsExactly("day", "name");
        assertThat(lists()).containsExactly(tuple("Lunch", null));
        assertThat(prices.history(CLERK, 101)).hasSize(1);
        assertThatThrownBy(() ->
                        prices.change(
                                CLERK, RequestId.fresh(), lunch, CHANGE, draft("New", List.of())))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void anEndedListIsNotChangedAgain() {
        prices.end(CLARA, RequestId.fresh(), lunch, CHANGE);
        var again = prices.change(CLARA, RequestId.fresh(), lunch, CHANGE, draft("New", List.of()));
        assertThat(((ListOutcome.Rejected) again).problems())
                .extracting(Problem::key)
                .containsExactly("products.list-unknown");
        assertThat(lists()).hasSize(1);
    }

    private List<org.assertj.core.groups.Tuple> lists() {
        return prices.pastLists(CLERK).stream()
                .map(past -> tuple(past.list().name(), past.list().endsAt()))
                .toList();
    }

    private static boolean of(PriceList list, PastPrice past) {
        return past.price().list().equals(list.id());
    }

    private @Nullable Long costs(int product, String at) {
        var holds =
                prices.explain(CLERK, new Question(product, 1, null, null, Instant.parse(at)))
                        .holds();
        return holds == null ? null : (Long) holds.minor();
    }

    private void product(int number, String name) {
        products.put(
                CLARA, RequestId.fresh(), new Product(number, name, Map.of(), "Food", "", true));
    }

    private void put(Actor actor, int product, @Nullable Long minor, LocalDate from) {
        var wanted = List.of(new Wanted(lunch, product, minor, from));
        assertThat(prices.put(actor, RequestId.fresh(), wanted))
                .isInstanceOf(PriceOutcome.Done.class);
    }

    private static PriceList draft(String name, List<Window> hours) {
        return new PriceList(new PriceListId(0), name, List.of(), null, hours, "", null);
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
