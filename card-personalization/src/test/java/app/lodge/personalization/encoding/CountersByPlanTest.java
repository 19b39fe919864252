package app.lodge.personalization.encoding;

import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PageChip;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium.Counter;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.ultralight.UltralightCard;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counters that only go up are raised once and never beyond what the plan says; NTAG21x counts only if
/// told to.
@Tag("ID-40")
@Tag("ID-47")
class CountersByPlanTest {

    private static final EncodingPlan RAISED =
            SamplePlans.counted(
                    PageChip.ULTRALIGHT_EV1_11,
                    new Counter(0, 7, false),
                    new Counter(2, 500, false));
    private static final EncodingPlan COUNTING =
            SamplePlans.counted(PageChip.NTAG216, new Counter(2, 0, true));

    @TempDir private Path folder;
    private PlanDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new PlanDesk(folder);
    }

    private static List<PlaceRead> counters(List<PlaceRead> read) {
        return read.stream().filter(one -> one.name().startsWith("counter")).toList();
    }

    @Test
    void theyAreRaisedToWhatThePlanSaysAndReadBack() throws Exception {
        assertThat(PlanChecks.sound(RAISED)).isTrue();
        desk.layBlank(RAISED);
        var steps = new ArrayList<Step>();
        desk.encode(RAISED, PlanDesk.HANNAH, steps::add);
        assertThat(steps)
                .contains(
                        new Step(Step.Kind.RAISE_COUNTER, "counter 0", "7"),
                        new Step(Step.Kind.RAISE_COUNTER, "counter 2", "500"));
        assertThat(counters(desk.verify(RAISED)))
                .extracting(PlaceRead::name, PlaceRead::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("counter 0", 7),
                        org.assertj.core.groups.Tuple.tuple("counter 2", 500));
        assertThat(value(UltralightType.ULTRALIGHT_EV1_11, 1)).as("not the plan's").isZero();
    }

    @Test
    void oneThatHasCountedSinceKeepsItsValueAndIsGood() throws Exception {
        desk.layBlank(RAISED);
        desk.encode(RAISED);
        try (var link = desk.reader.connect(SOON)) {
            new UltralightCard(link, UltralightType.ULTRALIGHT_EV1_11).count(0, 3);
        }
        var again = new ArrayList<Step>();
        desk.encode(RAISED, PlanDesk.HANNAH, again::add);
        assertThat(again).isEmpty();
        assertThat(counters(desk.verify(RAISED)).getFirst().value()).isEqualTo(10);
    }

    /// The chip itself is torn while it counts: its value is the old one, and it is raised once more.
    @Test
    void aTearInsideTheChipIsFinishedByTheNextAttempt() throws Exception {
        var card = (VirtualStorageCard) desk.layBlank(RAISED);
        desk.reader.apdus = 0;
        int raising = apdusBefore(Step.Kind.RAISE_COUNTER);
        card = (VirtualStorageCard) desk.layBlank(RAISED);
        card.tear(raising, VirtualStorageCard.Tear.WITHIN);
        assertThat(catchThrowableOfType(DeviceException.class, () -> desk.encode(RAISED)))
                .isNotNull();
        assertThat(value(UltralightType.ULTRALIGHT_EV1_11, 0)).isZero();
        desk.encode(RAISED);
        assertThat(counters(desk.verify(RAISED)).getFirst().value()).isEqualTo(7);
    }

    private int apdusBefore(Step.Kind kind) throws DeviceException {
        var at = new ArrayList<Integer>();
        desk.encode(
                RAISED,
                PlanDesk.HANNAH,
                step -> {
                    if (step.kind() == kind) {
                        at.add(desk.reader.apdus);
                    }
                });
        return at.getFirst();
    }

    @Test
    void aPreparedBlankIsNotYetRaised() throws Exception {
        desk.layBlank(RAISED);
        desk.encode(RAISED, Optional.empty(), Step.Log.none());
        desk.verify(RAISED, Optional.empty());
        assertThat(value(UltralightType.ULTRALIGHT_EV1_11, 0)).isZero();
        var half = catchThrowableOfType(DeviceException.class, () -> desk.verify(RAISED));
        assertThat(half).isNotNull();
    }

    @Test
    void aCounterBelowThePlanIsNoGoodMedium() throws Exception {
        var less = SamplePlans.counted(PageChip.ULTRALIGHT_EV1_11, new Counter(0, 6, false));
        desk.layBlank(less);
        desk.encode(less);
        var one = SamplePlans.counted(PageChip.ULTRALIGHT_EV1_11, new Counter(0, 7, false));
        var fault = catchThrowableOfType(DeviceException.class, () -> desk.verify(one));
        assertThat(fault.fault()).isEqualTo(new DeviceFault.VerifyMismatch("counter"));
    }

    @Test
    void anNtagCountsEachCallAndTellsOnlyForItsPassword() throws Exception {
        assertThat(PlanChecks.sound(COUNTING)).isTrue();
        desk.layBlank(COUNTING);
        var steps = new ArrayList<Step>();
        desk.encode(COUNTING, PlanDesk.HANNAH, steps::add);
        assertThat(steps).contains(new Step(Step.Kind.COUNT_READS, "counter 2", ""));
        int first = counters(desk.verify(COUNTING)).getFirst().value();
        int second = counters(desk.verify(COUNTING)).getFirst().value();
        assertThat(second).isEqualTo(first + 1);
        try (var link = desk.reader.connect(SOON)) {
            assertThat(new UltralightCard(link, UltralightType.NTAG216).counter(2))
                    .as("without the password")
                    .isEmpty();
        }
    }

    @Test
    void anNtagThatDoesNotCountIsNoGoodMedium() throws Exception {
        var still = SamplePlans.guarded(PageChip.NTAG216, 4, true);
        desk.layBlank(still);
        desk.encode(still);
        var fault = catchThrowableOfType(DeviceException.class, () -> desk.verify(COUNTING));
        assertThat(fault.fault()).isEqualTo(new DeviceFault.VerifyMismatch("counter"));
        desk.encode(COUNTING);
        desk.verify(COUNTING);
    }

    private int value(UltralightType type, int number) throws DeviceException {
        try (var link = desk.reader.connect(SOON)) {
            return new UltralightCard(link, type).counter(number).orElseThrow().value();
        }
    }
}
