package app.lodge.desktop.designer;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.PersonsFields;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.Finding;
import app.lodge.personalization.layouts.PictureReader;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Asset;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutSide;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One layout on the drawing board: what is chosen, every change with its way back, and the picture
/// as the printer will print it (ID-46).
public final class DesignViewModel {

    private static final int COPY_SHIFT = 2_000;

    private final Session session;
    private final CardRenderer renderer;
    private final PreviewFields people;
    private final Clipboard clipboard;
    private final History history;
    private final int after;
    private final BooleanProperty front = new SimpleBooleanProperty(true);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(Preview.USUAL);
    private final StringProperty language = new SimpleStringProperty("en");
    private final PersonChoice person;
    private final ObjectProperty<@Nullable Rendering> drawn = new SimpleObjectProperty<>();
    private final ObservableList<Remark> remarks = FXCollections.observableArrayList();
    private final BooleanProperty drawing = new SimpleBooleanProperty();
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private boolean outdated;

    /// What is to be said of an element.
    ///
    /// @param element its id; of the layout where no element has it
    /// @param blocks it cannot be published like this
    public record Remark(String element, Message words, boolean blocks) {}

    /// What was copied, so that it can be put into another layout too.
    static final class Clipboard {
        List<Element> elements = List.of();
    }

    /// @param after the revision that it is made from; 0 for a new layout
    DesignViewModel(
            Session session, CardRenderer renderer, Clipboard clipboard, Layout layout, int after) {
        this.session = session;
        this.renderer = renderer;
        this.clipboard = clipboard;
        this.after = after;
        this.people = new PreviewFields(session.site().name());
        this.person = new PersonChoice(session);
        this.history = new History(layout);
        language.set(session.site().language());
        history.now().subscribe(_ -> draw());
        preview.subscribe(_ -> draw());
        language.subscribe(_ -> draw());
        person.chosen()
                .subscribe(hit -> {
                    if (hit != null) {
                        preview.set(Preview.PERSON);
                        draw();
                    }
                });
    }

    public Layout layout() {
        return history.now().get();
    }

    History history() {
        return history;
    }

    public void undo() {
        history.undo();
    }

    int after() {
        return after;
    }

    public BooleanProperty front() {
        return front;
    }

    ObjectProperty<Preview> preview() {
        return preview;
    }

    StringProperty language() {
        return language;
    }

    PersonChoice person() {
        return person;
    }

    ObjectProperty<@Nullable Rendering> drawn() {
        return drawn;
    }

    public ObservableList<Remark> remarks() {
        return remarks;
    }

    BooleanProperty drawing() {
        return drawing;
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
                        ? with(layout(), sided, layout().back())
                        : with(layout(), layout().front(), sided),
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

    private static Layout with(Layout of, LayoutSide front, @Nullable LayoutSide back) {
        return new Layout(
                of.id(),
                of.revision(),
                of.name(),
                of.words(),
                of.assets(),
                of.zones(),
                of.plan(),
                front,
                back);
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
        var stem =
                LayoutsViewModel.idFor(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        var name = Arrangement.free(stem.isEmpty() ? "picture" : stem, layout().assets().keySet());
        var assets = new HashMap<>(layout().assets());
        assets.put(name, asset);
        var of = layout();
        become(
                new Layout(
                        of.id(),
                        of.revision(),
                        of.name(),
                        of.words(),
                        assets,
                        of.zones(),
                        of.plan(),
                        of.front(),
                        of.back()),
                "");
        put(List.of(new NewElements(side().inks()).picture(name)), 0);
    }

    public void turnOver() {
        choose(Set.of());
        front.set(!front.get());
    }

    /// What publishing was refused for, beside what the picture shows.
    void refused(List<Problem> problems) {
        problems.forEach(each -> remarks.add(new Remark(each.field(), Message.of(each), true)));
    }

    private void draw() {
        remarks.setAll(remarks(Optional.ofNullable(drawn.get())));
        if (drawing.get()) {
            outdated = true;
            return;
        }
        outdated = false;
        var layout = layout();
        var kind = preview.get();
        var words = language.get();
        var hit = person.chosen().get();
        session.background()
                .run(
                        "designer.drawing",
                        drawing,
                        () ->
                                renderer.render(
                                        layout,
                                        fields(kind, words, hit == null ? 0 : hit.number())),
                        this::drawn);
    }

    private void drawn(Rendering rendering) {
        drawn.set(rendering);
        remarks.setAll(remarks(Optional.of(rendering)));
        if (outdated) {
            draw();
        }
    }

    private CardFields fields(Preview kind, String words, long number) {
        return switch (kind) {
            case USUAL -> people.usual(words);
            case LONGEST -> people.longest(words);
            case BAREST -> people.barest(words);
            case CHINESE -> people.chinese(words);
            case PERSON -> of(number, words);
        };
    }

    private CardFields of(long number, String words) {
        var doors = session.doors();
        return doors.people()
                .find(session.actor(), new PersonId(number))
                .map(found ->
                        new PersonsFields(doors.people(), doors.settings())
                                .of(session.actor(), found, "%07d-01".formatted(number)))
                .map(fields -> fields.in(words))
                .orElseGet(() -> people.usual(words));
    }

    /// Rules that hold whatever the data, then what this preview showed.
    private List<Remark> remarks(Optional<Rendering> rendering) {
        var all = new ArrayList<Remark>();
        if (new LayoutReader().read(LayoutWriter.write(layout()))
                instanceof LayoutOutcome.Rejected(var problems)) {
            for (var problem : problems) {
                all.add(new Remark(problem.field(), Message.of(problem), true));
            }
        }
        for (var finding : rendering.map(Rendering::findings).orElse(List.of())) {
            all.add(
                    new Remark(
                            finding.element(),
                            Message.of(finding.problem()),
                            finding.blocks() || finding instanceof Finding.TextCut));
        }
        return all;
    }
}
