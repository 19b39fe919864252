package app.lodge.desktop.carddesk;

import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.reports.rendering.QrCode;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a telephone scans, and a field for what it shows then.
final class AppView {

    private static final int WIDTH = 520;
    private static final int PICTURE = 280;

    private final Kit kit;
    private final AppViewModel model;

    AppView(Kit kit, AppViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var waiting = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        waiting.setMaxWidth(Double.MAX_VALUE);
        waiting.setAccessibleText(kit.text("app.beginning"));
        Kit.showWhen(model.busy(), waiting);
        var place = new VBox();
        place.setAlignment(Pos.CENTER);
        place.setMinHeight(PICTURE);
        model.begun().subscribe(now -> place.getChildren().setAll(picture(now)));
        var offered = Observed.holds(model.begun(), _ -> true);
        var form = new Form(kit, "app", model.problems());
        var code = form.text("code", model.code(), kit.text("app.code-prompt"));
        Kit.showWhen(offered, code);
        var refusal = kit.message(model.refusal(), "banner", "tone-caution");
        refusal.setId("app-refusal");
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("app.advice", model.holder())),
                        refusal,
                        place,
                        code,
                        waiting);
        var confirm = kit.primary("app-confirm", "app.confirm", Feather.CHECK, model::confirm);
        confirm.disableProperty().bind(model.busy());
        Kit.showWhen(offered, confirm);
        return new Sheet(kit, kit.text("app.title"), WIDTH, body, model.open()).primary(confirm);
    }

    private Node picture(BeginOutcome.@Nullable Begun begun) {
        if (begun == null) {
            return new VBox();
        }
        var view = new ImageView(Pictures.of(QrCode.onScreen(begun.address())));
        view.setId("app-picture");
        view.setFitWidth(PICTURE);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        view.setAccessibleText(kit.text("app.picture"));
        return view;
    }
}
