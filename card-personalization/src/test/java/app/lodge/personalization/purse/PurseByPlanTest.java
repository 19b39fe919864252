package app.lodge.personalization.purse;

import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.PurseState;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.site.Site;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.CountedReader;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.issuing.FoundedSite;
import app.lodge.personalization.issuing.IssuingDesk;
import app.lodge.personalization.issuing.PlanEncoding;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A card issued by the plan with a purse carries one from the first minute, torn or not.
@Tag("CHAIN-18")
@Tag("ID-47")
class PurseByPlanTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Uid UID = new Uid("04A1B2C3D4E5F6");

    @TempDir private Path folder;
    private final Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InProcessReader reader = new InProcessReader("desk reader");
    private Site site;
    private PersonId person;
    private PlanEncoding encoding;

    @BeforeEach
    void openASite() throws Exception {
        site = FoundedSite.in(folder, () -> now);
        person = FoundedSite.ana(site);
        site.encodingPlans().use(CHIEF, RequestId.fresh(), MediumKind.CARD, "lodge-id-purse", 1);
        encoding =
                new PlanEncoding(
                        site.encodingPlans(),
                        IssuingDesk.shelf(site.encodingPlans()),
                        site.cardKeys(),
                        site.cardJobs(),
                        _ -> reader,
                        Duration.ofSeconds(2),
                        Optional.of(site.purses()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private CardJob begun() {
        var job =
                ((Ordered)
                                site.cardJobs()
                                        .order(
                                                CHIEF,
                                                RequestId.fresh(),
                                                new CardOrder(
                                                        person, "file:cards", "sim:reader", "s@1")))
                        .job();
        return site.cardJobs().advance(CHIEF, job.id(), JobState.FED, Map.of());
    }

    private void encode(CardJob job) throws DeviceException {
        encoding.encode(
                CHIEF,
                job,
                (uid, chip, version) -> site.cardJobs().bind(CHIEF, job.id(), uid, chip, version),
                Progress.unwatched());
    }

    private VirtualDesfire lay(int seed) {
        var card = VirtualDesfire.blank(VirtualDesfire.Generation.EV3, UID, new Random(seed));
        reader.insert(card);
        return card;
    }

    private void finish(CardJob job) {
        for (var state :
                List.of(
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            site.cardJobs().advance(CHIEF, job.id(), state, Map.of());
        }
    }

    @Test
    void aCardIssuedByThePlanIsLoadedWithoutPreparingItsPurse() throws Exception {
        lay(1);
        var job = begun();
        encode(job);
        finish(job);
        var desk = new PurseDesk(site.purses(), site.cardKeys());

        var seen = desk.look(CHIEF, reader, SOON);
        assertThat(seen.card().state())
                .isEqualTo(new PurseState(1, 978, java.time.LocalDate.parse("2031-11-22"), 0, 0));
        assertThat(
                        desk.load(
                                CHIEF,
                                RequestId.fresh(),
                                reader,
                                SOON,
                                new Money(2_000, EUR),
                                Source.CASH))
                .isInstanceOf(Visit.Done.class);
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(2_000);
    }

    @Test
    void thePlanMakesExactlyWhatThePurseNeeds() throws Exception {
        lay(1);
        MediumEncoder.of(site.cardKeys(), ShippedPlans.withPurse())
                .encode(
                        CHIEF,
                        reader,
                        SOON,
                        UID,
                        Optional.of(CardFacts.of(new CardNumber(person.number(), 1))),
                        Step.Log.none());
        var first = new PurseState(1, 978, null, 0, 0);
        var purses = new PurseEncoder(site.cardKeys());
        purses.encode(CHIEF, reader, SOON, UID, first, Integer.MAX_VALUE);

        // the other way round: the purse first, and the plan finds nothing left to do but the ID
        var steps = new ArrayList<Step>();
        lay(2);
        purses.encode(CHIEF, reader, SOON, UID, first, Integer.MAX_VALUE);
        MediumEncoder.of(site.cardKeys(), ShippedPlans.withPurse())
                .encode(
                        CHIEF,
                        reader,
                        SOON,
                        UID,
                        Optional.of(CardFacts.of(new CardNumber(person.number(), 1))),
                        steps::add);
        assertThat(steps).isNotEmpty().noneMatch(step -> step.toString().contains("4C4450"));
        MediumEncoder.of(site.cardKeys(), ShippedPlans.withPurse())
                .verify(
                        CHIEF,
                        reader,
                        SOON,
                        UID,
                        Optional.of(CardFacts.of(new CardNumber(person.number(), 1))));
        assertThat(PurseEncoder.planned(ShippedPlans.withPurse())).isTrue();
        assertThat(PurseEncoder.planned(ShippedPlans.lodgeId())).isFalse();
        assertThat(PurseSlots.APPLICATION).isEqualTo("4C4450");
    }

    @Test
    void tornAtAnyApduTheNextAttemptHasCardAndPurse() throws Exception {
        lay(1);
        var job = begun();
        var counted = new CountedReader(reader);
        new PlanEncoding(
                        site.encodingPlans(),
                        IssuingDesk.shelf(site.encodingPlans()),
                        site.cardKeys(),
                        site.cardJobs(),
                        _ -> counted,
                        Duration.ofSeconds(2),
                        Optional.of(site.purses()))
                .encode(
                        CHIEF,
                        job,
                        (uid, chip, version) ->
                                site.cardJobs().bind(CHIEF, job.id(), uid, chip, version),
                        Progress.unwatched());
        int apdus = counted.traffic().apdus();
        var purse = new DesfirePurse(site.cardKeys());
        for (int apdu = 5; apdu < apdus; apdu += 3) {
            var card = lay(apdu);
            if (apdu % 2 == 0) {
                card.tearBefore(apdu);
            } else {
                card.tearAfter(apdu);
            }
            try {
                encode(job);
            } catch (DeviceException _) {
                // torn
            }
            card.holdStill();
            encode(job);
            encoding.verify(
                    CHIEF,
                    job,
                    new app.lodge.personalization.issuing.Encoding.Encoded(
                            UID, "DESFire EV3", 1, Map.of()));
            assertThat(purse.look(CHIEF, reader, SOON).value()).isZero();
        }
    }
}
