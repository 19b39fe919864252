package app.lodge.desktop.rollout;

import app.lodge.core.books.Fact;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// What goes out to devices: roll-outs, packages, settings, conflicts with panels, templates.
public final class RolloutView implements Screen {

    private final RolloutsViewModel rollouts;
    private final PackagesViewModel packages;
    private final PushesViewModel pushes;
    private final TemplatesViewModel templates;
    private final Kit kit;
    private final PageFrame frame;

    public RolloutView(
            Kit kit,
            RolloutsViewModel rollouts,
            PackagesViewModel packages,
            PushesViewModel pushes,
            TemplatesViewModel templates) {
        this.kit = kit;
        this.rollouts = rollouts;
        this.packages = packages;
        this.pushes = pushes;
        this.templates = templates;
        var library = new PackagesPane(kit, packages);
        var settings = new PushesPane(kit, pushes);
        var patterns = new TemplatesPane(kit, templates, pushes::begin);
        var tabs =
                new TabPane(
                        tab("rollout.rollouts", new RolloutsPane(kit, rollouts).node()),
                        tab("rollout.packages", library.node()),
                        tab("rollout.pushes", settings.pushes()),
                        tab("rollout.conflicts", settings.conflicts()),
                        tab("rollout.templates", patterns.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("rollout-tabs");
        tabs.setAccessibleText(kit.text("rollout.title"));
        tabs.getStyleClass().addAll(Look.PANEL, "panel-tabs");
        kit.sheets()
                .showWhile(rollouts.fresh().open(), new RolloutSheet(kit, rollouts.fresh())::sheet);
        kit.sheets().showWhile(packages.open(), library::sheet);
        kit.sheets().showWhile(pushes.open(), new PushSheet(kit, pushes)::sheet);
        kit.sheets().showWhile(templates.open(), patterns::sheet);
        frame = new PageFrame(kit, "rollout.title", "rollout.subtitle", tabs);
    }

    private Tab tab(String titleKey, Node content) {
        var padded = new StackPane(content);
        padded.setPadding(new Insets(12, 0, 0, 0));
        return new Tab(kit.text(titleKey), padded);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        rollouts.refresh();
        packages.refresh();
        pushes.refresh();
        templates.refresh();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("rollout:")) {
            rollouts.refresh();
        } else if (fact.subject().startsWith("package:")) {
            packages.refresh();
        } else if (fact.subject().startsWith("template:")) {
            templates.refresh();
        } else if (fact.kind().startsWith("settings.")
                || fact.kind().equals("device.reported")
                || fact.kind().equals("device.setting-conflict")) {
            pushes.refresh();
        }
    }
}
