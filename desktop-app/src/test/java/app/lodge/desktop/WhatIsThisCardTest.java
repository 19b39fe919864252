package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.LookViewModel;
import app.lodge.desktop.carddesk.LookedAt.Finding;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.carddesk.Stored;
import app.lodge.desktop.shell.Look.Tone;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.recognition.Contents;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Recognised;
import app.lodge.personalization.recognition.Strength;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the clerk is told of a medium that lies on the reader.
@Tag("ID-47")
class WhatIsThisCardTest {

    /// Person 1's second card in {@link FakeMedia}.
    private static final Uid ANAS = Uid.of(new byte[] {4, 11, 2, 3, 4, 5, 6});

    @TempDir private Path folder;
    private final FakeStarter starter = new FakeStarter();
    private FakeStation station;
    private LookViewModel model;

    @BeforeEach
    void sitAtTheDesk() {
        sit(Role.CLERK);
    }

    private void sit(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        station = new FakeStation(starter.site.people, starter.site.media, starter.site.batches);
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
        var machines =
                new StationViewModel(
                        background, station, WorkstationSettings.read(folder.resolve("w")));
        machines.refresh();
        model = new CardDeskViewModel(session, station, machines).look();
    }

    private static Inspected lodge(Uid uid, long person, int issue, boolean oldKeys) {
        var number = new CardNumber(person, issue);
        return new Inspected(
                new Recognised(
                        Optional.of(uid),
                        "MIFARE DESFire EV3",
                        Strength.STRONG,
                        8192,
                        new Contents.Lodge(1)),
                Optional.of(new CardIdentity(uid, "DESFire EV3", number, "site", 1)),
                Optional.empty(),
                oldKeys);
    }

    private Message first() {
        return model.seen().get().findings().getFirst().words();
    }

    @Test
    void aValidCardIsGoodAndItsHolderNamed() {
        station.lying = lodge(ANAS, 1, 2, false);
        model.begin();
        assertThat(model.seen().get().findings())
                .containsExactly(
                        new Finding(Tone.GOOD, Message.of("look.state.active", "0000001-02")));
        assertThat(model.seen().get().holder()).isPresent();
        assertThat(model.seen().get().numbers().getFirst().text()).isEqualTo(ANAS.hex());
    }

    @Test
    void aReplacedCardIsFoundByWhatItSays() {
        station.lying = lodge(new Uid("04FFFFFFFFFFFF"), 1, 1, false);
        model.begin();
        assertThat(first()).isEqualTo(Message.of("look.state.replaced", "0000001-01"));
    }

    @Test
    @Tag("CHAIN-07")
    void aCardWithEarlierKeysIsRenewedAndLookedAtAgain() {
        station.lying = lodge(ANAS, 1, 2, true);
        model.begin();
        assertThat(model.mayRenew(model.seen().get())).isTrue();
        model.renew();
        assertThat(model.seen().get().findings())
                .containsExactly(
                        new Finding(Tone.GOOD, Message.of("look.state.active", "0000001-02")));
        assertThat(model.mayRenew(model.seen().get())).isFalse();
    }

    @Test
    @Tag("CHAIN-07")
    void aCardTakenAwayWhileItIsRenewedIsSaid() {
        station.lying = lodge(ANAS, 1, 2, true);
        model.begin();
        station.fault = new DeviceFault.CardRemoved("in-process");
        model.renew();
        assertThat(model.refusal().get()).isEqualTo(Message.of("fault.card-removed", "in-process"));
    }

    @Test
    void aCardThatTheBooksDoNotKnowIsKept() {
        station.lying = lodge(new Uid("04FFFFFFFFFFFF"), 77, 1, true);
        model.begin();
        assertThat(model.seen().get().findings())
                .containsExactly(
                        new Finding(Tone.BAD, Message.of("look.not-in-books", "0000077-01")),
                        new Finding(Tone.CAUTION, Message.of("look.old-keys")));
    }

    @Test
    void aChipThatSaysItIsAnotherCardIsAContradiction() {
        station.lying = lodge(ANAS, 3, 2, false);
        model.begin();
        assertThat(first()).isEqualTo(Message.of("look.contradiction", "0000003-02", "0000001-02"));
    }

    @Test
    void aLodgeCardThatOurKeysDoNotProveIsNoGoodCardEvenWithAKnownNumber() {
        var seen = lodge(ANAS, 1, 2, false).seen();
        var refused = new DeviceFault.KeyRefused(1, 3);
        station.lying = new Inspected(seen, Optional.empty(), Optional.of(refused), false);
        model.begin();
        assertThat(model.seen().get().findings())
                .extracting(Finding::tone)
                .containsOnly(Tone.BAD)
                .hasSize(2);
        assertThat(first()).isEqualTo(Message.of("look.unproven"));
    }

    @Test
    void anUnknownMediumIsGivenFromThereToWhomIsChosen() {
        model.begin();
        assertThat(model.mayGive(model.seen().get())).isTrue();
        model.give();
        assertThat(model.giving().problems()).as("to nobody").hasSize(1);

        var whom = model.giving().whom();
        whom.query().set("Weber");
        whom.choose(whom.hits().getFirst());
        model.give();
        assertThat(model.seen().get().holder())
                .get()
                .satisfies(
                        holder -> assertThat(holder.details().fullName()).isEqualTo("Jonas Weber"));
        assertThat(model.mayGive(model.seen().get())).as("it is his now").isFalse();
    }

    @Test
    void whatIsSomebodysOrDoubtfulIsGivenToNobody() {
        station.lying = lodge(ANAS, 1, 2, false);
        model.begin();
        assertThat(model.mayGive(model.seen().get())).as("somebody has it").isFalse();
        station.lying = lodge(new Uid("04FFFFFFFFFFFF"), 77, 1, false);
        model.look();
        assertThat(model.mayGive(model.seen().get())).as("ours, but not in the books").isFalse();
        var unproven = new DeviceFault.KeyRefused(1, 3);
        station.lying =
                new Inspected(station.lying.seen(), Optional.empty(), Optional.of(unproven), false);
        model.look();
        assertThat(model.mayGive(model.seen().get())).as("another site's, or a copy").isFalse();
        var known = station.lying.seen();
        station.lying =
                new Inspected(
                        new Recognised(
                                known.uid(),
                                known.chip(),
                                known.strength(),
                                known.capacity(),
                                new Contents.None(),
                                Origin.FORGED),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        model.look();
        assertThat(model.mayGive(model.seen().get())).as("no original").isFalse();
    }

    @Test
    void aForeignClassicCardIsNamedAndItsCipherWarnedOf() {
        model.begin();
        assertThat(model.seen().get().findings())
                .containsExactly(
                        new Finding(Tone.CAUTION, Message.of("look.broken")),
                        new Finding(Tone.NEUTRAL, Message.of("look.others", 1, "E103")));
    }

    private static Inspected classic() {
        return new Inspected(
                new Recognised(
                        Optional.of(ANAS),
                        "MIFARE Classic 1K",
                        Strength.BROKEN,
                        752,
                        new Contents.Hidden()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    @Tag("CHAIN-32")
    void thePurseOfAClassicCardIsShownToWhoHasItsKeys() {
        sit(Role.ADMINISTRATOR);
        station.lying = classic();
        station.purse = starter.site.purses.look(ANAS);
        model.begin();
        assertThat(model.stored().get()).isInstanceOf(Stored.InPurse.class);
        assertThat(model.purse().seen().get().look().card().value()).isEqualTo(1_650);
        sit(Role.AUDITOR);
        station.lying = classic();
        station.purse = starter.site.purses.look(ANAS);
        model.begin();
        assertThat(model.purse().seen().get()).isNull();
    }

    @Test
    @Tag("CHAIN-32")
    void withoutAPurseTheHoldersAccountIsShownWithItsLastMovements() {
        station.lying = lodge(ANAS, 1, 2, false);
        model.begin();
        var held = (Stored.OnAccounts) model.stored().get();
        assertThat(held.accounts().getFirst().account().holder().number()).isEqualTo(1);
        assertThat(held.accounts().getFirst().newest()).isNotEmpty();
        sit(Role.AUDITOR);
        station.lying = lodge(ANAS, 1, 2, false);
        model.begin();
        assertThat(((Stored.OnAccounts) model.stored().get()).accounts().getFirst().newest())
                .as("only who takes money sees movements without a reason")
                .isEmpty();
        station.lying = lodge(new Uid("04FFFFFFFFFFFF"), 77, 1, false);
        model.look();
        assertThat(model.stored().get()).as("nobody's").isEqualTo(new Stored.Untold());
    }

    @Test
    @Tag("CHAIN-32")
    void aPurseThatDoesNotAnswerIsSaidAndNotTakenForNone() {
        station.lying = lodge(ANAS, 1, 2, false);
        station.purseFault = new DeviceFault.VerifyMismatch("purse-state");
        model.begin();
        assertThat(model.stored().get()).isEqualTo(new Stored.Unread(station.purseFault));
        station.purseFault = null;
        model.look();
        assertThat(model.stored().get()).isInstanceOf(Stored.OnAccounts.class);
    }

    @Test
    void noCardInTimeIsSaidAndTheNextLookWorks() {
        station.fault = new DeviceFault.NoCard("in-process", Duration.ofSeconds(15));
        model.begin();
        assertThat(model.seen().get()).isNull();
        assertThat(model.refusal().get()).isEqualTo(Message.of("fault.no-card", "in-process", 15L));
        station.fault = null;
        model.look();
        assertThat(model.refusal().get()).isNull();
        assertThat(model.seen().get()).isNotNull();
    }
}
