package app.lodge.desktop.shell;

import app.lodge.core.work.Progress;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The one way to do anything that may wait: a door's call, a file, a device. Work runs beside the
/// screen; what it says and what it returns arrives on the screen's thread.
public interface Background {

    /// @param titleKey what the status bar shows while it runs
    /// @param busy true exactly while the work runs, however it ends
    /// @param step hears each step on the screen's thread
    /// @param done gets the result on the screen's thread; not called when the work throws
    <S, R> Running run(
            String titleKey,
            BooleanProperty busy,
            Work<S, R> work,
            Consumer<S> step,
            Consumer<R> done);

    /// Work of one step.
    default <R> Running run(String titleKey, BooleanProperty busy, Call<R> call, Consumer<R> done) {
        return this.<String, R>run(titleKey, busy, _ -> call.answer(), _ -> {}, done);
    }

    /// Plain blocking code that says where it is and looks whether it should stop.
    @FunctionalInterface
    interface Work<S, R> {
        R run(Progress<S> progress) throws Exception;
    }

    /// Plain blocking code.
    @FunctionalInterface
    interface Call<R> {
        R answer() throws Exception;
    }

    /// A step that can be said beside the work's title.
    interface Reached {
        Message words();
    }

    /// Work under way.
    interface Running {
        String titleKey();

        /// Where it is; null while it has not said so. Changes on the screen's thread.
        default ObservableValue<@Nullable Message> where() {
            return new SimpleObjectProperty<>();
        }

        /// Asks the work to stop; it ends when it has come to a good place.
        void stop();
    }
}
