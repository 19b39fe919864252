package app.lodge.desktop.designer;

import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.History;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/// One layout on the drawing board: what is chosen, every change with its way back, and the picture
/// as the printer will print it (ID-46).
public final class DesignViewModel {

    private static final int COPY_SHIFT = 2_000;

    private final Session session;
    private final Clipboard clipboard;
    private final History<Layout> history;
    private final CardDrawing drawing;
    private final int after;
    private final List<String> plans;
    private final BooleanProperty front = new SimpleBooleanProperty(true);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(Set.of());
    private final GuidesAtHand guides = new GuidesAtHand(this);
    private final PictureFromFile picture;

    /// What was copied, so that it can be put into another layout too.
    static final class Clipboard {
        List<Element> elements = List.of();
    }

    /// @param after the revision that it is made from; 0 for a new layout
    /// @param plans encoding plans that it may name
    DesignViewModel(
            Session session,
            CardRenderer renderer,
            Clipboard clipboard,
            Layout layout,
            int after,
            List<String> plans) {
        this.plans = plans;
        this.session = session;
        this.clipboard = clipboard;
        this.after = after;
        this.history = new History<>(layout);
        this.picture = new PictureFromFile(session, this);
        this.drawing = new CardDrawing(session, renderer, history.now());
    }

    public Layout layout() {
        return history.now().get();
    }

    History<Layout> history() {
        return history;
    }

    public void undo() {
        history.undo();
    }

    List<String> plans() {
        return plans;
    }

    int after() {
        return after;
    }

    public BooleanProperty front() {
        return front;
    }

    /// The picture, and with whose data it is drawn.
    CardDrawing drawing() {
        return drawing;
    }

    public ObservableList<Remark> remarks() {
        return drawing.remarks();
    }

    /// Ids of what is chosen on the side in front.
    public ObjectProperty<Set<String>> chosen() {
        return chosen;
    }

    Optional<Element> only() {
        return chosen.get().size() == 1
                ? arrangement().find(chosen.get().iterator().next())
                : Optional.empty();
    }

    /// The side in front; the front where there is no back.
    public LayoutSide side() {
        var back = layout().back();
        return front.get() || back == null ? layout().front() : back;
    }

    /// The guides of the side in front.
    GuidesAtHand guides() {
        return guides;
    }

    Arrangement arrangement() {
        return new Arrangement(side().elements());
    }

    public void choose(Set<String> ids) {
        history.lift();
        guides.leave();
        chosen.set(Set.copyOf(ids));
    }

    /// An element with all of its group.
    public void chooseWhole(String id) {
        choose(arrangement().group(id));
    }

    void alsoChoose(String id) {
        var all = new LinkedHashSet<>(chosen.get());
        var group = arrangement().group(id);
        if (!all.removeAll(group)) {
            all.addAll(group);
        }
        choose(all);
    }

    public void chooseAll() {
        choose(
                side().elements().stream()
                        .filter(each -> !each.frame().locked())
                        .map(each -> each.frame().id())
                        .collect(Collectors.toSet()));
    }

    /// The next element in order, for those who have no mouse.
    void chooseNext(int step) {
        var ids = side().elements().stream().map(each -> each.frame().id()).toList();
        if (!ids.isEmpty()) {
            int at = edge(ids, step);
            chooseWhole(ids.get(Math.floorMod(at + step, ids.size())));
        }
    }

    /// A group is one step, so it goes on behind its last element, or before its first one.
    private int edge(List<String> ids, int step) {
        var at = chosen.get().stream().mapToInt(ids::indexOf);
        return step > 0 ? at.max().orElse(-1) : at.min().orElse(0);
    }

    /// @param stroke see {@link History#become}
    void rearrange(String stroke, UnaryOperator<Arrangement> change) {
        side(side().with(change.apply(arrangement()).elements()), stroke);
        var there = ids();
        if (!there.containsAll(chosen.get())) {
            chosen.set(chosen.get().stream().filter(there::contains).collect(Collectors.toSet()));
        }
    }

    /// Ids and groups of both sides.
    private Set<String> taken() {
        var taken = new HashSet<String>();
        for (var side : layout().sides()) {
            for (var each : side.elements()) {
                taken.add(each.frame().id());
                taken.add(each.frame().group());
            }
        }
        return taken;
    }

    /// Puts another side in place of the one in front.
    void side(LayoutSide other, String stroke) {
        become(
                front.get() || layout().back() == null
                        ? layout().withSides(other, layout().back())
                        : layout().withSides(layout().front(), other),
                stroke);
    }

    private Set<String> ids() {
        return side().elements().stream()
                .map(each -> each.frame().id())
                .collect(Collectors.toSet());
    }

    void become(Layout layout, String stroke) {
        history.become(layout, stroke);
    }

    void move(int dx, int dy, String stroke) {
        rearrange(stroke, all -> all.move(chosen.get(), dx, dy));
    }

    /// By itself, not as part of a drag.
    public void move(int dx, int dy) {
        move(dx, dy, "");
    }

    void resize(String id, Box box, String stroke) {
        rearrange(stroke, all -> all.resize(id, box));
    }

    /// Changes the one chosen element.
    void change(String stroke, UnaryOperator<Element> change) {
        only().ifPresent(element -> {
            var other = change.apply(element);
            var id = element.frame().id();
            rearrange(stroke + ":" + id, all -> all.replace(id, other));
            if (!other.frame().id().equals(id)) {
                chosen.set(Set.of(other.frame().id()));
            }
        });
    }

    void align(Edge edge) {
        rearrange("", all -> all.align(chosen.get(), edge));
    }

    /// What is chosen moves together from now on.
    public void group() {
        if (chosen.get().size() > 1) {
            rearrange("", all -> all.grouped(chosen.get(), Arrangement.free("group", taken())));
        }
    }

    public void ungroup() {
        rearrange("", all -> all.grouped(chosen.get(), ""));
    }

    void raise() {
        rearrange("", all -> all.raise(chosen.get()));
    }

    void lower() {
        rearrange("", all -> all.lower(chosen.get()));
    }

    public void remove() {
        rearrange("", all -> all.remove(chosen.get()));
    }

    public void copy() {
        clipboard.elements = arrangement().all(chosen.get());
    }

    void cut() {
        copy();
        remove();
    }

    public void paste() {
        put(clipboard.elements, COPY_SHIFT);
    }

    public void duplicate() {
        put(arrangement().all(chosen.get()), COPY_SHIFT);
    }

    /// Adds elements above all others, and chooses them.
    void put(List<Element> elements, int shift) {
        if (elements.isEmpty()) {
            return;
        }
        var copies = arrangement().copies(elements, shift, taken());
        rearrange("", all -> all.add(copies));
        choose(copies.stream().map(each -> each.frame().id()).collect(Collectors.toSet()));
    }

    /// Puts a picture from a file onto the card.
    public void insertPicture() {
        picture.insert();
    }

    void warn(Message message) {
        session.notices().warn(message);
    }

    public void turnOver() {
        choose(Set.of());
        front.set(!front.get());
    }
}
