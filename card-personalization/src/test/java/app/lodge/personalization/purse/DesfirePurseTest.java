package app.lodge.personalization.purse;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.keys.TerminalKeySet;
import app.lodge.core.keys.TerminalKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.DesfireTalk;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A purse on a DESFire card at the back office and at a terminal, whole and torn.
@Tag("CHAIN-18")
@Tag("CHAIN-29")
@Tag("CHAIN-30")
@Tag("CHAIN-31")
class DesfirePurseTest {

    private static final int EUR = 978;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor TILL = Actor.device(7, "till-7");
    private static final PurseState FIRST =
            new PurseState(3, EUR, LocalDate.of(2030, 12, 31), 0, 0);

    @TempDir private Path folder;
    private CardDesk desk;
    private VirtualDesfire card;
    private DesfirePurse office;
    private DesfirePurse till;
    private TerminalKeys tillsKeys;

    @BeforeEach
    void setUp() throws Exception {
        desk = new CardDesk(folder, "rathaus");
        tillsKeys = TerminalKeySet.of(folder.resolve("rathaus.lodge"), new byte[] {1});
        office = new DesfirePurse(desk.keys);
        till = new DesfirePurse(tillsKeys);
        card = freshPurse();
    }

    private VirtualDesfire freshPurse() throws DeviceException {
        var fresh = CardDesk.blank();
        desk.reader.insert(fresh);
        desk.encoder.encode(CLERK, desk.reader, SOON, UID, NUMBER);
        new PurseEncoder(desk.keys).encode(CLERK, desk.reader, SOON, UID, FIRST, 50_000);
        return fresh;
    }

    private static PurseChange change(PurseKind kind, long sequence, long amount) {
        return new PurseChange(kind, kind.backOffice() ? 0 : 7, sequence, 3, NOON, amount, 2, EUR);
    }

    private PurseRecord does(PurseChange change) throws DeviceException {
        var purse = change.kind().backOffice() ? office : till;
        var actor = change.kind().backOffice() ? CLERK : TILL;
        var outcome = purse.change(actor, desk.reader, SOON, UID, change);
        assertThat(outcome).isInstanceOf(PurseOutcome.Done.class);
        return ((PurseOutcome.Done) outcome).record();
    }

    @Test
    void loadsSpendsGivesBackAndPaysOut() throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        does(change(PurseKind.DEBIT, 1, 350));
        does(change(PurseKind.UNDO, 2, 350));
        does(change(PurseKind.DEBIT, 3, 150));
        does(change(PurseKind.REFUND, 2, 150));
        does(change(PurseKind.PAY_OUT, 3, 500));

        var seen = office.look(CLERK, desk.reader, SOON);
        assertThat(seen.value()).isEqualTo(1_500);
        assertThat(seen.state()).isEqualTo(FIRST.at(6, 12));
        assertThat(seen.records())
                .extracting(PurseRecord::balanceAfter)
                .containsExactly(2_000L, 1_650L, 2_000L, 1_850L, 2_000L, 1_500L);
        for (var record : seen.records()) {
            assertThat(record.with(desk.keys.purseCheck(CLERK, UID, 1, record.checked())))
                    .as("check value that the vault makes too")
                    .isEqualTo(record);
        }
        assertThat(till.look(TILL, desk.reader, SOON)).isEqualTo(seen);
    }

    @Test
    void keepsTheLastTenRecords() throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        for (int n = 1; n <= 12; n++) {
            does(change(PurseKind.DEBIT, n, 10));
        }
        assertThat(office.look(CLERK, desk.reader, SOON).records())
                .extracting(PurseRecord::counter)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsOverAndAnotherCurrency() throws Exception {
        does(change(PurseKind.LOAD, 1, 100));

        assertThat(till.change(TILL, desk.reader, SOON, UID, change(PurseKind.DEBIT, 1, 101)))
                .isEqualTo(new PurseOutcome.Insufficient(100));
        var late = Instant.parse("2031-01-01T00:00:00Z");
        assertThat(
                        till.change(
                                TILL,
                                desk.reader,
                                SOON,
                                UID,
                                new PurseChange(PurseKind.DEBIT, 7, 1, 0, late, 1, 0, EUR)))
                .isEqualTo(new PurseOutcome.Expired(LocalDate.of(2030, 12, 31)));
        assertThat(
                        till.change(
                                TILL,
                                desk.reader,
                                SOON,
                                UID,
                                new PurseChange(PurseKind.DEBIT, 7, 1, 0, NOON, 1, 0, 756)))
                .isEqualTo(new PurseOutcome.OtherCurrency(EUR));
    }

    @Test
    @Tag("CHAIN-14")
    void aTerminalHoldsNoKeyToCredit() throws Exception {
        assertThatThrownBy(() ->
                        till.change(TILL, desk.reader, SOON, UID, change(PurseKind.LOAD, 1, 2_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not hold");
        assertThat(tillsKeys.toString()).isEqualTo("TerminalKeys[***]");
    }

    @Test
    @Tag("CHAIN-14")
    void theChipRefusesCreditInATerminalsSession() throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        try (var link = desk.reader.connect(SOON)) {
            var talk = DesfireTalk.on(link, tillsKeys, TILL);
            talk.select(PurseSlots.APPLICATION);
            var files = talk.open(new CardKey.Site(PurseSlots.APPLICATION, PurseSlots.DEBIT, 1));
            assertThatThrownBy(() -> files.credit(PurseFiles.VALUE, PurseFiles.MODE, 1))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("Credit");
        }
        assertThat(office.look(CLERK, desk.reader, SOON).value()).isEqualTo(2_000);
    }

    @Test
    void anUndoGivesBackNoMoreThanWasTaken() throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        does(change(PurseKind.DEBIT, 1, 100));

        assertThatThrownBy(() ->
                        till.change(TILL, desk.reader, SOON, UID, change(PurseKind.UNDO, 2, 101)))
                .isInstanceOf(DeviceException.class);
        assertThat(office.look(CLERK, desk.reader, SOON).value()).isEqualTo(1_900);
    }

    @Test
    void refusesAnotherCard() {
        var other = new Uid("04000000000001");
        assertThatThrownBy(() ->
                        office.change(
                                CLERK, desk.reader, SOON, other, change(PurseKind.LOAD, 1, 1)))
                .isInstanceOf(DeviceException.class);
    }

    /// Torn before and after every APDU: what the card holds is the old or the new, whole; the same
    /// change again makes it new, once.
    @ParameterizedTest
    @EnumSource(PurseKind.class)
    void tornAnywhereItIsTheOldOrTheNewAndTheNextTryKnows(PurseKind kind) throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        does(change(PurseKind.DEBIT, 1, 300));
        var old = office.look(CLERK, desk.reader, SOON);
        int before = card.served();
        does(change(kind, 50, 200));
        int apdus = card.served() - before;
        assertThat(apdus).isGreaterThan(10);

        for (int apdu = 0; apdu < apdus; apdu++) {
            for (boolean carriedOut : new boolean[] {false, true}) {
                tornAt(kind, old.value(), apdu, carriedOut);
            }
        }
    }

    private void tornAt(PurseKind kind, long oldValue, int apdu, boolean carriedOut)
            throws Exception {
        card = freshPurse();
        does(change(PurseKind.LOAD, 1, 2_000));
        does(change(PurseKind.DEBIT, 1, 300));
        var wanted = change(kind, 50, 200);
        if (carriedOut) {
            card.tearAfter(apdu);
        } else {
            card.tearBefore(apdu);
        }
        assertThatThrownBy(() -> does(wanted)).isInstanceOf(DeviceException.class);

        var torn = office.look(CLERK, desk.reader, SOON);
        long newValue = oldValue + kind.sign() * 200L;
        boolean done = torn.by(wanted.terminal(), 50).isPresent();
        assertThat(torn.value()).isEqualTo(done ? newValue : oldValue);
        assertThat(torn.state().counter()).isEqualTo(done ? 3 : 2);
        assertThat(torn.state().points()).isEqualTo(done ? 6 : 4);

        does(wanted);
        does(wanted);
        var whole = office.look(CLERK, desk.reader, SOON);
        assertThat(whole.value()).isEqualTo(newValue);
        assertThat(whole.state().counter()).isEqualTo(3);
    }

    @Test
    void encodingIsFinishedByTheNextAttemptWhereverItWasTorn() throws Exception {
        var whole = CardDesk.blank();
        desk.reader.insert(whole);
        new PurseEncoder(desk.keys).encode(CLERK, desk.reader, SOON, UID, FIRST, 50_000);
        for (int apdu : IntStream.range(0, whole.served()).toArray()) {
            for (boolean carriedOut : List.of(false, true)) {
                var torn = CardDesk.blank();
                desk.reader.insert(torn);
                if (carriedOut) {
                    torn.tearAfter(apdu);
                } else {
                    torn.tearBefore(apdu);
                }
                assertThatThrownBy(() ->
                                new PurseEncoder(desk.keys)
                                        .encode(CLERK, desk.reader, SOON, UID, FIRST, 50_000))
                        .isInstanceOf(DeviceException.class);
                new PurseEncoder(desk.keys).encode(CLERK, desk.reader, SOON, UID, FIRST, 50_000);
                assertThat(office.look(CLERK, desk.reader, SOON).state()).isEqualTo(FIRST);
            }
        }
    }

    @Test
    void encodingAgainKeepsTheValue() throws Exception {
        does(change(PurseKind.LOAD, 1, 2_000));
        desk.keyVersion = 2;
        new PurseEncoder(desk.keys).encode(CLERK, desk.reader, SOON, UID, FIRST, 50_000);
        assertThat(office.look(CLERK, desk.reader, SOON).value()).isEqualTo(2_000);
    }
}
