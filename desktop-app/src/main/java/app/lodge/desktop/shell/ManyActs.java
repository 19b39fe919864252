package app.lodge.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// An act on each of the chosen rows, one after the other, with one summary of what went and of what did
/// not, and why (ID-49). A row that is refused holds up no other one; a stop leaves the rest as it is.
public final class ManyActs {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Summary> summary = new SimpleObjectProperty<>();

    public ManyActs(Session session) {
        this.session = session;
    }

    /// One row's act.
    @FunctionalInterface
    public interface Act<T> {
        /// @return why not; empty if it went
        Optional<Message> on(T row);
    }

    /// What is asked of the rows.
    ///
    /// @param titleKey of the status bar while it runs
    /// @param doneKey says {0} rows of which it went
    /// @param name what the summary calls a row
    /// @param undo takes it back from a row; null where it cannot be
    public record Order<T>(
            String titleKey,
            String doneKey,
            Function<T, String> name,
            Act<T> act,
            @Nullable Act<T> undo) {}

    /// @param name of a row of which it did not go
    public record Refused(String name, Message why) {}

    /// @param undo null where there is nothing to take back
    public record Summary(Message done, List<Refused> refused, @Nullable Runnable undo) {

        public Summary {
            refused = List.copyOf(refused);
        }
    }

    /// Whether a summary is to be read; where all went, a notice says it.
    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable Summary> summary() {
        return summary;
    }

    private record Far(int done, int of) implements Background.Reached {
        @Override
        public Message words() {
            return Message.of("many.so-far", done, of);
        }
    }

    private record Ran<T>(List<T> went, List<Refused> refused) {}

    /// @param then after the last row, however it went
    public <T> void run(Order<T> order, List<T> rows, Runnable then) {
        if (rows.isEmpty() || busy.get()) {
            return;
        }
        open.set(false);
        var all = List.copyOf(rows);
        session.background()
                .<Far, Ran<T>>run(
                        order.titleKey(),
                        busy,
                        progress -> {
                            var went = new ArrayList<T>();
                            var refused = new ArrayList<Refused>();
                            for (var row : all) {
                                progress.at(new Far(went.size() + refused.size(), all.size()));
                                (progress.stopRequested()
                                                ? Optional.of(Message.of("many.stopped"))
                                                : order.act().on(row))
                                        .ifPresentOrElse(
                                                why -> refused.add(refused(order, row, why)),
                                                () -> went.add(row));
                            }
                            return new Ran<>(went, refused);
                        },
                        _ -> {},
                        ran -> {
                            tell(order, ran, then);
                            then.run();
                        });
    }

    private static <T> Refused refused(Order<T> order, T row, Message why) {
        return new Refused(order.name().apply(row), why);
    }

    private <T> void tell(Order<T> order, Ran<T> ran, Runnable then) {
        var done = Message.of(order.doneKey(), ran.went().size());
        var undo = order.undo();
        boolean back = undo != null && !ran.went().isEmpty();
        if (ran.refused().isEmpty() && !back) {
            session.notices().done(done);
            return;
        }
        summary.set(
                new Summary(done, ran.refused(), back ? () -> takeBack(order, ran, then) : null));
        open.set(true);
    }

    private <T> void takeBack(Order<T> order, Ran<T> ran, Runnable then) {
        var undo = order.undo();
        if (undo != null) {
            run(
                    new Order<>(order.titleKey(), "many.undone", order.name(), undo, null),
                    ran.went(),
                    then);
        }
    }
}
