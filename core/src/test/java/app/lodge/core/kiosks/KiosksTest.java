package app.lodge.core.kiosks;

import static app.lodge.core.cashdesk.CashSite.eur;
import static app.lodge.core.kiosks.KioskSite.ANNA;
import static app.lodge.core.kiosks.KioskSite.STRANGER;
import static app.lodge.core.kiosks.KioskSite.counted;
import static app.lodge.core.kiosks.KioskSite.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.kiosks.CashEvent.Kind;
import app.lodge.core.kiosks.Kiosks.CountOutcome;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KiosksTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final KioskSite site = new KioskSite();

    @AfterEach
    void close() {
        assertThat(site.conserved().holds()).as("%s", site.conserved()).isTrue();
        site.close();
    }

    private void fed(long seq, Map<Long, Integer> pieces) {
        assertThat(site.take(site.kiosk, event(seq, Kind.CASH_IN, ANNA, pieces, "")).remark())
                .isEmpty();
    }

    @Test
    @Tag("ID-30")
    void whatAHolderPutsInIsOnTheAccountAndLiesInTheKioskPieceByPiece() {
        fed(1, Map.of(2_000L, 2, 50L, 3));

        assertThat(site.balance(0)).isEqualTo(4_150);
        var kiosk = site.see(site.kiosk);
        assertThat(kiosk.expected()).isEqualTo(eur(4_150));
        assertThat(kiosk.content())
                .extracting(line -> line.denomination().minor(), Kiosk.Line::pieces)
                .containsExactly(tuple(2_000L, 2L), tuple(50L, 3L));
    }

    @Test
    @Tag("ID-30")
    void anEventThatComesAgainIsBookedOnce() {
        fed(1, Map.of(2_000L, 1));
        fed(1, Map.of(2_000L, 1));

        assertThat(site.balance(0)).isEqualTo(2_000);
        assertThat(site.see(site.kiosk).expected()).isEqualTo(eur(2_000));
    }

    @Test
    @Tag("ID-30")
    void anEmptyingIsComparedWithTheCountAndTheDifferenceBookedWithItsCause() {
        fed(1, Map.of(2_000L, 2, 50L, 3));
        site.take(site.kiosk, event(2, Kind.EMPTIED, null, Map.of(2_000L, 2), "S-1"));
        assertThat(site.see(site.kiosk).inBags()).isEqualTo(eur(4_000));

        var short20 = counted(Map.of(2_000L, 1));
        assertThat(site.count(site.kiosk, "S-1", short20, null))
                .isEqualTo(new CountOutcome.Unexplained(eur(4_000), eur(2_000)));
        var done =
                (CountOutcome.Done)
                        site.count(site.kiosk, "S-1", short20, DifferenceCause.COUNTERFEIT);

        assertThat(done.emptying().difference()).isEqualTo(eur(-2_000));
        assertThat(done.emptying().cause()).contains(DifferenceCause.COUNTERFEIT);
        var kiosk = site.see(site.kiosk);
        assertThat(kiosk.inBags()).isEqualTo(eur(0));
        assertThat(kiosk.differences()).isEqualTo(eur(-2_000));
        assertThat(kiosk.expected()).isEqualTo(eur(150));
        assertThat(site.books())
                .containsEntry("CASH_IN_TRANSIT bags", 0L)
                .containsEntry("CASH_IN_TRANSIT safe", -2_000L)
                .containsEntry("CASH_DIFFERENCES differences", -2_000L);
    }

    @Test
    @Tag("ID-30")
    void aBagThatNobodyHasCountedSpeaksAgainstClosingItsMonth() {
        fed(1, Map.of(2_000L, 1));
        site.take(site.kiosk, event(2, Kind.EMPTIED, null, Map.of(2_000L, 1), "S-1"));
        assertThat(site.uncounted(NOVEMBER)).containsExactly(1L);
        assertThat(site.uncounted(NOVEMBER.minusMonths(1))).isEmpty();

        site.count(site.kiosk, "S-1", counted(Map.of(2_000L, 1)), null);

        assertThat(site.uncounted(NOVEMBER)).isEmpty();
    }

    @Test
    @Tag("ID-30")
    void aBagThatIsCountedBeforeItsDeviceTellsOfItComesToTheSame() {
        fed(1, Map.of(2_000L, 1));
        site.count(site.kiosk, "S-1", counted(Map.of(1_000L, 1)), DifferenceCause.COUNTING_ERROR);
        site.take(site.kiosk, event(2, Kind.EMPTIED, null, Map.of(2_000L, 1), "S-1"));

        var bag = site.kiosks.emptyings(site.cash.ana, Kiosks.Which.ALL, 5).getFirst();
        assertThat(bag.difference()).isEqualTo(eur(-1_000));
        assertThat(bag.cause()).contains(DifferenceCause.COUNTING_ERROR);
        assertThat(site.books()).containsEntry("CASH_IN_TRANSIT bags", 0L);
    }

    @Test
    @Tag("ID-30")
    void aChangeFloatComesFromTheSafe() {
        site.take(site.kiosk, event(1, Kind.FILLED, null, Map.of(100L, 50), ""));

        assertThat(site.see(site.kiosk).expected()).isEqualTo(eur(5_000));
        assertThat(site.books()).containsEntry("CASH_IN_TRANSIT safe", 5_000L);
    }

    @Test
    @Tag("ID-30")
    void moneyOfAStrangersCardWaitsUntilSomebodyHasLooked() {
        var taken = site.take(site.kiosk, event(1, Kind.CASH_IN, STRANGER, Map.of(500L, 1), ""));

        assertThat(taken.remark()).isEqualTo("unknown-credential");
        assertThat(site.books()).containsEntry("SUSPENSE unassigned", 500L);
    }

    @Test
    @Tag("ID-30")
    void piecesThatDoNotMakeTheAmountAreNotBooked() {
        var odd =
                new CashEvent(
                        1, Kind.CASH_IN, KioskSite.NOW, ANNA, "", eur(700), Map.of(500L, 1), "");
        assertThat(site.take(site.kiosk, odd))
                .isEqualTo(new KioskTraffic.Taken(null, "pieces-differ"));
        assertThat(site.see(site.kiosk).expected()).isEqualTo(eur(0));
    }

    @Test
    @Tag("ID-31")
    void whatReallyCameOutIsBookedAndTheRestOfTheReservationLetGo() {
        fed(1, Map.of(1_000L, 3));
        assertThat(site.ask(site.kiosk, "a1", ANNA, 2_000)).isInstanceOf(Approved.class);
        assertThat(site.ask(site.kiosk, "a2", ANNA, 2_000))
                .isEqualTo(new Refused(Why.INSUFFICIENT, eur(1_000)));

        site.take(site.kiosk, event(2, Kind.CASH_OUT, ANNA, Map.of(1_000L, 1), "a1"));

        assertThat(site.balance(0)).isEqualTo(2_000);
        assertThat(site.ask(site.kiosk, "a3", ANNA, 2_000)).isInstanceOf(Approved.class);
        site.take(site.kiosk, event(3, Kind.CASH_OUT, ANNA, Map.of(), "a3"));
        assertThat(site.balance(0)).isEqualTo(2_000);
        assertThat(site.ask(site.kiosk, "a4", ANNA, 2_000)).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("ID-31")
    void theNotesInTheKioskBoundWhatItCanPayOut() {
        fed(1, Map.of(2_000L, 2, 50L, 1));

        assertThat(site.ask(site.kiosk, "a1", ANNA, 3_000))
                .isEqualTo(new Refused(Why.NOT_ENOUGH_CASH, eur(2_050)));
        site.configure(site.kiosk, Map.of("payout", "coins"));
        assertThat(site.ask(site.kiosk, "a2", ANNA, 2_000))
                .isEqualTo(new Refused(Why.NOT_ENOUGH_CASH, eur(50)));
        site.configure(site.kiosk, Map.of("payout", "none"));
        assertThat(site.ask(site.kiosk, "a3", ANNA, 50))
                .isEqualTo(new Refused(Why.NO_PAY_OUT, eur(0)));
        assertThat(site.ask(site.kiosk, "a1", ANNA, 3_000))
                .as("the same ask gets the same answer")
                .isEqualTo(new Refused(Why.NOT_ENOUGH_CASH, eur(2_050)));
    }

    @Test
    @Tag("ID-31")
    void thereIsAMostPerPayOutAndPerDay() {
        site.kiosks.changeRules(site.cash.chief, RequestId.fresh(), new KioskRules(2_000, 3_000));
        fed(1, Map.of(1_000L, 9));

        assertThat(site.ask(site.kiosk, "a1", ANNA, 2_500))
                .isEqualTo(new Refused(Why.LIMIT_REACHED, eur(2_000)));
        assertThat(site.ask(site.kiosk, "a2", ANNA, 2_000)).isInstanceOf(Approved.class);
        assertThat(site.ask(site.kiosk, "a3", ANNA, 2_000))
                .isEqualTo(new Refused(Why.LIMIT_REACHED, eur(1_000)));
        site.take(site.kiosk, event(2, Kind.CASH_OUT, ANNA, Map.of(1_000L, 2), "a2"));
        assertThat(site.ask(site.kiosk, "a4", ANNA, 2_000))
                .isEqualTo(new Refused(Why.LIMIT_REACHED, eur(1_000)));
    }

    @Test
    @Tag("ID-31")
    void aBlockedAccountGetsNothingOut() {
        fed(1, Map.of(1_000L, 2));
        site.accounts.block(
                site.cash.chief,
                RequestId.fresh(),
                site.cash.accountIds.getFirst(),
                BlockReason.UNEXPLAINED_MOVEMENTS);

        assertThat(site.ask(site.kiosk, "a1", ANNA, 1_000))
                .isEqualTo(new Refused(Why.BLOCKED_ACCOUNT, eur(0)));
    }

    @Test
    @Tag("ID-31")
    void moneyThatSomebodyIsAboutToTakeBackIsNotPaidOut() {
        fed(1, Map.of(1_000L, 2));
        site.pendingReversal(1_500);

        assertThat(site.ask(site.kiosk, "a1", ANNA, 1_000))
                .isEqualTo(new Refused(Why.PENDING_REVERSAL, eur(0)));
    }

    @Test
    @Tag("ID-32")
    void aPhoneTakesCashHandsItOutAndHandsInTheRest() {
        site.take(site.phone, amount(1, Kind.FILLED, 1_000, ""));
        site.take(site.phone, amount(2, Kind.CASH_IN, 2_500, ""));
        assertThat(site.ask(site.phone, "a1", ANNA, 1_500)).isInstanceOf(Approved.class);
        site.take(site.phone, amount(3, Kind.CASH_OUT, 1_500, "a1"));
        assertThat(site.see(site.phone).expected()).isEqualTo(eur(2_000));

        site.take(site.phone, amount(4, Kind.EMPTIED, 2_000, "slip-1"));
        var done =
                (CountOutcome.Done)
                        site.count(
                                site.phone,
                                "slip-1",
                                counted(Map.of(1_000L, 2, 100L, 1)),
                                DifferenceCause.WRONG_CHANGE);

        assertThat(done.emptying().difference()).isEqualTo(eur(100));
        assertThat(site.see(site.phone).expected()).isEqualTo(eur(0));
        assertThat(site.balance(0)).isEqualTo(1_000);
    }

    private static CashEvent amount(long seq, Kind kind, long cents, String more) {
        return new CashEvent(
                seq,
                kind,
                KioskSite.NOW,
                kind == Kind.CASH_IN || kind == Kind.CASH_OUT ? ANNA : null,
                kind == Kind.CASH_OUT ? more : "",
                eur(cents),
                Map.of(),
                kind == Kind.EMPTIED ? more : "");
    }

    @Test
    @Tag("ID-30")
    void aDeviceSpeaksForItselfOnlyAndAnAuditorCountsNothing() {
        var event = event(1, Kind.CASH_IN, ANNA, Map.of(500L, 1), "");
        assertThatThrownBy(() ->
                        site.traffic.takeIn(
                                Actor.device(site.phone.number(), "phone-1"),
                                site.kiosk.number(),
                                event))
                .isInstanceOf(NotPermitted.class);
        var auditor = new Actor(9, "auditor", Role.AUDITOR, "office");
        assertThat(site.kiosks.list(auditor)).hasSize(2);
        assertThatThrownBy(() ->
                        site.kiosks.count(
                                auditor,
                                RequestId.fresh(),
                                new Kiosks.Counting(
                                        site.kiosk, "S-1", counted(Map.of()), null, "")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-30")
    void badInputIsToldAllAtOnce() {
        var outcome =
                site.kiosks.count(
                        site.cash.ana,
                        RequestId.fresh(),
                        new Kiosks.Counting(
                                new DeviceId(99), "", counted(Map.of(3L, 1)), null, "Ana Horvat"));
        assertThat(((CountOutcome.Rejected) outcome).problems())
                .extracting(Problem::field)
                .containsExactly("count", "device", "seal", "reference");
        assertThat(
                        site.kiosks.changeRules(
                                site.cash.chief, RequestId.fresh(), new KioskRules(500, 400)))
                .hasSize(1);
        assertThat(site.kiosks.rules(site.cash.ana)).isEqualTo(KioskRules.STANDARD);
    }

    @Test
    @Tag("ID-30")
    void staffCannotUndoWhatOnlyTheDeviceKnows() {
        fed(1, Map.of(500L, 1));
        assertThat(site.reverse(1).toString()).contains("NotReversible");
        assertThat(site.balance(0)).isEqualTo(500);
    }
}
