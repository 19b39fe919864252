package app.lodge.personalization.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PageChip;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedField;
import app.lodge.core.encodingplans.PlannedField.Content;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.ultralight.UltralightType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever plan passes the checks can be encoded, is read back as it was written, and needs nothing
/// the second time. `-Dlodge.plans.seed` replays one.
@Tag("ID-47")
class RandomPlanTest {

    private static final int PLANS = 600;

    @TempDir private Path folder;

    @Test
    void whatPassesTheChecksIsEncodedAndReadBackEqual() throws Exception {
        long first = Long.getLong("lodge.plans.seed", 1);
        var desk = new PlanDesk(folder);
        desk.desk.keyVersion = 2;
        int sound = 0;
        for (long seed = first; seed < first + PLANS; seed++) {
            var plan = new RandomPlans(seed).next();
            if (!PlanChecks.sound(plan)) {
                continue;
            }
            sound++;
            proven(desk, plan, seed);
        }
        assertThat(sound).as("sound plans of " + PLANS).isGreaterThan(PLANS / 5);
    }

    private static void proven(PlanDesk desk, EncodingPlan plan, long seed) throws Exception {
        desk.layBlank(plan);
        try {
            desk.encode(plan);
            var read = new HashMap<String, PlaceRead>();
            desk.verify(plan).forEach(one -> read.put(one.name(), one));
            var wanted = new HashSet<>(plan.readBack());
            if (plan.medium() instanceof PlannedMedium.Pages pages) {
                pages.counters().forEach(one -> wanted.add("counter " + one.number()));
            }
            assertThat(read.keySet()).isEqualTo(wanted);
            written(plan)
                    .forEach((name, fields) -> {
                        byte[] place = read.get(name).bytes();
                        byte[] right =
                                FieldBytes.of(
                                        fields,
                                        place.length,
                                        PlanDesk.HANNAH
                                                .orElseThrow()
                                                .values(
                                                        desk.desk.keys.keySet(CardDesk.CLERK),
                                                        PlanDesk.uid(plan)),
                                        content ->
                                                desk.desk.keys.contentMac(
                                                        CardDesk.CLERK,
                                                        PlanDesk.uid(plan),
                                                        2,
                                                        content));
                        assertThat(place).as("seed %d, %s", seed, name).isEqualTo(right);
                    });
            var again = new ArrayList<Step>();
            desk.encode(plan, PlanDesk.HANNAH, again::add);
            again.removeIf(step -> step.kind() == Step.Kind.WRITE);
            assertThat(again).as("seed %d", seed).isEmpty();
        } catch (Exception e) {
            throw new AssertionError("Seed %d: %s".formatted(seed, plan.pretty()), e);
        }
    }

    private static Map<String, List<PlannedField>> written(EncodingPlan plan) {
        var places = new HashMap<String, List<PlannedField>>();
        switch (plan.medium()) {
            case PlannedMedium.Desfire it ->
                    it.applications()
                            .forEach(app ->
                                    app.files().stream()
                                            .filter(file -> !(file instanceof PlannedFile.Value))
                                            .forEach(file ->
                                                    places.put(file.name(), file.written())));
            case PlannedMedium.Classic it ->
                    it.sectors()
                            .forEach(sector ->
                                    sector.blocks().stream()
                                            .filter(block -> block.value().isEmpty())
                                            .forEach(block ->
                                                    places.put(block.name(), block.fields())));
            case PlannedMedium.Plus it ->
                    it.sectors()
                            .forEach(sector ->
                                    sector.blocks().stream()
                                            .filter(block -> block.value().isEmpty())
                                            .forEach(block ->
                                                    places.put(block.name(), block.fields())));
            case PlannedMedium.Pages it ->
                    it.areas().forEach(area -> places.put(area.name(), area.fields()));
            case PlannedMedium.ContactKey _ -> {}
        }
        return places;
    }

    @Test
    void theChipsOfThePlansAreThoseOfTheReaders() {
        for (var chip : PageChip.values()) {
            assertThat(UltralightType.valueOf(chip.name()).lastData()).isEqualTo(chip.last());
        }
    }

    @Test
    void aFieldIsReadAsItWasWritten() {
        var values =
                PlanDesk.HANNAH
                        .orElseThrow()
                        .values(
                                new app.lodge.core.keys.CardKeys.KeySet("rathaus", 3),
                                PlanDesk.SEVEN);
        for (var form : List.of("NUMBER", "NUMBER_REVERSED", "BCD")) {
            var field =
                    new PlannedField(
                            "until",
                            2,
                            4,
                            new Content.ValidUntil(),
                            PlannedField.Form.valueOf(form),
                            PlannedField.Padding.ZEROS_BEHIND);
            byte[] place = FieldBytes.of(List.of(field), 8, values, content -> content);
            assertThat(FieldBytes.words(field, place)).as(form).isEqualTo("20271231");
            assertThat(Arrays.copyOf(place, 2)).containsOnly(0);
        }
    }
}
