package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.QueueRow;
import app.lodge.desktop.carddesk.QueueRow.Standing;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.printers.Supplies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Term start at the desk, by keys alone: the next person is entered while the last card is made (ID-01,
/// ID-40, ID-48).
@Tag("ID-01")
@Tag("ID-40")
@Tag("ID-48")
final class QueueByKeysTest {

    private static final PersonId FIRST = new PersonId(31);
    private static final PersonId SECOND = new PersonId(32);
    private static final PersonId THIRD = new PersonId(33);

    @TempDir Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeStarter starter = new FakeStarter();
    private final FakeStation station = starter.site.station;
    private OnScreen screen;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void standAtTheDesk() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.keyboardIn("#carddesk-query");
        robot.type(KeyCode.F11);
        screen.shows("#queue-cards");
        screen.keyboardIn("#carddesk-query");
    }

    @AfterEach
    void leave() throws Exception {
        station.mayGo.countDown();
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void theNextIsEnteredWhileTheLastCardPrints() {
        holdAt(IssueStep.PRINTING);
        enter("Vera", "Newman");
        standings(Standing.PRINTING);

        enter("Carl", "Cooper");
        standings(Standing.PRINTING, Standing.WAITING);
        robot.write("Newman");
        choose("Vera Newman");
        robot.type(KeyCode.F9);
        screen.says("#queue-word", "stands in a queue already");

        station.mayGo.countDown();
        standings(Standing.DONE, Standing.DONE);
        assertThat(station.made).containsExactly(FIRST, SECOND);
        assertThat(starter.site.media.ofPerson(null, FIRST)).hasSize(1);
        assertThat(starter.site.media.ofPerson(null, SECOND).getFirst().state())
                .isEqualTo(MediumState.ACTIVE);
    }

    @Test
    void whoIsFoundIsQueuedUpAndTheNextCanBeTypedAtOnce() {
        holdAt(IssueStep.ENCODING);
        enter("Vera", "Newman");
        standings(Standing.ENCODING);
        robot.write("0000005");
        robot.type(KeyCode.ENTER);
        OnScreen.until(() -> !nextIs("Who is next?"));
        robot.type(KeyCode.F9);
        standings(Standing.ENCODING, Standing.WAITING);
        screen.says("#queue-next", "Who is next?");
        screen.keyboardIn("#carddesk-query");

        robot.type(KeyCode.F9);
        screen.says("#queue-word", "Choose who is next");
    }

    @Test
    void aCardThatFailsInTheMiddleStaysOnTopAndIsMadeAgainByOneKey() {
        holdAt(IssueStep.PREPARING);
        enter("Vera", "Newman");
        enter("Carl", "Cooper");
        enter("Dora", "Dunn");
        standings(Standing.ENCODING, Standing.WAITING, Standing.WAITING);
        station.unlucky = SECOND;
        station.mayGo.countDown();

        standings(Standing.NEEDS_HAND, Standing.DONE, Standing.DONE);
        var failed = rows().getFirst();
        assertThat(failed.card().person()).isEqualTo(SECOND);
        assertThat(failed.why()).isNotNull();
        assertThat(failed.why().key()).isEqualTo("fault.key-refused");

        station.unlucky = new PersonId(99);
        robot.push(KeyCode.CONTROL, KeyCode.J);
        standings(Standing.DONE, Standing.DONE, Standing.DONE);
        assertThat(station.made).containsExactly(FIRST, SECOND, THIRD, SECOND);
    }

    @Test
    void aCardThatFailedIsSetAsideByOneKey() {
        station.unlucky = FIRST;
        enter("Vera", "Newman");
        standings(Standing.NEEDS_HAND);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        standings();
        assertThat(starter.site.batches.queue.cards().getFirst().state())
                .isEqualTo(State.TAKEN_OUT);
    }

    @Test
    void aPrinterThatNeedsAHandStopsTheQueueUntilOneKeyLetsItGoOn() {
        station.fault = new DeviceFault.OutOfRibbon("evolis:Primacy 2");
        enter("Vera", "Newman");
        standings(Standing.NEEDS_HAND);
        enter("Carl", "Cooper");
        standings(Standing.NEEDS_HAND, Standing.WAITING);
        screen.says("#queue-word", "The queue stands still.");
        assertThat(rows().getFirst().why().key()).isEqualTo("fault.out-of-ribbon");
        assertThat(station.made).containsExactly(FIRST);

        station.fault = null;
        robot.push(KeyCode.CONTROL, KeyCode.J);
        standings(Standing.DONE, Standing.DONE);
        assertThat(station.made).containsExactly(FIRST, FIRST, SECOND);
    }

    @Test
    void whoWaitsIsMovedTakenOutAndHeldBackByKeys() {
        holdAt(IssueStep.PRINTING);
        enter("Vera", "Newman");
        enter("Carl", "Cooper");
        enter("Dora", "Dunn");
        standings(Standing.PRINTING, Standing.WAITING, Standing.WAITING);
        robot.type(KeyCode.F12);
        screen.keyboardIn("#queue-cards");
        robot.type(KeyCode.END);
        robot.push(KeyCode.ALT, KeyCode.UP);
        OnScreen.until(() -> people().equals(List.of(FIRST, THIRD, SECOND)));

        robot.push(KeyCode.CONTROL, KeyCode.P);
        screen.says("#queue-far", "Paused");
        station.mayGo.countDown();
        standings(Standing.WAITING, Standing.WAITING, Standing.DONE);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        standings(Standing.WAITING, Standing.DONE);
        robot.push(KeyCode.CONTROL, KeyCode.P);
        standings(Standing.DONE, Standing.DONE);
        assertThat(station.made).containsExactly(FIRST, SECOND);
    }

    @Test
    void theLineOnTopTellsReaderPrinterRibbonAndBlanks() {
        screen.says("#line-reader", "Virtual card (in process)");
        screen.says("#line-printer", "PDF in /cards: ready");
        screen.says("#line-ribbon", "YMCKO, 2 of 300 sides left");
        screen.says("#line-blanks", "40 blanks here");
        holdAt(IssueStep.PRINTING);
        enter("Vera", "Newman");
        screen.says("#line-printer", "makes a card");
    }

    @Test
    @Tag("ID-45")
    void aPrinterThatTellsHundredthsOnlyShowsThem() {
        var before = station.look;
        station.look =
                new BatchLook(
                        before.cards(),
                        before.sides(),
                        new DeviceFault.PrinterStopped("ipp://cards", "paused"),
                        new Supplies(
                                "",
                                null,
                                null,
                                List.of(
                                        new Supplies.Level("YMCKO", 8),
                                        new Supplies.Level("Film", 64))),
                        null,
                        before.blanks(),
                        before.cost(),
                        null);
        enter("Vera", "Newman");
        standings(Standing.DONE);
        screen.says("#line-ribbon", "YMCKO 8% · Film 64%");
        screen.says("#line-printer", "has stopped and waits for somebody (paused)");
    }

    @Test
    void theQueueStaysInSightWhileItWorks() {
        holdAt(IssueStep.PRINTING);
        enter("Vera", "Newman");
        standings(Standing.PRINTING);
        robot.type(KeyCode.F11);
        screen.says("#queue-word", "A card is being made");
        station.mayGo.countDown();
        standings(Standing.DONE);
        robot.type(KeyCode.F11);
        screen.hides("#queue-cards");
    }

    private void holdAt(IssueStep step) {
        station.mayGo = new CountDownLatch(1);
        station.holdAt = step;
    }

    private void enter(String given, String family) {
        screen.keyboardIn("#carddesk-query");
        int before = starter.site.batches.queue.cards().size();
        robot.push(KeyCode.CONTROL, KeyCode.I);
        screen.keyboardIn("#person-given-name");
        robot.write(given);
        robot.type(KeyCode.TAB);
        robot.write(family);
        robot.type(KeyCode.ENTER);
        OnScreen.until(() -> starter.site.batches.queue.cards().size() == before + 1);
        screen.keyboardIn("#carddesk-query");
    }

    private void choose(String name) {
        OnScreen.until(() -> starter.site.people.matching("Newman").size() == 1);
        robot.type(KeyCode.ENTER);
        screen.says("#queue-next", name);
    }

    private boolean nextIs(String words) {
        return screen.node("#queue-next") instanceof javafx.scene.control.Label label
                && label.getText().equals(words);
    }

    private void standings(Standing... expected) {
        OnScreen.until(
                () -> rows().stream().map(QueueRow::standing).toList().equals(List.of(expected)));
    }

    private List<PersonId> people() {
        return rows().stream().map(row -> row.card().person()).toList();
    }

    @SuppressWarnings("unchecked")
    private List<QueueRow> rows() {
        return List.copyOf(((TableView<QueueRow>) screen.node("#queue-cards")).getItems());
    }
}
