package app.lodge.desktop;

import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Background;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// Runs work at once, on the caller's thread: view-model tests need no toolkit and no waiting.
public final class InlineBackground implements Background {

    @Override
    public <S, R> Running run(
            String titleKey,
            BooleanProperty busy,
            Work<S, R> work,
            Consumer<S> step,
            Consumer<R> done) {
        busy.set(true);
        R result;
        try {
            result = work.run(new Told<>(step));
        } catch (RuntimeException e) {
            busy.set(false);
            throw e;
        } catch (Exception e) {
            busy.set(false);
            throw new IllegalStateException(e);
        }
        busy.set(false);
        done.accept(result);
        return new Ended(titleKey);
    }

    private record Ended(String titleKey) implements Running {
        @Override
        public void stop() {}
    }

    private record Told<S>(Consumer<S> step) implements Progress<S> {
        @Override
        public void at(S reached) {
            step.accept(reached);
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
