package app.lodge.desktop.rights;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.RightDrafts.Affected;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.RightDrafts.Preview;
import app.lodge.core.rights.RightDrafts.PreviewOutcome;
import app.lodge.core.rights.RightDrafts.PublishOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Drafts of changed rules, and who would gain and lose by one of them, before it is published (ID-36).
public final class DraftsViewModel {

    /// @param name of the person
    public record Line(Affected affected, String name, Resource resource) {}

    private final Session session;
    private final ObservableList<Draft> drafts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Draft> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObservableList<Line> affected = FXCollections.observableArrayList();
    private final ObservableList<DraftChange> changes = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty naming = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    public DraftsViewModel(Session session) {
        this.session = session;
    }

    public ObservableList<Draft> drafts() {
        return drafts;
    }

    /// Null until one is looked at.
    public ObjectProperty<@Nullable Preview> preview() {
        return preview;
    }

    public ObservableList<Line> affected() {
        return affected;
    }

    /// Of the draft that is looked at; they are there when its preview is.
    public ObservableList<DraftChange> changes() {
        return changes;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// The sheet that names a new draft.
    public BooleanProperty naming() {
        return naming;
    }

    public StringProperty name() {
        return name;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean allowed() {
        return session.actor().may(Permission.CHANGE_RIGHTS);
    }

    public void refresh() {
        if (!allowed()) {
            return;
        }
        session.background()
                .run(
                        "rights.reading",
                        busy,
                        () -> session.doors().rightDrafts().list(session.actor()),
                        all -> {
                            if (!drafts.equals(all)) {
                                drafts.setAll(all);
                            }
                        });
    }

    private record Seen(PreviewOutcome outcome, List<Line> lines, List<DraftChange> changes) {}

    /// Looks at a draft against the rules as they are now.
    public void choose(Draft draft) {
        chosen.set(draft);
        session.background()
                .run(
                        "rights.reading",
                        busy,
                        () -> {
                            var outcome =
                                    session.doors()
                                            .rightDrafts()
                                            .preview(session.actor(), draft.id());
                            var names = new PersonNames(session);
                            return new Seen(
                                    outcome,
                                    outcome instanceof PreviewOutcome.Seen(var found)
                                            ? found.affected().stream()
                                                    .map(one ->
                                                            new Line(
                                                                    one,
                                                                    names.of(one.person()),
                                                                    one.resource()))
                                                    .toList()
                                            : List.of(),
                                    outcome instanceof PreviewOutcome.Seen(var found)
                                            ? DraftChange.of(session, found.draft())
                                            : List.of());
                        },
                        seen -> {
                            affected.setAll(seen.lines());
                            changes.setAll(seen.changes());
                            switch (seen.outcome()) {
                                case PreviewOutcome.Seen(var found) -> preview.set(found);
                                case PreviewOutcome.Rejected _ -> preview.set(null);
                            }
                        });
    }

    /// Looks again at the one that was looked at.
    public void again() {
        refresh();
        var draft = chosen.get();
        if (draft != null) {
            choose(draft);
        }
    }

    public void beginNew() {
        name.set("");
        problems.clear();
        once.answered();
        naming.set(true);
    }

    public void create() {
        var wanted = name.get().strip();
        act(request -> session.doors().rightDrafts().begin(session.actor(), request, wanted));
    }

    /// Takes one change out of a draft.
    public void drop(Draft draft, Change change) {
        act(request ->
                session.doors().rightDrafts().drop(session.actor(), request, draft.id(), change));
    }

    public void discard(Draft draft) {
        act(request -> session.doors().rightDrafts().discard(session.actor(), request, draft.id()));
    }

    private void act(Function<RequestId, DraftOutcome> verb) {
        var request = once.request();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case DraftOutcome.Done(var draft) -> {
                                    naming.set(false);
                                    refresh();
                                    choose(draft);
                                }
                                case DraftOutcome.Rejected(var found) -> problems.setAll(found);
                            }
                        });
    }

    /// Only what was looked at is published.
    public void publish(Preview looked) {
        var request = once.request();
        session.background()
                .run(
                        "rights.saving",
                        busy,
                        () ->
                                session.doors()
                                        .rightDrafts()
                                        .publish(
                                                session.actor(),
                                                request,
                                                looked.draft().id(),
                                                looked.basis()),
                        outcome -> {
                            once.answered();
                            switch (outcome) {
                                case PublishOutcome.Published(var draft) ->
                                        session.notices()
                                                .done(Message.of("rights.published", draft.name()));
                                case PublishOutcome.Moved _, PublishOutcome.Rejected _ ->
                                        session.notices()
                                                .warn(
                                                        Message.of(
                                                                "rights.moved",
                                                                looked.draft().name()));
                            }
                            again();
                        });
    }
}
