package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.JobState;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Signature;
import app.lodge.personalization.layouts.model.LayoutWriter;
import app.lodge.personalization.layouts.model.Panel;
import app.lodge.personalization.signatures.Scrawl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A layout that wants no card without a signature gets none, and whoever lacks what their card shows is
/// named before anything is fed.
@Tag("ID-46")
@Tag("ID-48")
class SignatureNeededTest {

    @TempDir Path folder;

    private final FaultyMachine machine = new FaultyMachine();

    @Test
    void whereTheLayoutSaysSoNoCardIsPrintedWithoutASignature() throws IOException {
        var desk = desk(Signature.WhereMissing.NEVER);
        assertThat(desk.issue("faulty:x"))
                .isInstanceOfSatisfying(
                        IssueOutcome.NotPrintable.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::key)
                                        .containsExactly("layouts.signature-needed"));
        assertThat(machine.calls).as("nothing is fed").isEmpty();
        assertThat(desk.jobs.last().state()).isEqualTo(JobState.CANCELLED);

        desk.signature = Scrawl.png();
        assertThat(desk.issue("faulty:x")).isInstanceOf(IssueOutcome.Issued.class);
    }

    @Test
    void elsewhereItIsPrintedWithALineToSignOn() throws IOException {
        assertThat(desk(Signature.WhereMissing.PRINT).issue("faulty:x"))
                .isInstanceOf(IssueOutcome.Issued.class);
    }

    @Test
    @Tag("ID-11")
    void whoLacksWhatTheirCardShowsIsNamed() throws IOException {
        var desk = desk(Signature.WhereMissing.PRINT);
        desk.layouts.used = "staff";
        assertThat(desk.lacking.of(IssuingDesk.CLERK, List.of(BookOfJobs.HANNAH)))
                .containsExactly(new Lacking(BookOfJobs.HANNAH, "Lindqvist, Hannah", true, true));
        desk.signature = Scrawl.png();
        assertThat(desk.lacking.of(IssuingDesk.CLERK, List.of(BookOfJobs.HANNAH)))
                .containsExactly(new Lacking(BookOfJobs.HANNAH, "Lindqvist, Hannah", true, false));
        desk.photo = Scrawl.png();
        assertThat(desk.lacking.of(IssuingDesk.CLERK, List.of(BookOfJobs.HANNAH))).isEmpty();
        assertThat(desk.lacking.of(IssuingDesk.CLERK, List.of(new PersonId(999))))
                .as("nobody")
                .isEmpty();
        desk.photo = null;
        desk.signature = null;
        desk.layouts.used = "visitor";
        assertThat(desk.lacking.of(IssuingDesk.CLERK, List.of(BookOfJobs.HANNAH)))
                .as("a card that shows neither")
                .isEmpty();
    }

    /// The staff card with a signature on it.
    private IssuingDesk desk(Signature.WhereMissing missing) throws IOException {
        var desk =
                new IssuingDesk(folder, new BookOfJobs(folder.resolve("jobs")), machine, machine);
        var plain = LayoutShelf.starter("staff");
        var back = plain.back();
        var elements = new java.util.ArrayList<>(back.elements());
        elements.add(
                new Signature(
                        new Element.Frame(
                                "signature",
                                new Box(40_000, 40_000, 30_000, 8_000),
                                Panel.K,
                                null,
                                Element.Turn.NONE,
                                false),
                        Signature.Fit.WHOLE,
                        Signature.Ground.CLEAR,
                        0xFF000000,
                        missing));
        var signed = plain.withSides(plain.front(), back.with(elements));
        desk.layouts.publish(
                IssuingDesk.CLERK,
                RequestId.fresh(),
                "staff",
                "Staff",
                1,
                LayoutWriter.write(signed.at(2)));
        return desk;
    }
}
