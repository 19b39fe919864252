package app.lodge.desktop.shell.wedge;

import java.time.Duration;

/// Tells the keys of a reader from those of a person by speed and pattern: at least eight figures of a
/// number, each within {@link #LONGEST_GAP} of the one before, and Enter or Tab as quickly behind them.
/// No hand keeps that up; a USB reader needs 2 to 20 ms for a key (ID-47).
///
/// What may be a number's is held back until it is known: an accepted number never reaches a field, and
/// what a person types comes a gap later than it was typed. Knows neither clock nor screen.
public final class WedgeKeys {

    /// Between two keys of a reader.
    public static final Duration LONGEST_GAP = Duration.ofMillis(24);

    private static final int LEAST = 8;
    private static final int MOST = 40;
    private static final String PARTS = ",:-.";

    private final StringBuilder held = new StringBuilder();
    private long last;

    /// What is to become of a key.
    public sealed interface Verdict {

        /// It may belong to a number: it waits.
        record Held() implements Verdict {}

        /// A reader typed this; nobody else is to see it.
        record Number(String text) implements Verdict {}

        /// A person typed; first what was held back, then the key itself.
        record Typed(String before) implements Verdict {}
    }

    /// @param key a character that was typed, `\r` for Enter, `\t` for Tab
    /// @param nanos when
    public Verdict typed(char key, long nanos) {
        boolean quick = !held.isEmpty() && nanos - last <= LONGEST_GAP.toNanos();
        if (key == '\r' || key == '\t') {
            String before = taken();
            return quick && number(before) ? new Verdict.Number(before) : new Verdict.Typed(before);
        }
        if (!part(key) || held.length() >= MOST) {
            return new Verdict.Typed(taken());
        }
        last = nanos;
        held.append(key);
        return new Verdict.Held();
    }

    /// Nothing came for so long that a person typed what is held.
    ///
    /// @return what is to be typed now; empty while a reader may still be typing
    public String late(long nanos) {
        return held.isEmpty() || nanos - last <= LONGEST_GAP.toNanos() ? "" : taken();
    }

    /// Something else happens now: what is held belongs before it.
    public String release() {
        return taken();
    }

    public boolean holding() {
        return !held.isEmpty();
    }

    private String taken() {
        var all = held.toString();
        held.setLength(0);
        return all;
    }

    private static boolean part(char key) {
        return Character.digit(key, 16) >= 0 && key < 0x80 || PARTS.indexOf(key) >= 0;
    }

    /// Eight or more figures, whatever parts them.
    private static boolean number(String text) {
        return text.chars().filter(each -> PARTS.indexOf(each) < 0).count() >= LEAST;
    }
}
