package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.SealOutcome;
import app.lodge.core.journal.Seals.Standing;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The journal is sealed once on every day of the site on which there is something to seal.
@Tag("ID-50")
final class DailySealTest {

    private static final Instant LATE_ON_SUNDAY = Instant.parse("2026-11-22T22:59:00Z");

    private final List<Instant> sealed = new ArrayList<>();
    private Instant now = LATE_ON_SUNDAY;
    private @Nullable Seal last;
    private long unsealed = 3;
    private boolean away;
    private final DailySeal daily =
            new DailySeal(fake(), () -> now, () -> ZoneId.of("Europe/Zagreb"));

    @Test
    void aDayOfTheSiteIsSealedOnceSoonAfterItsMidnight() {
        daily.look();
        assertThat(sealed).as("never before").containsExactly(now);
        unsealed = 5;
        now = now.plusSeconds(30);
        daily.look();
        assertThat(sealed).as("the same day").hasSize(1);
        now = LATE_ON_SUNDAY.plus(Duration.ofMinutes(1));
        daily.look();
        assertThat(sealed).as("midnight in Zagreb").hasSize(2);
        unsealed = 1;
        now = now.plus(Duration.ofHours(23));
        daily.look();
        assertThat(sealed).hasSize(2);
    }

    @Test
    void whereNothingWaitsNothingIsSealed() {
        unsealed = 0;
        daily.look();
        assertThat(sealed).isEmpty();
    }

    @Test
    void aDayThatWasMissedIsMadeUpForAndSoIsOneOnWhichTheBooksWereAway() {
        daily.look();
        unsealed = 9;
        now = now.plus(Duration.ofDays(3));
        away = true;
        daily.look();
        assertThat(sealed).hasSize(1);
        away = false;
        daily.look();
        assertThat(sealed).hasSize(2);
    }

    private Seals fake() {
        return (Seals)
                Proxy.newProxyInstance(
                        Seals.class.getClassLoader(),
                        new Class<?>[] {Seals.class},
                        (_, verb, _) ->
                                switch (verb.getName()) {
                                    case "standing" ->
                                            new Standing("site", "", "", last, unsealed, null);
                                    case "seal" -> seal();
                                    default -> throw new AssertionError(verb + " was not expected");
                                });
    }

    private SealOutcome seal() {
        if (away) {
            throw new BooksUnavailable("away", new IllegalStateException("away"));
        }
        sealed.add(now);
        unsealed = 0;
        var made = new Seal(sealed.size(), 1, 3, "", "", now, "", null, "", "", null);
        last = made;
        return new SealOutcome.Sealed(made);
    }
}
