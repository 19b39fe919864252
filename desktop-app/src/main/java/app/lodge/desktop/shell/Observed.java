package app.lodge.desktop.shell;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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

    /// Whether there is a value and it passes.
    public static <T> BooleanBinding holds(ObservableValue<@Nullable T> value, Predicate<T> test) {
        return Bindings.createBooleanBinding(
                () -> {
                    var present = value.getValue();
                    return present != null && test.test(present);
                },
                value);
    }
}
