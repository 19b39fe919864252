package app.lodge.personalization.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every plan, torn off at every APDU, before it is carried out and after; and the process killed
/// before every single write. The next attempt ends in a good medium.
@Tag("ID-40")
@Tag("ID-47")
@Tag("CHAIN-06")
class TornByPlanTest {

    @TempDir private Path folder;
    private PlanDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new PlanDesk(folder);
    }

    static Stream<EncodingPlan> plans() {
        return Stream.concat(ShippedPlans.all().stream(), SamplePlans.all().stream())
                .filter(plan -> !(plan.medium() instanceof PlannedMedium.ContactKey));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aTornMediumIsFinishedByTheNextAttempt(EncodingPlan plan) throws Exception {
        desk.layBlank(plan);
        desk.reader.apdus = 0;
        desk.encode(plan);
        int apdus = desk.reader.apdus;
        desk.verify(plan);
        assertThat(apdus).isPositive();
        for (int apdu = 0; apdu < apdus; apdu++) {
            for (boolean carriedOut : new boolean[] {false, true}) {
                desk.layBlank(plan);
                desk.reader.tear(apdu, carriedOut);
                var fault = catchThrowableOfType(DeviceException.class, () -> desk.encode(plan));
                assertThat(fault.fault())
                        .as("%s, APDU %d", plan.reference(), apdu)
                        .isEqualTo(new DeviceFault.CardRemoved("desk reader"));
                desk.encode(plan);
                desk.verify(plan);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aMediumIsNeverTakenForGoodBeforeItIs(EncodingPlan plan) throws Exception {
        desk.layBlank(plan);
        desk.reader.apdus = 0;
        var steps = new ArrayList<Step>();
        desk.encode(plan, PlanDesk.HANNAH, steps::add);
        assertThat(steps).isNotEmpty();
        for (int kill = 0; kill < steps.size(); kill++) {
            desk.layBlank(plan);
            killedBefore(plan, kill);
            var half = catchThrowableOfType(DeviceException.class, () -> desk.verify(plan));
            assertThat(half).as("%s before %s", plan.reference(), steps.get(kill)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aKilledProcessLeavesWhatTheNextOneFinishes(EncodingPlan plan) throws Exception {
        desk.layBlank(plan);
        var steps = new ArrayList<Step>();
        desk.encode(plan, PlanDesk.HANNAH, steps::add);
        for (int kill = 0; kill < steps.size(); kill++) {
            desk.layBlank(plan);
            var done = killedBefore(plan, kill);
            // a Plus in level 0 tells nothing of what it took, and takes it all again
            int from =
                    plan.medium() instanceof PlannedMedium.Plus && levelZero(steps, kill)
                            ? 0
                            : kill;
            var rest = new ArrayList<Step>();
            desk.encode(plan, PlanDesk.HANNAH, rest::add);
            desk.verify(plan);
            assertThat(done).isEqualTo(steps.subList(0, kill));
            // a card never tells whether it was configured, and is configured again
            rest.removeIf(step -> step.kind() == Step.Kind.CONFIGURE_CARD && done.contains(step));
            assertThat(rest)
                    .as("only what is missing, after %s", done)
                    .isEqualTo(steps.subList(from, steps.size()));
        }
    }

    static Stream<EncodingPlan> plansWithKeys() {
        return plans().filter(plan ->
                !(plan.medium() instanceof PlannedMedium.Pages it) || it.password().isPresent());
    }

    @ParameterizedTest
    @MethodSource("plansWithKeys")
    @Tag("CHAIN-07")
    void aRollOverTornAnywhereIsFinishedByTheNextAttempt(EncodingPlan plan) throws Exception {
        int apdus = rolledOver(plan, Integer.MAX_VALUE, false);
        assertThat(apdus).isPositive();
        // a Plus takes hundreds; some forty tears all over them are enough
        for (int apdu = 0; apdu < apdus; apdu += 1 + apdus / 40) {
            rolledOver(plan, apdu, false);
            rolledOver(plan, apdu, true);
        }
    }

    /// @return APDUs that the change of keys took
    private int rolledOver(EncodingPlan plan, int tornAt, boolean carriedOut) throws Exception {
        desk.desk.keyVersion = 1;
        desk.layBlank(plan);
        desk.encode(plan);
        desk.desk.keyVersion = 2;
        desk.reader.apdus = 0;
        if (tornAt != Integer.MAX_VALUE) {
            desk.reader.tear(tornAt, carriedOut);
            var torn = catchThrowableOfType(DeviceException.class, () -> desk.encode(plan));
            assertThat(torn.fault())
                    .as("%s, APDU %d", plan.reference(), tornAt)
                    .isEqualTo(new DeviceFault.CardRemoved("desk reader"));
        }
        desk.encode(plan);
        int apdus = desk.reader.apdus;
        desk.verify(plan);
        return apdus;
    }

    private static boolean levelZero(List<Step> steps, int kill) {
        return steps.subList(kill, steps.size()).stream()
                .anyMatch(step -> step.kind() == Step.Kind.SWITCH_LEVEL);
    }

    private List<Step> killedBefore(EncodingPlan plan, int kill) {
        var done = new ArrayList<Step>();
        assertThatThrownBy(() ->
                        desk.encode(
                                plan,
                                PlanDesk.HANNAH,
                                step -> {
                                    if (done.size() == kill) {
                                        throw new IllegalStateException("killed");
                                    }
                                    done.add(step);
                                }))
                .hasMessage("killed");
        return done;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void encodingTwiceChangesNothing(EncodingPlan plan) throws Exception {
        desk.layBlank(plan);
        desk.encode(plan);
        var again = new ArrayList<Step>();
        desk.encode(plan, PlanDesk.HANNAH, again::add);
        assertThat(again).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPreparedBlankIsIssuedLater(EncodingPlan plan) throws Exception {
        desk.layBlank(plan);
        desk.encode(plan, Optional.empty(), Step.Log.none());
        desk.verify(plan, Optional.empty());
        var rest = new ArrayList<Step>();
        desk.encode(plan, PlanDesk.HANNAH, rest::add);
        desk.verify(plan);
        boolean keys = !(plan.medium() instanceof PlannedMedium.Pages);
        if (keys) {
            assertThat(rest).extracting(Step::kind).containsOnly(Step.Kind.WRITE);
        }
    }
}
