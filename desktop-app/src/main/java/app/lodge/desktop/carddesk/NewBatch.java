package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.books.Problem;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Orders cards for a group.
public final class NewBatch {

    private static final int PAGE = 500;

    private final Session session;
    private final Consumer<BatchId> ordered;
    private final StringProperty title = new SimpleStringProperty("");
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    NewBatch(Session session, Consumer<BatchId> ordered) {
        this.session = session;
        this.ordered = ordered;
        title.subscribe(_ -> once.answered());
        group.subscribe(_ -> once.answered());
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    public StringProperty title() {
        return title;
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public ObjectProperty<@Nullable Group> group() {
        return group;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void begin() {
        title.set("");
        problems.clear();
        open.set(true);
        session.background()
                .run(
                        "batches.reading",
                        busy,
                        () -> session.doors().groups().list(session.actor()),
                        found -> {
                            groups.setAll(found);
                            group.set(found.isEmpty() ? null : found.getFirst());
                        });
    }

    public void order() {
        var whose = group.get();
        if (whose == null) {
            problems.setAll(Problem.of("group", "", "batches.no-group"));
            return;
        }
        var request = once.request();
        var name = title.get().isBlank() ? whose.name() : title.get();
        session.background()
                .run(
                        "batches.ordering",
                        busy,
                        () ->
                                session.doors()
                                        .cardBatches()
                                        .order(session.actor(), request, name, members(whose.id())),
                        this::show);
    }

    private List<PersonId> members(GroupId id) {
        var all = new ArrayList<PersonId>();
        String after = null;
        do {
            var page = session.doors().groups().members(session.actor(), id, after, PAGE);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private void show(BatchOutcome outcome) {
        once.answered();
        switch (outcome) {
            case BatchOutcome.Done(var batch) -> {
                open.set(false);
                ordered.accept(batch.id());
            }
            case BatchOutcome.Rejected(var wrong) -> problems.setAll(wrong);
        }
    }
}
