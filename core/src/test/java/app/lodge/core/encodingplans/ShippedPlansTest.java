package app.lodge.core.encodingplans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.Json;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes with the program can be published as it is, and is written in its canonical form.
@Tag("ID-47")
class ShippedPlansTest {

    @Test
    void nothingStandsAgainstAnyOfThem() {
        for (var plan : ShippedPlans.all()) {
            assertThat(PlanChecks.of(plan)).as(plan.reference()).noneMatch(Finding::blocks);
        }
    }

    @Test
    void onlyTheChipsThatAreWeakAreShownAsWeak() {
        assertThat(PlanChecks.of(ShippedPlans.lodgeId())).isEmpty();
        for (var plan : ShippedPlans.all()) {
            boolean weak =
                    PlanChecks.of(plan).stream()
                            .anyMatch(one -> one.problem().key().equals("plan.weak-chip"));
            assertThat(weak)
                    .as(plan.reference())
                    .isEqualTo(
                            plan.medium() instanceof PlannedMedium.Classic
                                    || plan.medium() instanceof PlannedMedium.Pages);
        }
    }

    /// Signed before plans knew counters: it is read, and leaves as what the signature is over.
    @Test
    void anOlderDocumentIsReadAndExportedAsItWasSigned() {
        var plan = ShippedPlans.find("ntag-number", 1).orElseThrow();
        var old = plan.canonical().replace("\"counters\":[],", "");
        assertThat(old).isNotEqualTo(plan.canonical());
        assertThat(PlanFile.read(old)).isEqualTo(new PlanFile.Read.Taken(plan));
        var file = PlanFile.signed(old, "rathaus", "00", "11");
        assertThat(file).doesNotContain("counters");
        assertThat(Json.canonical(Map.of("plan", Json.tree(file.getBytes(UTF_8)).get("plan"))))
                .isEqualTo("{\"plan\":" + old + "}");
        assertThat(PlanFile.read(file)).isEqualTo(new PlanFile.Read.Taken(plan));
    }

    @Test
    void aPlanComesBackFromItsFileAsItWas() {
        for (var plan : ShippedPlans.all()) {
            assertThat(PlanFile.read(plan.pretty())).isEqualTo(new PlanFile.Read.Taken(plan));
            assertThat(PlanFile.read(new PlanFile(plan, "", "", "").text()))
                    .isEqualTo(new PlanFile.Read.Taken(plan));
        }
    }
}
