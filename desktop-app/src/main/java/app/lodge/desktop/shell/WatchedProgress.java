package app.lodge.desktop.shell;

import app.lodge.core.work.Progress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Progress of one piece of work, safe to be asked from the work's thread and stopped from the
/// screen's.
final class WatchedProgress<S> implements Progress<S>, Background.Running {

    private final String titleKey;
    private final BiConsumer<WatchedProgress<S>, S> step;
    private final Set<Wake> wakes = ConcurrentHashMap.newKeySet();
    private final ObjectProperty<@Nullable Message> where = new SimpleObjectProperty<>();
    private volatile boolean stopRequested;

    WatchedProgress(String titleKey, BiConsumer<WatchedProgress<S>, S> step) {
        this.titleKey = titleKey;
        this.step = step;
    }

    @Override
    public String titleKey() {
        return titleKey;
    }

    @Override
    public ObservableValue<@Nullable Message> where() {
        return where;
    }

    /// On the screen's thread.
    void reached(S step) {
        if (step instanceof Background.Reached said) {
            where.set(said.words());
        }
    }

    @Override
    public void at(S reached) {
        step.accept(this, reached);
    }

    @Override
    public boolean stopRequested() {
        return stopRequested;
    }

    @Override
    public Watch onStop(Runnable wake) {
        var watch = new Wake(wake);
        wakes.add(watch);
        if (stopRequested) {
            wake.run();
        }
        return () -> wakes.remove(watch);
    }

    @Override
    public void stop() {
        stopRequested = true;
        wakes.forEach(wake -> wake.action.run());
    }

    /// Told apart by identity: the same action may be watched twice.
    private static final class Wake {
        private final Runnable action;

        private Wake(Runnable action) {
            this.action = action;
        }
    }
}
