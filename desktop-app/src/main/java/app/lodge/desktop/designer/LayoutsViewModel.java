package app.lodge.desktop.designer;

import app.lodge.core.books.Permission;
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
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The shelf of card layouts: what there is, which groups use which, and what lies on the drawing
/// board (ID-13, ID-46).
public final class LayoutsViewModel {

    private final Session session;
    private final CardRenderer renderer = new CardRenderer();
    private final LayoutShelf shelf;
    private final ShelfReading reading;
    private List<String> choices = List.of();
    private final Clipboard clipboard = new Clipboard();
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<Use> uses = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable DesignViewModel> board = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty using = new SimpleBooleanProperty();
    private final NewLayout fresh;
    private final LayoutFiles files;
    private final DraftBin bin;
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
        var plans = new LayoutPlans(session.doors().encodingPlans());
        this.shelf =
                new LayoutShelf(session.doors().cardLayouts(), new LayoutProof(renderer), plans);
        this.reading = new ShelfReading(session, renderer, shelf, plans);
        this.fresh = new NewLayout(session, busy, this::known, this::begun);
        this.files = new LayoutFiles(session, busy);
        this.bin = new DraftBin(session, busy, this::refresh);
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

    /// Null while the shelf is in front.
    public ObjectProperty<@Nullable DesignViewModel> board() {
        return board;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Where a copy of a layout gets its name.
    public NewLayout fresh() {
        return fresh;
    }

    BooleanProperty using() {
        return using;
    }

    boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    private CardLayouts door() {
        return session.doors().cardLayouts();
    }

    public void refresh() {
        session.background()
                .run(
                        "designer.reading",
                        busy,
                        reading::read,
                        all -> {
                            entries.setAll(all.entries());
                            uses.setAll(all.uses());
                            groups.setAll(all.groups());
                            choices = all.plans();
                        });
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
        var begun = entry.draft().flatMap(draft -> ShelfReading.layout(draft.document()));
        kept = begun.map(LayoutWriter::write).orElse(LayoutWriter.write(entry.layout()));
        open(begun.orElse(entry.layout()), entry.published() ? entry.layout().revision() : 0);
    }

    private void open(Layout layout, int after) {
        board.set(new DesignViewModel(session, renderer, clipboard, layout, after, choices));
    }

    private boolean known(String id) {
        return entries.stream().anyMatch(each -> each.layout().id().equals(id));
    }

    private void begun(Layout copy) {
        kept = LayoutWriter.write(copy);
        open(copy, 0);
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
        // A published revision never changes again: cards made by it are proved by it.
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

    public void discard(Entry entry) {
        int after = entry.published() ? entry.layout().revision() : 0;
        entry.draft().ifPresent(draft -> bin.discard(draft, after));
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
        files.write(entry.layout());
    }

    /// Takes a layout from a file onto the board, after the newest revision that this site has of it.
    public void takeFile() {
        files.read(layout -> {
            int newest =
                    entries.stream()
                            .filter(each -> each.layout().id().equals(layout.id()))
                            .filter(Entry::published)
                            .mapToInt(each -> each.layout().revision())
                            .findFirst()
                            .orElse(0);
            kept = "";
            open(layout, newest);
        });
    }
}
