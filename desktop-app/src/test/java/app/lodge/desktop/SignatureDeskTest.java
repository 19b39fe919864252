package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.PersonId;
import app.lodge.core.people.SignatureSource;
import app.lodge.desktop.demo.DemoSignature;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.people.SignatureViewModel;
import app.lodge.desktop.shell.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk has somebody sign, or takes the signature from a scan (ID-46).
@Tag("ID-46")
final class SignatureDeskTest {

    private static final PersonId TWELFTH = new PersonId(12);

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();
    private SignatureViewModel model;

    @BeforeEach
    void open() {
        var session = ClerksSession.at(site, notices);
        var people = new PeopleViewModel(session, NoPhotoDesk.desk());
        people.open("person:12");
        people.showSignature();
        model = people.signature();
    }

    @Test
    void whatIsWrittenIsKeptAndThePadIsEmptyAgain() {
        write();
        model.keep();
        assertThat(history()).hasSize(1);
        assertThat(site.signatures.history(null, TWELFTH).getFirst().source())
                .isEqualTo(SignatureSource.DRAWN);
        assertThat(model.standing().get().printed()).isNotNull();
        assertThat(model.pad().lines().get()).isEmpty();
        assertThat(notices).extracting(Message::key).containsExactly("signature.kept");
    }

    @Test
    void anEmptyPadIsRefusedAndAStrokeCanBeTakenBack() {
        model.keep();
        assertThat(model.problem().get().key()).isEqualTo("signatures.nothing-written");
        write();
        assertThat(model.problem().get()).isNull();
        model.pad().press(10, 10);
        model.pad().back();
        assertThat(model.pad().lines().get()).hasSize(1);
        model.clear();
        assertThat(model.pad().lines().get()).isEmpty();
        assertThat(history()).isEmpty();
    }

    @Test
    void whatGoesBeyondThePadStaysOnIt() {
        model.pad().press(-5, 500);
        model.pad().draw(5_000, -1);
        assertThat(model.pad().lines().get().getFirst())
                .extracting(point -> point.x(), point -> point.y())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0.0, 180.0),
                        org.assertj.core.groups.Tuple.tuple(560.0, 0.0));
    }

    @Test
    void aScanIsShownAsItWillBeKeptAndWritingTakesItsPlace() throws Exception {
        var scan = Files.write(folder.resolve("scan.png"), DemoSignature.png());
        model.load(scan);
        assertThat(model.fromFile().get()).isNotNull();
        model.keep();
        assertThat(history()).hasSize(1);
        assertThat(site.signatures.history(null, TWELFTH).getFirst().source())
                .isEqualTo(SignatureSource.FILE);

        model.load(scan);
        model.pad().press(10, 10);
        assertThat(model.fromFile().get()).isNull();
        model.load(Files.writeString(folder.resolve("scan.jpg"), "no picture"));
        assertThat(model.problem().get().key()).isEqualTo("photos.unreadable");
        model.load(folder.resolve("none.png"));
        assertThat(model.problem().get().key()).isEqualTo("photos.file-unreadable");
    }

    @Test
    void takenAwayItIsNotPrintedAndComesBack() {
        write();
        model.keep();
        model.takeAway();
        assertThat(site.signatures.current(null, TWELFTH)).isEmpty();
        assertThat(model.standing().get().printed()).isNull();
        assertThat(model.standing().get().last()).isNotNull();
        model.putBack();
        assertThat(site.signatures.current(null, TWELFTH)).isPresent();
        assertThat(model.standing().get().printed()).isNotNull();
    }

    private void write() {
        model.pad().press(40, 100);
        for (int step = 0; step < 60; step++) {
            model.pad().draw(40 + 6 * step, 90 + 40 * Math.sin(step / 3.0));
        }
    }

    private List<Long> history() {
        return site.signatures.history(null, TWELFTH).stream().map(one -> one.number()).toList();
    }
}
