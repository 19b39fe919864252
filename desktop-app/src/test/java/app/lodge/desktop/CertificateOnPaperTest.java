package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.desktop.privacy.DataProtectionViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PaperQueue;
import app.lodge.desktop.shell.PaperQueue.Outcome;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The certificate of an erasure goes to the workstation's printer, and a computer without one says so.
@Tag("ID-57")
class CertificateOnPaperTest {

    private final ArrayList<Message> heard = new ArrayList<>();

    private DataProtectionViewModel at(PaperQueue queue) {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
        var session =
                new Session(
                        new FakeStarter().site.doors(),
                        actor,
                        new FakeStarter().site.settings,
                        new InlineBackground(),
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(heard),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        return new DataProtectionViewModel(session, _ -> {}, queue);
    }

    @Test
    void isPrintedAndTheQueueNamed() {
        var jobs = new ArrayList<String>();
        var model =
                at((name, pdf) -> {
                    jobs.add(name + " " + pdf.length);
                    return new Outcome.Sent("office");
                });
        model.papers().print(7, "de");
        assertThat(jobs).containsExactly("certificate-7.pdf 3");
        assertThat(heard).contains(Message.of("privacy.printed", "office"));
        assertThat(model.refusal().get()).isNull();
    }

    @Test
    void aComputerWithoutAPrinterSaysSo() {
        var model = at((_, _) -> new Outcome.NoPrinter());
        model.papers().print(7, "de");
        assertThat(model.refusal().get()).isEqualTo(Message.of("privacy.no-printer"));
    }

    @Test
    void aQueueThatTakesNoPdfIsNamed() {
        var model = at((_, _) -> new Outcome.NotTaken("label"));
        model.papers().print(7, "de");
        assertThat(model.refusal().get()).isEqualTo(Message.of("privacy.not-printed", "label"));
    }
}
