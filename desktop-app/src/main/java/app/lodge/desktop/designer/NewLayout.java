package app.lodge.desktop.designer;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.layouts.CardLayouts.KeepOutcome;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The name of a layout that begins as a copy of another, and its first draft.
public final class NewLayout {

    private static final int LONGEST_ID = 40;

    private final Session session;
    private final BooleanProperty busy;
    private final Predicate<String> taken;
    private final Consumer<Layout> begun;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty id = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private @Nullable Layout model;

    /// @param taken whether there is a layout of that id
    /// @param begun gets the copy once its draft is kept
    NewLayout(
            Session session,
            BooleanProperty busy,
            Predicate<String> taken,
            Consumer<Layout> begun) {
        this.session = session;
        this.busy = busy;
        this.taken = taken;
        this.begun = begun;
    }

    BooleanProperty open() {
        return open;
    }

    public StringProperty name() {
        return name;
    }

    StringProperty id() {
        return id;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public void ask(Layout of) {
        model = of;
        problems.clear();
        name.set("");
        id.set("");
        open.set(true);
    }

    /// An id made of what was typed as the name.
    static String idFor(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return plain.substring(0, Math.min(LONGEST_ID, plain.length()));
    }

    public void begin() {
        var typed = name.get().strip();
        var copyId = id.get().strip().isEmpty() ? idFor(typed) : id.get().strip();
        if (taken.test(copyId)) {
            problems.setAll(Problem.of("id", copyId, "designer.id-taken"));
            return;
        }
        var copy = Objects.requireNonNull(model).copy(copyId, typed);
        session.background()
                .run(
                        "designer.working",
                        busy,
                        () ->
                                session.doors()
                                        .cardLayouts()
                                        .keepDraft(
                                                session.actor(),
                                                RequestId.fresh(),
                                                copyId,
                                                typed,
                                                LayoutWriter.write(copy)),
                        outcome -> kept(outcome, copy));
    }

    private void kept(KeepOutcome outcome, Layout copy) {
        switch (outcome) {
            case KeepOutcome.Kept _ -> {
                open.set(false);
                begun.accept(copy);
            }
            case KeepOutcome.NotKept(var wrong) -> problems.setAll(wrong);
        }
    }
}
