package app.lodge.desktop.privacy;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Sheet;
import javafx.geometry.Insets;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// On one sheet: who is due, whom a legal hold keeps, which certificates were given out, and how long what is
/// kept.
public final class DataProtectionView {

    private static final int WIDTH = 880;

    private final Kit kit;
    private final DataProtectionViewModel model;

    public DataProtectionView(Kit kit, DataProtectionViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Sheet sheet() {
        var tabs =
                new TabPane(
                        tab("privacy.tab-due", new DueTab(kit, model).node()),
                        tab("privacy.tab-holds", new HoldsTab(kit, model).node()),
                        tab("privacy.tab-certificates", new CertificatesTab(kit, model).node()),
                        tab(
                                "privacy.tab-retention",
                                new RetentionTab(kit, model.retention()).node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("data-protection-tabs");
        tabs.setAccessibleText(kit.text("privacy.overview"));
        tabs.getStyleClass().add("panel-tabs");
        var body = Kit.column(12, kit.message(model.refusal(), "banner", "tone-caution"), tabs);
        var close =
                kit.button(
                        "data-protection-close",
                        "action.close",
                        Feather.X,
                        () -> model.open().set(false));
        close.setCancelButton(true);
        return new Sheet(kit, kit.text("privacy.overview"), WIDTH, body, model.open())
                .informing()
                .action(close);
    }

    private Tab tab(String titleKey, VBox content) {
        content.setPadding(new Insets(12, 0, 0, 0));
        return new Tab(kit.text(titleKey), content);
    }
}
