package app.lodge.core.encodingplans;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aPlanComesBackFromItsFileAsItWas() {
        for (var plan : ShippedPlans.all()) {
            assertThat(PlanFile.read(plan.pretty())).isEqualTo(new PlanFile.Read.Taken(plan));
            assertThat(PlanFile.read(new PlanFile(plan, "", "", "").text()))
                    .isEqualTo(new PlanFile.Read.Taken(plan));
        }
    }
}
