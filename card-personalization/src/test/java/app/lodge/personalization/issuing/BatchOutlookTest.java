package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardPrices.Prices;
import app.lodge.core.batches.PrinterTurns.Printer;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.site.Site;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.printers.Supplies;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a clerk is told before a batch of three begins; the shipped layout is printed in colour on one
/// side.
@Tag("ID-48")
class BatchOutlookTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Actor CLERK = new Actor(1, "eva", Role.ADMINISTRATOR, "desk");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    @TempDir Path folder;
    private final FaultyMachine machine = new FaultyMachine();
    private Site site;
    private BatchId batch;

    @BeforeEach
    void open() throws Exception {
        site = FoundedSite.in(folder, NOW);
        var people = Stream.of("Adler", "Bauer", "Cohen").map(this::enrol).toList();
        var ordered = site.cardBatches().order(CLERK, RequestId.fresh(), "Term", people);
        batch = ((BatchOutcome.Done) ordered).batch().id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPrinterThatTellsNothingIsNotGuessedAt() {
        var look = look();

        assertThat(look.cards()).isEqualTo(3);
        assertThat(look.supplies()).isEqualTo(Supplies.UNTOLD);
        assertThat(look.lastOnRibbon()).isNull();
        assertThat(look.cost()).isNull();
        assertThat(look.printing()).isNull();
    }

    @Test
    void aRibbonThatDoesNotLastNamesTheLastCardOnIt() {
        machine.ribbon = new Supplies.Ribbon("YMCKO", 2, 300);
        assertThat(look().lastOnRibbon()).isEqualTo(2);

        machine.ribbon = new Supplies.Ribbon("YMCKO", 0, 300);
        assertThat(look().lastOnRibbon()).isZero();

        machine.ribbon = new Supplies.Ribbon("YMCKO", 3, 300);
        assertThat(look().lastOnRibbon()).isNull();
    }

    /// 49.90 for 300 sides and 0.95 for a blank: 3 cards take 49.90 of ribbon in cents, 285 of blanks.
    @Test
    void theCostIsTheRibbonsShareAndTheBlanksRoundedOnceForAll() {
        price(new Prices(4_990, 100, 95));
        machine.ribbon = new Supplies.Ribbon("YMCKO", 250, 300);
        assertThat(look().cost()).isEqualTo(cost(112, 335, true, true));

        machine.ribbon = null;
        assertThat(look().cost()).as("the site's own sides").isEqualTo(cost(145, 435, true, true));

        price(new Prices(4_990, 0, 95));
        assertThat(look().cost()).as("sides nobody knows").isEqualTo(cost(95, 285, false, true));

        price(new Prices(0, 0, 0));
        assertThat(look().cost()).isNull();
    }

    @Test
    void pricesOutOfRangeAreRefusedEachByItsName() {
        var problems =
                site.cardPrices().change(CLERK, RequestId.fresh(), new Prices(-1, 10_001, 5));

        assertThat(problems)
                .extracting(problem -> problem.field())
                .containsExactly("ribbon", "sides");
        assertThat(site.cardPrices().prices(CLERK)).isEqualTo(Prices.UNTOLD);
    }

    @Test
    void cleaningIsDueWithinTheBatchOrNot() {
        machine.cleaning = new Supplies.Cleaning(996, 1_000);
        assertThat(look().supplies().cleaning().dueWithin(3)).isFalse();

        machine.cleaning = new Supplies.Cleaning(997, 1_000);
        assertThat(look().supplies().cleaning().dueWithin(3)).isTrue();
    }

    @Test
    void whoPrintsThereAndWhyThePrinterDoesNotAnswerAreTold() {
        machine.serial = "PRIMACY-1";
        site.printerTurns()
                .take(CLERK, RequestId.fresh(), batch, new Printer("faulty:x", "PRIMACY-1"));
        assertThat(look().printing().workstation()).isEqualTo("desk");
        assertThat(look().printing().operatorName()).isEqualTo("chief"); // as the site names them

        machine.failAt(machine.calls.size() + 1, FaultyMachine.Fate.FAILS_BEFORE);
        assertThat(look().fault()).isInstanceOf(DeviceFault.NoAnswer.class);
    }

    private static BatchLook.Cost cost(long each, long all, boolean ribbon, boolean blank) {
        return new BatchLook.Cost(new Money(each, EUR), new Money(all, EUR), ribbon, blank);
    }

    private void price(Prices prices) {
        assertThat(site.cardPrices().change(CLERK, RequestId.fresh(), prices)).isEqualTo(List.of());
    }

    private BatchLook look() {
        var shelf =
                new LayoutShelf(
                        site.cardLayouts(),
                        new LayoutProof(new CardRenderer()),
                        new LayoutPlans(site.encodingPlans()));
        var doors =
                new BatchOutlook.BatchDoors(
                        site.cardBatches(), site.printerTurns(), site.cardPrices(), site.stock());
        return new BatchOutlook(doors, shelf, new Printers(machine), EUR)
                .look(CLERK, batch, "faulty:x");
    }

    private PersonId enrol(String name) {
        var outcome =
                site.people()
                        .enrol(
                                CLERK,
                                RequestId.fresh(),
                                PersonDetails.named("Ada", name),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }
}
