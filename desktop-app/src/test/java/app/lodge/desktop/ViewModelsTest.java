package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.approvals.Approvals.Decision;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Fact;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.people.PersonId;
import app.lodge.core.search.Search;
import app.lodge.desktop.accounts.AccountsViewModel;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.cashdesk.CashDeskViewModel;
import app.lodge.desktop.cashdesk.CountViewModel;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.signin.SignInViewModel;
import app.lodge.personalization.issuing.IssueOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What screens do, without a screen.
class ViewModelsTest {

    @TempDir Path folder;

    private final FakeStarter starter = new FakeStarter();
    private final List<Message> notices = new ArrayList<>();

    private Session session(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new Session(
                starter.site.doors(),
                actor,
                starter.site.settings,
                new InlineBackground(),
                new NoDialogs(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    @Test
    @Tag("ID-01")
    void anEnrolmentWithoutANameSaysWhichFieldIsMissing() {
        var model = new PeopleViewModel(session(Role.CLERK), NoPhotoDesk.desk()).enrolment();
        model.beginNew();
        model.save();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("familyName");
        assertThat(model.open().get()).isTrue();
    }

    @Test
    @Tag("ID-01")
    void aBirthDateThatIsNoneIsRefusedBeforeAnythingIsSent() {
        var model = new PeopleViewModel(session(Role.CLERK), NoPhotoDesk.desk()).enrolment();
        model.beginNew();
        model.value("familyName").set("Newman");
        model.value("birthDate").set("31.31.1990");
        model.save();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("birthDate");
        assertThat(starter.site.people.matching("Newman")).isEmpty();
    }

    @Test
    @Tag("ID-03")
    void aLikelyDuplicateIsShownAndSavedOnlyTheSecondTime() {
        var people = new PeopleViewModel(session(Role.CLERK), NoPhotoDesk.desk());
        var model = people.enrolment();
        model.beginNew();
        model.value("givenName").set("Ana");
        model.value("familyName").set("Kovačić");
        model.save();
        assertThat(model.likenesses()).hasSize(1);
        assertThat(starter.site.people.matching("Kovačić")).hasSize(1);
        model.save();
        assertThat(starter.site.people.matching("Kovačić")).hasSize(2);
        assertThat(people.selected().get().details().givenName()).isEqualTo("Ana");
    }

    @Test
    @Tag("ID-03")
    void changingANameAfterTheWarningAsksAgain() {
        var model = new PeopleViewModel(session(Role.CLERK), NoPhotoDesk.desk()).enrolment();
        model.beginNew();
        model.value("givenName").set("Ana");
        model.value("familyName").set("Kovačić");
        model.save();
        model.value("givenName").set("Jonas");
        model.value("familyName").set("Weber");
        model.save();
        assertThat(model.likenesses()).hasSize(1);
        assertThat(starter.site.people.matching("Weber")).hasSize(1);
    }

    @Test
    @Tag("ID-27")
    void aPayOutGoesOnByItselfOnceAnotherDeskHasApproved() {
        var clerk = session(Role.CLERK);
        var model = new AccountsViewModel(clerk);
        model.open("person:3");
        model.payOut().begin();
        model.payOut().amount().set("250");
        model.payOut().payOut();
        var second = model.secondPerson();
        assertThat(second.open().get()).isTrue();
        second.askElsewhere();
        var number = second.asked().get().number();
        assertThat(model.payOut().open().get()).isTrue();
        var approvals = clerk.doors().approvals();
        approvals.decide(
                clerk.actor(), RequestId.fresh(), number, new Decision(true, Remark.NONE, ""));
        second.changed(new Fact(1, FakePeople.NOW, "approval.given", "approval:" + number));
        assertThat(second.open().get()).isFalse();
        assertThat(model.payOut().open().get()).isFalse();
        assertThat(notices).extracting(Message::key).contains("pay-out.done");
    }

    @Test
    @Tag("ID-27")
    void aRefusalSaysWhyAndClosingTheSheetTakesTheRequestBack() {
        var clerk = session(Role.CLERK);
        var model = new AccountsViewModel(clerk);
        model.open("person:3");
        model.payOut().begin();
        model.payOut().amount().set("250");
        model.payOut().payOut();
        var second = model.secondPerson();
        second.askElsewhere();
        var number = second.asked().get().number();
        var approvals = clerk.doors().approvals();
        approvals.decide(
                clerk.actor(), RequestId.fresh(), number, new Decision(false, Remark.SEE_ME, ""));
        second.changed(new Fact(1, FakePeople.NOW, "approval.refused", "approval:" + number));
        assertThat(second.refusal().get().key()).isEqualTo("second-person.refused");
        var waiting = approvals.open(clerk.actor()).size();
        second.askElsewhere();
        assertThat(approvals.open(clerk.actor())).hasSize(waiting + 1);
        second.open().set(false);
        assertThat(approvals.open(clerk.actor())).hasSize(waiting);
    }

    @Test
    @Tag("ID-34")
    void aCountFollowsEachKeyAndAsksForTheCauseOfADifference() {
        var model = new CashDeskViewModel(session(Role.CLERK));
        model.refresh();
        model.begin(CountViewModel.Purpose.OPEN);
        var count = model.count();
        var fifty =
                count.lines().lines().stream()
                        .filter(line -> line.denomination().minor() == 5_000)
                        .findFirst()
                        .orElseThrow();
        fifty.pieces().set("2");
        assertThat(count.total().get()).isEqualTo(FakeAccounts.euro(10_000));
        fifty.pieces().set("two");
        count.submit();
        assertThat(count.problems()).extracting(Problem::key).containsExactly("cash-desks.pieces");
        fifty.pieces().set("2");
        count.submit();
        assertThat(count.refusal().get().key()).isEqualTo("cash-desk.unexplained");
        fifty.pieces().set("3");
        count.submit();
        assertThat(count.open().get()).isFalse();
        assertThat(model.till().get().shift()).isPresent();
        assertThat(model.movements()).isNotEmpty();
    }

    @Test
    @Tag("ID-34")
    void aTopUpIsBookedOnceAndShowsItsReceipt() {
        var model = new AccountsViewModel(session(Role.CLERK));
        model.choose(new Search.Hit(Search.Kind.PERSON, 3, "", ""));
        model.topUp().begin();
        model.topUp().amount().set("12,50");
        model.topUp().takeIn();
        assertThat(model.topUp().receipt().get().amount()).isEqualTo(FakeAccounts.euro(1_250));
        assertThat(model.topUp().receiptOpen().get()).isTrue();
        assertThat(model.movements().rows().getFirst().amount())
                .isEqualTo(FakeAccounts.euro(1_250));
    }

    @Test
    @Tag("ID-34")
    void amountsThatAreNoneOrTooMuchChangeNothing() {
        var model = new AccountsViewModel(session(Role.CLERK));
        model.choose(new Search.Hit(Search.Kind.PERSON, 3, "", ""));
        var before = model.file().get().account().balance();
        model.topUp().begin();
        for (var wrong : List.of("", "0", "-5", "1.234,50", "12,345", "NaN", "1e9", "９")) {
            model.topUp().amount().set(wrong);
            model.topUp().takeIn();
            assertThat(model.topUp().problems()).as(wrong).hasSize(1);
        }
        model.topUp().amount().set("5000");
        model.topUp().takeIn();
        assertThat(model.topUp().refusal().get().key()).isEqualTo("accounts.above-maximum");
        assertThat(model.file().get().account().balance()).isEqualTo(before);
    }

    @Test
    @Tag("ID-40")
    void anIssuedCardEndsActiveAndASpoiledOneSaysWhy() {
        var session = session(Role.CLERK);
        var machines =
                new StationViewModel(
                        session.background(),
                        starter.site.station,
                        WorkstationSettings.read(folder.resolve("w.properties")));
        var model = new CardDeskViewModel(session, starter.site.station, machines);
        machines.refresh();
        model.open("person:20");
        model.issue().issue();
        assertThat(model.issue().result().get()).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(model.media().get()).hasSize(1);
        starter.site.station.fault = new DeviceFault.CardRemoved("Virtual PCD 00 00");
        model.issue().issue();
        assertThat(model.issue().result().get()).isInstanceOf(IssueOutcome.Spoiled.class);
        assertThat(model.media().get()).hasSize(1);
    }

    @Test
    @Tag("ID-63")
    void whatAnAccountLacksForACardIsTakenInCashWithOneKey() {
        var session = session(Role.CLERK);
        var machines =
                new StationViewModel(
                        session.background(),
                        starter.site.station,
                        WorkstationSettings.read(folder.resolve("w.properties")));
        var model = new CardDeskViewModel(session, starter.site.station, machines);
        machines.refresh();
        model.open("person:21");
        assertThat(model.issue().due().get().covered()).isFalse();
        var before = starter.site.accounts.ofPerson(null, new PersonId(21)).orElseThrow().balance();
        model.issue().issueForCash();
        assertThat(starter.site.accounts.ofPerson(null, new PersonId(21)).orElseThrow().balance())
                .isEqualTo(before.plus(model.issue().due().get().missing()));
        assertThat(model.issue().result().get()).isInstanceOf(IssueOutcome.Issued.class);
        model.open("person:20");
        var covered =
                starter.site.accounts.ofPerson(null, new PersonId(20)).orElseThrow().balance();
        model.issue().issueForCash();
        assertThat(starter.site.accounts.ofPerson(null, new PersonId(20)).orElseThrow().balance())
                .as("nothing is missing")
                .isEqualTo(covered);
    }

    @Test
    @Tag("ID-40")
    void withoutAReaderNothingIsBegun() {
        var session = session(Role.CLERK);
        var machines =
                new StationViewModel(
                        session.background(),
                        starter.site.station,
                        WorkstationSettings.read(folder.resolve("w.properties")));
        var model = new CardDeskViewModel(session, starter.site.station, machines);
        model.open("person:20");
        model.issue().issue();
        assertThat(model.issue().refusal().get().key()).isEqualTo("issue.no-reader");
        assertThat(starter.site.media.ofPerson(null, new PersonId(20))).isEmpty();
    }

    @Test
    @Tag("ID-55")
    void theNavigationShowsOnlyWhatARoleMaySee() {
        assertThat(new ShellViewModel(new Actor(1, "I", Role.AUDITOR, "d")).destinations())
                .doesNotContain(Destination.PEOPLE, Destination.CARD_DESK)
                .contains(Destination.JOURNAL);
        assertThat(new ShellViewModel(new Actor(1, "C", Role.CLERK, "d")).destinations())
                .doesNotContain(Destination.JOURNAL)
                .contains(Destination.CARD_DESK);
    }

    @Test
    @Tag("ID-55")
    void aWrongPasswordIsForgottenAndItsWaitIsSaid() {
        var who = new ArrayList<Actor>();
        var model =
                new SignInViewModel(
                        new InlineBackground(),
                        starter,
                        InstantSource.fixed(FakePeople.NOW),
                        (_, actor) -> who.add(actor));
        model.connect();
        model.password().set("wrong");
        model.signIn();
        assertThat(model.refusal().get()).isEqualTo(Message.of("sign-in.wrong-wait", 2L));
        assertThat(model.password().get()).isEmpty();
        model.password().set(FakeSite.PASSWORD);
        model.signIn();
        assertThat(who).hasSize(1);
    }

    @Test
    @Tag("CHAIN-16")
    void aCardOnTheReaderAsksForItsPinAndLetsItsOwnerIn() {
        var who = new ArrayList<Actor>();
        var card =
                new app.lodge.desktop.signin.CardAtTheDesk() {
                    @Override
                    public app.lodge.core.operators.CardEntrance.ProveOutcome prove(
                            app.lodge.core.operators.CardEntrance entrance) {
                        return entrance.prove("asked", new byte[0]);
                    }

                    @Override
                    public boolean awaitRemoval(java.time.Duration wait) {
                        return false;
                    }
                };
        var model =
                new SignInViewModel(
                        new InlineBackground(),
                        starter,
                        InstantSource.fixed(FakePeople.NOW),
                        card,
                        (_, actor) -> who.add(actor));
        model.connect();
        model.useCard();
        assertThat(model.cardOwner().get()).isEqualTo("Ida");
        model.pin().set("1111");
        model.enterPin();
        assertThat(model.refusal().get()).isEqualTo(Message.of("sign-in.wrong-pin", 2));
        assertThat(model.pin().get()).isEmpty();
        model.pin().set("2468");
        model.enterPin();
        assertThat(who).hasSize(1);
        assertThat(model.cardOwner().get()).isEmpty();
    }

    static final class NoDialogs implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.empty();
        }
    }
}
