package app.lodge.desktop.designer;

import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.History;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.PictureReader;
import app.lodge.personalization.layouts.model.Asset;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    private final BooleanProperty reading = new SimpleBooleanProperty();

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

    Arrangement arrangement() {
        return new Arrangement(side().elements());
    }

    public void choose(Set<String> ids) {
        history.lift();
        chosen.set(Set.copyOf(ids));
    }

    void alsoChoose(String id) {
        var all = new LinkedHashSet<>(chosen.get());
        if (!all.remove(id)) {
            all.add(id);
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
            int at = chosen.get().isEmpty() ? -1 : ids.indexOf(chosen.get().iterator().next());
            choose(Set.of(ids.get(Math.floorMod(at + step, ids.size()))));
        }
    }

    /// @param stroke see {@link History#become}
    void rearrange(String stroke, UnaryOperator<Arrangement> change) {
        var arranged = change.apply(arrangement());
        var sided = new LayoutSide(side().inks(), arranged.elements());
        become(
                front.get() || layout().back() == null
                        ? layout().withSides(sided, layout().back())
                        : layout().withSides(layout().front(), sided),
                stroke);
        var there = ids();
        if (!there.containsAll(chosen.get())) {
            chosen.set(chosen.get().stream().filter(there::contains).collect(Collectors.toSet()));
        }
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
        var taken = new HashSet<String>();
        layout().sides()
                .forEach(side -> side.elements().forEach(each -> taken.add(each.frame().id())));
        var copies = arrangement().copies(elements, shift, taken);
        rearrange("", all -> all.add(copies));
        choose(copies.stream().map(each -> each.frame().id()).collect(Collectors.toSet()));
    }

    /// Puts a picture from a file onto the card; it travels inside the layout.
    public void insertPicture() {
        session.dialogs()
                .chooseFile(
                        "designer.picture-choose",
                        "designer.pictures",
                        List.of("*.png", "*.jpg", "*.jpeg", "*.svg"))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        reading,
                                        () -> asset(file),
                                        asset -> insert(file, asset)));
    }

    private static Asset asset(Path file) throws IOException {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")
                ? new Asset.Drawing(Files.readString(file))
                : new Asset.Pixels(Files.readAllBytes(file));
    }

    private void insert(Path file, Asset asset) {
        if (PictureReader.unreadable(asset)) {
            session.notices()
                    .warn(Message.of("layouts.picture-unreadable", file.getFileName().toString()));
            return;
        }
        var stem = NewLayout.idFor(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        var name = Arrangement.free(stem.isEmpty() ? "picture" : stem, layout().assets().keySet());
        var assets = new HashMap<>(layout().assets());
        assets.put(name, asset);
        become(layout().withAssets(assets), "");
        put(List.of(new NewElements(side().inks()).picture(name)), 0);
    }

    public void turnOver() {
        choose(Set.of());
        front.set(!front.get());
    }
}
