package app.lodge.desktop.settings;

import app.lodge.core.keyversions.Ceremonies.Entry;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.desktop.settings.CeremonyViewModel.Page;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The ceremony over the screen: where it is, what to do now, and the one thing to press.
final class CeremonySheet {

    private static final double WIDTH = 800;

    private final Kit kit;
    private final CeremonyViewModel model;

    CeremonySheet(Kit kit, CeremonyViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var body = new VBox(16, trail(), advice());
        body.setId("ceremony");
        for (Page page : Page.values()) {
            body.getChildren().add(Kit.showWhen(model.page().map(now -> now == page), page(page)));
        }
        body.getChildren().add(kit.message(model.told(), "banner", "tone-accent"));
        var sheet =
                new Sheet(kit, kit.text("ceremony.title"), WIDTH, body, model.open()).informing();
        var end = kit.button("ceremony-end", "ceremony.end", Feather.X_CIRCLE, model::abandon);
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () -> model.page().get() != Page.CHOOSE && model.page().get() != Page.DONE,
                        model.page()),
                end);
        sheet.aside(end);
        for (Button button : buttons()) {
            sheet.action(button);
        }
        return sheet;
    }

    /// The steps, the present one marked by weight and arrow, not by colour alone.
    private Node trail() {
        var steps = new VBox(3);
        steps.setId("ceremony-trail");
        model.page()
                .subscribe(now -> {
                    steps.getChildren().clear();
                    for (Page page : Page.values()) {
                        boolean here = page == now;
                        var mark =
                                here
                                        ? Feather.ARROW_RIGHT
                                        : page.ordinal() < now.ordinal()
                                                ? Feather.CHECK
                                                : Feather.CIRCLE;
                        var line =
                                Kit.row(
                                        8,
                                        Kit.icon(mark),
                                        Kit.line(
                                                Wording.of(kit.texts(), "ceremony.page", page),
                                                here ? Look.STRONG : Look.MUTED));
                        steps.getChildren().add(line);
                    }
                });
        return steps;
    }

    private Node advice() {
        var words = Kit.paragraph("");
        words.setId("ceremony-advice");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::advised,
                                model.page(),
                                model.standing(),
                                model.shares().shown()));
        return words;
    }

    private String advised() {
        var now = model.standing().get();
        return switch (model.page().get()) {
            case CHOOSE -> kit.text("ceremony.do.choose");
            case HAND_OUT ->
                    model.shares().shown().get() == null
                            ? kit.text("ceremony.do.hand-out", model.shares().next(), count(now))
                            : kit.text("ceremony.do.copy", shownNumber());
            case TYPE ->
                    kit.text(
                            "ceremony.do.type",
                            now == null ? 0 : now.typed().size(),
                            now == null ? 0 : now.sharing().threshold());
            case REHEARSE -> kit.text("ceremony.do.rehearse", check(now));
            case FINISH -> kit.text("ceremony.do.finish", to(now), check(now));
            case DONE -> kit.text("ceremony.do.done");
        };
    }

    private int shownNumber() {
        var share = model.shares().shown().get();
        return share == null ? 0 : share.number();
    }

    private static int count(@org.jspecify.annotations.Nullable Standing now) {
        return now == null ? 0 : now.sharing().count();
    }

    private static int to(@org.jspecify.annotations.Nullable Standing now) {
        return now == null ? 0 : now.to();
    }

    private static String check(@org.jspecify.annotations.Nullable Standing now) {
        return now == null ? "" : now.checkValue();
    }

    private Node page(Page page) {
        return switch (page) {
            case CHOOSE -> choose();
            case HAND_OUT -> share();
            case TYPE -> typing();
            case REHEARSE, FINISH -> new VBox();
            case DONE -> transcript();
        };
    }

    private Node choose() {
        var form = new Form(kit, "ceremony", FXCollections.observableArrayList());
        return Kit.column(
                12,
                form.choice(
                        "kind",
                        CeremonyViewModel.kinds(),
                        model.kind(),
                        kind -> Wording.of(kit.texts(), "ceremony.kind", kind)),
                Form.row(
                        form.text("first", model.custodians().first()),
                        form.password("firstPassword", model.custodians().firstPassword())),
                Form.row(
                        form.text("second", model.custodians().second()),
                        form.password("secondPassword", model.custodians().secondPassword())));
    }

    private Node share() {
        var groups = Kit.paragraph("", Look.MONO, "panel");
        groups.setId("ceremony-share");
        groups.textProperty()
                .bind(model.shares().shown().map(now -> now == null ? "" : now.groups()));
        return Kit.showWhen(model.shares().shown().isNotNull(), groups);
    }

    private Node typing() {
        var form = new Form(kit, "ceremony", FXCollections.observableArrayList());
        var field = new TextArea();
        field.setPrefRowCount(4);
        field.setWrapText(true);
        field.getStyleClass().add(Look.MONO);
        field.textProperty().bindBidirectional(model.shares().typed());
        return form.labelled("typed", field);
    }

    private Node transcript() {
        var lines = new VBox(4);
        lines.setId("ceremony-transcript");
        ListChangeListener<Entry> refill =
                _ -> lines.getChildren().setAll(lines(model.transcript()));
        model.transcript().addListener(refill);
        lines.getChildren().setAll(lines(model.transcript()));
        return lines;
    }

    private List<Node> lines(List<Entry> entries) {
        return entries.stream()
                .<Node>map(entry ->
                        Kit.row(
                                10,
                                Kit.line(kit.time(entry.at()), Look.SMALL, Look.MUTED),
                                Kit.line(kit.text("ceremony.step." + entry.step()), Look.SMALL),
                                Kit.spacer(),
                                Kit.line(
                                        entry.values().getOrDefault("checkValue", ""),
                                        Look.SMALL,
                                        Look.MONO)))
                .toList();
    }

    private List<Button> buttons() {
        var all = new ArrayList<Button>();
        all.add(
                shown(
                        Page.DONE,
                        kit.button(
                                "ceremony-transcript-save",
                                "ceremony.save-transcript",
                                Feather.DOWNLOAD,
                                model::saveTranscript)));
        var save =
                kit.button(
                        "ceremony-share-save",
                        "ceremony.save-share",
                        Feather.PRINTER,
                        model.shares()::save);
        all.add(Kit.showWhen(model.shares().shown().isNotNull(), save));
        all.add(
                shown(
                        Page.CHOOSE,
                        main("ceremony-begin", "ceremony.begin", Feather.USERS, model::begin)));
        var show = main("ceremony-show", "ceremony.show", Feather.EYE, model.shares()::show);
        all.add(
                Kit.showWhen(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.page().get() == Page.HAND_OUT
                                                && model.shares().shown().get() == null,
                                model.page(),
                                model.shares().shown()),
                        show));
        all.add(
                Kit.showWhen(
                        model.shares().shown().isNotNull(),
                        main(
                                "ceremony-hide",
                                "ceremony.hide",
                                Feather.EYE_OFF,
                                model.shares()::hide)));
        all.add(
                shown(
                        Page.TYPE,
                        main(
                                "ceremony-type",
                                "ceremony.type",
                                Feather.CHECK,
                                model.shares()::type)));
        all.add(
                shown(
                        Page.REHEARSE,
                        main(
                                "ceremony-rehearse",
                                "ceremony.rehearse",
                                Feather.PLAY,
                                model::rehearse)));
        all.add(
                shown(
                        Page.FINISH,
                        main("ceremony-finish", "ceremony.finish", Feather.KEY, model::finish)));
        all.forEach(button -> button.disableProperty().bind(model.busy()));
        return all;
    }

    private Button main(String id, String key, Feather icon, Runnable action) {
        var button = kit.primary(id, key, icon, action);
        button.setDefaultButton(true);
        // the keyboard goes to what comes next, never to the button that ends it all
        button.visibleProperty()
                .subscribe(visible -> {
                    if (visible && model.page().get() != Page.CHOOSE) {
                        button.requestFocus();
                    }
                });
        return button;
    }

    private Button shown(Page page, Button button) {
        return Kit.showWhen(model.page().map(now -> now == page), button);
    }
}
