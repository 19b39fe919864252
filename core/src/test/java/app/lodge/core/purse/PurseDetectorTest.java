package app.lodge.core.purse;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseDetector.Found;
import app.lodge.core.purse.PurseDetector.Order;
import app.lodge.core.purse.PurseDetector.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Histories made up from seeds: honest ones, whose records arrive late, twice, in any order or not
/// yet, and frauds injected into them. A failure names its seed.
@Tag("CHAIN-30")
@Tag("CHAIN-37")
@Tag("CHAIN-43")
class PurseDetectorTest {

    private static final int SEEDS = 400;

    /// A card, its terminals and the back office; records are kept as the terminals would upload them.
    private static final class Town {

        final Random random;
        final List<PurseRecord> records = new ArrayList<>();
        final List<Order> orders = new ArrayList<>();
        private final long[] sequences = new long[4];
        private long seconds = 1_790_000_000L;

        Town(long seed) {
            random = new Random(seed);
        }

        Card newCard() {
            return new Card(0, 0, 0);
        }

        /// A card's whole memory: what an attacker copies.
        private final class Card {
            private long counter;
            private long value;
            private long returnable;

            Card(long counter, long value, long returnable) {
                this.counter = counter;
                this.value = value;
                this.returnable = returnable;
            }

            Card copy() {
                return new Card(counter, value, returnable);
            }

            void anything() {
                int what = random.nextInt(10);
                if (value == 0 || what == 0) {
                    office(PurseKind.LOAD, 1 + random.nextInt(5_000));
                } else if (what == 1) {
                    office(PurseKind.REFUND, 1 + random.nextInt(300));
                } else if (what == 2) {
                    office(PurseKind.PAY_OUT, 1 + random.nextInt((int) value));
                } else if (what == 3 && returnable > 0) {
                    long amount = 1 + random.nextInt((int) returnable);
                    write(PurseKind.UNDO, terminal(), amount);
                    returnable = 0;
                } else {
                    debit();
                }
            }

            void debit() {
                write(PurseKind.DEBIT, terminal(), 1 + random.nextInt((int) value));
            }

            void office(PurseKind kind, long amount) {
                orders.add(new Order(sequences[0] + 1, kind, amount));
                write(kind, 0, amount);
            }

            private int terminal() {
                return 1 + random.nextInt(3);
            }

            void write(PurseKind kind, int terminal, long amount) {
                counter++;
                value += kind.sign() * amount;
                if (kind.sign() < 0) {
                    returnable = amount;
                }
                seconds += 1 + random.nextInt(1_000);
                records.add(
                        new PurseRecord(
                                counter,
                                kind,
                                terminal,
                                ++sequences[terminal],
                                0,
                                Instant.ofEpochSecond(seconds),
                                amount,
                                value,
                                0,
                                978,
                                1,
                                "00000000000000AB"));
            }
        }

        List<Found> everything() {
            Collections.shuffle(records, random);
            return PurseDetector.find(records, orders, List.of());
        }
    }

    private static void forEverySeed(IntConsumer check) {
        for (int seed = 0; seed < SEEDS; seed++) {
            check.accept(seed);
        }
    }

    @Test
    void honestCardsNeverRaiseAnAlarmHoweverTheUploadsArrive() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            for (int n = town.random.nextInt(30); n >= 0; n--) {
                card.anything();
            }
            var arriving = new ArrayList<>(town.records);
            arriving.addAll(town.records.subList(0, town.records.size() / 2)); // twice
            Collections.shuffle(arriving, town.random);
            var arrived = new ArrayList<PurseRecord>();
            for (var record : arriving) {
                arrived.add(record);
                assertThat(PurseDetector.find(arrived, town.orders, List.of()))
                        .as("seed %d after %d uploads", seed, arrived.size())
                        .isEmpty();
            }
        });
    }

    @Test
    void anHonestCardSeenAtTheDeskBetweenLateUploadsRaisesNoAlarm() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            var arrived = new ArrayList<PurseRecord>();
            var sights = new ArrayList<Sight>();
            for (int n = 0; n < 30; n++) {
                card.anything();
                var late = town.records.get(town.random.nextInt(town.records.size()));
                arrived.add(late);
                if (town.random.nextInt(4) == 0) {
                    long known = arrived.stream().mapToLong(PurseRecord::counter).max().orElse(0);
                    sights.add(new Sight(card.counter, known));
                    int ring = Math.min(10, town.records.size());
                    arrived.addAll(
                            town.records.subList(town.records.size() - ring, town.records.size()));
                }
                assertThat(PurseDetector.find(arrived, town.orders, sights))
                        .as("seed %d after %d steps", seed, n)
                        .isEmpty();
            }
        });
    }

    @Test
    void aRolledBackCardIsFoundWhereItForked() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            some(town, card, 1);
            var image = card.copy();
            some(town, card, 1);
            some(town, image, 1);

            assertThat(town.everything())
                    .as("seed %d", seed)
                    .contains(new Found(Finding.ROLLED_BACK, forkOf(town)));
        });
    }

    @Test
    void aCloneIsFoundWhereItForked() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            card.office(PurseKind.LOAD, 5_000);
            var clone = card.copy();
            card.debit();
            clone.debit();
            for (int n = 0; n < 4; n++) {
                card.anything();
                clone.anything();
            }

            assertThat(town.everything())
                    .as("seed %d", seed)
                    .contains(new Found(Finding.CLONED, 2));
        });
    }

    @Test
    void valueThatNobodyLoadedIsFoundAtTheNextRecord() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            some(town, card, 1);
            card.value += 1 + town.random.nextInt(1_000);
            long next = card.counter + 1;
            card.debit();
            some(town, card, 0);

            assertThat(town.everything())
                    .as("seed %d", seed)
                    .contains(new Found(Finding.VALUE_WITHOUT_LOAD, next));
        });
    }

    @Test
    void aLoadWithoutAnOrderIsFound() {
        forEverySeed(seed -> {
            var town = new Town(seed);
            var card = town.newCard();
            some(town, card, 1);
            long forged = card.counter + 1;
            card.write(PurseKind.LOAD, 0, 4_000);
            town.sequences[0]--;
            some(town, card, 0);

            assertThat(town.everything())
                    .as("seed %d", seed)
                    .contains(new Found(Finding.VALUE_WITHOUT_LOAD, forged));
        });
    }

    @Test
    void valueIsFoundMissingItsLoadEvenWhileRecordsBetweenAreAway() {
        var town = new Town(1);
        var card = town.newCard();
        card.office(PurseKind.LOAD, 1_000);
        card.write(PurseKind.DEBIT, 1, 100);
        card.write(PurseKind.DEBIT, 1, 100);
        card.value += 700;
        card.write(PurseKind.DEBIT, 2, 50);
        var away = List.of(town.records.get(0), town.records.get(1), town.records.get(3));

        assertThat(PurseDetector.find(away, town.orders, List.of()))
                .containsExactly(new Found(Finding.VALUE_WITHOUT_LOAD, 4));
    }

    @Test
    void aCardSeenWithAnOlderCounterThanKnownIsRolledBack() {
        var town = new Town(1);
        var card = town.newCard();
        card.office(PurseKind.LOAD, 1_000);
        card.debit();

        assertThat(PurseDetector.find(town.records, town.orders, List.of(new Sight(1, 2))))
                .containsExactly(new Found(Finding.ROLLED_BACK, 2));
    }

    @Test
    void anUndoOfMoreThanWasTakenIsValueWithoutALoad() {
        var town = new Town(1);
        var card = town.newCard();
        card.office(PurseKind.LOAD, 1_000);
        card.write(PurseKind.DEBIT, 1, 100);
        card.write(PurseKind.UNDO, 1, 101);

        assertThat(town.everything()).containsExactly(new Found(Finding.VALUE_WITHOUT_LOAD, 3));
    }

    private static void some(Town town, Town.Card card, int least) {
        for (int n = least + town.random.nextInt(6); n > 0; n--) {
            card.anything();
        }
    }

    private static long forkOf(Town town) {
        for (long counter = 1; ; counter++) {
            long at = counter;
            if (town.records.stream().filter(record -> record.counter() == at).count() > 1) {
                return counter;
            }
        }
    }
}
