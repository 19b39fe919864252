package app.lodge.desktop.designer;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.layouts.CardLayouts.Draft;
import app.lodge.core.layouts.CardLayouts.KeepOutcome;
import app.lodge.core.layouts.CardLayouts.Use;
import app.lodge.desktop.designer.DesignViewModel.Clipboard;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The shelf of card layouts: what there is, which groups use which, and what lies on the drawing
/// board (ID-13, ID-46).
public final class LayoutsViewModel {

    private final Session session;
    private final CardRenderer renderer = new CardRenderer();
    private final LayoutShelf shelf;
    private final Clipboard clipboard = new Clipboard();
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<Use> uses = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable DesignViewModel> board = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty naming = new SimpleBooleanProperty();
    private final BooleanProperty using = new SimpleBooleanProperty();
    private final StringProperty newName = new SimpleStringProperty("");
    private final StringProperty newId = new SimpleStringProperty("");
    private @Nullable Layout model;
    private String kept = "";

    /// A layout on the shelf.
    ///
    /// @param picture drawn with an ordinary person's data
    /// @param draft what somebody has begun to change
    /// @param published whether there is more of it than the draft
    public record Entry(
            Layout layout, Rendering picture, Optional<Draft> draft, boolean published) {}

    public LayoutsViewModel(Session session) {
        this.session = session;
        this.shelf = new LayoutShelf(session.doors().cardLayouts(), new LayoutProof(renderer));
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public ObservableList<Use> uses() {
        return uses;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Null while the shelf is in front.
    public ObjectProperty<@Nullable DesignViewModel> board() {
        return board;
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty naming() {
        return naming;
    }

    BooleanProperty using() {
        return using;
    }

    public StringProperty newName() {
        return newName;
    }

    StringProperty newId() {
        return newId;
    }

    boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    private CardLayouts door() {
        return session.doors().cardLayouts();
    }

    private record Read(List<Entry> entries, List<Use> uses, List<Group> groups) {}

    public void refresh() {
        session.background()
                .run(
                        "designer.reading",
                        busy,
                        this::read,
                        all -> {
                            entries.setAll(all.entries());
                            uses.setAll(all.uses());
                            groups.setAll(all.groups());
                        });
    }

    private Read read() {
        var actor = session.actor();
        var people = new PreviewFields(session.site().name());
        var drafts = new ArrayList<>(door().drafts(actor));
        var entries = new ArrayList<Entry>();
        for (var layout : shelf.newest(actor)) {
            var draft =
                    drafts.stream().filter(each -> each.layout().equals(layout.id())).findFirst();
            draft.ifPresent(drafts::remove);
            entries.add(entry(layout, people, draft, true));
        }
        for (var draft : drafts) {
            layout(draft.document())
                    .ifPresent(layout ->
                            entries.add(entry(layout.at(1), people, Optional.of(draft), false)));
        }
        return new Read(entries, door().uses(actor), session.doors().groups().list(actor));
    }

    private Entry entry(
            Layout layout, PreviewFields people, Optional<Draft> draft, boolean published) {
        var fields = people.usual(session.site().language());
        return new Entry(layout, renderer.render(layout, fields), draft, published);
    }

    private static Optional<Layout> layout(String document) {
        return new LayoutReader().read(document) instanceof LayoutOutcome.Accepted(var layout)
                ? Optional.of(layout)
                : Optional.empty();
    }

    /// The names of those whose new cards look like this; the site itself has none.
    public List<Optional<String>> usedBy(Layout layout) {
        return uses.stream()
                .filter(use -> use.layout().equals(layout.id()))
                .map(use -> groupName(use.group()))
                .toList();
    }

    private Optional<String> groupName(@Nullable GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).map(Group::name).findFirst();
    }

    /// Opens what was begun, or the newest revision.
    public void edit(Entry entry) {
        var begun = entry.draft().flatMap(draft -> layout(draft.document()));
        kept = begun.map(LayoutWriter::write).orElse(LayoutWriter.write(entry.layout()));
        open(begun.orElse(entry.layout()), entry.published() ? entry.layout().revision() : 0);
    }

    private void open(Layout layout, int after) {
        board.set(new DesignViewModel(session, renderer, clipboard, layout, after));
    }

    /// Asks for the name of a layout that begins as a copy of another.
    public void nameCopy(Entry of) {
        model = of.layout();
        problems.clear();
        newName.set("");
        newId.set("");
        naming.set(true);
    }

    /// An id made of what was typed as the name.
    static String idFor(String name) {
        var plain =
                java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    public void beginCopy() {
        var of = Objects.requireNonNull(model);
        var id = newId.get().strip().isEmpty() ? idFor(newName.get()) : newId.get().strip();
        var name = newName.get().strip();
        if (entries.stream().anyMatch(each -> each.layout().id().equals(id))) {
            problems.setAll(Problem.of("id", id, "designer.id-taken"));
            return;
        }
        var copy =
                new Layout(
                        id,
                        1,
                        name,
                        of.words(),
                        of.assets(),
                        of.zones(),
                        of.plan(),
                        of.front(),
                        of.back());
        var text = LayoutWriter.write(copy);
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () -> door().keepDraft(session.actor(), RequestId.fresh(), id, name, text),
                        outcome -> begun(outcome, copy, text));
    }

    private void begun(KeepOutcome outcome, Layout copy, String text) {
        switch (outcome) {
            case KeepOutcome.Kept _ -> {
                naming.set(false);
                kept = text;
                open(copy, 0);
            }
            case KeepOutcome.NotKept(var wrong) -> problems.setAll(wrong);
        }
    }

    /// Keeps what is on the board, if it has changed since it was last kept.
    public void keep() {
        var on = board.get();
        if (on == null || busy.get()) {
            return;
        }
        var layout = on.layout();
        var text = LayoutWriter.write(layout);
        if (text.equals(kept)) {
            return;
        }
        session.background()
                .run(
                        "designer.keeping",
                        busy,
                        () ->
                                door().keepDraft(
                                                session.actor(),
                                                RequestId.fresh(),
                                                layout.id(),
                                                layout.name(),
                                                text),
                        outcome -> keptNow(outcome, text));
    }

    private void keptNow(KeepOutcome outcome, String text) {
        switch (outcome) {
            case KeepOutcome.Kept _ -> kept = text;
            case KeepOutcome.NotKept(var wrong) ->
                    session.notices().warn(Message.of(wrong.getFirst()));
        }
    }

    public void leave() {
        keep();
        board.set(null);
        refresh();
    }

    public void publish() {
        var on = board.get();
        if (on == null) {
            return;
        }
        session.dialogs()
                .confirm(
                        Message.of("designer.confirm-title", on.layout().name()),
                        Message.of("designer.confirm", on.after() + 1),
                        "designer.publish",
                        () -> publish(on));
    }

    private void publish(DesignViewModel on) {
        var text = LayoutWriter.write(on.layout());
        var request = RequestId.fresh();
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () -> shelf.publish(session.actor(), request, on.after(), text),
                        outcome -> published(on, outcome));
    }

    private void published(DesignViewModel on, LayoutOutcome outcome) {
        switch (outcome) {
            case LayoutOutcome.Accepted(var layout) -> {
                session.notices().done(Message.of("designer.published", layout.reference()));
                kept = LayoutWriter.write(on.layout());
                board.set(null);
                refresh();
            }
            case LayoutOutcome.Overtaken(var newest) ->
                    session.notices().warn(Message.of("designer.overtaken", newest));
            case LayoutOutcome.Rejected(var wrong) -> {
                on.drawing().preview().set(Preview.LONGEST);
                on.drawing().refused(wrong);
            }
        }
    }

    void discard(Entry entry) {
        session.dialogs()
                .confirm(
                        Message.of("designer.discard-title", entry.layout().name()),
                        Message.of("designer.discard-confirm"),
                        "designer.discard",
                        () ->
                                session.background()
                                        .run(
                                                "designer.working",
                                                busy,
                                                () -> {
                                                    door().discardDraft(
                                                                    session.actor(),
                                                                    RequestId.fresh(),
                                                                    entry.layout().id());
                                                    return true;
                                                },
                                                _ -> refresh()));
    }

    /// @param group null for everybody without a layout of a group's own
    public void use(@Nullable GroupId group, String layout) {
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () -> {
                            door().use(session.actor(), RequestId.fresh(), group, layout);
                            return true;
                        },
                        _ -> refresh());
    }

    public void writeFile(Entry entry) {
        session.dialogs()
                .chooseTarget("designer.export", entry.layout().reference() + ".json")
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        busy,
                                        () ->
                                                Files.writeString(
                                                        file, LayoutWriter.write(entry.layout())),
                                        _ ->
                                                session.notices()
                                                        .done(
                                                                Message.of(
                                                                        "designer.exported",
                                                                        file.toString()))));
    }

    /// Takes a layout from a file onto the board, whichever site it comes from.
    public void takeFile() {
        session.dialogs()
                .chooseFile("designer.import", "designer.files", List.of("*.json"))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        busy,
                                        () -> new LayoutReader().read(Files.readString(file)),
                                        this::taken));
    }

    private void taken(LayoutOutcome outcome) {
        switch (outcome) {
            case LayoutOutcome.Accepted(var layout) -> {
                int newest =
                        entries.stream()
                                .filter(each -> each.layout().id().equals(layout.id()))
                                .filter(Entry::published)
                                .mapToInt(each -> each.layout().revision())
                                .findFirst()
                                .orElse(0);
                kept = "";
                open(layout, newest);
            }
            case LayoutOutcome.Rejected(var wrong) ->
                    session.notices().warn(Message.of(wrong.getFirst()));
            case LayoutOutcome.Overtaken(var newest) -> throw new IllegalStateException(newest);
        }
    }
}
