package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// Layouts travel between sites as one file each.
final class LayoutFiles {

    private final Session session;
    private final BooleanProperty busy;

    LayoutFiles(Session session, BooleanProperty busy) {
        this.session = session;
        this.busy = busy;
    }

    void write(Layout layout) {
        session.dialogs()
                .chooseTarget("designer.export", layout.reference() + ".json")
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        busy,
                                        () -> Files.writeString(file, LayoutWriter.write(layout)),
                                        _ ->
                                                session.notices()
                                                        .done(
                                                                Message.of(
                                                                        "designer.exported",
                                                                        file.toString()))));
    }

    /// @param taken gets what the chosen file holds, whichever site it comes from
    void read(Consumer<Layout> taken) {
        session.dialogs()
                .chooseFile("designer.import", "designer.files", List.of("*.json"))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        busy,
                                        () -> new LayoutReader().read(Files.readString(file)),
                                        outcome -> show(outcome, taken)));
    }

    private void show(LayoutOutcome outcome, Consumer<Layout> taken) {
        switch (outcome) {
            case LayoutOutcome.Accepted(var layout) -> taken.accept(layout);
            case LayoutOutcome.Rejected(var wrong) ->
                    session.notices().warn(Message.of(wrong.getFirst()));
            case LayoutOutcome.Overtaken(var newest) -> throw new IllegalStateException(newest);
        }
    }
}
