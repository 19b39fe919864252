package app.lodge.core.selfservice;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static app.lodge.core.privacy.PrivacyDesk.EUR;
import static app.lodge.core.selfservice.SelfServiceDesk.COUNTER;
import static app.lodge.core.selfservice.SelfServiceDesk.PORTAL;
import static app.lodge.core.selfservice.SelfServiceDesk.SECRET;
import static app.lodge.core.selfservice.SelfServiceDesk.code;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.overview.Overview;
import app.lodge.core.overview.Overview.Task;
import app.lodge.core.people.PersonField;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.selfservice.HolderRequest.Release;
import app.lodge.core.selfservice.Link.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What self-service promises, on whatever the books lie in.
abstract class SelfServiceContract {

    private static final String MOTHER = "mother@example.test";
    private static final String CHILD = "child@example.test";

    @TempDir Path folder;
    private SelfServiceDesk desk;

    abstract String properties() throws Exception;

    @BeforeEach
    void open() throws Exception {
        desk = new SelfServiceDesk(PrivacyDesk.home(folder.resolve("home"), properties()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("ID-22")
    @Tag("ID-23")
    void theCodeGoesToTheOwnersAddressAndLinksOnce() {
        var account = desk.account(desk.person("Mia", CHILD, "2015-05-05"));
        desk.login(MOTHER);
        var token = desk.signedIn(MOTHER);
        var asked = (LinkOutcome.Asked) desk.askRelease(token, account, LinkRight.VIEW);
        desk.post();
        assertThat(desk.mailTo(MOTHER)).hasSize(1); // her own secret's code, nothing of the child's
        var code = code(desk.mailTo(CHILD).getFirst());
        var release = new Release(asked.link().id(), code.toLowerCase().replace("-", " "));
        assertThat(desk.linking(token, release))
                .isInstanceOfSatisfying(
                        LinkOutcome.Done.class,
                        done -> assertThat(done.link().state()).isEqualTo(Link.State.STANDS));
        assertThat(desk.linking(token, release)).isInstanceOf(LinkOutcome.NoCode.class);
    }

    @Test
    @Tag("ID-23")
    void aCodeExpiresAndIsSpentByWrongTriesAndIsOnlyForWhoAsked() {
        var account = desk.account(desk.person("Mia", CHILD, "2015-05-05"));
        desk.login(MOTHER);
        desk.login("thief@example.test");
        var token = desk.signedIn(MOTHER);
        var first = ((LinkOutcome.Asked) desk.askRelease(token, account, LinkRight.VIEW)).link();
        desk.post();
        var code = code(desk.mailTo(CHILD).getLast());
        var thief = desk.signedIn("thief@example.test");
        assertThat(desk.linking(thief, new Release(first.id(), code)))
                .isInstanceOf(LinkOutcome.NoCode.class);
        for (var left = 4; left >= 0; left--) {
            assertThat(desk.linking(token, new Release(first.id(), "0000-0000-0000")))
                    .isEqualTo(new LinkOutcome.WrongCode(left));
        }
        assertThat(desk.linking(token, new Release(first.id(), code)))
                .isInstanceOf(LinkOutcome.NoCode.class);
        var second = ((LinkOutcome.Asked) desk.askRelease(token, account, LinkRight.VIEW)).link();
        desk.post();
        var late = code(desk.mailTo(CHILD).getLast());
        desk.pass(Duration.ofHours(48));
        assertThat(desk.linking(desk.signedIn(MOTHER), new Release(second.id(), late)))
                .isInstanceOf(LinkOutcome.NoCode.class);
    }

    @Test
    @Tag("ID-23")
    void withoutAnAddressOnlyAClerkLinksAndNotesTheProof() {
        var person = desk.person("Mia", "", "2015-05-05");
        var login = desk.login(MOTHER);
        var token = desk.signedIn(MOTHER);
        assertThat(desk.askRelease(token, desk.account(person), LinkRight.VIEW))
                .isEqualTo(new LinkOutcome.OnlyAtTheDesk());
        assertThat(
                        desk.askRelease(
                                token, new app.lodge.core.accounts.AccountId(99), LinkRight.VIEW))
                .isEqualTo(new LinkOutcome.OnlyAtTheDesk());
        var wanted = new Wanted(desk.account(person), Set.of(LinkRight.VIEW), false, null, false);
        assertThat(
                        desk.site()
                                .selfService()
                                .link(
                                        CLERK,
                                        RequestId.fresh(),
                                        login,
                                        wanted,
                                        Proof.RELEASE_CODE,
                                        COUNTER))
                .isInstanceOf(LinkOutcome.Rejected.class);
        assertThat(desk.linkedAtTheDesk(login, wanted).proof()).isEqualTo(Proof.IDENTITY_CARD);
        assertThat(desk.site().selfService().ofPerson(CLERK, person))
                .singleElement()
                .satisfies(seen -> assertThat(seen.email()).isEqualTo(MOTHER));
    }

    @Test
    @Tag("ID-24")
    void aChangedAddressTellsTheOldOneVoidsCodesAndBarsForAWhile() {
        var person = desk.person("Mia", CHILD, "2015-05-05");
        desk.login(MOTHER);
        var token = desk.signedIn(MOTHER);
        var asked =
                ((LinkOutcome.Asked) desk.askRelease(token, desk.account(person), LinkRight.VIEW))
                        .link();
        desk.post();
        var code = code(desk.mailTo(CHILD).getLast());
        desk.change(person, PersonField.EMAIL, "thief@example.test");
        desk.post();
        assertThat(desk.mailTo(CHILD)).hasSize(2);
        assertThat(desk.mailTo(CHILD).getLast().text()).doesNotContain("thief");
        assertThat(desk.linking(token, new Release(asked.id(), code)))
                .isInstanceOf(LinkOutcome.NoCode.class);
        assertThat(desk.askRelease(token, desk.account(person), LinkRight.VIEW))
                .isInstanceOf(LinkOutcome.Barred.class);
        desk.pass(Duration.ofHours(72));
        assertThat(desk.askRelease(desk.signedIn(MOTHER), desk.account(person), LinkRight.VIEW))
                .isInstanceOf(LinkOutcome.Asked.class);
    }

    @Test
    @Tag("ID-25")
    void aLinkGivesItsRightsAndNoMoreUntilItsDayOrMajority() {
        var child = desk.person("Mia", CHILD, "2008-11-24");
        var father = desk.person("Ivo", "ivo@example.test", "1980-01-01");
        new PrivacyDesk(desk.site()).topUp(child, 2_000);
        var login = desk.login(MOTHER);
        desk.linkedAtTheDesk(
                login, new Wanted(desk.account(child), Set.of(LinkRight.VIEW), false, null, true));
        desk.linkedAtTheDesk(
                login,
                new Wanted(
                        desk.account(father),
                        Set.of(LinkRight.LIMITS),
                        false,
                        LocalDate.parse("2026-11-22"),
                        false));
        var token = desk.signedIn(MOTHER);
        var seen = (HolderAnswer.Accounts) desk.ask(token, new HolderRequest.See());
        assertThat(seen.linked()).hasSize(2);
        assertThat(seen.linked().getFirst().account()).isNull();
        assertThat(seen.linked().getLast().account().balance().minor()).isEqualTo(2_000);
        assertThat(seen.linked().getLast().owner()).isEqualTo("M•• K••••");
        assertThat(desk.ask(token, new HolderRequest.Movements(desk.account(father), null)))
                .isEqualTo(new HolderAnswer.NoRight(LinkRight.VIEW));
        assertThat(
                        desk.ask(
                                token,
                                new HolderRequest.Transfer(
                                        desk.account(child),
                                        desk.account(father),
                                        new Money(100, EUR),
                                        "I•• K••••")))
                .isEqualTo(new HolderAnswer.NoRight(LinkRight.TRANSFER));
        desk.pass(Duration.ofDays(1));
        token = desk.signedIn(MOTHER);
        assertThat(((HolderAnswer.Accounts) desk.ask(token, new HolderRequest.See())).linked())
                .hasSize(1); // the father's is over, the child is a minor for one more day
        desk.pass(Duration.ofDays(1));
        token = desk.signedIn(MOTHER);
        assertThat(((HolderAnswer.Accounts) desk.ask(token, new HolderRequest.See())).linked())
                .isEmpty();
        assertThat(desk.ask(token, new HolderRequest.Movements(desk.account(child), null)))
                .isEqualTo(new HolderAnswer.NoRight(LinkRight.VIEW));
    }

    @Test
    @Tag("ID-26")
    void aTransferNeedsTheMaskedNameAndKeepsToTheLimits() {
        var from = desk.person("Mia", CHILD, "2008-11-24");
        var to = desk.person("Ivo", "ivo@example.test", "1980-01-01");
        new PrivacyDesk(desk.site()).topUp(from, 45_000);
        desk.linkedAtTheDesk(
                desk.login(MOTHER),
                new Wanted(desk.account(from), Set.of(LinkRight.TRANSFER), false, null, false));
        var token = desk.signedIn(MOTHER);
        var shown =
                (HolderAnswer.Recipient)
                        desk.ask(token, new HolderRequest.Recipient(desk.account(to)));
        assertThat(shown.maskedName()).isEqualTo("I•• K••••");
        assertThat(transfer(token, from, to, 500, "A•• B••••"))
                .isInstanceOf(HolderAnswer.OtherRecipient.class);
        assertThat(moved(transfer(token, from, to, 10_000, shown.maskedName())))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(moved(transfer(token, from, to, 10_001, shown.maskedName())))
                .isInstanceOfSatisfying(
                        MoveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.LimitReached.class));
        assertThat(moved(transfer(token, from, to, 10_000, shown.maskedName())))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(moved(transfer(token, from, to, 1, shown.maskedName())))
                .as("the day's limit of 200.00 is used up")
                .isInstanceOf(MoveOutcome.Refused.class);
    }

    /// The writer is busy with what takes the right, or blocks the login, while the transfer, which has seen
    /// the right, waits for its turn.
    @ParameterizedTest
    @Tag("ID-25")
    @Tag("ID-26")
    @ValueSource(booleans = {true, false})
    void aRightLostWhileTheTransferWaitsIsNoRight(boolean unlinked) throws Exception {
        var from = desk.person("Mia", CHILD, "2008-11-24");
        var to = desk.person("Ivo", "ivo@example.test", "1980-01-01");
        new PrivacyDesk(desk.site()).topUp(from, 1_000);
        var login = desk.login(MOTHER);
        var link =
                desk.linkedAtTheDesk(
                        login,
                        new Wanted(
                                desk.account(from),
                                Set.of(LinkRight.TRANSFER),
                                false,
                                null,
                                false));
        var token = desk.signedIn(MOTHER);
        var answer = new AtomicReference<HolderAnswer>();
        var waiting =
                new Thread(() -> answer.set(transfer(token, from, to, 100, "I•• K••••")), "portal");
        desk.site()
                .books()
                .write(
                        CHIEF,
                        tx -> {
                            waiting.start();
                            awaitParked(waiting);
                            if (unlinked) {
                                new LinkStore().end(tx, List.of(link.id()));
                            } else {
                                new LoginStore().state(tx, login, Login.State.BLOCKED);
                            }
                            return true;
                        });
        waiting.join(Duration.ofSeconds(60));
        assertThat(answer.get()).isEqualTo(new HolderAnswer.NoRight(LinkRight.TRANSFER));
        assertThat(desk.site().accounts().ofPerson(CLERK, from).orElseThrow().balance().minor())
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @Tag("ID-25")
    @Tag("ID-28")
    @ValueSource(booleans = {true, false})
    void aRightLostWhileTheTopUpWaitsIsNoRight(boolean unlinked) throws Exception {
        var child = desk.person("Mia", CHILD, "2008-11-24");
        var wanted = new HolderRequest.TopUp(desk.account(child), new Money(2_000, EUR));
        assertThat(lostMeanwhile(LinkRight.TOP_UP, desk.account(child), wanted, unlinked))
                .isEqualTo(new HolderAnswer.NoRight(LinkRight.TOP_UP));
        assertThat(desk.site().topUps().list(CHIEF, null, null, 10).rows()).isEmpty();
    }

    @ParameterizedTest
    @Tag("ID-25")
    @ValueSource(booleans = {true, false})
    void aRightLostWhileTheLimitWaitsIsNoRight(boolean unlinked) throws Exception {
        var child = desk.person("Mia", CHILD, "2008-11-24");
        var account = desk.account(child);
        var wanted = new HolderRequest.SetLimit(account, Limit.Kind.SPENT_PER_DAY, 500L);
        assertThat(lostMeanwhile(LinkRight.LIMITS, account, wanted, unlinked))
                .isEqualTo(new HolderAnswer.NoRight(LinkRight.LIMITS));
        assertThat(desk.site().limits().of(CHIEF, Limit.Owner.ACCOUNT, account.number())).isEmpty();
    }

    /// Staff lower a limit while the holder's wish, which has seen none, waits.
    @Test
    @Tag("ID-25")
    void aLimitThatStaffSetWhileTheHoldersWaitsIsNotLifted() throws Exception {
        var child = desk.person("Mia", CHILD, "2008-11-24");
        var account = desk.account(child);
        desk.linkedAtTheDesk(
                desk.login(MOTHER),
                new Wanted(account, Set.of(LinkRight.LIMITS), false, null, false));
        var token = desk.signedIn(MOTHER);
        var staffs =
                new Limit(
                        Limit.Kind.SPENT_PER_DAY, Limit.Owner.ACCOUNT, account.number(), 300, null);
        var answer = new AtomicReference<HolderAnswer>();
        var wanted = new HolderRequest.SetLimit(account, Limit.Kind.SPENT_PER_DAY, 500L);
        var waiting = new Thread(() -> answer.set(desk.ask(token, wanted)), "portal");
        var staff =
                new Thread(
                        () -> desk.site().limits().set(CHIEF, RequestId.fresh(), staffs), "staff");
        desk.site()
                .books()
                .write(
                        CHIEF,
                        tx -> {
                            staff.start();
                            awaitParked(staff);
                            waiting.start();
                            awaitParked(waiting);
                            return true;
                        });
        staff.join(Duration.ofSeconds(60));
        waiting.join(Duration.ofSeconds(60));
        assertThat(answer.get())
                .isInstanceOfSatisfying(
                        HolderAnswer.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(one -> one.key())
                                        .containsExactly("self-service.limit-of-staff"));
        assertThat(desk.site().limits().of(CHIEF, Limit.Owner.ACCOUNT, account.number()))
                .containsExactly(staffs);
    }

    /// The writer is busy with what takes the right, or blocks the login, while a wish that has seen the right
    /// waits for its turn.
    private HolderAnswer lostMeanwhile(
            LinkRight right, AccountId account, HolderRequest wanted, boolean unlinked)
            throws Exception {
        var login = desk.login(MOTHER);
        var link =
                desk.linkedAtTheDesk(login, new Wanted(account, Set.of(right), false, null, false));
        var token = desk.signedIn(MOTHER);
        var answer = new AtomicReference<HolderAnswer>();
        var waiting = new Thread(() -> answer.set(desk.ask(token, wanted)), "portal");
        desk.site()
                .books()
                .write(
                        CHIEF,
                        tx -> {
                            waiting.start();
                            awaitParked(waiting);
                            if (unlinked) {
                                new LinkStore().end(tx, List.of(link.id()));
                            } else {
                                new LoginStore().state(tx, login, Login.State.BLOCKED);
                            }
                            return true;
                        });
        waiting.join(Duration.ofSeconds(60));
        return answer.get();
    }

    private static void awaitParked(Thread thread) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).as("%s", thread.getState()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private HolderAnswer transfer(
            String token,
            app.lodge.core.people.PersonId from,
            app.lodge.core.people.PersonId to,
            long minor,
            String recipient) {
        return desk.ask(
                token,
                new HolderRequest.Transfer(
                        desk.account(from), desk.account(to), new Money(minor, EUR), recipient));
    }

    private static MoveOutcome moved(HolderAnswer answer) {
        return ((HolderAnswer.Moved) answer).outcome();
    }

    @Test
    @Tag("ID-26")
    void aHolderGivesNothingAwayFromOverdraft() {
        var from = desk.person("Mia", CHILD, "2008-11-24");
        var to = desk.person("Ivo", "ivo@example.test", "1980-01-01");
        desk.site()
                .limits()
                .set(
                        CHIEF,
                        RequestId.fresh(),
                        new Limit(
                                Limit.Kind.OVERDRAFT,
                                Limit.Owner.ACCOUNT,
                                desk.account(from).number(),
                                5_000,
                                null));
        desk.linkedAtTheDesk(
                desk.login(MOTHER),
                new Wanted(desk.account(from), Set.of(LinkRight.TRANSFER), false, null, false));
        assertThat(moved(transfer(desk.signedIn(MOTHER), from, to, 100, "I•• K••••")))
                .isInstanceOfSatisfying(
                        MoveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.NotFromOverdraft.class));
    }

    @Test
    @Tag("ID-25")
    void aParentsLimitYieldsToThatOfStaff() {
        var child = desk.person("Mia", CHILD, "2008-11-24");
        var account = desk.account(child);
        desk.linkedAtTheDesk(
                desk.login(MOTHER),
                new Wanted(account, Set.of(LinkRight.LIMITS), false, null, false));
        var token = desk.signedIn(MOTHER);
        var kind = Limit.Kind.SPENT_PER_DAY;
        assertThat(desk.ask(token, new HolderRequest.SetLimit(account, kind, 500L)))
                .isInstanceOf(HolderAnswer.Limited.class);
        assertThat(desk.ask(token, new HolderRequest.SetLimit(account, kind, 900L)))
                .isInstanceOf(HolderAnswer.Limited.class);
        desk.site()
                .limits()
                .set(
                        CHIEF,
                        RequestId.fresh(),
                        new Limit(kind, Limit.Owner.ACCOUNT, account.number(), 300, null));
        assertThat(desk.ask(token, new HolderRequest.SetLimit(account, kind, 900L)))
                .isInstanceOf(HolderAnswer.Rejected.class);
        assertThat(desk.ask(token, new HolderRequest.SetLimit(account, kind, null)))
                .isInstanceOf(HolderAnswer.Rejected.class);
        assertThat(desk.ask(token, new HolderRequest.SetLimit(account, Limit.Kind.OVERDRAFT, 900L)))
                .isInstanceOf(HolderAnswer.Rejected.class);
    }

    @Test
    @Tag("ID-09")
    @Tag("ID-24")
    void ownDataIsChangedByStaffOnRequestAndAnAddressOnlyOnceItIsConfirmed() {
        var person = desk.person("Mia", CHILD, "1998-11-24");
        desk.linkedAtTheDesk(
                desk.login(CHILD),
                new Wanted(desk.account(person), Set.of(LinkRight.VIEW), true, null, false));
        var token = desk.signedIn(CHILD);
        assertThat(
                        desk.ask(
                                token,
                                new HolderRequest.ChangeData(
                                        Map.of(PersonField.FAMILY_NAME, "Rothschild"))))
                .isInstanceOf(HolderAnswer.Rejected.class);
        var asked =
                (HolderAnswer.Data)
                        desk.ask(
                                token,
                                new HolderRequest.ChangeData(
                                        Map.of(
                                                PersonField.PHONE, "+385 1 555",
                                                PersonField.EMAIL, "mia@example.test")));
        assertThat(asked.requests()).hasSize(2);
        assertThat(desk.site().selfService().requests(CLERK))
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo(PersonField.PHONE));
        assertThat(desk.site().overview().today(CLERK).tasks())
                .contains(
                        new Task(
                                Overview.Kind.HOLDER_REQUEST,
                                "wishes:" + person.number(),
                                "Mia Kovač"));
        desk.post();
        var mail =
                asked.requests().stream()
                        .filter(one -> one.field() == PersonField.EMAIL)
                        .findFirst()
                        .orElseThrow();
        desk.ask(
                token,
                new HolderRequest.ConfirmAddress(
                        mail.id(), code(desk.mailTo("mia@example.test").getFirst())));
        for (var open : desk.site().selfService().requests(CLERK)) {
            assertThat(desk.site().selfService().accept(CLERK, RequestId.fresh(), open.id()))
                    .isInstanceOf(SelfService.DecideOutcome.Decided.class);
        }
        var now = desk.site().people().find(CLERK, person).orElseThrow().details();
        assertThat(now.phone()).isEqualTo("+385 1 555");
        assertThat(now.email()).isEqualTo("mia@example.test");
        desk.post();
        assertThat(desk.mailTo(CHILD))
                .hasSize(2); // the secret's code, and that the address changed
        assertThat(desk.site().selfService().requests(CLERK)).isEmpty();
    }

    @Test
    @Tag("ID-23")
    void mailThatCannotLeaveLeavesLaterOnceAlsoAfterARestart() throws Exception {
        var account = desk.account(desk.person("Mia", CHILD, "2015-05-05"));
        desk.login(MOTHER);
        desk.mailServerAway(true);
        var asked =
                ((LinkOutcome.Asked)
                                desk.askRelease(desk.signedIn(MOTHER), account, LinkRight.VIEW))
                        .link();
        assertThat(desk.post()).isZero();
        desk.restart();
        desk.mailServerAway(false);
        assertThat(desk.post()).as("not before its next time").isZero();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.post()).isOne();
        assertThat(desk.post()).isZero();
        assertThat(desk.mailTo(CHILD)).hasSize(1);
        var token = desk.signedIn(MOTHER);
        assertThat(
                        desk.linking(
                                token,
                                new Release(asked.id(), code(desk.mailTo(CHILD).getFirst()))))
                .isInstanceOf(LinkOutcome.Done.class);
    }

    @Test
    @Tag("ID-23")
    void killedBetweenRequestAndMailOrBetweenMailAndItsNoteTheCodeIsTheSame() throws Exception {
        var account = desk.account(desk.person("Mia", CHILD, "2015-05-05"));
        desk.login(MOTHER);
        desk.askRelease(desk.signedIn(MOTHER), account, LinkRight.VIEW);
        desk.restart();
        desk.answerLost(true);
        assertThat(desk.post()).isZero();
        desk.restart();
        desk.answerLost(false);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.post()).isOne();
        assertThat(desk.mailTo(CHILD)).hasSize(2);
        assertThat(desk.mailTo(CHILD))
                .extracting(mail -> mail.key())
                .containsOnly(desk.mailTo(CHILD).getFirst().key());
        assertThat(desk.mailTo(CHILD).stream().map(SelfServiceDesk::code).distinct()).hasSize(1);
    }

    @Test
    @Tag("ID-22")
    void wrongSecretsSlowDownAndTheCodeForANewOneIsGoodOnce() {
        desk.login(MOTHER);
        var first = code(desk.mailTo(MOTHER).getFirst());
        assertThat(
                        desk.site()
                                .portal()
                                .setSecret(
                                        PORTAL,
                                        RequestId.fresh(),
                                        MOTHER,
                                        first,
                                        "another long one".toCharArray()))
                .isInstanceOf(Portal.SecretOutcome.WrongCode.class);
        for (var tries = 0; tries < 3; tries++) {
            desk.site().portal().signIn(PORTAL, MOTHER, "wrong wrong wrong".toCharArray());
        }
        assertThat(desk.site().portal().signIn(PORTAL, MOTHER, SECRET.toCharArray()))
                .isInstanceOf(Portal.SignInOutcome.Wrong.class);
        desk.pass(Duration.ofSeconds(2));
        var token = desk.signedIn(MOTHER);
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.carried(token, new HolderRequest.See())).isEmpty();
        var login = desk.site().selfService().named(CLERK, MOTHER).orElseThrow().id();
        desk.site().selfService().block(CLERK, RequestId.fresh(), login, COUNTER);
        assertThat(desk.site().portal().signIn(PORTAL, MOTHER, SECRET.toCharArray()))
                .isInstanceOf(Portal.SignInOutcome.Wrong.class);
    }

    @Test
    @Tag("ID-57")
    void theErasedPersonsOwnLoginEndsAndItsKeyIsDestroyed() throws Exception {
        var person = desk.person("Mia", CHILD, "1998-11-24");
        var login = desk.login(CHILD);
        desk.linkedAtTheDesk(
                login, new Wanted(desk.account(person), Set.of(LinkRight.VIEW), true, null, false));
        assertThat(
                        desk.site()
                                .privacy()
                                .erase(
                                        CHIEF,
                                        RequestId.fresh(),
                                        person,
                                        ErasureGround.ASKED_BY_PERSON,
                                        ""))
                .isInstanceOf(EraseOutcome.Erased.class);
        var ended = desk.site().selfService().find(CLERK, login).orElseThrow();
        assertThat(ended.state()).isEqualTo(Login.State.ENDED);
        assertThat(ended.email()).isEmpty();
        assertThat(desk.site().vault().keyLives(login.key())).isFalse();
        assertThat(desk.site().selfService().ofLogin(CLERK, login)).isEmpty();
        desk.restart();
        assertThat(desk.site().vault().keyLives(login.key())).isFalse();
        assertThat(desk.site().selfService().named(CLERK, CHILD)).isEmpty();
    }
}
