package app.lodge.desktop.carddesk;

import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.desktop.carddesk.CardStation.BrokenJob;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The banner over the desk that asks about cards nobody knows the end of.
final class OpenJobsView {

    private final Kit kit;
    private final OpenJobsViewModel model;

    OpenJobsView(Kit kit, OpenJobsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var lines = Kit.column(8);
        ListChangeListener<BrokenJob> refill =
                _ -> lines.getChildren().setAll(model.jobs().stream().map(this::line).toList());
        model.jobs().addListener(refill);
        lines.getChildren().setAll(model.jobs().stream().map(this::line).toList());
        var title =
                Kit.row(
                        10,
                        Kit.icon(Feather.ALERT_TRIANGLE),
                        Kit.paragraph(kit.text("jobs.title"), Look.STRONG));
        var box = Kit.column(10, title, lines);
        box.setId("open-jobs");
        box.getStyleClass().addAll("banner", "tone-caution");
        return Kit.showWhen(Bindings.isNotEmpty(model.jobs()), box);
    }

    private Node line(BrokenJob broken) {
        var job = broken.job();
        var words =
                Kit.paragraph(
                        kit.text(
                                "jobs.line",
                                job.cardNumber(),
                                kit.time(job.changedAt()),
                                job.printer()));
        var row = Kit.row(8, words, Kit.spacer());
        for (var resolution : Resolution.values()) {
            var button =
                    kit.button(
                            Wording.key("job-" + job.id().number(), resolution).replace('.', '-'),
                            Wording.key("jobs.resolution", resolution),
                            null,
                            () -> model.resolve(job, resolution));
            button.disableProperty().bind(model.busy());
            if (broken.possible().contains(resolution)) {
                row.getChildren().add(button);
            }
        }
        return row;
    }
}
