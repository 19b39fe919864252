package app.lodge.desktop.signin;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.shell.WorkstationSettings;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Two large choices for whoever opens Lodge for the first time.
public final class WelcomeView extends StackPane {

    private final Kit kit;
    private final WelcomeViewModel model;

    public WelcomeView(Kit kit, WelcomeViewModel model) {
        this.kit = kit;
        this.model = model;
        getStyleClass().add("entrance");
        var title = Kit.line(kit.text("welcome.title"), "entrance-title");
        var about = Kit.paragraph(kit.text("welcome.about"), Look.MUTED);
        about.setMaxWidth(560);
        about.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        var choices =
                new HBox(
                        20,
                        choice(
                                "welcome-create",
                                Feather.HOME,
                                "welcome.create",
                                "welcome.create-about",
                                () -> model.creating().set(true)),
                        choice(
                                "welcome-demo",
                                Feather.COMPASS,
                                "welcome.demo",
                                "welcome.demo-about",
                                model::openDemo));
        choices.setAlignment(Pos.CENTER);
        choices.disableProperty().bind(model.busy());
        var column = Kit.column(18, Entrance.mark(), title, about, choices, progress());
        column.setAlignment(Pos.CENTER);
        column.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(column);
        kit.sheets().showWhile(model.creating(), this::form);
    }

    private Button choice(String id, Ikon icon, String key, String aboutKey, Runnable action) {
        var name = Kit.line(kit.text(key), Look.HEADLINE);
        var about = Kit.paragraph(kit.text(aboutKey), Look.MUTED);
        about.setPrefWidth(250);
        about.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        var content = Kit.column(12, Kit.icon(icon), name, about);
        content.setAlignment(Pos.CENTER);
        var button = new Button(null, content);
        button.setId(id);
        button.setAccessibleText(kit.text(key));
        button.getStyleClass().add("entrance-choice");
        button.setPrefSize(310, 210);
        button.setMaxHeight(210);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node progress() {
        var turning = new ProgressIndicator();
        turning.setPrefSize(18, 18);
        var words = Kit.line("");
        words.textProperty()
                .bind(
                        Observed.map(
                                        model.step(),
                                        step -> Wording.of(kit.texts(), "start.step", step))
                                .orElse(""));
        var row = Kit.row(10, turning, words);
        row.setAlignment(Pos.CENTER);
        return Kit.showWhen(model.busy(), row);
    }

    private Sheet form() {
        var form = new Form(kit, "welcome", model.problems());
        var locale = kit.texts().locale();
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var body =
                Kit.column(
                        14,
                        form.text("name", model.name(), kit.text("welcome.name-prompt")),
                        Form.row(
                                form.choice(
                                        "currency",
                                        WelcomeViewModel.CURRENCIES,
                                        model.currency(),
                                        code -> currency(code, locale)),
                                form.choice("zone", zones, model.zone(), zone -> zone),
                                form.choice(
                                        "language",
                                        WorkstationSettings.LANGUAGES,
                                        model.language(),
                                        WelcomeView::tongue)),
                        form.text("administrator", model.administrator()),
                        Form.row(
                                form.password("password", model.password()),
                                form.password("repeated", model.repeated())),
                        Kit.paragraph(kit.text("welcome.password-hint"), Look.SMALL, Look.MUTED),
                        form.otherProblems(),
                        progress());
        var create = kit.primary("create-do", "welcome.create-do", Feather.CHECK, model::create);
        create.disableProperty().bind(model.busy());
        return new Sheet(kit, kit.text("welcome.create"), 640, body, model.creating())
                .primary(create);
    }

    private static String currency(String code, Locale locale) {
        return code + " – " + Currency.getInstance(code).getDisplayName(locale);
    }

    private static String tongue(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
