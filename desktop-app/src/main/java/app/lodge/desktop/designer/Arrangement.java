package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The elements of one side, from the bottom to the top, and every way to arrange them. Locked ones
/// keep their place.
record Arrangement(List<Element> elements) {

    /// Elements stay within reach: at least this much of a box lies on the card, in micrometres.
    private static final int REACHABLE = 1_000;

    private static final int SMALLEST = 500;

    Arrangement {
        elements = List.copyOf(elements);
    }

    enum Edge {
        LEFT,
        CENTRE,
        RIGHT,
        TOP,
        MIDDLE,
        BOTTOM
    }

    Optional<Element> find(String id) {
        return elements.stream().filter(each -> each.frame().id().equals(id)).findFirst();
    }

    List<Element> all(Set<String> ids) {
        return elements.stream().filter(each -> ids.contains(each.frame().id())).toList();
    }

    /// What a click at a point of the card means: the topmost element there, those locked last.
    Optional<Element> at(int x, int y) {
        var point = new Box(x, y, 1, 1);
        var hit =
                elements.reversed().stream()
                        .filter(each -> each.frame().box().meets(point))
                        .toList();
        return hit.stream()
                .filter(each -> !each.frame().locked())
                .findFirst()
                .or(() -> hit.stream().findFirst());
    }

    /// What moves with an element, itself included; nothing if there is none of that id.
    Set<String> group(String id) {
        var name = find(id).map(each -> each.frame().group()).orElse("");
        return elements.stream()
                .map(Element::frame)
                .filter(frame ->
                        frame.id().equals(id) || !name.isEmpty() && frame.group().equals(name))
                .map(Frame::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// @param name of their group from now on; empty for none
    Arrangement grouped(Set<String> ids, String name) {
        return mapped(each ->
                ids.contains(each.frame().id()) ? each.in(each.frame().grouped(name)) : each);
    }

    Arrangement replace(String id, Element other) {
        return mapped(each -> each.frame().id().equals(id) ? other : each);
    }

    Arrangement move(Set<String> ids, int dx, int dy) {
        return mapped(each -> {
            var frame = each.frame();
            if (!ids.contains(frame.id()) || frame.locked()) {
                return each;
            }
            var box = frame.box();
            return each.in(
                    frame.at(
                            reachable(
                                    new Box(
                                            box.x() + dx,
                                            box.y() + dy,
                                            box.width(),
                                            box.height()))));
        });
    }

    Arrangement resize(String id, Box box) {
        return mapped(each -> {
            var frame = each.frame();
            return frame.id().equals(id) && !frame.locked()
                    ? each.in(frame.at(reachable(sized(box))))
                    : each;
        });
    }

    private static Box sized(Box box) {
        return new Box(
                box.x(),
                box.y(),
                Math.max(SMALLEST, box.width()),
                Math.max(SMALLEST, box.height()));
    }

    private static Box reachable(Box box) {
        int x = Math.clamp((long) box.x(), REACHABLE - box.width(), Box.CARD_WIDTH - REACHABLE);
        int y = Math.clamp((long) box.y(), REACHABLE - box.height(), Box.CARD_HEIGHT - REACHABLE);
        return new Box(x, y, box.width(), box.height());
    }

    Arrangement remove(Set<String> ids) {
        return new Arrangement(
                elements.stream().filter(each -> !ids.contains(each.frame().id())).toList());
    }

    Arrangement add(Collection<Element> more) {
        var all = new ArrayList<>(elements);
        all.addAll(more);
        return new Arrangement(all);
    }

    /// Copies under ids that are free on the whole layout; a group becomes a group of its own.
    ///
    /// @param taken ids and groups of the other side
    List<Element> copies(List<Element> of, int shift, Set<String> taken) {
        var used = new HashSet<>(taken);
        elements.forEach(each -> used.add(each.frame().id()));
        var copies = new ArrayList<Element>();
        var groups = new HashMap<String, String>();
        var named = new HashSet<>(taken);
        elements.forEach(each -> named.add(each.frame().group()));
        for (var each : of) {
            var box = each.frame().box();
            var there = new Box(box.x() + shift, box.y() + shift, box.width(), box.height());
            var id = free(each.frame().id(), used);
            used.add(id);
            var group =
                    groups.computeIfAbsent(
                            each.frame().group(), old -> old.isEmpty() ? "" : free(old, named));
            named.add(group);
            copies.add(each.in(each.frame().at(reachable(there)).called(id).grouped(group)));
        }
        return copies;
    }

    /// `name`, or `name-2` where that is taken.
    static String free(String wanted, Set<String> used) {
        var stem = wanted.replaceFirst("-[0-9]+$", "");
        var id = wanted;
        for (int n = 2; used.contains(id); n++) {
            id = stem + "-" + n;
        }
        return id;
    }

    /// One step up, over the next element.
    Arrangement raise(Set<String> ids) {
        var all = new ArrayList<>(elements);
        for (int i = all.size() - 2; i >= 0; i--) {
            if (isIn(ids, all.get(i)) && !isIn(ids, all.get(i + 1))) {
                all.add(i + 1, all.remove(i));
            }
        }
        return new Arrangement(all);
    }

    Arrangement lower(Set<String> ids) {
        var all = new ArrayList<>(elements);
        for (int i = 1; i < all.size(); i++) {
            if (isIn(ids, all.get(i)) && !isIn(ids, all.get(i - 1))) {
                all.add(i - 1, all.remove(i));
            }
        }
        return new Arrangement(all);
    }

    private static boolean isIn(Set<String> ids, Element element) {
        return ids.contains(element.frame().id());
    }

    /// Lines several elements up with the outermost of them; a single one with the card.
    Arrangement align(Set<String> ids, Edge edge) {
        var chosen = all(ids);
        if (chosen.isEmpty()) {
            return this;
        }
        var around =
                chosen.size() == 1 ? new Box(0, 0, Box.CARD_WIDTH, Box.CARD_HEIGHT) : hull(chosen);
        return mapped(each -> {
            var frame = each.frame();
            if (!ids.contains(frame.id()) || frame.locked()) {
                return each;
            }
            return each.in(frame.at(aligned(frame.box(), around, edge)));
        });
    }

    private static Box aligned(Box box, Box around, Edge edge) {
        int x =
                switch (edge) {
                    case LEFT -> around.x();
                    case CENTRE -> around.x() + (around.width() - box.width()) / 2;
                    case RIGHT -> around.x() + around.width() - box.width();
                    case TOP, MIDDLE, BOTTOM -> box.x();
                };
        int y =
                switch (edge) {
                    case TOP -> around.y();
                    case MIDDLE -> around.y() + (around.height() - box.height()) / 2;
                    case BOTTOM -> around.y() + around.height() - box.height();
                    case LEFT, CENTRE, RIGHT -> box.y();
                };
        return new Box(x, y, box.width(), box.height());
    }

    /// The smallest box around all of these.
    static Box hull(Collection<Element> of) {
        int left = outermost(of, Box::x);
        int top = outermost(of, Box::y);
        int right = -outermost(of, box -> -(box.x() + box.width()));
        int bottom = -outermost(of, box -> -(box.y() + box.height()));
        return new Box(left, top, right - left, bottom - top);
    }

    private static int outermost(Collection<Element> of, ToIntFunction<Box> edge) {
        return of.stream().map(each -> each.frame().box()).mapToInt(edge).min().orElseThrow();
    }

    private Arrangement mapped(UnaryOperator<Element> change) {
        return new Arrangement(elements.stream().map(change).toList());
    }
}
