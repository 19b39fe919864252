package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.RequestReused;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Privacy.DossierOutcome;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.Privacy.HoldOutcome;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Creditor;
import app.lodge.core.topups.Mandate.BankDetails;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ID-57")
final class PrivacyTest {

    private static final Uid CARD = new Uid("04112233445566");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir Path folder;
    private Home home;
    private Site site;
    private PrivacyDesk desk;
    private Privacy privacy;
    private Instant now = PrivacyDesk.NOW;

    @BeforeEach
    void open() throws Exception {
        home = PrivacyDesk.home(folder.resolve("home"), "");
        site = Site.open(home, () -> now, PrivacyDesk.CHEAP);
        desk = new PrivacyDesk(site);
        privacy = site.privacy();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @Tag("ID-64")
    void aPayOutByTransferHoldsAnErasureUpUntilTheBankHasCarriedItOut() {
        var person = desk.imported(List.of());
        desk.topUp(person, 500);
        var account = site.accounts().ofPerson(CHIEF, person).orElseThrow().id();
        site.mandates()
                .grant(
                        CHIEF,
                        RequestId.fresh(),
                        person,
                        TODAY,
                        false,
                        BankDetails.of("Holder", "HR1210010051863000160"));
        site.postings()
                .closeAccount(
                        CHIEF,
                        RequestId.fresh(),
                        new Postings.Closing(
                                account,
                                new Postings.Settlement.PaidOut(PaymentMeans.BANK_TRANSFER),
                                Grounds.of(Reason.HOLDER_REQUEST)));
        assertThat(((EraseOutcome.Refused) erase(person)).obstacles())
                .containsExactly(new Obstacle.PaymentOpen(account.number(), Money.of(500, "EUR")));
        var files = site.bankFiles();
        files.changeCreditor(
                CHIEF,
                RequestId.fresh(),
                new Creditor(
                        "Hof",
                        "DE98ZZZ09999999999",
                        "DE89370400440532013000",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        var file =
                ((BankFiles.RunOutcome.Filed)
                                files.run(
                                        CHIEF,
                                        RequestId.fresh(),
                                        BankFile.Kind.PAYOUT,
                                        TODAY.plusDays(1)))
                        .file();
        assertThat(erase(person)).isInstanceOf(EraseOutcome.Refused.class);
        assertThat(files.carriedOut(CHIEF, RequestId.fresh(), file.number())).isEmpty();
        assertThat(erase(person)).isInstanceOf(EraseOutcome.Erased.class);
    }

    @Test
    void whatSpeaksAgainstAnErasureIsSaidAndNothingIsTouched() {
        var person = desk.imported(List.of());
        desk.topUp(person, 500);
        desk.card(person, CARD);
        privacy.hold(CHIEF, RequestId.fresh(), person, HoldGround.COURT, TODAY, "C-1");
        var refused = (EraseOutcome.Refused) erase(person);
        assertThat(refused.obstacles())
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Obstacle.BalanceLeft.class),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                new Obstacle.MediumOut(
                                                        "0000001-01", MediumState.ACTIVE)),
                        one ->
                                assertThat(one)
                                        .isInstanceOfSatisfying(
                                                Obstacle.UnderLegalHold.class,
                                                held -> {
                                                    assertThat(held.hold().setBy())
                                                            .isEqualTo("chief");
                                                    assertThat(held.hold().until())
                                                            .isEqualTo(TODAY);
                                                }));
        assertThat(site.people().find(CLERK, person)).isPresent();
        assertThat(site.vault().keyLives(person.number())).isTrue();
        assertThatThrownBy(() ->
                        privacy.erase(
                                CLERK, RequestId.fresh(), person, ErasureGround.TERM_OVER, ""))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aHoldEndsWithItsDayOrWhenItIsReleased() {
        var person = desk.imported(List.of());
        var held =
                (HoldOutcome.Held)
                        privacy.hold(CHIEF, RequestId.fresh(), person, HoldGround.AUDIT, TODAY, "");
        assertThat(erase(person)).isInstanceOf(EraseOutcome.Refused.class);
        assertThat(privacy.release(CHIEF, RequestId.fresh(), held.hold().number()))
                .isInstanceOf(HoldOutcome.Released.class);
        assertThat(privacy.release(CHIEF, RequestId.fresh(), held.hold().number()))
                .isInstanceOf(HoldOutcome.Rejected.class);
        privacy.hold(CHIEF, RequestId.fresh(), person, HoldGround.AUDIT, TODAY, "");
        assertThat(
                        privacy.hold(
                                CHIEF,
                                RequestId.fresh(),
                                person,
                                HoldGround.AUDIT,
                                TODAY.minusDays(1),
                                "Anna Müller"))
                .isInstanceOfSatisfying(
                        HoldOutcome.Rejected.class,
                        wrong -> assertThat(wrong.problems()).hasSize(2));
        now = now.plus(Duration.ofDays(1));
        assertThat(erase(person)).isInstanceOf(EraseOutcome.Erased.class);
    }

    @Test
    void aRuleThatKeepsThePersonRefusesUntilItsTermIsOver() {
        var person = desk.imported(List.of());
        privacy.changeRetention(
                CHIEF,
                RequestId.fresh(),
                new RetentionClass(
                        DataClass.JOURNAL,
                        RetentionClass.Ground.ACCOUNTABILITY,
                        1,
                        true,
                        RetentionClass.WhenDue.PROPOSE));
        assertThat(((EraseOutcome.Refused) erase(person)).obstacles())
                .singleElement()
                .isInstanceOfSatisfying(
                        Obstacle.KeptByRule.class,
                        kept -> assertThat(kept.until()).isEqualTo(TODAY.plusYears(1)));
        now = now.plus(Duration.ofDays(366));
        assertThat(erase(person)).isInstanceOf(EraseOutcome.Erased.class);
    }

    @Test
    void whoIsDueIsListedAheadAndErasedOnlyWhereTheRuleSaysSo() {
        var quiet = desk.imported(List.of());
        var held = desk.enrolled(PersonDetails.named("Held", "Held"));
        privacy.hold(CHIEF, RequestId.fresh(), held, HoldGround.COURT, TODAY.plusYears(9), "");
        now = now.plus(Duration.ofDays(400));
        var busy = desk.enrolled(PersonDetails.named("Busy", "Busy"));
        assertThat(privacy.due(CHIEF, TODAY.plusYears(3), null, 9).rows())
                .extracting(Privacy.Due::person, Privacy.Due::due, Privacy.Due::held)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(quiet, TODAY.plusYears(3), false),
                        org.assertj.core.groups.Tuple.tuple(held, TODAY.plusYears(3), true));
        now = now.plus(Duration.ofDays(3 * 366 - 400));
        var night = privacy.tidy(CHIEF);
        assertThat(night.due()).isEqualTo(2);
        assertThat(night.erased()).isZero();
        assertThat(night.answersDropped()).isPositive();
        assertThat(privacy.previewRetention(CHIEF, people(3, RetentionClass.WhenDue.ERASE)))
                .isEqualTo(new Privacy.RetentionPreview(2, 2, 2, 1, 0, null, true));
        assertThat(privacy.previewRetention(CHIEF, people(1, RetentionClass.WhenDue.PROPOSE)))
                .as("busy, too")
                .isEqualTo(new Privacy.RetentionPreview(2, 3, 3, 2, 0, null, false));
        assertThat(privacy.previewRetention(CHIEF, people(50, RetentionClass.WhenDue.ERASE)))
                .isEqualTo(new Privacy.RetentionPreview(2, 0, 0, 0, 0, null, true));
        var journal =
                new RetentionClass(
                        DataClass.JOURNAL,
                        RetentionClass.Ground.ACCOUNTABILITY,
                        10,
                        true,
                        RetentionClass.WhenDue.PROPOSE);
        var kept = privacy.previewRetention(CHIEF, journal);
        assertThat(kept.free()).isZero();
        assertThat(kept.kept()).isEqualTo(2);
        assertThat(kept.firstFree()).isAfter(TODAY.plusYears(9));
        assertThat(site.people().find(CLERK, quiet)).isPresent();
        privacy.changeRetention(
                CHIEF,
                RequestId.fresh(),
                new RetentionClass(
                        DataClass.PERSON,
                        RetentionClass.Ground.CONTRACT,
                        3,
                        false,
                        RetentionClass.WhenDue.ERASE));
        assertThat(privacy.tidy(CHIEF).erased()).isEqualTo(1);
        assertThat(site.people().find(CLERK, quiet)).isEmpty();
        assertThat(site.people().find(CLERK, held)).isPresent();
        assertThat(site.people().find(CLERK, busy)).isPresent();
    }

    private static RetentionClass people(int years, RetentionClass.WhenDue whenDue) {
        return new RetentionClass(
                DataClass.PERSON, RetentionClass.Ground.CONTRACT, years, false, whenDue);
    }

    @Test
    void aDeviceIsNamedUntilItHasConfirmedAndThenItsRowsGo() {
        var person = desk.imported(List.of());
        var till = desk.device("till-1", DeviceKind.PAYMENT_POINT);
        desk.block(desk.card(person, CARD));
        var certificate = ((EraseOutcome.Erased) erase(person)).certificate();
        assertThat(certificate.unconfirmed()).containsExactly("till-1");
        assertThat(privacy.tidy(CHIEF).listRowsDropped()).isZero();
        var actor = app.lodge.core.books.Actor.device(till.number(), "till-1");
        var lists = new java.util.HashMap<String, Long>();
        site.field().lists(till).forEach(list -> lists.put(list.name(), list.version()));
        site.field().reported(actor, till, new FieldBooks.Report(1, Map.of(), List.of(), lists));
        assertThat(privacy.certificate(CHIEF, 1).orElseThrow().unconfirmed()).isEmpty();
        assertThat(privacy.tidy(CHIEF).listRowsDropped()).isPositive();
        assertThat(site.field().delta(till, "block", 1).base())
                .as("who falls behind what was dropped gets the whole list")
                .isZero();
    }

    @Test
    @Tag("ID-58")
    void everythingAboutAPersonIsGatheredWithItsPastAndJournalled() {
        var person = desk.imported(List.of());
        desk.topUp(person, 500);
        new TiedDown(site, person, desk.card(person, CARD)).tie();
        var cabinet = desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
        site.devices().assign(CHIEF, RequestId.fresh(), cabinet, 2, person);
        var gathered =
                (DossierOutcome.Gathered)
                        privacy.everything(
                                CHIEF, RequestId.fresh(), person, Purpose.ASKED_BY_PERSON, "A-1");
        var dossier = gathered.dossier();
        assertThat(dossier.person().details()).isEqualTo(PrivacyDesk.ZVJEZDANA);
        assertThat(dossier.former())
                .extracting(former -> former.details().familyName())
                .contains(PrivacyDesk.SURNAME_BEFORE);
        assertThat(dossier.media()).hasSize(1);
        assertThat(dossier.movements()).hasSize(2);
        assertThat(dossier.compartments())
                .extracting(Dossier.Place::compartment)
                .containsExactly(2);
        assertThat(dossier.lists()).extracting(Dossier.Listed::device).contains("cabinet-1");
        assertThat(dossier.journal())
                .extracting(row -> row.kind())
                .contains("person.enrolled", "posting.booked", "media.issued", "person.exported");
        assertThat(dossier.handedOut())
                .extracting(Certificate.HandedOut::kind)
                .contains(Certificate.HandedOut.Kind.DOSSIER, Certificate.HandedOut.Kind.BANK_FILE);
        assertThat(dossier.leftOut()).isEmpty();
        assertTied(dossier.ties());
        assertThatThrownBy(() ->
                        privacy.everything(CLERK, RequestId.fresh(), person, Purpose.AUDIT, ""))
                .isInstanceOf(NotPermitted.class);
    }

    private static void assertTied(Ties ties) {
        assertThat(ties.groups()).extracting(Ties.InGroup::name).containsExactly("Night shift");
        assertThat(ties.costCentres())
                .extracting(Ties.Centre::through)
                .containsExactly("GROUP", "MEDIUM", "PERSON");
        assertThat(ties.budgets()).extracting(Ties.Budget::amount).containsExactly(5_000L);
        assertThat(ties.limits())
                .extracting(Ties.Ceiling::kind)
                .containsExactly("PAYMENTS_PER_DAY", "SPENT_PER_DAY");
        assertThat(ties.selfService()).extracting(Ties.SeenBy::proof).contains("PASSPORT");
        assertThat(ties.wishes())
                .extracting(Ties.Wish::wanted)
                .containsExactly("Krapinske Toplice");
        assertThat(ties.mandates())
                .singleElement()
                .satisfies(mandate -> {
                    assertThat(mandate.account()).isNotNull();
                    assertThat(mandate.account().iban()).isEqualTo(TiedDown.IBAN);
                });
        assertThat(ties.topUps()).extracting(Ties.TopUp::state).containsExactly("SETTLED");
        assertThat(ties.approvals()).extracting(Ties.Asked::verb).containsExactly("PAY_OUT");
        assertThat(ties.cardJobs()).hasSize(1);
        assertThat(ties.imports()).extracting(Ties.Import::did).containsExactly("ENROLLED");
    }

    @Test
    @Tag("ID-02")
    void aRepeatOfAForgottenRequestIsRefusedAndEnrolsNobodyAgain() {
        var request = RequestId.fresh();
        var first =
                (EnrolOutcome.Enrolled)
                        site.people()
                                .enrol(
                                        CLERK,
                                        request,
                                        PrivacyDesk.ZVJEZDANA,
                                        EnrolOutcome.Duplicates.ACCEPTED);
        erase(first.person().id());
        assertThatThrownBy(() ->
                        site.people()
                                .enrol(
                                        CLERK,
                                        request,
                                        PrivacyDesk.ZVJEZDANA,
                                        EnrolOutcome.Duplicates.ACCEPTED))
                .isInstanceOf(RequestReused.class);
        assertThat(site.people().count(CLERK, "")).isZero();
    }

    @Test
    void certificatesAreNumberedWithoutGapsAndASecondErasureGivesTheFirstOnesCertificate() {
        var one = desk.imported(List.of());
        var other = desk.enrolled(PersonDetails.named("Otto", "Ander"));
        assertThat(((EraseOutcome.Erased) erase(one)).certificate().number()).isEqualTo(1);
        assertThat(((EraseOutcome.Erased) erase(other)).certificate().number()).isEqualTo(2);
        assertThat(((EraseOutcome.Erased) erase(one)).certificate().number()).isEqualTo(1);
        assertThat(erase(new PersonId(99))).isInstanceOf(EraseOutcome.Rejected.class);
    }

    @Test
    @Tag("ID-55")
    @Tag("ID-56")
    void lookingAtMovementsIsJournalledExceptForTheNewestTenAtTheCounter() {
        var person = desk.imported(List.of());
        for (var i = 0; i < 12; i++) {
            desk.topUp(person, 100);
        }
        var account = site.accounts().ofPerson(CLERK, person).orElseThrow().id();
        var counter = site.accounts().movements(CLERK, account, LookPurpose.COUNTER, null, 500);
        assertThat(counter.rows()).hasSize(10);
        assertThat(counter.next()).isNull();
        assertThat(site.accounts().movements(CLERK, account, LookPurpose.COUNTER, "5", 500).rows())
                .as("nobody pages on without a reason")
                .isEqualTo(counter.rows());
        assertThat(looks()).isEmpty();
        var auditor = new Actor(3, "Ivo", Role.AUDITOR, "desk-2");
        assertThatThrownBy(() ->
                        site.accounts().movements(auditor, account, LookPurpose.COUNTER, null, 10))
                .isInstanceOf(NotPermitted.class);
        assertThat(site.accounts().movements(auditor, account, LookPurpose.AUDIT, null, 500).rows())
                .hasSize(12);
        assertThat(looks())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.actor()).isEqualTo("Ivo");
                    assertThat(row.content()).contains("AUDIT");
                    assertThat(row.subject()).isEqualTo("account:" + account.number());
                });
    }

    private List<JournalRow> looks() {
        return site.journal()
                .page(CHIEF, new Journal.Filter("account.looked-at", "", null, null), null, 9)
                .rows();
    }

    @Test
    @Tag("ID-56")
    void groupsOfFewerThanFiveAreNotCountedNorGivenAwayByTheRest() {
        assertThat(SmallGroups.shown(4, 5)).isEmpty();
        assertThat(SmallGroups.shown(5, 5)).contains(5L);
        assertThat(SmallGroups.shown(0, 5)).contains(0L);
        assertThat(SmallGroups.shown(Map.of("a", 9L, "b", 2L, "c", 6L, "d", 0L), 5))
                .containsOnlyKeys("a", "d");
        assertThat(SmallGroups.shown(Map.of("a", 9L, "b", 2L, "c", 3L), 5)).containsOnlyKeys("a");
        assertThat(SmallGroups.shown(Map.of("a", 9L, "b", 1L, "c", 1L, "d", 6L), 5))
                .as("what remains without b and c would be two people")
                .containsOnlyKeys("a");
        assertThat(SmallGroups.shown(Map.of("a", 2L, "b", 5L, "c", 5L, "d", 7L), 5))
                .as("of two alike neither is chosen")
                .containsOnlyKeys("d");
        assertThat(SmallGroups.shown(Map.of("a", 5L, "b", 7L), 5)).containsOnlyKeys("a", "b");
    }

    private EraseOutcome erase(PersonId person) {
        return privacy.erase(CHIEF, RequestId.fresh(), person, ErasureGround.ASKED_BY_PERSON, "");
    }
}
