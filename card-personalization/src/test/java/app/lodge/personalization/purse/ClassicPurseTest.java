package app.lodge.personalization.purse;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseDetector;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.encoding.StorageKeys;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import app.lodge.personalization.virtual.VirtualStorageCard.Tear;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A purse on a MIFARE Classic that was made by plan: torn at every APDU it holds the old or the new.
@Tag("CHAIN-29")
@Tag("CHAIN-31")
class ClassicPurseTest {

    private static final Uid UID = new Uid("A1B2C3D4");
    private static final PurseState FIRST = new PurseState(1, 978, null, 0, 0);
    private static final EncodingPlan PLAN = ShippedPlans.find("classic-id-purse", 1).orElseThrow();

    @TempDir private Path folder;
    private CardKeys keys;
    private final InProcessReader reader = new InProcessReader("desk reader");
    private VirtualStorageCard card;
    private ClassicPurse office;
    private ClassicPurse till;
    private long sequence;

    @BeforeEach
    void makeACard() throws Exception {
        keys = new CardDesk(folder, "rathaus").keys;
        office = AnyPurse.classic(keys);
        till =
                new ClassicPurse(
                        keys,
                        (actor, uid, sector, which) ->
                                which == Key.B
                                        ? List.of()
                                        : List.of(
                                                new StorageKeys(
                                                                keys,
                                                                actor,
                                                                uid,
                                                                keys.keySet(actor))
                                                        .classic(1, "read", "sector " + sector)));
        lay();
    }

    private void lay() throws DeviceException {
        card = VirtualStorageCard.classic(ClassicSize.ONE_K, UID);
        reader.insert(card);
        MediumEncoder.of(keys, PLAN)
                .encode(
                        CLERK,
                        reader,
                        SOON,
                        UID,
                        Optional.of(CardFacts.of(new CardNumber(1234, 2))),
                        Step.Log.none());
        new PurseEncoder(keys).encode(CLERK, reader, SOON, UID, FIRST, Integer.MAX_VALUE);
    }

    private PurseChange next(PurseKind kind, long amount) {
        sequence++;
        return new PurseChange(
                kind,
                kind.backOffice() ? 0 : 4,
                sequence,
                1,
                Instant.parse("2026-11-22T20:00:00Z").plusSeconds(sequence),
                amount,
                0,
                978);
    }

    private PurseOutcome does(ClassicPurse by, PurseChange change) throws DeviceException {
        return by.change(CLERK, reader, SOON, UID, change);
    }

    private PurseOnCard look() throws DeviceException {
        return till.look(CLERK, reader, SOON, UID);
    }

    @Test
    void theOfficeLoadsTheTillDebitsAndTenRecordsStay() throws Exception {
        assertThat(does(office, next(PurseKind.LOAD, 5_000))).isInstanceOf(PurseOutcome.Done.class);
        for (int i = 0; i < 12; i++) {
            assertThat(does(till, next(PurseKind.DEBIT, 100)))
                    .isInstanceOf(PurseOutcome.Done.class);
        }
        var seen = look();
        assertThat(seen.value()).isEqualTo(3_800);
        assertThat(seen.state().counter()).isEqualTo(13);
        assertThat(seen.records())
                .extracting(PurseRecord::counter)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(does(till, next(PurseKind.DEBIT, 3_801)))
                .isEqualTo(new PurseOutcome.Insufficient(3_800));
        MediumEncoder.of(keys, PLAN)
                .verify(
                        CLERK,
                        reader,
                        SOON,
                        UID,
                        Optional.of(CardFacts.of(new CardNumber(1234, 2))));
    }

    @Test
    @Tag("CHAIN-14")
    void aTillHasNoKeyThatRaises() throws Exception {
        does(office, next(PurseKind.LOAD, 5_000));
        assertThatThrownBy(() -> does(till, next(PurseKind.LOAD, 100)))
                .isInstanceOf(DeviceException.class);
        assertThat(look().value()).isEqualTo(5_000);
        assertThat(look().records()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Tear.class)
    void tornAtEveryApduItHoldsTheOldOrTheNewAndTheNextTryFinishes(Tear how) throws Exception {
        does(office, next(PurseKind.LOAD, 1_000));
        for (var kind : List.of(PurseKind.DEBIT, PurseKind.LOAD)) {
            var by = kind == PurseKind.LOAD ? office : till;
            boolean torn = true;
            for (int apdu = 0; torn; apdu++) {
                long before = look().value();
                var change = next(kind, 10);
                card.tear(apdu, how);
                try {
                    does(by, change);
                    torn = false;
                } catch (DeviceException _) {
                    torn = true;
                }
                card.holdStill();
                long after = before + kind.sign() * 10;
                var seen = look();
                assertThat(seen.value()).as("%s at %d, %s", kind, apdu, how).isIn(before, after);
                boolean told = seen.by(change.terminal(), change.sequence()).isPresent();
                assertThat(told).isEqualTo(seen.value() == after);
                assertThat(seen.newest().map(PurseRecord::balanceAfter)).contains(seen.value());

                assertThat(does(by, change)).isInstanceOf(PurseOutcome.Done.class);
                assertThat(look().value()).isEqualTo(after);
            }
        }
        assertThat(look().value()).isBetween(0L, 2_000L);
    }

    /// Whoever has broken the cipher puts an older image back: the chip does not mind, the records tell.
    @Test
    @Tag("CHAIN-43")
    void anOlderStatePutBackIsFoundByItsRecords() throws Exception {
        does(office, next(PurseKind.LOAD, 1_000));
        var known = new ArrayList<>(look().records());
        does(till, next(PurseKind.DEBIT, 400));
        known.addAll(look().records());
        lay();
        sequence = 0;
        does(office, next(PurseKind.LOAD, 1_000));
        sequence = 50;
        does(till, next(PurseKind.DEBIT, 300));
        known.addAll(look().records());
        var found =
                PurseDetector.find(
                        known.stream().distinct().toList(),
                        List.of(new PurseDetector.Order(1, PurseKind.LOAD, 1_000)),
                        List.of());
        assertThat(found)
                .extracting(PurseDetector.Found::what)
                .containsAnyOf(Finding.ROLLED_BACK, Finding.CLONED);
    }
}
