package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.core.site.Site;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockState;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.encoding.TearingReader;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.KeyIssuing.Standing;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.printers.Printers;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wherever a medium is torn off or the process dies, the medium is good or clearly rejected, the next
/// attempt makes a good one, and the stock by place and state adds up.
@Tag("CHAIN-52")
@Tag("ID-40")
class StockAfterTearsTest {

    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Duration SOON = Duration.ofMillis(50);
    private static final String PRINTER = "faulty:x";
    private static final int BOX = 1_000;

    @TempDir private Path folder;
    private final Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final TearingReader reader = new TearingReader();
    private final FaultyMachine machine = new FaultyMachine();
    private Site site;
    private PersonId person;
    private CardIssuing issuing;
    private BrokenJobs broken;
    private long place;

    @BeforeEach
    void openASite() throws Exception {
        site = FoundedSite.in(folder, () -> now);
        person = FoundedSite.ana(site);
        var renderer = new CardRenderer();
        var layouts =
                new LayoutShelf(
                        site.cardLayouts(),
                        new LayoutProof(renderer),
                        new LayoutPlans(site.encodingPlans()));
        var printers = new Printers(machine);
        issuing =
                new CardIssuing(
                        site.people(),
                        site.settings(),
                        site.cardJobs(),
                        layouts,
                        renderer,
                        printers,
                        new PlanEncoding(
                                site.encodingPlans(),
                                layouts,
                                site.cardKeys(),
                                site.cardJobs(),
                                _ -> reader,
                                SOON));
        broken = new BrokenJobs(site.cardJobs(), printers);
        place =
                put(
                        site.stock()
                                .putPlace(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Place(0, "Desk", Place.Kind.DESK, "desk-1", false, 0)));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static long put(Stock.PutOutcome outcome) {
        return ((Stock.PutOutcome.Put) outcome).id();
    }

    private void receive(String chip, MediumKind kind) {
        var blank =
                put(
                        site.stock()
                                .addBlank(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Blank(
                                                0,
                                                chip,
                                                Blank.Carrier.HF,
                                                chip,
                                                kind,
                                                false,
                                                false,
                                                860)));
        var order =
                new Stock.NewDelivery(
                        blank, null, "Karton AG", "B-1", place, BOX, Numbering.NONE, List.of());
        assertThat(site.stock().receive(CHIEF, RequestId.fresh(), order))
                .isInstanceOf(Stock.ReceiveOutcome.Received.class);
    }

    static Stream<EncodingPlan> plans() {
        return Stream.of("lodge-id", "classic-id")
                .map(name -> ShippedPlans.find(name, 1).orElseThrow());
    }

    private enum Fate {
        TORN_BEFORE,
        TORN_AFTER,
        KILLED
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whereverACardIsTornTheStockAddsUp(EncodingPlan plan) throws Exception {
        receive("any chip", MediumKind.CARD);
        site.encodingPlans()
                .use(CHIEF, RequestId.fresh(), MediumKind.CARD, plan.name(), plan.version());
        next(plan, 0);
        assertThat(issue()).isInstanceOf(IssueOutcome.Issued.class);
        int apdus = reader.apdus;
        for (int apdu = 0; apdu < apdus; apdu += 2) {
            var fate = Fate.values()[apdu % Fate.values().length];
            next(plan, 1 + apdu);
            broken(apdu, fate);
            stockAddsUp(plan.reference() + " " + fate + " at APDU " + apdu);
        }
        var last = next(plan, 1 + apdus);
        assertThat(issue()).isInstanceOf(IssueOutcome.Issued.class);
        reader.inner.insert(last);
        good(plan);
        stockAddsUp("in the end");
    }

    /// The printer's next card; whatever a broken job left behind was taken away.
    private VirtualCard next(EncodingPlan plan, int seed) {
        reader.holdStill();
        reader.inner.remove();
        var card = DryRun.blank(plan, new Random(seed));
        machine.takesIn = () -> reader.inner.insert(card);
        machine.letsOut = reader.inner::remove;
        return card;
    }

    private IssueOutcome issue() {
        return issuing.issue(
                CHIEF,
                new IssueOrder(RequestId.fresh(), person, PRINTER, "desk reader", "plain"),
                Progress.unwatched());
    }

    /// The clerk takes the card away and says that it is spoiled, where nobody else can know.
    private void broken(int apdu, Fate fate) {
        int live = live().size();
        if (fate == Fate.KILLED) {
            reader.kill(apdu);
        } else {
            reader.tear(apdu, fate == Fate.TORN_AFTER);
        }
        try {
            assertThat(issue()).isInstanceOf(IssueOutcome.Spoiled.class);
        } catch (TearingReader.Killed _) {
            broken.settle(CHIEF);
            broken.waiting(CHIEF)
                    .forEach(job ->
                            broken.resolve(CHIEF, RequestId.fresh(), job.id(), Resolution.SPOILED));
        }
        reader.holdStill();
        assertThat(site.cardJobs().open(CHIEF, "desk-1")).as("nothing is left open").isEmpty();
        assertThat(live()).as("the card before is still good").hasSize(live);
    }

    private List<Medium> live() {
        return site.media().ofPerson(CHIEF, person).stream()
                .filter(medium -> medium.state() == MediumState.ACTIVE)
                .toList();
    }

    /// What is active is on the reader, whole.
    private void good(EncodingPlan plan) throws Exception {
        var medium = live().getFirst();
        assertThat(live()).hasSize(1);
        var facts = CardFacts.of(new CardNumber(person.number(), medium.issueNumber()));
        MediumEncoder.of(site.cardKeys(), plan)
                .verify(CHIEF, reader, SOON, medium.uid(), Optional.of(facts));
    }

    /// Every piece is somewhere, and each medium that the books know has one.
    private void stockAddsUp(String when) {
        var standing = site.stock().standing(CHIEF);
        assertThat(standing.differences()).as(when).isEmpty();
        Map<StockState, Integer> pieces =
                standing.lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stock.Line::state,
                                        Collectors.summingInt(Stock.Line::pieces)));
        assertThat(pieces.values().stream().mapToInt(Integer::intValue).sum())
                .as(when)
                .isEqualTo(BOX);
        var media = site.media().ofPerson(CHIEF, person);
        long used =
                media.stream()
                        .filter(medium -> medium.state() != MediumState.PREPARING)
                        .filter(medium -> medium.uid() != null)
                        .count();
        assertThat((long) BOX - pieces.getOrDefault(StockState.BLANK, 0))
                .as(when + ": a blank for each medium that one was taken for")
                .isGreaterThanOrEqualTo(live().size())
                .isLessThanOrEqualTo(used + unbound(media));
    }

    /// Torn before its number was known: a blank is gone all the same.
    private static long unbound(List<Medium> media) {
        return media.stream()
                .filter(medium -> medium.state() == MediumState.SPOILED && medium.uid() == null)
                .count();
    }

    @Test
    @Tag("KEY-03")
    void whereverAContactKeyIsPulledTheStockAddsUp() throws Exception {
        receive("DS1992", MediumKind.CONTACT_KEY);
        var wire = new VirtualBus();
        var keys = new KeyIssuing(site.contactKeys(), site.cardKeys(), site.encodingPlans());
        for (int key = 1; key <= 2; key++) {
            var button = new MemoryButton(RomNumber.numbered(0x08, key), 128);
            int at = key;
            for (boolean ready = false; !ready; at += 97) {
                if (wire.buttons().isEmpty()) {
                    wire.lay(button);
                }
                wire.pullAfter(at, at % 7);
                ready = encoded(keys, wire, key);
                stockAddsUp("key %d pulled after %d bytes".formatted(key, at));
            }
            wire.pullAfter(Integer.MAX_VALUE / 8, 0);
            assertThat(
                            site.contactKeys()
                                    .find(CHIEF, new KeyNumber(key))
                                    .orElseThrow()
                                    .medium()
                                    .state())
                    .isEqualTo(MediumState.ACTIVE);
            wire.take(button);
        }
        assertThat(live()).hasSize(2);
    }

    private boolean encoded(KeyIssuing keys, VirtualBus wire, int number) {
        var order =
                new KeyOrder(
                        RequestId.fresh(),
                        person,
                        Integer.toString(number),
                        Present.KEEP,
                        Optional.of(500),
                        20_000,
                        2_000,
                        Standing.KEEP);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            return keys.encode(CHIEF, bus, order, SOON) instanceof KeyOutcome.Ready;
        } catch (app.lodge.core.devices.DeviceException _) {
            return false;
        }
    }
}
