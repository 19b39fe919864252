package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// Encoding plans as files, to carry them from one site to another (ID-47).
final class PlanFiles {

    private final Session session;
    private final BooleanProperty busy;

    PlanFiles(Session session, BooleanProperty busy) {
        this.session = session;
        this.busy = busy;
    }

    /// @param taken gets the text of the file that was chosen
    void read(Consumer<String> taken) {
        session.dialogs()
                .chooseFile("plans.import", "plans.files", List.of("*.json"))
                .ifPresent(file ->
                        session.background()
                                .run("plans.working", busy, () -> Files.readString(file), taken));
    }

    void write(EncodingPlan plan) {
        session.dialogs()
                .chooseTarget("plans.export", plan.reference() + ".json")
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "plans.working",
                                        busy,
                                        () -> export(plan, file),
                                        target -> written(plan, target)));
    }

    private void written(EncodingPlan plan, String target) {
        session.notices().done(Message.of("plans.exported", plan.reference(), target));
    }

    private String export(EncodingPlan plan, Path file) throws IOException {
        var text =
                session.doors()
                        .encodingPlans()
                        .export(session.actor(), plan.name(), plan.version())
                        .orElseThrow();
        return Files.writeString(file, text).toString();
    }
}
