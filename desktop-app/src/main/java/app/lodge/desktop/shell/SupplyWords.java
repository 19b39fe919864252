package app.lodge.desktop.shell;

import app.lodge.personalization.printers.Supplies;
import app.lodge.personalization.printers.Supplies.Level;
import java.util.Optional;

/// What a printer tells of what is left in it, as one message.
public final class SupplyWords {

    private SupplyWords() {}

    /// Sides left on the ribbon, else the levels of whatever it tells; empty if it tells neither.
    public static Optional<Message> left(Supplies supplies) {
        var ribbon = supplies.ribbon();
        return ribbon == null
                ? supplies.levels().stream()
                        .map(each -> Message.of("queue.level", each.name(), each.percent()))
                        .reduce((all, next) -> Message.of("queue.levels", all, next))
                : Optional.of(
                        Message.of(
                                "batch-look.ribbon-left",
                                ribbon.kind(),
                                ribbon.left(),
                                ribbon.capacity()));
    }

    /// Whether one of the levels is low.
    public static boolean low(Supplies supplies) {
        return supplies.levels().stream().anyMatch(Level::low);
    }
}
