package app.lodge.desktop.designer;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.PersonsFields;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.Finding;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The card as the printer will print it, drawn anew beside the screen whenever the layout changes,
/// and what there is to remark. While one picture is drawn, any number of changes make one more.
final class CardDrawing {

    private final Session session;
    private final CardRenderer renderer;
    private final PreviewFields people;
    private final ReadOnlyObjectProperty<Layout> layout;
    private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(Preview.USUAL);
    private final StringProperty language = new SimpleStringProperty("en");
    private final PersonChoice person;
    private final ObjectProperty<@Nullable Rendering> picture = new SimpleObjectProperty<>();
    private final ObservableList<Remark> remarks = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean outdated;

    CardDrawing(Session session, CardRenderer renderer, ReadOnlyObjectProperty<Layout> layout) {
        this.session = session;
        this.renderer = renderer;
        this.layout = layout;
        this.people = new PreviewFields(session.site().name());
        this.person = new PersonChoice(session);
        language.set(session.site().language());
        layout.subscribe(_ -> draw());
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

    ObjectProperty<Preview> preview() {
        return preview;
    }

    StringProperty language() {
        return language;
    }

    PersonChoice person() {
        return person;
    }

    /// Null until the first is drawn.
    ObjectProperty<@Nullable Rendering> picture() {
        return picture;
    }

    ObservableList<Remark> remarks() {
        return remarks;
    }

    /// What publishing was refused for, beside what the picture shows.
    void refused(List<Problem> problems) {
        problems.forEach(each -> remarks.add(new Remark(each.field(), Message.of(each), true)));
    }

    private void draw() {
        remarks.setAll(remarks(Optional.ofNullable(picture.get())));
        if (busy.get()) {
            outdated = true;
            return;
        }
        outdated = false;
        var now = layout.get();
        var kind = preview.get();
        var words = language.get();
        var hit = person.chosen().get();
        session.background()
                .run(
                        "designer.drawing",
                        busy,
                        () ->
                                renderer.render(
                                        now, fields(kind, words, hit == null ? 0 : hit.number())),
                        this::drawn);
    }

    private void drawn(Rendering rendering) {
        picture.set(rendering);
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
                        new PersonsFields(
                                        doors.people(),
                                        doors.settings(),
                                        doors.signatures()::current)
                                .of(session.actor(), found, "%07d-01".formatted(number)))
                .map(fields -> fields.in(words))
                .orElseGet(() -> people.usual(words));
    }

    /// Rules that hold whatever the data, then what this preview showed.
    private List<Remark> remarks(Optional<Rendering> rendering) {
        var all = new ArrayList<Remark>();
        if (new LayoutReader().read(LayoutWriter.write(layout.get()))
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
