package app.lodge.desktop.shell;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Observed values that may be absent, told so that the compiler's null check follows.
public final class Observed {

    private Observed() {}

    /// The function of the value while there is one; null while there is none.
    public static <T, R> ObservableValue<@Nullable R> map(
            ObservableValue<@Nullable T> value, Function<T, R> function) {
        return value.map(present -> present == null ? null : function.apply(present));
    }
}
