package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.KeyViewModel;
import app.lodge.desktop.carddesk.LookedAt.Finding;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.contactkeys.KeyFileViewModel;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Look.Tone;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.workstation.LogFile;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A contact key at the card desk: what the clerk is told and what is asked of the key.
@Tag("KEY-25")
@Tag("ID-47")
class ContactKeyDeskTest {

    @TempDir private Path folder;
    private final FakeSite site = new FakeSite();
    private final FakeStation station = site.station;
    private final List<Message> heard = new ArrayList<>();
    private CardDeskViewModel desk;
    private KeyViewModel keys;

    @BeforeEach
    void sitAtTheDesk() {
        var actor = new Actor(1, "Clara", Role.CLERK, "desk-1");
        var background = new InlineBackground();
        var session =
                new Session(
                        site.doors(),
                        actor,
                        site.settings,
                        background,
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(heard),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        var machines =
                new StationViewModel(
                        background, station, WorkstationSettings.read(folder.resolve("w")));
        machines.refresh();
        choose(machines, "onewire:virtual");
        desk = new CardDeskViewModel(session, station, machines);
        keys = desk.keys();
    }

    private static void choose(StationViewModel machines, String address) {
        machines.chooseReader(
                machines.readers().stream()
                        .filter(each -> each.address().equals(address))
                        .findFirst()
                        .orElseThrow());
    }

    private List<Message> words() {
        return keys.seen().get().findings().stream().map(Finding::words).toList();
    }

    @Test
    void whatIsThisCardShowsTheKeyAtTheAdapter() {
        desk.lookAtMedium();
        assertThat(desk.look().open().get()).isFalse();
        assertThat(keys.open().get()).isTrue();
        assertThat(keys.seen().get().holder()).isPresent();
        assertThat(words())
                .containsExactly(
                        Message.of("key.content.lodge"),
                        Message.of("key.state", Message.of("medium.state.active")));
    }

    @Test
    void issuingAtTheAdapterMakesAContactKeyAndNoCard() {
        desk.person().set(site.people.find(null, new PersonId(1)).orElseThrow());
        desk.issue().issue();
        assertThat(keys.open().get()).isTrue();
        keys.number().set("02524");
        keys.value().set("12,50");
        keys.reassign().set(true);
        keys.encode();
        assertThat(station.keys.orders)
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.number()).isEqualTo("02524");
                    assertThat(order.value()).contains(1_250);
                    assertThat(order.highestValue()).isEqualTo(20_000);
                    assertThat(order.present()).isEqualTo(Present.REASSIGN);
                });
        assertThat(heard).contains(Message.of("key.ready", "02524"));
    }

    @Test
    @Tag("KEY-05")
    void aKeysStationsAreTickedTypedAndKept() {
        keys.begin();
        var file = desk.keyFile();
        file.begin(FakeKeys.key(2524, 1).medium().id());
        assertThat(file.open().get()).isTrue();
        assertThat(file.file().get().keys())
                .extracting(key -> key.medium().holder())
                .containsExactly(new PersonId(1), new PersonId(4));
        assertThat(ticked(file)).containsExactly("Hauptstrasse 5", "Seeweg 2");

        file.stations().getFirst().ticked().set(false);
        file.another().set(" Seeweg 9 ");
        file.add();
        file.another().set("Typed and not added");
        file.save();
        assertThat(site.contactKeys.present())
                .containsExactly("Seeweg 2", "Seeweg 9", "Typed and not added");
        assertThat(ticked(file)).containsExactly("Seeweg 2", "Seeweg 9", "Typed and not added");
        assertThat(file.said().get()).isEqualTo(Message.of("key-file.saved", "02524"));

        file.another().set("x".repeat(61));
        file.save();
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("another"));
        assertThat(site.contactKeys.present()).hasSize(3);
    }

    /// What the other wrote is shown and stays until it is saved again.
    @Test
    @Tag("KEY-05")
    void stationsThatSomebodyElseChangedMeanwhileAreNotWrittenOver() {
        var file = desk.keyFile();
        file.begin(FakeKeys.key(2524, 1).medium().id());
        site.contactKeys.alsoAt("Bergstrasse 1");
        file.stations().getFirst().ticked().set(false);
        file.another().set("Seeweg 9");
        file.save();
        assertThat(file.said().get()).isEqualTo(Message.of("key-file.overtaken", "02524"));
        assertThat(site.contactKeys.present())
                .containsExactly("Bergstrasse 1", "Hauptstrasse 5", "Seeweg 2");
        assertThat(ticked(file)).containsExactly("Bergstrasse 1", "Hauptstrasse 5", "Seeweg 2");
        assertThat(file.another().get()).as("what was typed is still there").isEqualTo("Seeweg 9");

        file.save();
        assertThat(file.said().get()).isEqualTo(Message.of("key-file.saved", "02524"));
        assertThat(site.contactKeys.present())
                .containsExactly("Bergstrasse 1", "Hauptstrasse 5", "Seeweg 2", "Seeweg 9");
    }

    private static List<String> ticked(KeyFileViewModel file) {
        return file.stations().stream()
                .filter(one -> one.ticked().get())
                .map(KeyFileViewModel.Station::name)
                .toList();
    }

    @Test
    @Tag("KEY-05")
    void theStationsOfAKeyThatCameBackStayAsTheyWere() {
        var file = desk.keyFile();
        file.begin(FakeKeys.key(2524, 4).medium().id());
        assertThat(file.mayChange(file.file().get())).isFalse();
        file.another().set("Seeweg 9");
        file.save();
        assertThat(site.contactKeys.present()).containsExactly("Hauptstrasse 5", "Seeweg 2");
    }

    @Test
    void aKeyPulledOffIsSaidInWordsAndCanBeTriedAgain() {
        desk.person().set(site.people.find(null, new PersonId(1)).orElseThrow());
        keys.begin();
        station.fault = new DeviceFault.CardRemoved("COM3");
        keys.encode();
        assertThat(keys.refusal().get())
                .isEqualTo(FaultWords.message(new DeviceFault.CardRemoved("COM3")));
        station.fault = null;
        keys.encode();
        assertThat(keys.refusal().get()).isNull();
        assertThat(station.keys.orders).hasSize(1);
    }

    @Test
    void whatTheBooksRefuseIsSaidWithNames() {
        desk.person().set(site.people.find(null, new PersonId(2)).orElseThrow());
        keys.begin();
        var other = FakeKeys.key(2524, 1);
        station.keys.outcome = new KeyOutcome.NotEnrolled(new EnrolOutcome.HeldBy(other));
        keys.encode();
        assertThat(keys.refusal().get()).isEqualTo(Message.of("key.held-by", "02524", "0000001"));
        var problem = Problem.of("number", "70000", "contact-key.number-range", 65_535);
        station.keys.outcome =
                new KeyOutcome.NotEnrolled(new EnrolOutcome.Rejected(List.of(problem)));
        keys.encode();
        assertThat(keys.problems()).containsExactly(problem);
    }

    @Test
    void whatIsWrongWithAKeyIsSaid() {
        station.keys.contents = new KeyContents.Forged();
        station.keys.known = Optional.empty();
        keys.begin();
        assertThat(keys.seen().get().findings())
                .containsExactly(
                        new Finding(Tone.BAD, Message.of("key.content.forged")),
                        new Finding(Tone.NEUTRAL, Message.of("key.nobodys")));
        station.keys.contents = new KeyContents.Lodge(station.keys.record, 2, true);
        station.keys.known = Optional.of(FakeKeys.key(11, 1));
        keys.look();
        assertThat(words())
                .startsWith(Message.of("key.contradiction", "02524", "00011"))
                .contains(Message.of("key.torn-beside"));
    }

    @Test
    void nobodyChosenGetsNoKey() {
        station.keys.known = Optional.empty();
        keys.begin();
        keys.encode();
        assertThat(keys.problems()).containsExactly(Problem.of("person", "", "key.no-person"));
        assertThat(station.keys.orders).isEmpty();
    }

    /// The key is on the adapter, and only then somebody says whose it shall be.
    @Test
    @Tag("ID-07")
    void anUnknownKeyIsGivenToWhomIsNamedThere() {
        station.keys.known = Optional.empty();
        keys.begin();
        assertThat(words()).contains(Message.of("key.nobodys"));
        keys.encode();
        assertThat(station.keys.orders).as("to nobody").isEmpty();
        keys.whom().query().set("Kova");
        keys.whom().choose(keys.whom().hits().getFirst());
        assertThat(keys.problems()).isEmpty();
        keys.encode();
        assertThat(station.keys.orders)
                .singleElement()
                .satisfies(order -> assertThat(order.person()).isEqualTo(new PersonId(1)));
    }

    @Test
    void whoeverStandsAtTheDeskIsProposedElseTheHolder() {
        keys.begin();
        assertThat(keys.whom().chosen().get().number()).as("the holder").isEqualTo(1);
        desk.person().set(site.people.find(null, new PersonId(2)).orElseThrow());
        keys.begin();
        assertThat(keys.whom().chosen().get().number()).as("at the desk").isEqualTo(2);
    }

    @Test
    @Tag("KEY-22")
    void aStationsLogBecomesAFileWithItsTornRecordsNamed() {
        var log = station.keys.log().log().orElseThrow();
        var lines = LogFile.text(log, site.settings.zone(), site.settings.currency()).split("\r\n");
        assertThat(lines).hasSize(1 + log.records().size() + log.torn().size());
        assertThat(lines[1]).startsWith("35575,4100,").contains(",02524,5.00,EUR,whole");
        assertThat(lines[lines.length - 1]).isEqualTo("35575,,,,,,,torn at 15");
    }
}
