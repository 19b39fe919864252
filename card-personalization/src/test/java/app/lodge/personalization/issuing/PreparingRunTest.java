package app.lodge.personalization.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Blank.Carrier;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.PutOutcome;
import app.lodge.core.stock.Stock.ReceiveOutcome;
import app.lodge.core.stock.StockState;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.issuing.PreparingRun.Batch;
import app.lodge.personalization.issuing.PreparingRun.Blank;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch of blanks prepared at the reader, with the site's real stock.
@Tag("CHAIN-06")
@Tag("CHAIN-51")
class PreparingRunTest {

    private static final Actor CHIEF = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");

    @TempDir private Path folder;
    private final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()),
                    InstantSource.system(),
                    new Sealing() {
                        @Override
                        public byte[] seal(byte[] plain) {
                            return plain;
                        }

                        @Override
                        public byte[] open(byte[] sealed) {
                            return sealed;
                        }
                    });
    private final Stock stock = Stock.in(books);
    private final Deque<VirtualDesfire> box = new ArrayDeque<>();
    private final List<Blank> seen = new ArrayList<>();
    private PreparingRun run;
    private long place;
    private long delivery;

    @BeforeEach
    void aBoxOfThreeCame() throws Exception {
        var desk = new CardDesk(folder, "rathaus");
        run =
                new PreparingRun(
                        new OnePlan(ShippedPlans.lodgeId()),
                        desk.keys,
                        stock,
                        Duration.ofMillis(1));
        place =
                put(
                        stock.putPlace(
                                CHIEF,
                                RequestId.fresh(),
                                new Place(0, "Desk", Place.Kind.DESK, "", false, 0)));
        long kind =
                put(
                        stock.addBlank(
                                CHIEF,
                                RequestId.fresh(),
                                new app.lodge.core.stock.Blank(
                                        0,
                                        "White",
                                        Carrier.HF,
                                        "DESFire EV3",
                                        MediumKind.CARD,
                                        false,
                                        false,
                                        860)));
        var received =
                stock.receive(
                        CHIEF,
                        RequestId.fresh(),
                        new Stock.NewDelivery(
                                kind,
                                null,
                                "Karton AG",
                                "B-1",
                                place,
                                0,
                                Numbering.UID,
                                List.of(uid(1).hex(), uid(2).hex(), uid(3).hex())));
        delivery = ((ReceiveOutcome.Received) received).delivery().id();
    }

    @AfterEach
    void everyCountAddsUp() {
        assertThat(stock.standing(CHIEF).differences()).isEmpty();
        books.close();
    }

    private static long put(PutOutcome outcome) {
        return ((PutOutcome.Put) outcome).id();
    }

    private static Uid uid(int number) {
        return new Uid("04A1B2C3D4E5%02X".formatted(number));
    }

    private static VirtualDesfire blank(int number) {
        return VirtualDesfire.blank(Generation.EV3, uid(number), new Random(number));
    }

    private int prepare(int pieces) {
        return run.run(CHIEF, new Batch(delivery, place, pieces), new Box(), new Seen());
    }

    private int count(StockState state) {
        return stock.standing(CHIEF).lines().stream()
                .filter(line -> line.state() == state)
                .mapToInt(Stock.Line::pieces)
                .sum();
    }

    @Test
    void aBatchIsPreparedReadBackAndCountedAndABlankLaidOnAgainCountsOnce() {
        box.addAll(List.of(blank(1), blank(2)));
        var first = box.getFirst();
        assertThat(prepare(2)).isEqualTo(2);
        assertThat(seen)
                .containsExactly(new Blank.Ready(uid(1), false), new Blank.Ready(uid(2), false));
        assertThat(count(StockState.PREPARED)).isEqualTo(2);
        seen.clear();
        box.addAll(List.of(first, blank(3)));
        assertThat(prepare(1)).isEqualTo(1);
        assertThat(seen)
                .containsExactly(new Blank.Ready(uid(1), true), new Blank.Ready(uid(3), false));
        assertThat(count(StockState.PREPARED)).isEqualTo(3);
    }

    @Test
    void aBlankThatTheDeliveryDoesNotKnowIsLeftAsItIsAndTheRunGoesOn() {
        var stranger = blank(9);
        box.addAll(List.of(stranger, blank(1)));
        assertThat(prepare(1)).isEqualTo(1);
        var refused = (Blank.Broken) seen.getFirst();
        assertThat(refused.fault()).isEqualTo(new DeviceFault.NotInStock(uid(9).hex()));
        assertThat(refused.spoilt()).isFalse();
        assertThat(count(StockState.BLANK)).isEqualTo(2);
    }

    @Test
    void theRunEndsWhereNoBlankComesAnyMore() {
        box.add(blank(1));
        assertThat(prepare(3)).isEqualTo(1);
    }

    @Test
    void aFaultOfTheChipIsItsReason() {
        var broken =
                new Blank.Broken(
                        java.util.Optional.of(uid(1)), new DeviceFault.VerifyMismatch("file 1"));
        assertThat(broken.spoilt()).isTrue();
        assertThat(broken.reason()).isEqualTo(MoveReason.READ_BACK_DIFFERS);
    }

    /// Lays the next one of the box.
    private final class Box implements PreparingRun.Place {
        @Override
        public CardReader next() {
            var reader = new InProcessReader("desk reader");
            var card = box.poll();
            if (card != null) {
                reader.insert(card);
            }
            return reader;
        }

        @Override
        public boolean takesOff() {
            return true;
        }
    }

    private final class Seen implements Progress<Blank> {
        @Override
        public void at(Blank blank) {
            seen.add(blank);
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
