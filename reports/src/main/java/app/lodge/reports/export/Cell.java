package app.lodge.reports.export;

import app.lodge.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One value of a table. Each export writes it as plainly as its format can.
public sealed interface Cell {

    record Words(String text) implements Cell {}

    record Whole(long number) implements Cell {}

    /// Written in major units, `-12.50`; its currency is a column of its own.
    record Amount(Money money) implements Cell {}

    record Moment(Instant at) implements Cell {}

    record YesNo(boolean yes) implements Cell {}

    /// No value.
    record Nothing() implements Cell {}

    static Cell words(@Nullable String text) {
        return text == null || text.isEmpty() ? new Nothing() : new Words(text);
    }

    static Cell whole(@Nullable Long number) {
        return number == null ? new Nothing() : new Whole(number);
    }
}
