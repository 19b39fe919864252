package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.link.Lanes;
import app.lodge.core.devices.FieldBooks;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Somebody who knocks for hours is told, and fills nothing.
@Tag("SAFE-59")
final class RefusalNotesTest {

    private final List<String> journalled = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final RefusalNotes notes = new RefusalNotes(books(), new AtOnce(), () -> now);

    @Test
    void whoTriesEverySecondForADayIsJournalledOnceAnHour() {
        for (var second = 0; second < 24 * 3_600; second++) {
            notes.note("connect", "10.0.0.7", "FOREIGN");
            now = now.plusSeconds(1);
        }
        assertThat(journalled).hasSize(24).containsOnly("device.connect-refused 10.0.0.7 FOREIGN");
    }

    @Test
    void anotherReasonOfTheSameStrangerIsAnotherRow() {
        notes.note("connect", "10.0.0.7", "FOREIGN");
        notes.note("connect", "10.0.0.7", "NO_CERTIFICATE");
        notes.note("publish", "10.0.0.7", "FOREIGN");
        assertThat(journalled).hasSize(3);
    }

    @Test
    void manyNamesAreAHundredRowsAndOneThatSaysSo() {
        for (var name = 0; name < 5_000; name++) {
            notes.note("connect", "stranger-" + name, "OTHER_NAME");
        }
        assertThat(journalled).hasSize(RefusalNotes.MOST_NOTED + 1);
        assertThat(journalled.getLast()).isEqualTo("device.connect-refused * MANY");
        now = now.plus(RefusalNotes.NOTED_FOR);
        notes.note("connect", "till-1", "EXPIRED");
        assertThat(journalled.getLast()).isEqualTo("device.connect-refused till-1 EXPIRED");
    }

    private FieldBooks books() {
        return (FieldBooks)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {FieldBooks.class},
                        (_, _, arguments) -> {
                            journalled.add(
                                    "%s %s %s"
                                            .formatted(
                                                    arguments[0],
                                                    arguments[1],
                                                    ((Map<?, ?>) arguments[2]).get("detail")));
                            return null;
                        });
    }

    /// Work that is done where it is asked for.
    private static final class AtOnce implements Lanes {
        @Override
        public void run(String device, String lane, Runnable work) {
            work.run();
        }

        @Override
        public void close() {}
    }
}
