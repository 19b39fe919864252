package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.carddesk.CardStation.Presence;
import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.carddesk.ReadersViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.carddesk.StationWatch;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers come and go, and cards on them, while the program runs.
@Tag("ID-47")
class StationWatchTest {

    /// One of those that {@link FakeStation} has.
    private static final Machine ONE = Machine.reader("Virtual PCD 00 00");

    private static final Machine TWO = Machine.named("ACS ACR122U 01 00", "ACS ACR122U (2)");

    @TempDir private Path folder;
    private final List<Message> said = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private FakeStation station;
    private StationViewModel machines;
    private ReadersViewModel readers;
    private CardDeskViewModel desk;
    private StationWatch watch;

    @BeforeEach
    void sitAtTheDesk() {
        var starter = new FakeStarter();
        var actor = new Actor(1, "Clara", Role.CLERK, "desk-1");
        var background = new InlineBackground();
        station = new FakeStation(starter.site.people, starter.site.media, starter.site.batches);
        station.states = List.of(state(ONE, Presence.EMPTY));
        var settings = WorkstationSettings.read(folder.resolve("w"));
        machines = new StationViewModel(background, station, settings);
        var notices = new HeardNotices(said);
        var session =
                new Session(
                        starter.site.doors(),
                        actor,
                        starter.site.settings,
                        background,
                        new ViewModelsTest.NoDialogs(),
                        notices,
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        readers = new ReadersViewModel(session, station, machines);
        desk = new CardDeskViewModel(session, station, machines);
        watch = new StationWatch(station, machines, settings, notices, numbers::add);
        look();
        machines.chooseReader(ONE);
    }

    private static ReaderState state(Machine machine, Presence presence) {
        return new ReaderState(machine, presence, false);
    }

    private void look() {
        if (watch.happened()) {
            watch.tell();
        }
    }

    @Test
    void whatWasThereAtTheStartIsNoNews() {
        assertThat(said).isEmpty();
        assertThat(readers.readers()).hasSize(1);
        assertThat(watch.happened()).isFalse();
    }

    @Test
    void aReaderThatIsPluggedInOrPulledOutIsListedAndSaidAtOnce() {
        station.states = List.of(state(ONE, Presence.EMPTY), state(TWO, Presence.EMPTY));
        look();
        assertThat(readers.readers()).hasSize(2);
        station.states = List.of(state(ONE, Presence.EMPTY));
        look();
        assertThat(readers.readers()).hasSize(1);
        assertThat(said)
                .containsExactly(
                        Message.of("readers.plugged-in", TWO.words()),
                        Message.of("readers.pulled-out", TWO.words()));
    }

    @Test
    void aCardOnAnotherReaderIsSaidWithItsNameAndLookedAtThere() {
        station.states = List.of(state(ONE, Presence.EMPTY), state(TWO, Presence.EMPTY));
        look();
        said.clear();
        station.states = List.of(state(ONE, Presence.EMPTY), state(TWO, Presence.CARD));
        look();
        assertThat(said).containsExactly(Message.of("readers.laid", TWO.words()));

        desk.look().begin();
        assertThat(desk.look().at().get()).isEqualTo(TWO);
    }

    @Test
    void aCardOnTheDesksReaderIsNoNews() {
        station.states = List.of(state(ONE, Presence.CARD), state(TWO, Presence.CARD));
        look();
        assertThat(said).containsExactly(Message.of("readers.plugged-in", TWO.words()));
        desk.look().begin();
        assertThat(desk.look().at().get()).isEqualTo(ONE);
    }

    @Test
    void aNumberFromTheSerialPortIsHeardOnceThatIsChosen() {
        station.numbers.add("0x62E3086CED");
        look();
        assertThat(numbers).isEmpty();
        readers.choosePort("/dev/ttyUSB0");
        look();
        assertThat(numbers).containsExactly("0x62E3086CED");
        assertThat(WorkstationSettings.read(folder.resolve("w")).values().numbers())
                .isEqualTo("/dev/ttyUSB0");
    }
}
