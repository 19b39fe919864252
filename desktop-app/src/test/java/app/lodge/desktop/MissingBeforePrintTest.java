package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.issuing.Lacking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody's card is printed without the photograph or signature that it shows, unless somebody says so
/// who has seen the name.
@Tag("ID-11")
@Tag("ID-48")
final class MissingBeforePrintTest {

    private static final PersonId FIFTH = new PersonId(5);
    private static final Lacking LACKS = new Lacking(FIFTH, "Somebody, Else", true, false);

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();
    private CardDeskViewModel desk;

    @BeforeEach
    void standAtTheDesk() {
        var session = ClerksSession.at(site, notices);
        var machines =
                new StationViewModel(
                        session.background(),
                        site.station,
                        WorkstationSettings.read(folder.resolve("workstation.properties")));
        machines.refresh();
        desk = new CardDeskViewModel(session, site.station, machines);
        site.station.lacking = List.of(LACKS);
    }

    @Test
    void aSingleCardWaitsForTheWord() {
        desk.open("person:5");
        int before = cards();
        desk.issue().issue();
        assertThat(desk.issue().missing().open().get()).isTrue();
        assertThat(desk.issue().missing().lacking()).containsExactly(LACKS);
        assertThat(desk.issue().missing().canLeaveOut()).isFalse();
        desk.issue().missing().open().set(false);
        assertThat(cards()).isEqualTo(before);

        desk.issue().issue();
        desk.issue().missing().printAll();
        assertThat(desk.issue().missing().open().get()).isFalse();
        assertThat(cards()).isEqualTo(before + 1);
    }

    @Test
    void whoHasEverythingIsPrintedAtOnce() {
        desk.open("person:6");
        int before = site.media.ofPerson(null, new PersonId(6)).size();
        desk.issue().issue();
        assertThat(desk.issue().missing().open().get()).isFalse();
        assertThat(site.media.ofPerson(null, new PersonId(6))).hasSize(before + 1);
    }

    @Test
    void nobodyStandsInTheQueueUnnamedAndNobodyElseIsHeldUp() {
        desk.queue().toggle();
        desk.open("person:5");
        desk.queue().queueUp();
        assertThat(desk.queue().missing().open().get()).isTrue();
        desk.open("person:6");
        desk.queue().queueUp();
        assertThat(waiting()).containsExactly(new PersonId(6));

        desk.queue().missing().printAll();
        assertThat(waiting()).containsExactly(new PersonId(6), FIFTH);
    }

    @Test
    void whoComesWhileOthersAreNamedIsNamedAfterThem() {
        var sixth = new PersonId(6);
        site.station.lacking = List.of(LACKS, new Lacking(sixth, "Another", false, true));
        desk.queue().toggle();
        for (var number : List.of(5, 6)) {
            desk.open("person:" + number);
            desk.queue().queueUp();
        }
        assertThat(desk.queue().missing().lacking())
                .extracting(Lacking::person)
                .containsOnly(FIFTH);
        desk.queue().missing().printAll();
        assertThat(desk.queue().missing().open().get()).isTrue();
        assertThat(desk.queue().missing().lacking())
                .extracting(Lacking::person)
                .containsOnly(sixth);
        desk.queue().missing().open().set(false);
        assertThat(waiting()).containsExactly(FIFTH);
    }

    @Test
    void aBatchGoesOnWithoutThoseOrWithThemAsIsSaid() {
        desk.batches().begin();
        desk.batches().run();
        assertThat(desk.batches().missing().lacking()).containsExactly(LACKS);
        assertThat(desk.batches().word().get()).as("nothing has begun").isNull();
        desk.batches().missing().leaveOut();
        assertThat(site.batches.changes).containsExactly(new Change.TakeOut(5));
        assertThat(desk.batches().word().get().key()).isEqualTo("batches.done");
    }

    @Test
    void aBatchPrintsThemAllTheSameWhenThatIsSaid() {
        desk.batches().begin();
        desk.batches().run();
        desk.batches().missing().printAll();
        assertThat(site.batches.changes).isEmpty();
        assertThat(desk.batches().word().get().key()).isEqualTo("batches.done");
    }

    @Test
    void whoseCardIsMadeAlreadyIsNotNamed() {
        var made = new PersonId(1);
        site.station.lacking = List.of(new Lacking(made, "Made", true, true));
        desk.batches().begin();
        desk.batches().run();
        assertThat(desk.batches().missing().open().get()).isFalse();
        assertThat(desk.batches().word().get().key()).isEqualTo("batches.done");
    }

    private List<PersonId> waiting() {
        return site.batches.queue.cards().stream().map(BatchCard::person).toList();
    }

    private int cards() {
        return site.media.ofPerson(null, FIFTH).size();
    }
}
