package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.PcscDaemon;
import app.lodge.personalization.encoding.SamplePlans;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.recognition.Recogniser;
import app.lodge.personalization.recognition.Strength;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A card of each chip by a plan, from the order to the printed card, through the real pcscd: encoded,
/// read back in a fresh session, printed, activated, and known again with its weakness.
@Tag("ID-40")
@Tag("ID-47")
@ExtendWith(PcscDaemon.class)
class IssueByPlanTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    @TempDir private Path folder;

    /// One of each chip.
    static Stream<EncodingPlan> plans() {
        var classic =
                ShippedPlans.all().stream()
                        .filter(plan -> plan.medium() instanceof PlannedMedium.Classic)
                        .limit(1);
        return Stream.concat(classic, SamplePlans.all().stream().skip(1));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isIssuedThroughThePcscStack(EncodingPlan plan) throws Exception {
        var keys = new CardDesk(folder, "site").keys;
        var jobs = new BookOfJobs(folder.resolve("jobs"));
        try (var reader = VirtualReader.lay(DryRun.blank(plan, new Random(3)))) {
            assertThat(reader.path()).isEqualTo("pcscd");
            var plans = new OnePlan(plan);
            var encoding =
                    new PlanEncoding(
                            plans, IssuingDesk.shelf(plans), keys, jobs, _ -> reader, WAIT);
            var desk = new IssuingDesk(folder, jobs, encoding, new FilePrinterDriver());

            var outcome = desk.issue("file:" + folder.resolve("out"));

            assertThat(outcome).isInstanceOf(IssueOutcome.Issued.class);
            assertThat(jobs.active()).hasSize(1);
            assertThat(jobs.last().evidence())
                    .containsEntry("plan", plan.reference())
                    .containsEntry("reader.path", "pcscd");
            var strength = new Recogniser().look(reader, WAIT).strength();
            boolean strong =
                    plan.medium() instanceof PlannedMedium.Desfire
                            || plan.medium() instanceof PlannedMedium.Plus;
            assertThat(strength == Strength.STRONG).isEqualTo(strong);
        }
    }
}
