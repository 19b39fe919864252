package app.lodge.personalization.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.virtual.DryRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No plan is written with fewer commands than its bound, and the ID with hardly more.
@Tag("ID-47")
class FewestApdusTest {

    @TempDir private Path folder;

    @Test
    void theBoundIsABound() throws Exception {
        var keys = new CardDesk(folder, "rathaus").keys;
        for (var plan : TornByPlanTest.plans().toList()) {
            var shown = new DryRun(keys).run(CardDesk.CLERK, plan, PlanDesk.HANNAH.orElseThrow());
            assertThat(shown.used().apdus())
                    .as(plan.reference())
                    .isBetween(shown.fewest().apdus(), 2 * shown.fewest().apdus() + 12);
            assertThat(shown.used().bytes()).isGreaterThanOrEqualTo(shown.fewest().bytes());
        }
    }

    @Test
    void theDryRunShowsStepsMemoryAndWords() throws Exception {
        var keys = new CardDesk(folder, "rathaus").keys;
        var shown =
                new DryRun(keys)
                        .run(CardDesk.CLERK, ShippedPlans.lodgeId(), PlanDesk.HANNAH.orElseThrow());
        assertThat(shown.steps().getFirst().toString()).isEqualTo("MAKE_APPLICATION 4C4447");
        assertThat(shown.steps().getLast().toString()).isEqualTo("CLOSE_CARD 000000");
        assertThat(shown.places().getFirst().words())
                .containsEntry("person", "1234")
                .containsEntry("issue", "2")
                .containsEntry("site", "rathaus");
        assertThat(ShippedPlans.lodgeId().medium()).isInstanceOf(PlannedMedium.Desfire.class);
        assertThat(shown.used().apdus() - shown.fewest().apdus()).isLessThanOrEqualTo(6);
    }
}
