package app.lodge.bridge.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a device sends its events, and when it sends them again (ID-15, SAFE-12).
@Tag("ID-15")
@Tag("SAFE-12")
final class EventWindowTest {

    @TempDir Path folder;

    @Test
    void whatIsAcknowledgedSlowlyButSteadilyGoesOnce() throws IOException {
        try (var outbox = outbox()) {
            var window = new EventWindow(outbox);
            keep(outbox, 1_000);
            var heard = new ArrayList<>(numbers(window.connected()));
            // Hours behind, one acknowledgement in each pause.
            for (var acknowledged = 1; acknowledged <= 1_000; acknowledged++) {
                outbox.acked(acknowledged);
                heard.addAll(numbers(window.acknowledged()));
                heard.addAll(numbers(window.paused()));
            }
            assertThat(heard).isEqualTo(upTo(1_000));
        }
    }

    @Test
    void notMoreAreOnTheirWayThanTheWindowIsWide() throws IOException {
        try (var outbox = outbox()) {
            var window = new EventWindow(outbox);
            keep(outbox, 200);
            assertThat(numbers(window.connected())).isEqualTo(upTo(EventWindow.WIDTH));
            assertThat(window.goes(201)).isFalse();
            outbox.acked(10);
            assertThat(numbers(window.acknowledged()))
                    .isEqualTo(
                            LongStream.rangeClosed(EventWindow.WIDTH + 1, EventWindow.WIDTH + 10)
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void whatNobodyAcknowledgesGoesAgainAfterLongerAndLongerPauses() throws IOException {
        try (var outbox = outbox()) {
            var window = new EventWindow(outbox);
            keep(outbox, 3);
            assertThat(numbers(window.connected())).containsExactly(1L, 2L, 3L);
            var again = new ArrayList<Integer>();
            for (var pause = 1; pause <= 80; pause++) {
                var events = numbers(window.paused());
                if (!events.isEmpty()) {
                    assertThat(events).containsExactly(1L, 2L, 3L);
                    again.add(pause);
                }
            }
            assertThat(again).containsExactly(2, 4, 8, 16, 32, 56, 80);
            outbox.acked(2);
            assertThat(window.paused()).as("it went on").isEmpty();
            assertThat(numbers(window.paused())).as("quick again").containsExactly(3L);
            assertThat(numbers(window.connected())).containsExactly(3L);
        }
    }

    @Test
    void whatWasKeptJustBeforeAPauseIsNotSentTwice() throws IOException {
        try (var outbox = outbox()) {
            var window = new EventWindow(outbox);
            window.connected();
            window.paused();
            keep(outbox, 1);
            assertThat(window.goes(1)).isTrue();
            assertThat(window.paused()).isEmpty();
        }
    }

    /// Any order of keeping, losing, acknowledging, cutting: in the end all have arrived.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothingIsForgotten(long seed) throws IOException {
        var random = new Random(seed);
        try (var outbox = outbox()) {
            var window = new EventWindow(outbox);
            var arrived = new HashSet<Long>();
            arrive(arrived, window.connected(), random, 3);
            for (var i = 0; i < 2_000; i++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        var seq = keep(outbox, 1);
                        if (window.goes(seq) && random.nextInt(3) > 0) {
                            arrived.add(seq);
                        }
                    }
                    case 2, 3 -> {
                        outbox.acked(withoutGap(arrived));
                        arrive(arrived, window.acknowledged(), random, 3);
                    }
                    case 4 -> arrive(arrived, window.paused(), random, 3);
                    default -> {
                        if (random.nextInt(20) == 0) {
                            arrive(arrived, window.connected(), random, 3);
                        }
                    }
                }
            }
            for (var i = 0; i < 500 && outbox.acknowledged() < outbox.lastSeq(); i++) {
                arrive(arrived, window.paused(), random, 0);
                outbox.acked(withoutGap(arrived));
                arrive(arrived, window.acknowledged(), random, 0);
            }
            assertThat(outbox.acknowledged()).isEqualTo(outbox.lastSeq()).isGreaterThan(400);
        }
    }

    private static void arrive(HashSet<Long> arrived, List<byte[]> sent, Random random, int lost) {
        for (var seq : numbers(sent)) {
            if (lost == 0 || random.nextInt(lost) > 0) {
                arrived.add(seq);
            }
        }
    }

    private static long withoutGap(HashSet<Long> arrived) {
        var upTo = 0L;
        while (arrived.contains(upTo + 1)) {
            upTo++;
        }
        return upTo;
    }

    private Outbox outbox() throws IOException {
        return new Outbox(new DeviceFolder(folder));
    }

    private static long keep(Outbox outbox, int events) {
        for (var i = 0; i < events; i++) {
            outbox.keep(seq -> Map.of("seq", seq));
        }
        return outbox.lastSeq();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> numbers(List<byte[]> events) {
        return events.stream()
                .map(event -> new String(event, StandardCharsets.US_ASCII))
                .map(text -> Long.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }
}
