package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import app.lodge.desktop.carddesk.QueueRow;
import app.lodge.desktop.carddesk.QueueRow.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desktop is killed while it works on its queue. The next one at the same desk shows the queue, asks
/// about the card in doubt, and goes on at one key, without waiting for the dead one's lease: everybody
/// has one card, and nobody two (ID-40, ID-48).
@Tag("ID-40")
@Tag("ID-48")
final class QueueAfterTheEndTest {

    @TempDir static Path folder;

    private static SiteWithDesks site;

    @BeforeAll
    static void open() throws Exception {
        Toolkit.start();
        site = new SiteWithDesks(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        Toolkit.closeAll();
        site.close();
    }

    @Test
    void aCardInDoubtIsAskedAboutAndTheRestIsMade() throws Exception {
        var people = queued("desk-1");
        dies("desk-1", "after PRINTING");

        var screen = openedQueue("desk-1");
        standings(screen, Standing.NEEDS_HAND, Standing.WAITING, Standing.WAITING);
        screen.robot().push(KeyCode.CONTROL, KeyCode.T);
        OnScreen.until(() -> rows(screen).getFirst().card().state() == State.SPOILED);
        screen.robot().push(KeyCode.CONTROL, KeyCode.J);
        standings(screen, Standing.DONE, Standing.DONE, Standing.DONE);
        oneCardEach(people);
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void whatWasNotFedIsMadeAsIfNothingHadHappened() throws Exception {
        var people = queued("desk-2");
        dies("desk-2", "after QUEUED");

        var screen = openedQueue("desk-2");
        standings(screen, Standing.WAITING, Standing.WAITING, Standing.WAITING);
        screen.robot().push(KeyCode.CONTROL, KeyCode.P);
        standings(screen, Standing.DONE, Standing.DONE, Standing.DONE);
        oneCardEach(people);
        Toolkit.run(screen.stage()::close);
    }

    private static List<PersonId> queued(String workstation) throws Exception {
        var desk = Desk.open(site.home, workstation);
        var people = new ArrayList<PersonId>();
        for (var name : List.of("Adler", "Bauer", "Cohen")) {
            people.add(site.person(name));
            desk.queueUp(people.getLast());
        }
        return people;
    }

    private static void dies(String workstation, String place) throws Exception {
        var told = folder.resolve(workstation + ".reached");
        try (var desk = DoomedDesk.startQueue(site.home, workstation, place, told)) {
            desk.standsStill().kill();
        }
    }

    private static OnScreen openedQueue(String workstation) throws Exception {
        var screen = Desk.screen(site.home, workstation);
        Desk.signIn(screen);
        screen.robot().push(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.keyboardIn("#carddesk-query");
        screen.says("#queue-left-over", "3 cards are open in this desk’s queue");
        screen.robot().type(KeyCode.F11);
        screen.shows("#queue-cards");
        return screen;
    }

    private static void oneCardEach(List<PersonId> people) {
        for (var person : people) {
            var media = site.site().media().ofPerson(SiteWithDesks.ADMIN, person);
            assertThat(media.stream().filter(card -> card.state() == MediumState.ACTIVE))
                    .hasSize(1);
            assertThat(media).noneMatch(card -> card.state() == MediumState.PREPARING);
        }
    }

    private static void standings(OnScreen screen, Standing... expected) {
        OnScreen.until(() ->
                rows(screen).stream().map(QueueRow::standing).toList().equals(List.of(expected)));
    }

    @SuppressWarnings("unchecked")
    private static List<QueueRow> rows(OnScreen screen) {
        return screen.node("#queue-cards") instanceof TableView<?> table
                ? List.copyOf((List<QueueRow>) (List<?>) table.getItems())
                : List.of();
    }
}
