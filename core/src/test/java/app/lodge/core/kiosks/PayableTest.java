package app.lodge.core.kiosks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-31")
class PayableTest {

    @Test
    void anAmountIsMadeOfWhatIsThereAndNotOfMore() {
        assertThat(Payable.most(Map.of(), 500)).isZero();
        assertThat(Payable.most(Map.of(5_000L, 1L, 2_000L, 4L), 6_000)).isEqualTo(6_000);
        assertThat(Payable.most(Map.of(5_000L, 1L, 2_000L, 2L), 6_000)).isEqualTo(5_000);
        assertThat(Payable.most(Map.of(100L, -3L), 300)).isZero();
        assertThat(Payable.most(Map.of(1L, 10_000_000L), KioskRules.HIGHEST))
                .isEqualTo(KioskRules.HIGHEST);
    }

    @Test
    void itIsWhatTryingEveryNumberOfEachComesTo() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var pieces = new TreeMap<Long, Long>();
            for (var denomination : new long[] {5, 10, 20, 50}) {
                pieces.put(denomination, (long) random.nextInt(6));
            }
            var amount = random.nextLong(400);
            assertThat(Payable.most(pieces, amount))
                    .as("%s for %d, seed 7, round %d", pieces, amount, round)
                    .isEqualTo(tried(pieces, amount));
        }
    }

    private static long tried(TreeMap<Long, Long> pieces, long amount) {
        if (pieces.isEmpty()) {
            return 0;
        }
        var rest = new TreeMap<>(pieces);
        var one = rest.pollFirstEntry();
        var most = 0L;
        for (var n = 0L; n <= one.getValue() && n * one.getKey() <= amount; n++) {
            var taken = n * one.getKey();
            most = Math.max(most, taken + tried(rest, amount - taken));
        }
        return most;
    }
}
