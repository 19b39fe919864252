package app.lodge.core.stock;

import static app.lodge.core.stock.StockDesk.CHIEF;
import static app.lodge.core.stock.StockDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediaLife.LendOutcome;
import app.lodge.core.media.MediaLife.ReturnOutcome;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.Stock.MoveOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Blanks by place and count, from the box to the shredder.
class StockTest {

    private static final Uid CHIP = new Uid("04AABBCCDDEE01");

    private final StockDesk site = new StockDesk();

    @AfterEach
    void close() {
        assertThat(site.stock.standing(CHIEF).differences()).isEmpty();
        site.close();
    }

    @Test
    @Tag("CHAIN-51")
    void aSerialListIsTakenWholeOrEachWrongRowIsNamed() {
        site.receive(site.desk, 0, Numbering.UID, List.of("04AABBCCDDEE01"));
        var outcome =
                site.receive(
                        site.desk,
                        0,
                        Numbering.UID,
                        List.of("04:AA:BB:CC:DD:EE:01", "04AABBCCDDEE02", "04aabbccddee02", "x"));
        assertThat(((Stock.ReceiveOutcome.Rejected) outcome).problems())
                .extracting(Problem::key)
                .containsExactlyInAnyOrder(
                        "stock.serial-known", "stock.serial-twice", "stock.serial-malformed");
        assertThat(site.stock.standing(CHIEF).deliveries()).hasSize(1);
    }

    @Test
    @Tag("CHAIN-51")
    void severalAreWrittenOffAtOnceOrNone() {
        long box = site.received(site.desk, 3);
        assertThat(writtenOff(box, 4)).isEqualTo(new MoveOutcome.TooFew(3));
        assertThat(writtenOff(box, 2)).isEqualTo(new MoveOutcome.Moved(2));
        assertThat(site.count(box, site.desk, StockState.SPOILED)).isEqualTo(2);
        var numbered =
                ((Stock.ReceiveOutcome.Received)
                                site.receive(
                                        site.desk,
                                        0,
                                        Numbering.UID,
                                        List.of("04AABBCCDDEE01", "04AABBCCDDEE02")))
                        .delivery()
                        .id();
        assertThat(writtenOff(numbered, 2, "04AABBCCDDEE01", "04AABBCCDDEE99"))
                .isEqualTo(new MoveOutcome.Stranger("04AABBCCDDEE99"));
        assertThat(site.count(numbered, site.desk, StockState.SPOILED)).isZero();
        assertThat(writtenOff(numbered, 2, "04AABBCCDDEE01", "04AABBCCDDEE02"))
                .isEqualTo(new MoveOutcome.Moved(2));
        assertThat(site.count(numbered, site.desk, StockState.SPOILED)).isEqualTo(2);
    }

    private MoveOutcome writtenOff(long box, int pieces, String... serials) {
        return site.stock.writeOff(
                CLERK,
                RequestId.fresh(),
                new Stock.WriteOff(
                        box,
                        site.desk,
                        StockState.BLANK,
                        pieces,
                        List.of(serials),
                        MoveReason.DAMAGED));
    }

    @Test
    @Tag("CHAIN-51")
    void aMakersFileIsReadWithItsHeadingAndItsFaults() {
        var file = "No;UID\n1;04AABBCCDDEE01\n2;04AABBCCDDEE02\n3;04aabbccddee01\n";
        var read = site.stock.readSerials(CLERK, "list.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.serials()).isNotEmpty();
        assertThat(read.problems()).extracting(Problem::key).contains("stock.serial-twice");
    }

    @Test
    @Tag("CHAIN-52")
    void anIssuedCardIsOneBlankLessAndComesBackInTheSameBreathAsItsMedium() {
        long box = site.received(site.desk, 5);
        var medium = site.issued(CLERK, site.person(), CHIP);
        assertThat(site.count(box, site.desk, StockState.BLANK)).isEqualTo(4);
        assertThat(site.count(box, site.desk, StockState.ISSUED)).isEqualTo(1);
        site.media.block(CHIEF, RequestId.fresh(), medium.id(), BlockReason.LOST);
        assertThat(site.count(box, site.desk, StockState.LOST)).isEqualTo(1);
        site.media.unblock(CHIEF, RequestId.fresh(), medium.id());
        assertThat(site.count(box, site.desk, StockState.ISSUED)).isEqualTo(1);
        assertThat(site.life.takeBack(CLERK, RequestId.fresh(), medium.id()))
                .isInstanceOf(ReturnOutcome.Destroyed.class);
        assertThat(site.count(box, site.desk, StockState.DESTROYED)).isEqualTo(1);
    }

    @Test
    @Tag("ID-40")
    @Tag("CHAIN-51")
    void aSpoiledCardIsCountedAgainstItsDeliveryWithItsReason() {
        long box = site.received(site.desk, 5);
        var job = ((OrderOutcome.Ordered) site.order(CLERK, site.person())).job();
        site.upTo(CLERK, job, JobState.ENCODED, CHIP);
        site.jobs.advance(
                CLERK, job.id(), JobState.REJECTED, Map.of("fault", "VerifyMismatch[field=x]"));
        assertThat(site.count(box, site.desk, StockState.SPOILED)).isEqualTo(1);
        var standing = site.stock.standing(CHIEF).deliveries().getFirst();
        assertThat(standing.bad()).containsExactly(Map.entry("READ_BACK_DIFFERS", 1));
        assertThat(standing.badPerMille()).isEqualTo(200);
    }

    @Test
    @Tag("CHAIN-52")
    void aJobThatFoundNoCardUsesNoBlank() {
        long box = site.received(site.desk, 5);
        var job = ((OrderOutcome.Ordered) site.order(CLERK, site.person())).job();
        site.upTo(CLERK, job, JobState.FED, CHIP);
        site.jobs.advance(CLERK, job.id(), JobState.REJECTED, Map.of("fault", "NoCard[reader=r]"));
        assertThat(site.count(box, site.desk, StockState.BLANK)).isEqualTo(5);
    }

    @Test
    @Tag("CHAIN-05")
    void aBranchIssuesOnlyFromNumberedStockThatHeadOfficeDelegated() {
        site.receive(site.branch, 0, Numbering.UID, List.of(CHIP.hex()));
        assertThat(site.order(StockDesk.BRANCH, site.person()))
                .isEqualTo(new OrderOutcome.NoStock("Branch"));
        site.delegate(true);
        assertThat(site.issued(StockDesk.BRANCH, site.person(), new Uid("04FFFFFFFFFF01")).state())
                .isEqualTo(MediumState.SPOILED);
        assertThat(site.issued(StockDesk.BRANCH, site.person(), CHIP).state())
                .isEqualTo(MediumState.ACTIVE);
        assertThat(site.order(StockDesk.BRANCH, site.person()))
                .isEqualTo(new OrderOutcome.NoStock("Branch"));
    }

    @Test
    @Tag("CHAIN-06")
    void aBlankIsPreparedOnceHoweverOftenItLiesOnTheReader() {
        long box = site.received(site.desk, 2);
        for (int times = 0; times < 3; times++) {
            assertThat(site.stock.prepared(CLERK, RequestId.fresh(), box, site.desk, CHIP))
                    .isInstanceOf(MoveOutcome.Moved.class);
        }
        assertThat(site.count(box, site.desk, StockState.PREPARED)).isEqualTo(1);
        var listed =
                StockDesk.delivery(
                        site.receive(site.desk, 0, Numbering.UID, List.of("04AABBCCDDEE77")));
        assertThat(
                        site.stock.prepared(
                                CLERK,
                                RequestId.fresh(),
                                listed,
                                site.desk,
                                new Uid("04AABBCCDDEE78")))
                .isEqualTo(new MoveOutcome.Stranger("04AABBCCDDEE78"));
    }

    @Test
    @Tag("CHAIN-52")
    void aStockTakeShowsDifferencesAndBooksThem() {
        long box = site.received(site.desk, 10);
        var found =
                site.stock.count(
                        CHIEF,
                        RequestId.fresh(),
                        site.desk,
                        List.of(new Counted(box, StockState.BLANK, 8)),
                        MoveReason.DAMAGED);
        assertThat(found.differences()).containsExactly(new Counted(box, StockState.BLANK, -2));
        assertThat(site.count(box, site.desk, StockState.DIFFERENCE)).isEqualTo(2);
        assertThat(site.stock.movements(CHIEF, null, 1).getFirst().reason())
                .isEqualTo(MoveReason.DAMAGED);
    }

    @Test
    @Tag("CHAIN-52")
    void aCardMadeFromABlankThatTheBooksDoNotKnowIsADifference() {
        long box = site.received(site.desk, 1);
        site.issued(CLERK, site.person(), CHIP);
        site.issued(CLERK, site.person(), new Uid("04AABBCCDDEE02"));
        assertThat(site.count(box, site.desk, StockState.ISSUED)).isEqualTo(2);
        assertThat(site.count(box, site.desk, StockState.DIFFERENCE)).isEqualTo(-1);
    }

    @Test
    @Tag("ID-07")
    void aLoanerForADayEndsByItselfAndLeavesTheHoldersOwnCardAlone() {
        long box = site.received(site.desk, 3);
        var person = site.person();
        var own = site.issued(CLERK, person, CHIP);
        var lent =
                (LendOutcome.Lent)
                        site.life.lend(
                                CLERK,
                                RequestId.fresh(),
                                person,
                                new Uid("04AABBCCDDEE02"),
                                "DESFire EV3");
        assertThat(lent.until()).isEqualTo("2026-11-23T20:00:00Z");
        assertThat(site.life.endLoans(StockDesk.SYSTEM)).isZero();
        site.now.set(lent.until());
        assertThat(site.life.endLoans(StockDesk.SYSTEM)).isEqualTo(1);
        assertThat(site.media.find(CHIEF, lent.medium().id()).orElseThrow().state())
                .isEqualTo(MediumState.EXPIRED);
        assertThat(site.media.find(CHIEF, own.id()).orElseThrow().state())
                .isEqualTo(MediumState.ACTIVE);
        site.life.takeBack(CLERK, RequestId.fresh(), lent.medium().id());
        assertThat(site.count(box, site.desk, StockState.PREPARED)).isEqualTo(1);
    }

    @Test
    @Tag("ID-44")
    void whatWasReplacedNeverLivesAgain() {
        var person = site.person();
        var first = site.issued(CLERK, person, CHIP);
        site.media.block(CHIEF, RequestId.fresh(), first.id(), BlockReason.LOST);
        site.issued(CLERK, person, new Uid("04AABBCCDDEE02"));
        site.media.unblock(CHIEF, RequestId.fresh(), first.id());
        assertThat(site.media.find(CHIEF, first.id()).orElseThrow().state())
                .isEqualTo(MediumState.REPLACED);
        assertThat(site.life.destroy(CLERK, RequestId.fresh(), first.id()))
                .isInstanceOf(ReturnOutcome.Destroyed.class);
    }
}
