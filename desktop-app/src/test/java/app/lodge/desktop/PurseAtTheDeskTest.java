package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.approvals.Approval;
import app.lodge.core.approvals.Approvals.Decision;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Fact;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseLaw;
import app.lodge.core.purse.PurseRefusal;
import app.lodge.core.purse.PurseRules;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.PurseViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.settings.PurseRulesViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.purse.PurseMatter;
import app.lodge.personalization.recognition.Contents;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Recognised;
import app.lodge.personalization.recognition.Strength;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that is done with a purse at the card desk, from the button to what is said.
@Tag("CHAIN-22")
@Tag("CHAIN-32")
class PurseAtTheDeskTest {

    private static final Uid ANAS = Uid.of(new byte[] {4, 11, 2, 3, 4, 5, 6});

    @TempDir private Path folder;
    private final FakeStarter starter = new FakeStarter();
    private final List<Message> heard = new ArrayList<>();
    private Session session;
    private FakeStation station;
    private CardDeskViewModel desk;

    @BeforeEach
    void sitAtTheDesk() {
        sit(Role.ADMINISTRATOR);
    }

    private void sit(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        station = new FakeStation(starter.site.people, starter.site.media, starter.site.batches);
        var background = new InlineBackground();
        session =
                new Session(
                        starter.site.doors(),
                        actor,
                        starter.site.settings,
                        background,
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(heard),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        var machines =
                new StationViewModel(
                        background, station, WorkstationSettings.read(folder.resolve("w" + role)));
        machines.refresh();
        desk = new CardDeskViewModel(session, station, machines);
        station.lying = anas();
        station.purse = starter.site.purses.look(ANAS);
    }

    static Inspected anas() {
        var number = new CardNumber(1, 2);
        return new Inspected(
                new Recognised(
                        Optional.of(ANAS),
                        "MIFARE DESFire EV3",
                        Strength.STRONG,
                        8192,
                        new Contents.Lodge(1)),
                Optional.of(new CardIdentity(ANAS, "DESFire EV3", number, "site", 1)),
                Optional.empty(),
                false);
    }

    private PurseViewModel purse() {
        desk.look().begin();
        return desk.look().purse();
    }

    @Test
    void moneyGoesOntoTheCardAndItsReceiptIsShown() {
        var purse = purse();
        station.visit = starter.site.purses.done(ANAS, 500);
        purse.amount().set("5,00");
        purse.load(Source.CARD_TERMINAL);
        assertThat(station.matters)
                .containsExactly(new PurseMatter.Load(FakePurses.euro(500), Source.CARD_TERMINAL));
        assertThat(purse.receipt().get().number()).isEqualTo("R2026-000117");
        var words = purse.receipt().get().words(new Texts(Locale.ENGLISH), "0000001-02");
        assertThat(words).contains("0000001-02").contains("Onto the card").contains("€5.00");
        assertThat(purse.amount().get()).isEmpty();
    }

    @Test
    void aPurchaseIsChosenAndGivenBack() {
        var purse = purse();
        var bought = FakePurses.records().get(2);
        assertThat(purse.mayRefund(bought)).isTrue();
        assertThat(purse.mayRefund(FakePurses.records().get(0))).as("a load").isFalse();
        purse.beginRefund(bought);
        station.visit = starter.site.purses.done(ANAS, 200);
        purse.refund();
        assertThat(station.matters)
                .containsExactly(new PurseMatter.Refund(FakePurses.euro(200), 3));
        assertThat(purse.refunding().get()).isNull();
    }

    @Test
    void whatTheCardBeforeHeldIsOfferedAndMovesAfterAQuestion() {
        var purse = purse();
        var before = purse.seen().get().before();
        assertThat(before).hasSize(1);
        assertThat(before.getFirst().medium().number()).isEqualTo("0000001-01");
        station.visit = new Visit.Done(starter.site.purses.look(ANAS), null);
        purse.move(before.getFirst());
        assertThat(station.matters).containsExactly(new PurseMatter.Move(FakePurses.OLD));
    }

    @Test
    void aRefusalNamesThePrintedNumberAndTheRule() {
        var purse = purse();
        station.visit =
                new Visit.Refused(
                        new PurseRefusal.AboveMaximum(
                                FakePurses.NEW, FakePurses.euro(15_000), FakePurses.euro(13_350)));
        purse.amount().set("140");
        purse.load(Source.CASH);
        assertThat(purse.said().get())
                .isEqualTo(
                        Message.of(
                                "purse.refusal.above-maximum",
                                "0000001-02",
                                FakePurses.euro(15_000),
                                FakePurses.euro(13_350)));
        assertThat(purse.amount().get()).as("to be corrected").isEqualTo("140");
    }

    @Test
    void whatIsNoAmountIsSaidBeforeTheCardIsTouched() {
        var purse = purse();
        purse.amount().set("zwölf");
        purse.payOut();
        assertThat(station.matters).isEmpty();
        assertThat(purse.said().get()).isEqualTo(Message.of("amount.malformed", "zwölf", "EUR"));
    }

    private static Visit needs(Verb verb) {
        return new Visit.NeedsApproval(
                new Matter(verb, new AccountId(71), FakePurses.euro(30_000), 0),
                FakePurses.euro(20_000));
    }

    @Test
    @Tag("ID-27")
    void aPayOutAboveTheLevelGoesOnByItselfOnceAnotherDeskHasApproved() {
        var purse = purse();
        station.visit = needs(Verb.PURSE_PAY_OUT);
        purse.amount().set("300");
        purse.payOut();
        assertThat(purse.said().get())
                .isEqualTo(
                        Message.of(
                                "purse.needs-approval",
                                FakePurses.euro(30_000),
                                FakePurses.euro(20_000)));
        var second = purse.secondPerson();
        assertThat(second.open().get()).isTrue();
        second.askElsewhere();
        var asked = second.asked().get();
        assertThat(station.matters)
                .containsExactly(new PurseMatter.PayOut(FakePurses.euro(30_000)));
        session.doors()
                .approvals()
                .decide(
                        session.actor(),
                        RequestId.fresh(),
                        asked.number(),
                        new Decision(true, Remark.NONE, ""));
        station.visit = starter.site.purses.done(ANAS, -30_000);
        second.changed(new Fact(1, FakePeople.NOW, "approval.given", "approval:" + asked.number()));
        assertThat(second.open().get()).isFalse();
        assertThat(station.matters)
                .containsExactly(
                        new PurseMatter.PayOut(FakePurses.euro(30_000)),
                        new PurseMatter.PayOut(FakePurses.euro(30_000), asked.number()));
        assertThat(purse.receipt().get()).isNotNull();
    }

    @Test
    @Tag("ID-27")
    void whoeverClosesTheSheetTakesTheRequestBackAndNothingIsMoved() {
        var purse = purse();
        station.visit = needs(Verb.PURSE_MOVE);
        purse.move(purse.seen().get().before().getFirst());
        var second = purse.secondPerson();
        second.askElsewhere();
        var asked = second.asked().get();
        second.open().set(false);
        assertThat(session.doors().approvals().open(session.actor()))
                .extracting(Approval::number)
                .doesNotContain(asked.number());
        second.changed(new Fact(1, FakePeople.NOW, "approval.given", "approval:" + asked.number()));
        assertThat(station.matters).containsExactly(new PurseMatter.Move(FakePurses.OLD));
    }

    @Test
    @Tag("ID-27")
    void anApprovalThatDoesNotFitIsSaid() {
        var purse = purse();
        station.visit = starter.site.purses.done(ANAS, 500);
        purse.amount().set("5");
        purse.load(Source.CASH);
        assertThat(purse.receipt().get()).isNotNull();
        station.visit = new Visit.NotApproved(9);
        purse.amount().set("300");
        purse.payOut();
        assertThat(purse.receipt().get()).as("of the load before").isNull();
        assertThat(purse.said().get()).isEqualTo(Message.of("purse.not-approved"));
        assertThat(purse.secondPerson().open().get()).isFalse();
    }

    @Test
    void aCardTakenAwayIsFinishedWithTheSameCard() {
        var purse = purse();
        station.visit = new Visit.Torn(ANAS, null, new DeviceFault.CardRemoved("in-process"));
        purse.amount().set("5");
        purse.load(Source.CASH);
        assertThat(purse.torn().get()).isNotNull();
        station.visit = starter.site.purses.done(ANAS, 500);
        purse.finish();
        assertThat(purse.torn().get()).isNull();
        assertThat(purse.receipt().get()).isNotNull();
    }

    @Test
    @Tag("CHAIN-46")
    void aPurseIsRevokedFromItsHoldersPage() {
        desk.person()
                .set(
                        starter.site
                                .people
                                .find(null, new app.lodge.core.people.PersonId(1))
                                .orElseThrow());
        assertThat(desk.purses().get()).containsOnlyKeys(FakePurses.OLD, FakePurses.NEW);
        desk.purseFile().begin(desk.media().get().getFirst());
        assertThat(desk.purseFile().mayRevoke(desk.purseFile().purse().get())).isTrue();
        desk.purseFile().revoke();
        assertThat(desk.purseFile().said().get())
                .isEqualTo(Message.of("purse.revoked", "0000001-02", 7L));
        assertThat(desk.purseFile().purse().get().state()).isEqualTo(Purses.State.REVOKED);
        assertThat(desk.purseFile().mayRevoke(desk.purseFile().purse().get())).isFalse();
    }

    @Test
    @Tag("CHAIN-43")
    void alarmsAreListedWithTheOpenOnesFirstAndSettled() {
        desk.open("purse-alarms");
        assertThat(desk.purseAlarms().open().get()).isTrue();
        assertThat(desk.purseAlarms().rows()).hasSize(2);
        var first = desk.purseAlarms().rows().getFirst();
        assertThat(first.waits()).isTrue();
        assertThat(first.card()).isEqualTo("0000002-02");
        desk.purseAlarms().settle(first);
        assertThat(heard).contains(Message.of("purse-alarms.settled", "0000002-02"));
        assertThat(desk.purseAlarms().rows()).noneMatch(row -> row.waits());
    }

    @Test
    @Tag("CHAIN-43")
    void whoMayNotSettleSeesTheAlarmsOnly() {
        sit(Role.AUDITOR);
        desk.purseAlarms().begin();
        assertThat(desk.purseAlarms().rows()).isNotEmpty();
        assertThat(desk.purseAlarms().maySettle()).isFalse();
    }

    @Test
    @Tag("CHAIN-20")
    void theSitesRulesAreReadCheckedAndKept() {
        var rules = new PurseRulesViewModel(session);
        rules.refresh();
        assertThat(rules.waitingDays().get()).isEqualTo("7");
        rules.waitingDays().set("soon");
        rules.maximum().set("2000000");
        rules.save();
        assertThat(rules.problems())
                .extracting(it -> it.field())
                .contains("maximum", "waitingDays");
        rules.waitingDays().set("10");
        rules.maximum().set("80");
        rules.save();
        assertThat(starter.site.purses.rules).isEqualTo(new PurseRules(8_000, 60, 10, 1));
        rules.country().set("hr");
        rules.loss().set(PurseLaw.Loss.NAMED);
        rules.identifiedAbove().set("50");
        rules.save();
        assertThat(starter.site.purses.rules)
                .isEqualTo(
                        new PurseRules(
                                8_000, 60, 10, 1, new PurseLaw("HR", PurseLaw.Loss.NAMED, 5_000)));
        assertThat(heard).contains(Message.of("purse-rules.saved"));
    }

    @Test
    void aTaskOfThePursesLeadsToTheAlarms() {
        starter.site.media.block(null, RequestId.fresh(), FakePurses.NEW, BlockReason.LOST);
        desk.open("purse-alarms");
        desk.purseAlarms().openHolder(desk.purseAlarms().rows().getFirst());
        assertThat(desk.purseAlarms().open().get()).isFalse();
    }
}
