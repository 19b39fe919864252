package app.lodge.desktop.shell;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs work on virtual threads and brings what comes of it back to the screen.
final class FxBackground implements Background {

    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private final Consumer<Throwable> failed;

    /// @param failed hears, on the screen's thread, whatever work throws
    FxBackground(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /// Work under way, oldest first; changes on the screen's thread.
    ObservableList<Running> running() {
        return running;
    }

    @Override
    public <S, R> Running run(
            String titleKey,
            BooleanProperty busy,
            Work<S, R> work,
            Consumer<S> step,
            Consumer<R> done) {
        var progress =
                new WatchedProgress<S>(
                        titleKey,
                        (here, reached) ->
                                Platform.runLater(() -> {
                                    here.reached(reached);
                                    step.accept(reached);
                                }));
        busy.set(true);
        running.add(progress);
        Thread.ofVirtual()
                .name(titleKey)
                .start(() -> {
                    try {
                        var result = work.run(progress);
                        end(progress, busy, () -> done.accept(result));
                    } catch (Throwable thrown) {
                        end(progress, busy, () -> failed.accept(thrown));
                    }
                });
        return progress;
    }

    private void end(Running progress, BooleanProperty busy, Runnable last) {
        Platform.runLater(() -> {
            running.remove(progress);
            busy.set(false);
            last.run();
        });
    }
}
