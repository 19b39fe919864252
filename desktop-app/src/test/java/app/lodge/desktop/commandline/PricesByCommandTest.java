package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.Explained;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PastList;
import app.lodge.core.products.PastPrice;
import app.lodge.core.products.PriceBook;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.Window;
import app.lodge.core.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Products and prices by command: put, listed, explained, out to a file and in from one.
@Tag("ID-62")
class PricesByCommandTest {

    private static final Instant NOON = Instant.parse("2026-12-01T11:30:00Z");
    private static final PriceList LUNCH =
            new PriceList(
                    new PriceListId(2),
                    "Lunch",
                    List.of(1L),
                    new GroupId(4),
                    List.of(Window.weekdays(660, 840)),
                    "",
                    null);

    @TempDir Path folder;
    private final List<Object> given = new ArrayList<>();
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering(
                                "Settings.site",
                                _ ->
                                        SiteSettings.of(
                                                "Campus",
                                                Currency.getInstance("EUR"),
                                                ZoneId.of("Europe/Zagreb"),
                                                "en"))
                        .answering(
                                "Groups.list", _ -> List.of(new Group(new GroupId(4), "Staff", 9)))
                        .answering(
                                "Prices.points",
                                _ -> List.of(new Prices.Point(1, "canteen-1", "Canteen")))
                        .answering("Prices.lists", _ -> List.of(LUNCH));
    }

    @Test
    void aProductIsPutWithItsNamesAndItsTax() {
        site.answering(
                "Products.put",
                words -> {
                    given.add(words.get(1));
                    return new Products.ProductOutcome.Done((Product) words.get(1));
                });
        assertThat(run("product put 101 Coffee --in de=Kaffee --category Drinks --tax standard"))
                .isZero();
        assertThat(given)
                .containsExactly(
                        new Product(
                                101, "Coffee", Map.of("de", "Kaffee"), "Drinks", "standard", true));
        assertThat(site.out).contains("101", "Coffee", "Drinks", "standard");
    }

    @Test
    void aListNamesPointsGroupAndHours() {
        site.answering(
                "Prices.begin",
                words -> {
                    given.add(words.get(1));
                    return new Prices.ListOutcome.Done(LUNCH);
                });
        assertThat(
                        run(
                                "price begin Lunch --point canteen-1 --group staff --hours mon-fri=11:00-14:00"))
                .isZero();
        assertThat(given)
                .containsExactly(
                        new PriceList(
                                new PriceListId(0),
                                "Lunch",
                                List.of(1L),
                                new GroupId(4),
                                LUNCH.hours(),
                                "",
                                null));
        assertThat(site.out).contains("Lunch", "canteen-1", "Staff", "mon-fri=11:00-14:00");
    }

    @Test
    void aListIsChangedFromADayOnAndWhatIsNotSaidStaysAsItWas() {
        site.answering(
                "Prices.change",
                words -> {
                    given.add(words.get(1));
                    given.add(words.get(2));
                    given.add(words.get(3));
                    return new Prices.ListOutcome.Done((PriceList) words.get(3));
                });
        assertThat(run("price change Lunch Midday --from 2026-12-01 --hours mon-thu=11:00-13:00"))
                .isZero();
        assertThat(given)
                .containsExactly(
                        LUNCH.id(),
                        LocalDate.of(2026, 12, 1),
                        new PriceList(
                                new PriceListId(0),
                                "Midday",
                                LUNCH.points(),
                                LUNCH.group(),
                                List.of(
                                        new Window(
                                                Set.of(
                                                        Day.MONDAY,
                                                        Day.TUESDAY,
                                                        Day.WEDNESDAY,
                                                        Day.THURSDAY),
                                                660,
                                                780)),
                                "",
                                null));
        assertThat(site.out).contains("Midday", "canteen-1", "Staff", "mon-thu=11:00-13:00");
        given.clear();
        assertThat(
                        run(
                                "price change 2 Midday --from 2026-12-01 --point all --group all --hours all --tax none"))
                .isZero();
        assertThat(given.getLast())
                .isEqualTo(
                        new PriceList(
                                new PriceListId(0),
                                "Midday",
                                List.of(),
                                null,
                                List.of(),
                                "",
                                null));
        assertThat(run("price change Dinner Midday --from 2026-12-01")).isEqualTo(2);
        assertThat(run("price change Lunch Midday --from soon")).isEqualTo(2);
    }

    @Test
    void whatAProductCostAndWhoBeganTheListsIsTold() {
        site.answering(
                "Prices.history",
                _ ->
                        List.of(
                                new PastPrice(
                                        new PriceBook.Price(9, LUNCH.id(), 101, 120L, NOON, NOON),
                                        null,
                                        "Clara"),
                                new PastPrice(
                                        new PriceBook.Price(8, LUNCH.id(), 101, null, NOON, NOON),
                                        NOON,
                                        "Dora")));
        assertThat(run("price history 101")).isZero();
        assertThat(site.out).contains("€1.20", "Lunch", "Clara", "Dora", "never held");
        site.answering(
                "Prices.pastLists", _ -> List.of(new PastList(LUNCH, NOON, "Clara", NOON, "Dora")));
        assertThat(run("price history")).isZero();
        assertThat(site.out).contains("Lunch", "Clara", "Dora");
        assertThat(run("price history coffee")).isEqualTo(2);
    }

    @Test
    void aPriceIsPutFromADayOnAndNoneTakesItOut() {
        site.answering(
                "Prices.put",
                words -> {
                    given.add(words.get(1));
                    var wanted = (Prices.Wanted) ((List<?>) words.get(1)).getFirst();
                    return new Prices.PriceOutcome.Done(
                            List.of(
                                    new PriceBook.Price(
                                            9,
                                            wanted.list(),
                                            wanted.product(),
                                            wanted.minor(),
                                            NOON,
                                            NOON)));
                });
        assertThat(run("price put Lunch 101 1.20 --from 2026-12-01")).isZero();
        assertThat(site.out).contains("Product 101 costs €1.20 by Lunch from 2026-12-01 on.");
        assertThat(run("price put 2 101 none --from 2026-12-01")).isZero();
        assertThat(site.out).contains("Product 101 is not sold by Lunch from 2026-12-01 on.");
        assertThat(run("price put Dinner 101 1.20 --from 2026-12-01")).isEqualTo(2);
    }

    @Test
    void aPriceIsToldWithItsReasonOrThatThereIsNone() {
        var offer =
                new Offer(9, 101, "Coffee", Map.of(), "", 120, NOON, null, null, List.of(), 7, "");
        site.answering(
                "Prices.explain",
                _ ->
                        new Explained(
                                NOON,
                                offer,
                                List.of(
                                        new Explained.Line(
                                                LUNCH, offer, Explained.Verdict.HOLDS))));
        assertThat(run("price why 101 canteen-1 --at 2026-12-01T12:30")).isZero();
        assertThat(site.out).contains("Coffee costs €1.20", "Lunch", "holds");
        site.answering("Prices.explain", _ -> new Explained(NOON, null, List.of()));
        assertThat(run("price why 101 canteen-1")).isEqualTo(1);
        assertThat(site.err).contains("Product 101 is not sold there");
    }

    @Test
    void productsGoOutAsAFileAndComeInAgain() throws Exception {
        site.answering("Products.export", _ -> "number,name\n".getBytes(StandardCharsets.UTF_8))
                .answering(
                        "Products.load",
                        words -> {
                            given.add(words.get(3));
                            return new Products.LoadOutcome.Loaded(
                                    1, 0, 0, 2, 0, !(Boolean) words.get(3));
                        });
        var file = folder.resolve("p.csv");
        assertThat(run("product export --out " + file)).isZero();
        assertThat(Files.readString(file)).isEqualTo("number,name\n");
        assertThat(run("product export --out " + file)).as("never over another").isEqualTo(2);
        assertThat(run("product import --dry-run " + file)).isZero();
        assertThat(site.out).contains("1 product would be new", "Nothing is written yet");
        assertThat(run("product import " + file)).isZero();
        assertThat(site.out).contains("1 product new, 0 changed, 2 prices put.");
        assertThat(given).containsExactly(true, false);
    }

    private int run(String words) {
        return site.run((words + " --as anna").split(" "));
    }
}
