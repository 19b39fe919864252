package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.media.PrintedNumber;
import app.lodge.core.media.Uid;
import app.lodge.core.people.Person;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.NumberViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever number a reader gives or a clerk types: the card that has it is found at the desk.
@Tag("ID-08")
@Tag("ID-47")
class NumberAtTheDeskTest {

    /// Person 1's second card in {@link FakeMedia}.
    private static final Uid ANAS = Uid.of(new byte[] {4, 11, 2, 3, 4, 5, 6});

    private static final String STRANGE = "0102A1B2C3";

    @TempDir private Path folder;
    private CardDeskViewModel desk;
    private NumberViewModel model;

    @BeforeEach
    void sitAtTheDesk() {
        var starter = new FakeStarter();
        var actor = new Actor(1, "Clara", Role.CLERK, "desk-1");
        var background = new InlineBackground();
        var session =
                new Session(
                        starter.site.doors(),
                        actor,
                        starter.site.settings,
                        background,
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(new ArrayList<>()),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        var station =
                new FakeStation(starter.site.people, starter.site.media, starter.site.batches);
        var machines =
                new StationViewModel(
                        background, station, WorkstationSettings.read(folder.resolve("w")));
        desk = new CardDeskViewModel(session, station, machines);
        model = desk.number();
    }

    private long atTheDesk() {
        Person person = desk.person().get();
        return person == null ? 0 : person.id().number();
    }

    @Test
    void everyWayToPrintTheNumberBringsItsHolderToTheDesk() {
        for (var printed : PrintedNumber.of(ANAS)) {
            desk.person().set(null);
            desk.open("number:" + printed.text());
            boolean shared = model.open().get();
            assertThat(shared || atTheDesk() == 1).as(printed.toString()).isTrue();
            if (shared) {
                // parts of numbers may be several cards' own
                assertThat(model.seen().get().found()).hasSizeGreaterThan(1);
                model.open().set(false);
            }
        }
        desk.person().set(null);
        desk.open("number:" + ANAS.hex());
        assertThat(atTheDesk()).isEqualTo(1);
    }

    @Test
    void allReadingsOfATypedNumberAreShown() {
        model.begin();
        model.text().set(ANAS.hex());
        model.look();
        assertThat(model.seen().get().readings()).isEqualTo(PrintedNumber.of(ANAS));
        assertThat(model.seen().get().found()).hasSize(1);
        model.choose(model.seen().get().found().getFirst());
        assertThat(atTheDesk()).isEqualTo(1);
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void anUnknownNumberIsGivenToWhomStandsAtTheDesk() {
        desk.open("number:" + STRANGE);
        assertThat(model.open().get()).isTrue();
        assertThat(model.mayGive(model.seen().get())).isTrue();
        model.give();
        assertThat(model.giving().problems()).as("nobody is there").hasSize(1);
        assertThat(model.open().get()).isTrue();

        desk.open("person:3");
        assertThat(model.giving().problems()).isEmpty();
        model.give();

        assertThat(model.open().get()).isFalse();
        assertThat(desk.media().get())
                .anySatisfy(medium -> assertThat(medium.uid()).isEqualTo(new Uid(STRANGE)));
        desk.person().set(null);
        desk.open("number:0044151491");
        assertThat(atTheDesk()).as("as it is stamped on the fob").isEqualTo(3);
        desk.person().set(null);
        desk.open("number:" + Uid.of(new byte[] {4, 31, 2, 3, 4, 5, 6}).hex());
        assertThat(atTheDesk()).as("with the card it is the same person").isEqualTo(3);
    }

    @Test
    void itIsGivenToWhomIsChosenThereThoughAnotherStandsAtTheDesk() {
        desk.open("person:3");
        desk.open("number:" + STRANGE);
        var whom = model.giving().whom();
        whom.query().set("Wiśniewski");
        assertThat(whom.chosen().get()).as("it is no longer person 3").isNull();
        whom.choose(whom.hits().getFirst());
        model.give();
        assertThat(atTheDesk()).isEqualTo(4);
        assertThat(desk.media().get())
                .anySatisfy(medium -> assertThat(medium.uid()).isEqualTo(new Uid(STRANGE)));
    }

    @Test
    void nothingTypedIsSaid() {
        model.begin();
        model.look();
        assertThat(model.refusal().get()).isEqualTo(Message.of("number.nothing-typed"));
    }

    @Test
    void whatIsNoNumberIsNobodys() {
        model.begin();
        model.text().set("Anna");
        model.look();
        assertThat(model.seen().get().found()).isEmpty();
        assertThat(model.seen().get().readings()).isEmpty();
    }
}
