package app.lodge.personalization.issuing;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.encoding.SamplePlans;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.recognition.Inspector;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.virtual.DryRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is this card? For media that say nothing of themselves, the site's keys and plan tell.
@Tag("ID-47")
class OwnMediumTest {

    @TempDir private Path folder;
    private CardDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CardDesk(folder, "rathaus");
    }

    static Stream<EncodingPlan> plans() {
        return SamplePlans.all().stream()
                .filter(plan -> !(plan.medium() instanceof PlannedMedium.Desfire));
    }

    /// A blank for the plan, always with the same number.
    private void lay(EncodingPlan plan) {
        desk.reader.insert(DryRun.blank(plan, new Random(3)));
    }

    private Medium issued(EncodingPlan plan) throws Exception {
        lay(plan);
        var encoder = MediumEncoder.of(desk.keys, plan);
        var uid = encoder.identify(CLERK, desk.reader, SOON).uid();
        var facts = Optional.of(CardFacts.of(NUMBER));
        var card = encoder.encode(CLERK, desk.reader, SOON, uid, facts, Step.Log.none());
        return new Medium(
                new MediumId(7),
                MediumKind.CARD,
                new PersonId(NUMBER.person()),
                NUMBER.issueNumber(),
                MediumState.ACTIVE,
                uid,
                card.chip(),
                card.keyVersion(),
                null,
                Instant.EPOCH);
    }

    private Inspected look(Medium medium, EncodingPlan plan) throws Exception {
        var found = new Inspector(desk.keys, MakersKeys.published()).look(CLERK, desk.reader, SOON);
        return new OwnMedium(desk.keys, new OneCardMedia(medium), new OnePlan(plan))
                .read(CLERK, desk.reader, SOON, found);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatTheSiteWroteIsReadBack(EncodingPlan plan) throws Exception {
        var seen = look(issued(plan), plan).written().orElseThrow();
        assertThat(seen.fault()).isEmpty();
        assertThat(seen.places()).extracting("name").containsExactlyElementsOf(readBack(plan));
    }

    /// Counters are told beside what the plan names.
    private static List<String> readBack(EncodingPlan plan) {
        var counters =
                plan.medium() instanceof PlannedMedium.Pages pages
                        ? pages.counters()
                        : List.<PlannedMedium.Counter>of();
        return Stream.concat(
                        counters.stream().map(counter -> "counter " + counter.number()),
                        plan.readBack().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aCopyOfItsNumberIsTold(EncodingPlan plan) throws Exception {
        var medium = issued(plan);
        lay(plan);
        var seen = look(medium, plan).written().orElseThrow();
        assertThat(seen.fault()).isPresent();
        assertThat(seen.places()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void earlierKeysAreSaid(EncodingPlan plan) throws Exception {
        var medium = issued(plan);
        desk.keyVersion = 2;
        var seen = look(medium, plan);
        boolean keys = medium.keyVersion() != 0;
        assertThat(seen.oldKeys()).isEqualTo(keys);
        assertThat(seen.written().isPresent()).isEqualTo(!keys);
    }
}
