package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import app.lodge.personalization.printers.StubEvolis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The workstation's process dies (SIGKILL inside the printer's library, or between two steps) in
/// every state of a job. Afterwards the job is found, settled, answered by the clerk, and the person
/// gets exactly one valid card.
@Tag("ID-40")
@Tag("ID-43")
class KilledWhileIssuingTest {

    @TempDir static Path build;

    private static StubEvolis built;

    @TempDir Path folder;

    private StubEvolis stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        built = StubEvolis.in(build);
    }

    @Test
    void isIssuedWhenNobodyKillsIt() throws Exception {
        stub = built.another(folder.resolve("printer"));
        assertThat(childDies("-")).isZero();
        assertThat(stub.cards("out")).containsExactly(1);
    }

    @ParameterizedTest(name = "{0}: books {1}, settled {2}")
    @CsvSource({
        // where it dies, state found in the books, state after settling
        "script evolis_status 1 kill,          QUEUED,   CANCELLED",
        "script evolis_set_card_pos 1 kill,    FED,      UNKNOWN",
        "script evolis_set_card_pos 1 killed,  FED,      REJECTED",
        "step ENCODING,                        FED,      REJECTED",
        "step VERIFYING,                       ENCODED,  REJECTED",
        "step PRINTING,                        VERIFIED, REJECTED",
        "script evolis_print_exect 1 kill,     PRINTING, UNKNOWN",
        "script evolis_print_exect 1 killed,   PRINTING, UNKNOWN",
        "step EJECTING,                        PRINTED,  UNKNOWN",
        "script evolis_eject 1 kill,           PRINTED,  UNKNOWN",
        "script evolis_eject 1 killed,         PRINTED,  UNKNOWN",
        "step ISSUING,                         PRINTED,  UNKNOWN",
    })
    void endsWithExactlyOneValidCard(String death, JobState found, JobState settled)
            throws Exception {
        stub = built.another(folder.resolve("printer"));
        boolean script = death.startsWith("script ");
        if (script) {
            stub.script(death.substring(7));
        }
        assertThat(childDies(script ? "-" : death.substring(5))).isEqualTo(137);
        stub.script();

        var jobs = new BookOfJobs(folder.resolve("jobs"));
        var desk = new IssuingDesk(folder, jobs, new CardFromState(stub.printer), stub.driver());
        assertThat(jobs.last().state()).isEqualTo(found);
        assertThat(jobs.active()).isEmpty();

        desk.broken.settle(IssuingDesk.CLERK);
        assertThat(jobs.last().state()).isEqualTo(settled);
        assertThat(jobs.active()).isEmpty();
        assertThat(stub.inside()).as("card left inside").isZero();

        for (var job : desk.broken.waiting(IssuingDesk.CLERK)) {
            boolean inHand = job.uid() != null && chips("out").contains(job.uid());
            boolean good = inHand && chips("printed").contains(job.uid());
            desk.broken.resolve(
                    IssuingDesk.CLERK,
                    RequestId.fresh(),
                    job.id(),
                    good ? Resolution.GOOD : Resolution.NOT_THERE);
        }
        if (jobs.active().isEmpty()) {
            assertThat(desk.issue(stub.address())).isInstanceOf(IssueOutcome.Issued.class);
        }

        assertThat(jobs.active()).hasSize(1);
        assertThat(chips("out")).containsAll(jobs.active());
        assertThat(chips("printed")).containsAll(jobs.active());
        assertThat(jobs.all()).noneMatch(job -> job.state().open());
    }

    private List<Uid> chips(String how) throws IOException {
        return stub.cards(how).stream().map(CardFromState::chip).toList();
    }

    private int childDies(String step) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KilledDesk.class.getName());
        command.addAll(List.of(folder.toString(), stub.library.toString()));
        command.addAll(List.of(stub.printer.toString(), step));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(output).isIn(0, 137);
        return child.exitValue();
    }
}
