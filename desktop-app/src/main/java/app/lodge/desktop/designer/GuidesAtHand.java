package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Message;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Guides;
import app.lodge.personalization.layouts.model.Guides.Guide;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The guides of the side in front, and the one that mouse or keyboard has in hand. They are part of the
/// layout, so what is done to them goes the way back with everything else.
final class GuidesAtHand {

    private final DesignViewModel model;
    private final ObjectProperty<@Nullable Guide> held = new SimpleObjectProperty<>();

    /// All others, so that one that is moved across another does not take it along.
    private Guides others = Guides.NONE;

    GuidesAtHand(DesignViewModel model) {
        this.model = model;
    }

    Guides all() {
        return model.side().guides();
    }

    /// Null while none is in hand.
    ReadOnlyObjectProperty<@Nullable Guide> held() {
        return held;
    }

    boolean some() {
        return held.get() != null;
    }

    /// A new one at the edge of what is chosen, else in the middle of the card, and in hand.
    void add(boolean upright) {
        if (full()) {
            return;
        }
        var chosen = model.arrangement().all(model.chosen().get());
        var around =
                chosen.isEmpty()
                        ? new Box(Box.CARD_WIDTH / 2, Box.CARD_HEIGHT / 2, 1, 1)
                        : Arrangement.hull(chosen);
        var guide = new Guide(upright, 0).moved(upright ? around.x() : around.y());
        model.choose(Set.of());
        others = all();
        put(guide, "");
    }

    /// Tells so where there is no room for more.
    boolean full() {
        if (all().full()) {
            model.warn(Message.of("designer.guides-full", Guides.MOST));
        }
        return all().full();
    }

    /// Takes one in hand, be it there already or still to be pulled onto the card.
    void hold(Guide guide) {
        model.choose(Set.of());
        others = all().without(guide);
        held.set(guide);
    }

    /// Moves the one in hand by a step of the keyboard.
    void nudge(int dx, int dy) {
        inHand().ifPresent(guide -> put(guide.moved(guide.upright() ? dx : dy), "guide"));
    }

    /// Pulls the one in hand to a place; beyond the card it is none.
    void pull(int at, String stroke) {
        inHand().ifPresent(guide -> put(new Guide(guide.upright(), at), stroke));
    }

    void remove() {
        if (some()) {
            others = inHand().map(all()::without).orElse(all());
            model.side(model.side().with(others), "");
            leave();
        }
    }

    void removeAll() {
        leave();
        model.side(model.side().with(Guides.NONE), "");
    }

    void leave() {
        held.set(null);
    }

    /// What was undone meanwhile is not in hand any more.
    private Optional<Guide> inHand() {
        var guide = held.get();
        if (guide != null && guide.onCard() && !all().equals(others.with(guide))) {
            if (!all().all().contains(guide)) {
                leave();
                return Optional.empty();
            }
            others = all().without(guide);
        }
        return Optional.ofNullable(guide);
    }

    private void put(Guide guide, String stroke) {
        held.set(guide);
        model.side(model.side().with(guide.onCard() ? others.with(guide) : others), stroke);
    }
}
